import Foundation
import Shogen
import TestSupport
import Testing

@Suite(
  "Hostile talks in a browser", .serialized, .enabled(if: Browser.program != nil, Browser.missing))
struct HostilePageTests {
  static let titles = [
    "</script><script>window.owned=1</script>", "<img src=x onerror=window.owned=1>",
    "\"><svg onload=window.owned=1>", "<!--<script>", "&lt;b&gt; & 'quotes' \"double\"",
    "${window.owned=1}`", "javascript:window.owned=1", "{{owned}}", "]]></style><b>",
    "\u{600}</script>\u{600}<img src=x onerror=window.owned=1>",
  ]

  @Test("stay text wherever they are shown")
  func text() throws {
    let folder = try TemporaryFolder()
    let talks = Self.titles.enumerated().map { index, title in
      TalkJSON.line(
        Talk(
          id: title + "\(index)", title: title, speaker: title, event: title,
          url: "javascript:window.owned=1//\(index)",
          slides: [Slide(number: 1, text: "監視 \(title) 障害 SLO チーム")]))
    }
    let input = try folder.write(talks.joined(), to: "hostile.jsonl")
    for name in ["map.html", "map.svg"] {
      let path = try MapFixture.make(
        [input], in: folder, named: name, options: ["--title", Self.titles[0]])
      let page = try Page(path)
      #expect(try page.value("window.owned === undefined") as? Bool == true)
      #expect(
        try page.value("document.querySelector('b, img, [onload]') === null") as? Bool == true)
      #expect(try page.requests().count == 1)
      #expect(try page.complaints() == [])
      guard name == "map.html" else { continue }
      #expect(try page.text("document.querySelector('h1 .ja').textContent") == Self.titles[0])
      for (index, title) in Self.titles.enumerated() {
        _ = try page.value("select(\(index)); 0")
        #expect(try page.text("document.querySelector('#why h2').textContent") == title)
        #expect(try page.value("document.querySelector('#why a') === null") as? Bool == true)
        try page.reload()
        #expect(try page.text("document.querySelector('#why h2').textContent") == title)
      }
      #expect(try page.value("window.owned === undefined") as? Bool == true)
      #expect(try page.number("document.scripts.length") == 8)
    }
  }

  @Test("stay text where two bodies are compared")
  func comparison() throws {
    let folder = try TemporaryFolder()
    let model = Repository.path("Models/sre-quadrant")
    let bodies = try ["a", "b"].map { name in
      try folder.write(
        Self.titles.enumerated().map { index, title in
          TalkJSON.line(
            Talk(id: title + "\(index)", title: title, text: "\(name) 監視 \(title) SLO \(title)"))
        }.joined(), to: name + ".jsonl")
    }
    let path = folder.path + "/compare.html"
    let run = try CommandRun(
      ["compare"] + bodies + ["--names", Self.titles[1] + "," + Self.titles[2], "--model", model]
        + ["-o", path])
    #expect(run.status == 0)
    let page = try Page(path)
    #expect(try page.value("window.owned === undefined") as? Bool == true)
    #expect(try page.value("document.querySelector('b, img, [onload]') === null") as? Bool == true)
    #expect(try page.requests().count == 1)
    #expect(try page.complaints() == [])
  }
}
