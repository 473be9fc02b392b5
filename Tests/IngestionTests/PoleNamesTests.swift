import Talks
import Testing

@testable import Ingestion

@Suite("Names of poles")
struct PoleNamesTests {
  private let names = PoleNames(.standard)
  private let location = SourceLocation(path: "a.jsonl", line: 2)

  private static func makeScheme() throws -> Scheme {
    try Scheme(axes: [
      Axis(
        id: "cost", name: "費用", poles: [Pole(id: "low", name: "安い"), Pole(id: "high", name: "高い")]),
      Axis(
        id: "risk", name: "危険", poles: [Pole(id: "low", name: "低い"), Pole(id: "high", name: "高い")]),
      Axis(id: "kind", name: "種類", poles: [Pole(id: "a", name: "low"), Pole(id: "b", name: "乙")]),
    ])
  }

  @Test("match ids, display names and names with their axis")
  func match() throws {
    #expect(names.match("basic") == .pole(axis: "depth", pole: "basic"))
    #expect(names.match(" 横断的 ") == .pole(axis: "scope", pole: "cross-cutting"))
    #expect(names.match("depth:advanced") == .pole(axis: "depth", pole: "advanced"))
    #expect(names.match("scope = 独立") == .pole(axis: "scope", pole: "independent"))
    #expect(names.match("scope:basic") == .unknown)
    #expect(names.match("Basic") == .unknown)
    #expect(names.match("") == .unknown)
    #expect(names.match(":") == .unknown)
    let others = try PoleNames(Self.makeScheme())
    #expect(others.match("high") == .ambiguous(axes: ["cost", "risk"]))
    #expect(others.match("高い") == .ambiguous(axes: ["cost", "risk"]))
    #expect(others.match("低い") == .pole(axis: "risk", pole: "low"))
    #expect(others.match("risk:low") == .pole(axis: "risk", pole: "low"))
    #expect(others.match("low") == .ambiguous(axes: ["cost", "risk"]))
    #expect(others.match("a") == .pole(axis: "kind", pole: "a"))
  }

  @Test("give labels, and say what is wrong with them")
  func labels() throws {
    #expect(
      try names.labels(["advanced", "横断的", "advanced"], id: nil, at: location)
        == ["depth": "advanced", "scope": "cross-cutting"])
    #expect(try names.labels([], id: nil, at: location).isEmpty)
    let unknown = #expect(throws: IngestionError.self) {
      try names.labels(["expert"], id: "t1", at: location)
    }
    #expect(
      unknown?.description
        == "a.jsonl:2: no axis has a pole 'expert'; "
        + "use 'basic', 'advanced', 'independent', 'cross-cutting'")
    #expect(unknown?.id == "t1")
    let both = #expect(throws: IngestionError.self) {
      try names.labels(["basic", "advanced"], id: nil, at: location)
    }
    #expect(both?.reason == "labels 'basic' and 'advanced' are both on axis 'depth'")
    let others = try PoleNames(Self.makeScheme())
    let ambiguous = #expect(throws: IngestionError.self) {
      try others.labels(["high"], id: nil, at: location)
    }
    #expect(
      ambiguous?.description
        == "a.jsonl:2: label 'high' is on the axes 'cost', 'risk'; write 'cost:high', 'risk:high'")
  }

  @Test("never put a whole text into a message")
  func longNames() {
    let error = #expect(throws: IngestionError.self) {
      try names.labels([String(repeating: "あ", count: 5_000)], id: nil, at: location)
    }
    #expect((error?.description.count ?? .max) < 200)
  }
}

@Suite("Folders as labels")
struct FolderLabelsTests {
  private let names = PoleNames(.standard)
  private let location = SourceLocation(path: "x")

  private func labels(_ path: String) throws(IngestionError) -> Labels {
    try FolderLabels.labels(ofPath: path, names: names, at: location)
  }

  @Test("label what lies in them")
  func labelled() throws {
    #expect(try labels("basic/a.txt") == ["depth": "basic"])
    #expect(
      try labels("2024/advanced/cross-cutting/a.txt")
        == ["depth": "advanced", "scope": "cross-cutting"])
    #expect(try labels("横断的/depth=basic/a.txt") == ["depth": "basic", "scope": "cross-cutting"])
    #expect(try labels("basic").isEmpty)
    #expect(try labels("basic.txt").isEmpty)
    #expect(try labels("other/a.txt").isEmpty)
    #expect(try labels("").isEmpty)
    #expect(throws: IngestionError.self) { try labels("basic/advanced/a.txt") }
  }

  @Test("are reported when they stand beside poles and are none")
  func unknown() {
    let paths = [
      "basic/a.txt", "advancd/b.txt", "notes.txt", "extra/basic/c.txt", "extra/misc/d.txt",
      "raw/2023/e.txt",
    ]
    #expect(
      FolderLabels.unknownFolders(paths, names: names) == ["advancd", "extra", "extra/misc", "raw"])
    #expect(FolderLabels.unknownFolders(["a/b.txt", "c/d.txt"], names: names) == [])
  }
}
