import Foundation
import TestSupport
import Testing

@Suite("Connections", .enabled(if: NetworkTrace.isPossible, NetworkTrace.missing))
struct ConnectionTests {
  let fixture: CommandFixture
  let folder: TemporaryFolder

  init() throws {
    fixture = try CommandFixture.shared()
    folder = try TemporaryFolder()
  }

  @Test("of other programs would be seen here")
  func control() throws {
    let trace = try NetworkTrace(
      of: "/bin/bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/1"], in: folder)
    #expect(trace.calls.contains("connect("))
  }

  @Test("are opened by no verb, whatever a deck or an archive links to")
  func none() throws {
    let page = """
      <!DOCTYPE html SYSTEM "http://192.0.2.1/page.dtd"><html><head><meta charset="utf-8">
      <base href="http://192.0.2.1/"><link rel="stylesheet" href="//192.0.2.1/a.css">
      <script src="http://192.0.2.1/a.js"></script><title>監視</title></head><body>
      <section><img src="http://192.0.2.1/a.png">監視の基本 http://192.0.2.1/</section></body></html>
      """
    try folder.write(page, to: "in/page.html")
    try folder.write(
      "---\ntitle: 監視\n---\n\n# 監視\n\n![](http://192.0.2.1/a.png)\n", to: "in/deck.md")
    try FileManager.default.copyItem(
      atPath: Repository.path("Tests/IngestionTests/Fixtures/deck.pptx"),
      toPath: folder.path + "/in/deck.pptx")
    try folder.write(
      #"{"id":"a","title":"監視","url":"http://192.0.2.1/","text":"http://192.0.2.1/"}"# + "\n",
      to: "in/talks.jsonl")
    let model = ["--model", fixture.model]
    for arguments in [
      ["ingest", "in", "-o", "talks.jsonl"],
      ["classify", "in", "--workers", "2", "--format", "jsonl", "-o", "out"] + model,
      ["map", "in", "-o", "map.html"] + model, ["map", "in", "-o", "map.svg"] + model,
      ["explain", "in", "--id", "a"] + model, ["keywords", "in"], ["tokenize", "in"],
      ["train", fixture.talks, "-o", "trained", "--no-validation"] + LearningFixture.quick,
      ["evaluate", fixture.talks, "--permutations", "2"] + model,
    ] {
      let trace = try NetworkTrace(of: CommandRun.executable, arguments, in: folder)
      #expect(trace.run.status == 0, "\(trace.run.errors)")
      #expect(trace.calls == "", "\(arguments[0])")
    }
  }

  @Test(
    "lead nowhere from the browser that draws a PNG",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium-headless-shell"),
      "chromium-headless-shell is not installed"))
  func picture() throws {
    let trace = try NetworkTrace(
      of: CommandRun.executable, ["map", fixture.talks, "--model", fixture.model, "-o", "map.png"],
      in: folder)
    #expect(trace.run.status == 0, "\(trace.run.errors)")
    // Its processes talk to each other, and it looks for a local bus and a kind of address.
    let sent = trace.calls.split(separator: "\n").filter {
      $0.contains(/(connect|sendto|sendmsg)\(/)
    }
    #expect(!sent.isEmpty)
    #expect(!sent.contains { $0.contains("AF_INET") })
  }
}
