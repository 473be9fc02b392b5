import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen map")
struct MapTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(["map", fixture.talks, "--model", fixture.model] + arguments)
  }

  @Test("draws the picture that README shows")
  func golden() throws {
    try Self.expectPicture(
      try CommandRun(["map", "Corpora/pages", "--format", "svg"]), in: "Models/sre-quadrant")
  }

  @Test("draws the picture of a forum with axes of its own")
  func forum() throws {
    let folder = try TemporaryFolder()
    let forum = "Corpora/museum-forum"
    let (talks, model) = (folder.path + "/museum.jsonl", folder.path + "/model")
    let scheme = ["--scheme", forum + "/scheme.json"]
    for arguments in [
      ["ingest", forum + "/talks", "--labels", forum + "/labels.jsonl", "-o", talks] + scheme,
      ["train", talks, "--lexicon", forum + "/lexicon.tsv", "--repeats", "1", "-o", model] + scheme,
    ] {
      #expect(try CommandRun(arguments).status == 0)
    }
    try Self.expectPicture(
      try CommandRun([
        "map", talks, "--model", model, "--title", "博物館の集い", "--format", "svg",
      ]), in: forum)
  }

  private static func expectPicture(_ run: CommandRun, in folder: String) throws {
    #expect(run.status == 0)
    let path = Repository.path(folder + "/map.svg")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try run.output.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == run.output, "make picture")
  }

  @Test(
    "tells its format by the file's name",
    arguments: [
      ("map.html", "<!DOCTYPE html>"), ("map.svg", "<svg "), ("map.mmd", "quadrantChart\n"),
    ])
  func formats(name: String, beginning: String) throws {
    let folder = try TemporaryFolder()
    let run = try run(["-o", folder.path + "/" + name])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(try folder.text(of: name).hasPrefix(beginning))
    #expect(try self.run(["--format", "html"]).output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test("is the same for any number of workers", arguments: ["html", "svg"])
  func workers(format: String) throws {
    let outputs = try ["1", "2", "7"].map { try run(["--format", format, "--workers", $0]).output }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
    #expect(outputs[0].count > 1000)
  }

  @Test("names the package that png needs where it is missing")
  func noBrowser() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["map", fixture.talks, "--model", fixture.model, "-o", folder.path + "/map.png"],
      environment: ["PATH": folder.path, "TMPDIR": folder.path])
    #expect(run.status == 1)
    #expect(
      run.errors == "shogen: error: png needs a headless Chromium; install Debian's "
        + "chromium-headless-shell, or use --format svg\n")
    // Nothing is left behind, neither a picture nor what it was made from.
    #expect(try folder.names() == [])
  }

  @Test(
    "draws a PNG by an installed Chromium",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium-headless-shell"),
      "chromium-headless-shell is not installed"))
  func png() throws {
    let folder = try TemporaryFolder()
    #expect(try run(["-o", folder.path + "/map.png"]).status == 0)
    let bytes = try folder.bytes(of: "map.png")
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // Width and height of the header, at two pixels for one.
    #expect(Array(bytes[16..<24]) == [0, 0, 6, 224, 0, 0, 5, 80])
  }

  @Test("takes labels, a programme, a name and axes")
  func options() throws {
    let folder = try TemporaryFolder()
    let labels = try folder.write(
      #"{"id":"t01","labels":{"depth":"advanced"}}"# + "\n", to: "labels.jsonl")
    let programme = try folder.write("はじめてのSLO\nまだ見ぬ発表\n", to: "programme.txt")
    let page = try run([
      "--labels", labels, "--programme", programme, "--title", "小さな会", "--format", "html",
      "--language", "en",
    ])
    #expect(page.status == 0)
    #expect(page.output.contains(#"<html lang="en">"#))
    #expect(page.output.contains("<title>小さな会</title>"))
    #expect(page.output.contains(#""labels":{"depth":"advanced","scope":"independent"}"#))
    #expect(page.output.contains("Slides of 1 of 2 talks of the programme."))
    #expect(page.output.contains("まだ見ぬ発表"))
    let one = try run(["--axes", "scope", "--format", "mermaid"])
    #expect(one.output == "pie showData\n  title 発表の地図\n  \"独立\" : 6\n  \"横断的\" : 6\n")
    let bad = try run(["--axes", "scope,width"])
    #expect(bad.status == 1)
    #expect(
      bad.errors == "shogen: error: --axes scope,width: name one or two of 'depth', 'scope'\n")
  }

  @Test("goes on past a bad record and says so on the page")
  func badRecord() throws {
    let run = try CommandRun(
      ["map", "-", "--model", fixture.model], input: TinyCorpus.jsonLines + "{\"id\":1\n")
    #expect(run.status == 2)
    #expect(run.output.contains("1 records could not be read"))
    let nothing = try CommandRun(["map", "-", "--model", fixture.model], input: "{\"id\":1\n")
    #expect(nothing.status == 1)
    #expect(nothing.output == "")
  }
}
