import Foundation
import TestSupport
import Testing

@Suite("Prediction JSONL")
struct PredictionLinesTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private func lines(_ input: String, status: Int32) throws -> [[String: Any]] {
    let run = try CommandRun(
      ["classify", "-", "--model", fixture.model, "--format", "jsonl"], input: input)
    #expect(run.status == status)
    return try run.lines.map { try jsonObject($0) }
  }

  @Test("has exactly the fields of the contract, in their order")
  func fields() throws {
    let run = try CommandRun(
      ["classify", "-", "--model", fixture.model, "--format", "jsonl"],
      input: #"{"id":"一","title":"監視","text":"基本の手順書"}"#)
    let object = try jsonObject(run.output)
    #expect(
      Set(object.keys)
        == ["id", "title", "quadrant", "axes", "knownTermShare", "warnings", "model"])
    #expect(object["id"] as? String == "一")
    #expect(object["title"] as? String == "監視")
    #expect(object["knownTermShare"] as? Double == 1)
    #expect(object["warnings"] as? [String] == [])
    let axes = try #require(object["axes"] as? [String: [String: Any]])
    #expect(Set(axes.keys) == ["depth", "scope"])
    let depth = try #require(axes["depth"])
    #expect(Set(depth.keys) == ["pole", "probability", "score"])
    let score = try #require(depth["score"] as? Double)
    let probability = try #require(depth["probability"] as? Double)
    #expect(depth["pole"] as? String == "basic")
    #expect(score < 0)
    #expect(abs(probability - 1 / (1 + exp(score))) < 1e-12)
    #expect(run.output.hasPrefix(#"{"id":"一","title":"監視","quadrant":"basic/"#))
  }

  @Test("names the model by the hash that shogen model shows")
  func modelHash() throws {
    let object = try #require(try lines(#"{"title":"監視"}"#, status: 0).first)
    let hash = try #require(object["model"] as? String)
    #expect(hash.count == 16)
    let shown = try CommandRun(["model", fixture.model])
    #expect(shown.lines.first == "model \(hash)")
  }

  @Test("gives one line for one line, in order, and goes on after bad ones")
  func badLinesInPlace() throws {
    let objects = try lines(
      """
      {"id":"a","title":"監視の基本"}
      {"id":"b","title":"秘密の題
      {"id":"c","title":"カーネル解析"}
      {"id":4,"title":["秘密"]}
      [1, 2]
      {"id":"f"}
      {"id":7,"title":"全社の標準化"}
      """, status: 2)
    #expect(objects.map { $0["id"] as? String } == ["a", nil, "c", "4", nil, "f", "7"])
    #expect(objects.map { $0["line"] as? Int } == [nil, 2, nil, 4, 5, 6, nil])
    let errors = objects.map { $0["error"] as? String }
    #expect(
      errors == [
        nil,
        "not valid JSON: a string is not closed; mend the line or remove it",
        nil,
        #"field 'title' has the wrong type; write {"id", "title", "slides": [{"number", "text"}]}"#,
        #"the line is JSON but no object; write {"id", "title", "slides": [{"number", "text"}]}"#,
        "no 'title', 'slides' or 'text'; give the talk one of them",
        nil,
      ])
    for object in objects {
      #expect((object["error"] == nil) == (object["axes"] != nil))
      #expect(!"\(object)".contains("秘密"))
    }
  }

  @Test("keeps file and line of what failed; an empty line has failed on standard input only")
  func emptyLinesCount() throws {
    let objects = try lines("\n{\"title\":\"監視\"}\r\n\n \nbad\n", status: 2)
    #expect(objects.map { $0["line"] as? Int } == [1, nil, 3, 4, 5])
    #expect(objects[4]["path"] as? String == "-")
    let folder = try TemporaryFolder()
    let file = try folder.write("\n{\"title\":\"監視\"}\r\n\n \nbad\n", to: "lines.jsonl")
    let run = try CommandRun(["classify", file, "--model", fixture.model, "--format", "jsonl"])
    #expect(try run.lines.map { try jsonObject($0)["line"] as? Int } == [nil, 5])
  }

  @Test("gives talks without an id one from file and line")
  func madeUpIDs() throws {
    let objects = try lines("{\"title\":\"監視\"}\n{\"title\":\"監視\"}\n", status: 0)
    #expect(objects.map { $0["id"] as? String } == ["stdin:1", "stdin:2"])
  }

  @Test("says what makes a prediction doubtful")
  func warnings() throws {
    let objects = try lines(
      """
      {"id":"full","title":"監視","text":"基本"}
      {"id":"title","title":"監視の基本"}
      {"id":"unknown","title":"料理","text":"献立と買い物"}
      {"id":"none","title":"","text":"…"}
      """, status: 0)
    #expect(
      objects.map { $0["warnings"] as? [String] } == [
        [], ["title-only"], ["no-known-terms"], ["no-text"],
      ])
    #expect(objects.map { $0["knownTermShare"] as? Double } == [1, 1, 0, 0])
  }
}
