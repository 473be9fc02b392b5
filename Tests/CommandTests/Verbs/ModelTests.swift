import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen model")
struct ModelTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  @Test("shows what train printed before its figures, and how words are cut here")
  func text() throws {
    let run = try CommandRun(["model", fixture.model])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let engine =
      "words are cut by tables made from the rules and the dictionary of ICU \(UnicodeVersions.icu)\n"
    #expect(run.output.hasSuffix("\n\n" + engine))
    #expect(fixture.training.output.hasPrefix(run.output.dropLast(engine.utf8.count)))
    #expect(run.lines.contains("terms       129 (32 words, 9 pairs, 0 keywords, 88 fragments)"))
  }

  @Test("shows as many terms a pole as asked for")
  func top() throws {
    let run = try CommandRun(["model", fixture.model, "--top", "1"])
    #expect(!run.output.contains(" · "))
    #expect(run.lines.count { $0.hasPrefix("    ") } == 4)
    let none = try CommandRun(["model", fixture.model, "--top", "0"])
    #expect(none.status == 0)
    #expect(none.lines.count { $0.hasPrefix("    ") } == 0)
  }

  @Test("gives the manifest as JSON, byte for byte")
  func json() throws {
    let run = try CommandRun(["model", fixture.model, "--format", "json"])
    #expect(run.status == 0)
    #expect(try run.output == fixture.folder.text(of: "model/model.json"))
    #expect(try jsonObject(run.output)["termCount"] as? Int == 129)
  }
}
