import Foundation
import Shogen
import TestSupport

/// Maps made by the command, for the browser to open.
enum MapFixture {
  /// Makes a map and returns its path.
  static func make(
    _ inputs: [String], in folder: TemporaryFolder, named name: String = "map.html",
    options: [String] = []
  ) throws -> String {
    let path = folder.path + "/" + name
    let run = try CommandRun(["map"] + inputs + options + ["-o", path])
    guard run.status == 0 else { throw Browser.Failure(description: run.errors) }
    return path
  }

  /// The shipped pages, of which the model has seen none.
  static func pages(in folder: TemporaryFolder) throws -> String {
    try make([Repository.path("Corpora/pages")], in: folder)
  }

  /// Three thousand talks, made of the invented decks' lines.
  static func thousands(in folder: TemporaryFolder) throws -> String {
    let lines = FixtureTexts.decks.flatMap { $0.slides.flatMap { $0.text.split(separator: "\n") } }
    var generator = SeededGenerator(seed: 6)
    let talks = (0..<3000).map { index in
      let own = (0..<8).map { _ in String(lines[generator.below(lines.count)]) }
      return TalkJSON.line(
        Talk(id: "t\(index)", title: String(own[0].prefix(40)), text: own.joined(separator: "\n")))
    }
    let input = try folder.write(talks.joined(), to: "thousands.jsonl")
    return try make([input], in: folder, named: "thousands.html", options: ["--top", "4"])
  }
}
