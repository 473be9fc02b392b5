import Foundation
import Shogen
import TestSupport
import Testing

@Suite("The page's appearance", .serialized, .enabled(if: Browser.program != nil, Browser.missing))
struct AppearanceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("fits a telephone without scrolling sideways")
  func telephone() throws {
    let page = try Page(MapFixture.pages(in: folder), width: 390, height: 844)
    #expect(try page.number("document.documentElement.scrollWidth") == 390)
    #expect(
      try page.number("document.querySelector('.narrow').getBoundingClientRect().width") > 340)
    #expect(try page.number("document.querySelector('.wide').getBoundingClientRect().width") == 0)
    try page.screenshot("telephone")
    try page.click(".narrow .marks > .mark[data-talk='17']")
    #expect(try page.text("state.talk") != "")
    _ = try page.value("document.querySelector('.side').scrollIntoView(); 0")
    try page.screenshot("telephone-why")
  }

  @Test("has enough contrast between text and ground, light and dark", arguments: [false, true])
  func contrast(isDark: Bool) throws {
    let page = try Page(MapFixture.pages(in: folder), isDark: isDark)
    let least = try page.number(
      """
      (() => {
      const luminance = (color) => { const [r, g, b] = color.match(/[\\d.]+/g).map(Number)
        .map((v, i) => { const c = color.startsWith('color(') ? v : v / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const pairs = [['.label', '.ground', 'fill', 'fill'], ['.name.k0', '.cell.k0', 'fill', 'fill'],
        ['.name.k1', '.cell.k1', 'fill', 'fill'], ['.name.k2', '.cell.k2', 'fill', 'fill'],
        ['.name.k3', '.cell.k3', 'fill', 'fill'], ['.facts', 'html', 'color', 'backgroundColor'],
        ['#list .place', 'html', 'color', 'backgroundColor']];
      const style = (s, p) => getComputedStyle(document.querySelector(s))[p];
      return Math.min(...pairs.map(([a, b, p, q]) => ratio(luminance(style(a, p)), luminance(style(b, q)))));
      })()
      """)
    // WCAG 2, level AA for text.
    #expect(least >= 4.5)
    try page.screenshot(isDark ? "dark" : "light")
  }

  @Test("prints on one sheet of A4, whatever the number of talks")
  func print() throws {
    let corpora = try [
      MapFixture.make(
        [Repository.path("Corpora/sre-next-2024")], in: folder,
        options: ["--programme", Repository.path("Corpora/sre-next-2024/talks.jsonl")]),
      MapFixture.thousands(in: folder),
    ]
    for (index, path) in corpora.enumerated() {
      let page = try Page(path)
      let pdf = try page.pdf()
      let text = String(decoding: pdf, as: UTF8.self)
      #expect(text.matches(of: /\/Type\s*\/Page\b(?!s)/).count == 1)
      // A4 in points.
      #expect(text.contains(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12][\d.]*\]/))
      if let screenshots = ProcessInfo.processInfo.environment["SHOGEN_SCREENSHOTS"] {
        try pdf.write(to: URL(filePath: "\(screenshots)/print-\(index).pdf"))
      }
    }
  }

  @Test("names everything for a screen reader")
  func accessibility() throws {
    let page = try Page(MapFixture.pages(in: folder), fragment: "#talk=marp&tab=why")
    let nodes = try page.accessibleNodes()
    let acting = ["button", "tab", "combobox", "searchbox", "radio", "link", "textbox"]
    for node in nodes where acting.contains(node.role) { #expect(node.name != "", "\(node.role)") }
    for role in ["banner", "main", "complementary", "search", "tablist", "status"] {
      #expect(nodes.contains { $0.role == role }, "\(role)")
    }
    #expect(nodes.count { $0.role == "tab" } == 4)
    #expect(nodes.count { $0.role == "radio" } == 4)
    let marks = nodes.filter { $0.role == "button" && $0.name.contains(" · ") }
    #expect(marks.count == 19)
    #expect(marks.contains { $0.name.hasPrefix("手順書を減らす手順. 基本的な技術 ") })
    // One mark is in the order of the Tab key.
    #expect(try page.number("document.querySelectorAll('.wide .mark[tabindex=\"0\"]').length") == 1)
  }

  @Test(
    "answers a filter over 3,000 talks within 100 ms",
    .enabled(
      if: ProcessInfo.processInfo.environment["SHOGEN_BROWSER_TIMING"] == "1",
      "times depend on the machine; `make test-browser` measures them"))
  func speed() throws {
    let page = try Page(MapFixture.thousands(in: folder))
    try page.screenshot("thousands")
    let times = try page.numbers(
      """
      (() => { const times = [];
      for (const word of ['s', 'sl', 'slo', '', '監', '監視', '', 'チーム', '']) {
        const start = performance.now();
        element('q').value = word;
        element('q').dispatchEvent(new Event('input'));
        document.querySelector('.wide').getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times })()
      """)
    let median = times.sorted()[times.count / 2]
    Swift.print("filter over 3,000 talks: median \(median) ms of \(times)")
    #expect(median < 100)
  }
}
