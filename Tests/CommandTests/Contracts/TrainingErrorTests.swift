import TestSupport
import Testing

@Suite("Messages about labels, schemes and lexicons")
struct TrainingErrorTests {
  private static func train(_ file: String) -> [String] {
    ["train", file, "-o", "new", "--no-validation"]
  }

  private static let unlabelled =
    "shogen: error: no talk has a label on axis 'depth'; "
    + "label talks of at least two poles, two or more each\n"

  private static func scheme(_ text: String, _ remedy: String) -> ErrorCase {
    ErrorCase(
      id: "the scheme \(text)", files: ["s.json": .text(text)],
      arguments: train("tiny.jsonl") + ["--scheme", "s.json"],
      said: .exactly("shogen: error: s.json: \(remedy)\n"), status: 1)
  }

  private static func lexicon(_ text: String, _ said: String) -> ErrorCase {
    ErrorCase(
      id: "the lexicon \(text.debugDescription)", files: ["l.tsv": .text(text)],
      arguments: train("tiny.jsonl") + ["--lexicon", "l.tsv"],
      said: .exactly("shogen: error: l.tsv:\(said)\n"), status: 1)
  }

  private static let schemeShape =
    #"not a scheme; write {"axes":[{"id","name","poles":[{"id","name"}, …]}, …]}"#

  static let cases = [
    ErrorCase(
      id: "an unknown pole in a talk",
      files: ["a.jsonl": .text(ErrorCase.talk("a", depth: "deep"))],
      arguments: train("a.jsonl"),
      said: .exactly(
        "shogen: error: a.jsonl:1: axis 'depth' has no pole 'deep'; use 'basic', 'advanced'\n"
          + unlabelled), status: 1),
    ErrorCase(
      id: "an unknown axis in a talk", files: ["a.jsonl": .text(ErrorCase.talk("a", #""x":"y""#))],
      arguments: train("a.jsonl"),
      said: .exactly(
        "shogen: error: a.jsonl:1: the scheme has no axis 'x'; use 'depth', 'scope'\n" + unlabelled),
      status: 1),
    ErrorCase(
      id: "an unknown pole among good labels",
      files: ["l.jsonl": .text("{\"id\":\"t01\",\"labels\":{\"scope\":\"all\"}}\nbad\n")],
      arguments: train("tiny.jsonl") + ["--labels", "l.jsonl"],
      said: .exactly(
        """
        shogen: error: l.jsonl:1: axis 'scope' has no pole 'all'; use 'independent', 'cross-cutting'
        shogen: error: l.jsonl:2: not valid JSON; mend the line or remove it
        model written to new

        """), status: 2),
    ErrorCase(
      id: "a missing file of labels", arguments: train("tiny.jsonl") + ["--labels", "no.jsonl"],
      said: .exactly(
        "shogen: error: no.jsonl: no such file; check the path\nmodel written to new\n"), status: 2),
    ErrorCase(
      id: "no labels at all", files: ["a.jsonl": .text(ErrorCase.talk("a"))],
      arguments: train("a.jsonl"), said: .exactly(unlabelled), status: 1),
    ErrorCase(
      id: "one class only",
      files: [
        "a.jsonl": .text(["a", "b", "c"].map { ErrorCase.talk($0, depth: "basic") }.joined())
      ],
      arguments: train("a.jsonl"),
      said: .exactly(
        "shogen: error: all 3 labelled talks on axis 'depth' are 'basic'; "
          + "label talks of another pole too\n"), status: 1),
    ErrorCase(
      id: "one talk of a pole",
      files: [
        "a.jsonl": .text(
          ErrorCase.talk("a", depth: "basic") + ErrorCase.talk("b", depth: "basic")
            + ErrorCase.talk("c", depth: "advanced"))
      ], arguments: ["evaluate", "a.jsonl"],
      said: .exactly(
        "shogen: error: axis 'depth' has 1 talk(s) labelled 'advanced'; label at least 2 of each pole\n"
      ), status: 1),
    ErrorCase(
      id: "no word often enough",
      arguments: train("tiny.jsonl") + ["--minimum-document-frequency", "100"],
      said: .exactly(
        "shogen: error: no term occurs in 100 of the 12 training talks; "
          + "add talks or lower the minimum document frequency\n"), status: 1),
    ErrorCase(
      id: "a missing scheme", arguments: train("tiny.jsonl") + ["--scheme", "no.json"],
      said: .exactly("shogen: error: no.json: no such scheme; check the path\n"), status: 66),
    scheme("{\"axes\":", schemeShape),
    scheme(#"{"axes":{}}"#, schemeShape),
    scheme(#"{"axes":[]}"#, #"bad scheme; the scheme has no axis; give "axes" at least one"#),
    scheme(
      #"{"axes":[{"id":"a","name":"A","poles":[{"id":"p","name":"P"}]}]}"#,
      "bad scheme; axis 'a' has 1 pole(s); give it two or more"),
    scheme(
      #"{"axes":[{"id":"a","name":"A","poles":[{"id":"p","name":"P"},{"id":"p","name":"Q"}]}]}"#,
      "bad scheme; id 'p' in the poles of axis 'a' is empty or occurs twice; give each its own"),
    ErrorCase(
      id: "a missing lexicon", arguments: ["tokenize", "tiny.jsonl", "--lexicon", "no.tsv"],
      said: .exactly("shogen: error: no.tsv: no such lexicon; check the path\n"), status: 66),
    ErrorCase(
      id: "a lexicon that is no UTF-8", files: ["l.tsv": [0x83, 0x5C]],
      arguments: ["keywords", "tiny.jsonl", "--lexicon", "l.tsv"],
      said: .exactly(
        "shogen: error: l.tsv: the lexicon is no UTF-8 text of up to 64 MB; convert it to tab-separated UTF-8\n"
      ), status: 1),
    lexicon(
      "word\n",
      "1: the header has no column 'term'; "
        + "begin the file with term<TAB>variants<TAB>axis<TAB>pole<TAB>weight"),
    lexicon(
      "term\tvariants\n\tx\n",
      "2: the term is empty; fill it or remove the line"),
    lexicon(
      "term\taxis\tpole\tweight\n# note\nSLO\tdepth\tbasic\t2\n",
      "3: weight '2' is no number from 0 to 1; "
        + "mend it or leave it empty for 1"),
    lexicon(
      "term\taxis\tpole\nSLO\tdepth\t\n",
      "2: axis and pole go together; fill both or neither"),
  ]

  @Test("name file and line, say the remedy, and hold no slide text", arguments: cases)
  func messages(_ example: ErrorCase) throws { try example.check() }

  @Test("leave no model behind when nothing was learned")
  func noModel() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["train", "-", "-o", "new"], input: ErrorCase.talk("a"), in: folder.path)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(throws: (any Error).self) { try folder.bytes(of: "new/model.json") }
  }
}
