import Foundation
import Shogen
import TestSupport
import Testing

@Suite(
  "Corrections in a browser", .serialized, .enabled(if: Browser.program != nil, Browser.missing))
struct CorrectionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func count(_ cell: Int, _ page: Page) throws -> Int {
    Int(try page.text("document.querySelector('.wide [data-count=\"\(cell)\"]').textContent")) ?? -1
  }

  @Test("are made by dragging, counted, undone, and kept")
  func dragging() throws {
    let path = try MapFixture.pages(in: folder)
    let page = try Page(path)
    let before = try (0...3).map { try count($0, page) }
    try page.drag(
      ".wide .marks > .mark[data-talk='17']", to: page.center(of: ".wide .cell[data-cell='3']"))
    #expect(
      try (0...3).map { try count($0, page) } == [
        before[0] - 1, before[1], before[2], before[3] + 1,
      ])
    let id = try page.text("talks[17].id")
    let wanted = #"{"id":"\#(id)","labels":{"depth":"advanced","scope":"cross-cutting"}}"# + "\n"
    #expect(try page.text("document.querySelector('#lines').value") == wanted)
    #expect(try page.text("document.querySelector('#correction-count').textContent") == "1")
    try page.reload()
    #expect(try page.text("corrections.lines()") == wanted)
    #expect(try count(3, page) == before[3] + 1)
    try page.press("z", modifiers: 2)
    #expect(try (0...3).map { try count($0, page) } == before)
    #expect(try page.text("corrections.lines()") == "")
    #expect(try page.complaints() == [])
  }

  @Test("are made by keys on a mark and by the choices of its panel")
  func keys() throws {
    let page = try Page(MapFixture.pages(in: folder))
    _ = try page.value("pictures[0].marks[17].focus(); rove(17); 0")
    try page.press("ArrowRight", modifiers: 8)
    #expect(try page.text("corrections.poles(talks[17].id).depth") == "advanced")
    try page.press("ArrowUp", modifiers: 8)
    #expect(try page.text("corrections.poles(talks[17].id).scope") == "cross-cutting")
    #expect(try page.text("document.querySelector('#live').textContent").contains("横断的"))
    try page.press("ArrowLeft")
    #expect(try page.number("Number(document.activeElement.dataset.talk)") != 17)
    try page.press("Enter")
    try page.click("#why .choice:not(.model) input")
    #expect(try page.number("corrections.byID.size") == 2)
    try page.click("#tab-corrections")
    try page.screenshot("corrections")
    try page.click("#steps button")
    try page.click("#undo")
    #expect(try page.text("corrections.lines()") == "")
  }

  @Test("dropped in the band of an axis leave that axis alone; Escape leaves all")
  func band() throws {
    let page = try Page(MapFixture.pages(in: folder))
    let right = try page.center(of: ".wide .cell[data-cell='3']")
    let middle = try page.center(of: ".wide .ground")
    try page.drag(".wide .marks > .mark[data-talk='17']", to: (right.x, middle.y))
    #expect(
      try page.text("JSON.stringify(corrections.poles(talks[17].id))") == #"{"depth":"advanced"}"#)
    try page.drag(".wide .marks > .mark[data-talk='0']", to: middle)
    #expect(try page.number("corrections.byID.size") == 1)
    let start = try page.center(of: ".wide .marks > .mark[data-talk='0']")
    try page.mouse("mousePressed", start.x, start.y)
    try page.mouse("mouseMoved", right.x, right.y)
    try page.press("Escape")
    try page.mouse("mouseReleased", right.x, right.y)
    #expect(try page.number("corrections.byID.size") == 1)
  }

  @Test("are exported as labels that review and map take, and show as labelled")
  func export() throws {
    let talks = try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    let plain = ["--minimum-document-frequency", "1", "--repeats", "2", "--no-search"]
    let model = folder.path + "/model"
    #expect(try CommandRun(["train", talks, "-o", model] + plain).status == 0)
    let path = try MapFixture.make([talks], in: folder, options: ["--model", model])
    let page = try Page(path)
    try page.drag(
      ".wide .marks > .mark[data-talk='0']", to: page.center(of: ".wide .cell[data-cell='3']"))
    let lines = try page.text("corrections.lines()")
    let labels = try folder.write(lines, to: "corrections.jsonl")
    var file = LabelFile()
    try file.add(contentsOf: labels, scheme: .standard)
    #expect(file.failures.isEmpty)
    #expect(file.labels == ["t01": ["depth": "advanced", "scope": "cross-cutting"]])
    let review = try CommandRun(
      ["review", talks, "--add", labels, "-o", folder.path + "/new"] + plain)
    #expect(review.status == 0)
    #expect(review.output.hasPrefix("2 label(s) changed"))
    let train = try CommandRun(
      ["train", talks, "--labels", labels, "-o", folder.path + "/other"] + plain)
    #expect(train.status == 0)
    let next = try MapFixture.make(
      [talks], in: folder, named: "next.html",
      options: ["--labels", labels, "--model", folder.path + "/new"])
    try page.open(next)
    #expect(try page.text("JSON.stringify(talks[0].labels)").contains(#""depth":"advanced""#))
    #expect(try page.number("cellOf(0)") == 3)
    // What the file says already is no correction any more.
    #expect(try page.text("corrections.lines()") == "")
  }

  @Test("survive storage that holds nonsense")
  func nonsense() throws {
    let page = try Page(MapFixture.pages(in: folder))
    for kept in ["nonsense", "{}", "[1,null,{\"id\":\"marp\",\"axis\":\"<b>\",\"pole\":\"x\"}]"] {
      _ = try page.value("localStorage.setItem(corrections.key, `\(kept)`); 0")
      try page.reload()
      #expect(try page.text("corrections.lines()") == "")
      #expect(try page.complaints() == [])
    }
  }
}
