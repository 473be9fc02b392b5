import Ingestion
import Talks
import Testing

@Suite("Label check")
struct LabelCheckTests {
  private let location = SourceLocation(path: "talks.jsonl", line: 3)

  @Test(
    "lets poles of the scheme pass",
    arguments: [[:], ["depth": "basic"], ["depth": "advanced", "scope": "cross-cutting"]]
      as [Labels])
  func passes(_ labels: Labels) throws {
    try LabelCheck.check(labels, id: "a", scheme: .standard, at: location)
  }

  @Test("names an axis the scheme lacks, and those it has")
  func axis() {
    #expect(
      throws: IngestionError(
        at: location, id: "a", reason: "the scheme has no axis 'height'",
        remedy: "use 'depth', 'scope'")
    ) { try LabelCheck.check(["height": "basic"], id: "a", scheme: .standard, at: location) }
  }

  @Test("names a pole the axis lacks, and those it has")
  func pole() {
    #expect(
      throws: IngestionError(
        at: location, id: "a", reason: "axis 'scope' has no pole 'basic'",
        remedy: "use 'independent', 'cross-cutting'")
    ) {
      try LabelCheck.check(
        ["depth": "basic", "scope": "basic"], id: "a", scheme: .standard, at: location)
    }
  }
}
