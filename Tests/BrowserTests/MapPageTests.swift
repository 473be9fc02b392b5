import Foundation
import Glibc
import Shogen
import TestSupport
import Testing

@Suite("The page in a browser", .serialized, .enabled(if: Browser.program != nil, Browser.missing))
struct MapPageTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let visible = "document.querySelectorAll('.wide .marks > .mark:not(.out)').length"
  private static let rows = "document.querySelectorAll('#list li').length"

  @Test("has each mark at its talk's probabilities")
  func marks() throws {
    let page = try Page(MapFixture.pages(in: folder))
    let run = try CommandRun([
      "classify", Repository.path("Corpora/pages"), "--format", "jsonl",
    ])
    let lines = run.output.split(separator: "\n")
    let places = try page.numbers(
      """
      (() => { const g = document.querySelector('.wide .ground').getBoundingClientRect();
      return [...document.querySelectorAll('.wide .marks > .mark .shape')].flatMap((shape) => {
        const r = shape.getBoundingClientRect();
        return [(r.x + r.width / 2 - g.x) / g.width, 1 - (r.y + r.height / 2 - g.y) / g.height];
      }) })()
      """)
    #expect(places.count == 2 * lines.count)
    for (index, line) in lines.enumerated() {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let axes = try #require(object?["axes"] as? [String: [String: Any]])
      for (offset, axis) in ["depth", "scope"].enumerated() {
        // The score is the log-odds of the second pole.
        let score = try #require(axes[axis]?["score"] as? Double)
        let wanted = 0.5 + 0.5 * score / (abs(score) + 2.5)
        // A mark gives way to its neighbours by no more than some of its own width.
        #expect(abs(places[2 * index + offset] - wanted) < 0.03, "\(line.prefix(80))")
      }
    }
    try page.screenshot("desk")
  }

  @Test("has labels that cover neither each other nor another talk's mark")
  func labels() throws {
    let path = try MapFixture.make([Repository.path("Corpora/sre-next-2024")], in: folder)
    let page = try Page(path)
    let count = try page.number("document.querySelectorAll('.wide .label:not(.hover)').length")
    #expect(count == 28)
    let overlaps = try page.value(
      """
      (() => { const all = [...document.querySelectorAll('.wide .marks > .mark')].flatMap((mark) =>
        [...mark.querySelectorAll('.label:not(.hover), .shape')].map((part) =>
          ({ mark, isShape: part.matches('.shape'), r: part.getBoundingClientRect() })));
      const pairs = [];
      all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
        if (a.mark === b.mark || (a.isShape && b.isShape)) return;
        const [w, h] = [Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left),
          Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top)];
        if (w > 2 && h > 4) pairs.push([a.mark.ariaLabel, b.mark.ariaLabel, w, h].join());
      }));
      return pairs })()
      """)
    #expect(overlaps as? [String] == [])
    try page.screenshot("labelled")
  }

  @Test("says why, when a talk is chosen on the picture or in the list")
  func why() throws {
    let page = try Page(MapFixture.pages(in: folder))
    try page.click(".wide .marks > .mark[data-talk='17']")
    #expect(try page.text("document.querySelector('#why h2').textContent") == "手順書を減らす手順")
    #expect(try page.value("document.querySelector('#panel-why').hidden") as? Bool == false)
    #expect(try page.text("location.hash").contains("talk="))
    let evidence = try CommandRun([
      "explain", Repository.path("Corpora/pages"), "--id", try page.text("state.talk"),
      "--format", "json",
    ])
    let object =
      try JSONSerialization.jsonObject(with: Data(evidence.output.utf8)) as? [String: Any]
    let axis = try #require((object?["axes"] as? [[String: Any]])?.first)
    let first = try #require((axis["terms"] as? [[String: Any]])?.first)
    #expect(
      try page.text("document.querySelector('#why .term').textContent")
        == first["term"] as? String)
    let push = try #require(first["contribution"] as? Double)
    let shown = try page.text("document.querySelector('#why .push').textContent")
    #expect(shown == (push < 0 ? "−" : "+") + Decimals.fixed(abs(push), 2))
    #expect(try page.number("document.querySelectorAll('#why mark').length") > 8)
    #expect(try page.text("document.querySelector('#why .slide').textContent") != "")
    #expect(
      try page.number("document.querySelectorAll('.wide .mark[aria-current=true]').length") == 1)
    try page.click("#tab-list")
    try page.click("#list li:nth-child(3) button")
    #expect(try page.text("document.querySelector('#why h2').textContent").contains("カーネル"))
    try page.screenshot("why")
  }

  @Test("keeps the list and the picture in step with search and filters")
  func filters() throws {
    let page = try Page(MapFixture.pages(in: folder))
    #expect(try page.number(Self.visible) == 19)
    #expect(try page.number(Self.rows) == 19)
    try page.click("#q")
    try page.type("ＳＬＯ")
    let found = try page.number(Self.visible)
    #expect(found >= 2 && found < 19)
    #expect(try page.number(Self.rows) == found)
    #expect(try page.text("location.hash").hasPrefix("#q="))
    for (id, value) in [
      ("cell", "basic/independent"), ("cell", "undecided"), ("warning", "any"), ("label", "yes"),
    ] {
      _ = try page.value(
        "look({ ...initial }); const s\(abs(value.hashValue)) = element('\(id)');"
          + "element('\(id)').value = '\(value)';"
          + "element('\(id)').dispatchEvent(new Event('input')); 0")
      let count = try page.number(Self.visible)
      #expect(try page.number(Self.rows) == count)
      #expect(count < 19)
      #expect(count > 0 || id == "label")
    }
    _ = try page.value("look({ ...initial, sort: 'unsure' }); 0")
    #expect(
      try page.text("document.querySelector('#list .title').textContent").hasPrefix("夜間バッチ"))
  }

  @Test("comes back from its address as it was")
  func fragment() throws {
    let path = try MapFixture.pages(in: folder)
    let page = try Page(path, fragment: "#q=slo&talk=marp&tab=why&lang=en")
    #expect(try page.text("document.querySelector('#q').value") == "slo")
    #expect(try page.number(Self.visible) < 19)
    #expect(try page.text("document.documentElement.lang") == "en")
    #expect(try page.text("state.tab") == "why")
    try page.open(path, fragment: "#tab=nonsense&sort=%3Cscript%3E&cell=%00")
    #expect(try page.text("state.tab") == "list")
    #expect(try page.complaints() == [])
  }

  @Test("asks for nothing but itself and complains of nothing")
  func silence() throws {
    let path = try MapFixture.pages(in: folder)
    let page = try Page(path)
    for tab in ["why", "impressions", "corrections", "list"] { try page.click("#tab-\(tab)") }
    try page.click("#language")
    try page.click(".wide .marks > .mark[data-talk='3']")
    try page.press("ArrowRight")
    #expect(try page.requests() == [URL(filePath: path).absoluteString])
    #expect(try page.complaints() == [])
    let policy = try page.text("document.querySelector('meta[http-equiv]').content")
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    // The policy holds: a script that a title could smuggle in does not run.
    _ = try page.value(
      "(() => { const s = document.createElement('script'); s.textContent = 'window.owned = 1';"
        + " document.body.append(s) })()")
    #expect(try page.value("window.owned === undefined") as? Bool == true)
  }
}
