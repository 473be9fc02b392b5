import Ingestion
import Talks
import TestSupport
import Testing

@Suite("Label file")
struct LabelFileTests {
  /// Adds the files' texts in order; locations name the files alone.
  private func read(_ texts: String...) throws -> LabelFile {
    let folder = try TemporaryFolder()
    var file = LabelFile()
    for (index, text) in texts.enumerated() {
      let path = try folder.write(text, to: "\(index).jsonl")
      try file.add(contentsOf: path, scheme: .standard)
    }
    return file
  }

  @Test("gives poles by talk and axis, for one axis or both")
  func labels() throws {
    let file = try read(
      """
      \u{FEFF}{"id":"a","labels":{"depth":"basic","scope":"cross-cutting"}}\r

      {"id":7,"labels":{"scope":"independent"},"note":"x"}
      {"id":"b","labels":{"depth":null}}
      {"id":"c","labels":{}}
      """)
    #expect(
      file.labels == [
        "a": ["depth": "basic", "scope": "cross-cutting"], "7": ["scope": "independent"],
        "b": [:], "c": [:],
      ])
    #expect(file.failures == [])
    #expect(file.replacedCount == 0)
  }

  @Test("lets the last line win on each axis, and counts what it replaced")
  func lastWins() throws {
    let file = try read(
      """
      {"id":"a","labels":{"depth":"basic","scope":"independent"}}
      {"id":"a","labels":{"depth":"advanced"}}
      {"id":"a","labels":{"depth":"advanced"}}
      """,
      """
      {"id":"a","labels":{"depth":"basic"}}
      {"id":"b","labels":{"depth":"basic"}}
      """)
    #expect(
      file.labels == [
        "a": ["depth": "basic", "scope": "independent"], "b": ["depth": "basic"],
      ])
    #expect(file.replacedCount == 2)
  }

  @Test(
    "tells of lines it cannot use, and uses the others",
    arguments: [
      (
        #"{"id":"b","labels":{"height":"basic"}}"#,
        "the scheme has no axis 'height'; use 'depth', 'scope'"
      ),
      (
        #"{"id":"b","labels":{"scope":"independent","depth":"Basic"}}"#,
        "axis 'depth' has no pole 'Basic'; use 'basic', 'advanced'"
      ),
      (
        #"{"id":"b","labels":{"depth":1}}"#,
        "field 'labels.depth' has the wrong type; \(remedy)"
      ),
      (#"{"id":"b","labels":["basic"]}"#, "field 'labels' has the wrong type; \(remedy)"),
      (#"{"id":"b"}"#, notALabel), (#"{"labels":{"depth":"basic"}}"#, notALabel),
      (#"{"id":"b","labels":null}"#, notALabel), (#"["b"]"#, notALabel),
      (#"{"id":"b","labels""#, "not valid JSON; mend the line or remove it"),
      (#"{"id":"b","labels"#, "not valid JSON: a string is not closed; mend the line or remove it"),
      ("b,basic", "not valid JSON; mend the line or remove it"),
    ])
  func failures(_ line: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      {"id":"a","labels":{"depth":"basic"}}
      \(line)
      {"id":"c","labels":{"depth":"basic"}}
      """, to: "labels.jsonl")
    var file = LabelFile()
    try file.add(contentsOf: path, scheme: .standard)
    #expect(file.labels == ["a": ["depth": "basic"], "c": ["depth": "basic"]])
    #expect(file.failures.map(\.description) == ["\(path):2: \(message)"])
  }

  @Test("tells of bytes that are no UTF-8")
  func invalidUTF8() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([0x0A, 0x7B, 0x91, 0xE8, 0x7D], to: "labels.jsonl")
    var file = LabelFile()
    try file.add(contentsOf: path, scheme: .standard)
    #expect(
      file.failures.map(\.description) == [
        "\(path):2: byte 1 is not valid UTF-8; convert the text, for example with 'iconv -f CP932 -t UTF-8'"
      ])
  }

  @Test("throws when it is not there")
  func missing() throws {
    var file = LabelFile()
    #expect(
      throws: IngestionError(
        .missing, at: SourceLocation(path: "none/labels.jsonl"), reason: "no such file",
        remedy: "check the path")
    ) { try file.add(contentsOf: "none/labels.jsonl", scheme: .standard) }
  }
}

private let remedy = #"write {"id": "…", "labels": {"axis": "pole"}}"#
private let notALabel = "not a label; \(remedy)"
