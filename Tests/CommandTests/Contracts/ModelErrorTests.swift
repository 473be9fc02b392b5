import TestSupport
import Testing

@Suite("Messages about models")
struct ModelErrorTests {
  private static func damaged(
    _ id: String, _ file: String, _ said: String, status: Int32 = 1,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> ErrorCase {
    ErrorCase(
      id: id, arguments: ["classify", "tiny.jsonl", "--model", "model"],
      said: .exactly("shogen: error: model/\(file): \(said)\n"), status: status,
      damage: (file, change))
  }

  private static let edited =
    "its SHA-256 differs from the manifest's, so the file was damaged or edited; "
    + "restore it or train the model again"
  private static let wrongKind =
    "not a model manifest (a field is missing or of the wrong kind); train the model again"

  static let cases = [
    ErrorCase(
      id: "a missing model", arguments: ["classify", "tiny.jsonl", "--model", "none"],
      said: .exactly(
        "shogen: error: none/model.json: no such model file; "
          + "give a folder made by 'shogen train -o'\n"), status: 66),
    ErrorCase(
      id: "a missing model to evaluate", arguments: ["evaluate", "tiny.jsonl", "--model=-x"],
      said: .exactly(
        "shogen: error: -x/model.json: no such model file; "
          + "give a folder made by 'shogen train -o'\n"), status: 66),
    ErrorCase(
      id: "a missing model to show", arguments: ["model", "--", "-x"],
      said: .exactly(
        "shogen: error: -x/model.json: no such model file; "
          + "give a folder made by 'shogen train -o'\n"), status: 66),
    damaged("truncated weights", "weights.safetensors", edited) { $0.removeLast(5) },
    damaged("one flipped bit in the weights", "weights.safetensors", edited) {
      $0[$0.count / 2] ^= 1
    },
    damaged("an edited lexicon", "lexicon.tsv", edited) { $0 += .text("SLO\t\t\t\t\n") },
    damaged("an empty manifest", "model.json", wrongKind) { $0 = [] },
    damaged("a truncated manifest", "model.json", wrongKind) { $0.removeLast($0.count / 2) },
    damaged(
      "a newer format", "model.json",
      "model format 3 is newer than the 2 this program reads; update shogen"
    ) { $0.replace(#""format" : 2"#, with: #""format" : 3"#) },
    damaged(
      "an unknown calibration", "model.json",
      "not a model manifest (unknown calibration 'magic'); train the model again"
    ) { $0.replace("identity", with: "magic") },
    damaged(
      "a file name that leads elsewhere", "model.json",
      "not a model manifest (file name '../lexicon.tsv'); train the model again"
    ) { $0.replace(#""lexicon.tsv""#, with: #""../lexicon.tsv""#) },
  ]

  @Test("name the file and say the remedy", arguments: cases)
  func messages(_ example: ErrorCase) throws { try example.check() }

  @Test("warn when ICU differs from the model's, and refuse under --strict")
  func otherICU() throws {
    var example = ErrorCase(
      id: "", arguments: ["classify", "tiny.jsonl", "--model", "model"], said: .exactly(""),
      status: 0)
    example.damage = (
      "model.json", { $0.replace(#""icuVersion" : ""#, with: #""icuVersion" : "0"#) }
    )
    let warned = try example.run()
    #expect(warned.status == 0)
    #expect(warned.errors.hasPrefix("shogen: note: the model was trained with ICU 0"))
    #expect(warned.errors.hasSuffix("train again to be sure\n"))
    example.arguments.append("--strict")
    let refused = try example.run()
    #expect(refused.status == 65)
    #expect(refused.output == "")
    #expect(refused.errors == warned.errors)
  }
}
