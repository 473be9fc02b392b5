import Foundation
import Shogen
import TestSupport
import Testing

/// Compiles and runs the code of the library's articles.
///
/// `make docs` sees to their links.
@Suite("Library documentation")
struct DocumentationTests {
  static let catalog = Repository.path("Sources/Shogen/Shogen.docc")

  static func articles() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: catalog).sorted()
      .filter { $0.hasSuffix(".md") }
      .map { ($0, try String(contentsOfFile: catalog + "/" + $0, encoding: .utf8)) }
  }

  @Test("has code that is compiled")
  func samples() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "DocumentationSamples.swift")
    let compiled = try String(contentsOf: file, encoding: .utf8)
      .replacing("  static func", with: "  func").replacing("\n  ", with: "\n")
    var count = 0
    for (name, text) in try Self.articles() {
      for block in text.components(separatedBy: "```swift\n").dropFirst() {
        let code = try #require(block.components(separatedBy: "```").first)
        count += 1
        #expect(compiled.contains(code), "\(name) shows code that no test compiles: \(code)")
      }
    }
    #expect(count == 7)
  }

  @Test("names files and folders that are there")
  func paths() throws {
    var count = 0
    for (name, text) in try Self.articles() {
      for match in text.matches(of: /`((?:Sources|Tests|Corpora|Models)\/[^`]*)`/) {
        count += 1
        let path = Repository.path(String(match.1))
        #expect(FileManager.default.fileExists(atPath: path), "\(name): no \(match.1)")
      }
    }
    #expect(count > 5)
  }

  static let model = Repository.path("Models/sre-quadrant")
  static let pages = Repository.path("Corpora/pages")

  @Test("counts the quadrants of a folder of talks")
  func quadrants() throws {
    let counts = try DocumentationSamples.quadrants(ofTalksIn: Self.pages, model: Self.model)
    #expect(counts.values.reduce(0, +) == 19)
    #expect(
      Set(counts.keys).isSubset(of: [
        "basic/independent", "basic/cross-cutting", "advanced/independent",
        "advanced/cross-cutting",
      ]))
  }

  @Test("classifies a folder on several cores, a line a talk")
  func lines() async throws {
    let texts = try await DocumentationSamples.lines(ofTalksIn: Self.pages, model: Self.model)
    #expect(texts.joined().split(separator: "\n").count == 19)
  }

  @Test("gives three reasons an axis")
  func reasons() throws {
    let talk = Talk(title: "はじめてのSLO", text: "監視の基本をチームで学ぶ")
    let reasons = try DocumentationSamples.reasons(for: talk, model: Self.model)
    #expect(reasons.count == 6)
    #expect(reasons.contains { $0.hasPrefix("depth: slo on the title, ") })
  }

  @Test("copies a model byte for byte")
  func copy() throws {
    let folder = try TemporaryFolder()
    let hash = try DocumentationSamples.copy(modelIn: Self.model, to: folder.path + "/copy")
    #expect(hash.count == 16)
    for name in ["model.json", "weights.safetensors", "lexicon.tsv"] {
      let bytes = try Data(contentsOf: URL(filePath: Self.model + "/" + name))
      #expect(try folder.bytes(of: "copy/" + name) == Array(bytes))
    }
  }

  @Test("makes a talk of subtitles")
  func subtitles() {
    let talk = DocumentationSamples.talk(
      ofSubtitles: """
        1
        00:00:00,000 --> 00:00:04,000
        監視の話を
        します

        2
        00:00:04,000 --> 00:00:09,000
        障害は 3 時に起きました
        """, id: "a", title: "題")
    #expect(talk.slides.map(\.text) == ["監視の話を\nします", "障害は 3 時に起きました"])
    #expect(talk.slides.map(\.number) == [1, 2])
  }

  @Test("trains on axes of one's own")
  func scheme() throws {
    let forum = Repository.path("Corpora/museum-forum")
    let scheme = try DocumentationSamples.museumScheme()
    let model = try DocumentationSamples.model(
      of: forum + "/talks", labels: forum + "/labels.jsonl", axes: forum + "/scheme.json",
      terms: forum + "/lexicon.tsv")
    #expect(model.scheme == scheme)
    #expect(model.scheme.cellName([0, 1]) == "収蔵 × 市民とともに")
  }
}
