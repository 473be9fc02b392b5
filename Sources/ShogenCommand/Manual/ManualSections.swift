/// Sections of the manual page that the options do not tell.
enum ManualSections {
  static let exitStatus =
    ManualText.section("EXIT STATUS")
    + entries([
      ("0", "All is good."),
      ("1", "Nothing could be done."),
      ("2", "Some records failed; the others are done."),
      ("64", "Wrong usage."),
      ("65", "Bad data under --strict."),
      ("66", "An input, a model or a file named by an option is missing."),
      ("74", "Input or output failed, for example on a full disk."),
    ])

  static let environment =
    ManualText.section("ENVIRONMENT")
    + entries([
      ("NO_COLOR", "If set to anything, --color auto uses no colors."),
      (
        "PATH",
        "Where pdftotext, which reads PDFs, and chromium-headless-shell, which draws PNG, "
          + "are looked for."
      ),
      ("TMPDIR", "Where a PNG is drawn; /tmp by default."),
    ])

  static let files =
    ManualText.section("FILES")
    + entries([
      (
        "model.json, weights.safetensors, lexicon.tsv",
        "A model: a folder with these. The first names the SHA-256 of the others."
      ),
      (
        "Models/sre-quadrant",
        "The model in use without --model, in the working folder or one above the command."
      ),
      (
        "labels.jsonl",
        "Labels in a folder of talks, joined to them by id: "
          + #"{"id":"a","labels":{"depth":"advanced"}}"#
      ),
    ])

  static let examples =
    ManualText.section("EXAMPLES")
    + [
      ("Where do the talks of a folder stand?", "shogen classify talks"),
      (
        "One line of JSON for each talk, for other programs:",
        "shogen classify talks --format jsonl -o predictions.jsonl"
      ),
      ("Why does a talk stand where it stands?", "shogen explain talks --id opening"),
      (
        "Learn from labels, on axes of one's own:",
        "shogen train talks --labels labels.jsonl --scheme scheme.json -o my-model"
      ),
      ("How good is that?", "shogen evaluate talks --labels labels.jsonl --scheme scheme.json"),
      (
        "A page to look at, to ask and to correct:",
        "shogen map talks --model my-model --title 可観測性の会 -o map.html"
      ),
      ("This page:", "shogen manual | man -l -"),
    ].map { ManualText.paragraphs([$0]) + ManualText.example($1) }.joined(separator: ".PP\n")

  static let seeAlso =
    ManualText.section("SEE ALSO")
    + "\(ManualText.bold("pdftotext"))(1), \(ManualText.bold("jq"))(1)\n"

  private static func entries(_ list: [(term: String, meaning: String)]) -> String {
    list.map { ManualText.entry(ManualText.bold($0.term), [$0.meaning]) }.joined()
  }
}
