import Shogen
import TestSupport
import Testing

/// The invented pages against the talks they hold, which were read by a person.
@Suite("The shipped pages")
struct PageCorpusTests {
  @Test("give the recorded talks")
  func talks() throws {
    let run = try CommandRun(["ingest", "Corpora/pages", "Corpora/damaged-pages"])
    #expect(run.status == 0)
    try Snapshot.expect(run.output, named: "pages")
  }

  @Test("keep their losses through a file: a broken deck stays known as broken")
  func lossesStay() throws {
    let broken = String(repeating: "手順\u{FFFD}書\u{FFFD}を\u{FFFD}書く\n", count: 20)
    let first = try CommandRun(["ingest", "-"], input: broken)
    #expect(first.output.contains(#""replacement-characters":60"#))
    let model = try CommandFixture.shared().model
    for input in [broken, first.output] {
      let run = try CommandRun(
        ["classify", "-", "--model", model, "--format", "jsonl"], input: input)
      let warnings = try jsonObject(run.output)["warnings"] as? [String] ?? []
      #expect(warnings.contains("damaged-text"), "\(warnings)")
    }
  }
}
