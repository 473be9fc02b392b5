import Talks
import Testing

@testable import Ingestion

@Suite("Labelled formats")
struct LabelledFormatTests {
  private func read(_ text: String, as format: LabelledFormat) -> LabelledFile {
    LabelledFile.read(Array(text.utf8), as: format, scheme: .standard, path: "set")
  }

  private func content(
    _ layout: Layout, _ text: String, id: String? = nil, title: String? = nil, labels: Labels = [:]
  ) -> DeckContent {
    DeckContent(
      layout: layout, id: id, title: title, labels: labels,
      slides: [Slide(number: 1, text: text)])
  }

  struct Beginning: Sendable, CustomTestStringConvertible {
    var text: String
    var format: LabelledFormat?
    var testDescription: String { text }
  }

  @Test(
    "are recognized by their first record",
    arguments: [
      Beginning(text: #"{"id":1,"text":"あ","label":["basic"]}"#, format: .doccano),
      Beginning(text: "\u{FEFF}\n" + #"{"text":"あ","label":"basic"}"# + "\n{", format: .doccano),
      Beginning(text: #"{"text":"あ","labels":[]}"#, format: .doccano),
      Beginning(text: #"{"text":"あ","labels":{"depth":"basic"}}"#),
      Beginning(text: #"{"text":"あ"}"#),
      Beginning(text: #"{"title":"あ","slides":[],"text":"","label":"x"}"#),
      Beginning(text: #"{"text":"あ","label":"x","answer":"accept"}"#, format: .prodigy),
      Beginning(text: #"{"text":"あ","_task_hash":1,"accept":[]}"#, format: .prodigy),
      Beginning(text: #"[{"id":1,"data":{"text":"あ"}}, {"#, format: .labelStudio),
      Beginning(
        text: " [\n" + #"{"text":"あ","choice":"x","annotator":1}]"#, format: .labelStudio),
      Beginning(text: "[1, 2]"),
      Beginning(text: "[ メモ ]"),
      Beginning(text: "[]"),
      Beginning(text: "__label__basic あ", format: .fastText),
      Beginning(text: "__init__ の話"),
      Beginning(text: "{"),
      Beginning(text: ""),
    ])
  func recognition(_ beginning: Beginning) {
    #expect(LabelledFormat.recognized(in: Array(beginning.text.utf8)) == beginning.format)
  }

  @Test("read doccano lines")
  func doccano() {
    let file = read(
      #"""
      {"id":1,"text":"一\n行","label":["basic","横断的"],"Comments":[]}
      {"id":"b","text":"二","labels":"advanced","meta":{"title":"題"}}

      {"id":3,"text":"三","label":[]}
      {"id":4,"text":"四","label":[[0,1,"basic"]]}
      {"id":5,"text":"五","label":["expert"]}
      {"id":6,"label":["basic"]}
      {"id":7,"text":"七","label":[3]}
      7
      {"id":8,"text":"八","label":{"a":1}}
      """#, as: .doccano)
    #expect(
      file.entries.map(\.content) == [
        content(.doccano, "一\n行", id: "1", labels: ["depth": "basic", "scope": "cross-cutting"]),
        content(.doccano, "二", id: "b", title: "題", labels: ["depth": "advanced"]),
        content(.doccano, "三", id: "3"),
      ])
    #expect(file.entries.map(\.location.line) == [1, 2, 4])
    #expect(
      file.failures.map(\.reason) == [
        "field 'label' labels spans, not the whole text", "no axis has a pole 'expert'",
        "no 'text'", "field 'label.0' has the wrong type", "a record is JSON but no object",
        "field 'label' has the wrong type",
      ])
    #expect(file.failures.map(\.location.line) == [5, 6, 7, 8, 9, 10])
    #expect(file.failures.map(\.id) == ["4", "5", "6", "7", nil, "8"])
    #expect(file.skippedCount == 0)
  }

  @Test("read Prodigy lines, and count what annotators set aside")
  func prodigy() {
    let file = read(
      #"""
      {"text":"一","label":"basic","answer":"accept","_task_hash":-5,"meta":{"id":9}}
      {"text":"二","label":"basic","answer":"reject"}
      {"text":"三","label":"basic","answer":"ignore"}
      {"text":"四","options":[{"id":0,"text":"advanced"},{"id":1,"text":"独立"}],"accept":[0,1],"answer":"accept"}
      {"text":"五","accept":["basic"],"answer":"accept"}
      {"text":"六","options":[{"id":"x"},7],"accept":["x"],"answer":"accept"}
      {"text":"七","label":"basic"}
      {"text":"八","label":"basic","answer":"maybe"}
      {"text":"九","accept":"basic","answer":"accept"}
      """#, as: .prodigy)
    #expect(
      file.entries.map(\.content) == [
        content(.prodigy, "一", id: "9", labels: ["depth": "basic"]),
        content(.prodigy, "四", labels: ["depth": "advanced", "scope": "independent"]),
        content(.prodigy, "五", labels: ["depth": "basic"]),
      ])
    #expect(file.skippedCount == 2)
    #expect(
      file.failures.map(\.reason) == [
        "no axis has a pole 'x'", "no 'answer'", "the answer is none that Prodigy gives",
        "field 'accept' has the wrong type",
      ])
  }

  @Test("read Label Studio tasks")
  func labelStudio() {
    func choice(_ control: String, _ pole: String) -> String {
      #"{"from_name":"\#(control)","to_name":"t","type":"choices","value":{"choices":["\#(pole)"]}}"#
    }
    func task(_ id: Int, _ annotations: String) -> String {
      #"{"id":\#(id),"data":{"text":"本文 ]},\"","title":"題"},"annotations":[\#(annotations)]}"#
    }
    let both = #"{"result":[\#(choice("depth", "基本的な技術")),\#(choice("any", "independent"))]}"#
    let advanced = #"{"result":[\#(choice("depth", "advanced"))]}"#
    let truth = #"{"ground_truth":true,"result":[\#(choice("depth", "advanced"))]}"#
    let cancelled = #"{"was_cancelled":true,"result":[\#(choice("depth", "basic"))]}"#
    let file = read(
      """
      [
      \(task(1, both)),
      \(task(2, both + "," + advanced)),
      \(task(3, both + "," + truth)), \(task(4, cancelled)),
      \(task(5, cancelled + "," + advanced)),
      \(task(6, "")),
      {"id":7,"data":{"body":"本文","n":1},"completions":[\(advanced)]},
      {"id":8,"data":{"a":"","b":""}}, 9, {"id":10,"data":}, {"id":11,"data":{"text":""},"annotations":[3]},
      \(task(12, #"{"result":[\#(choice("scope", "basic"))]}"#))
      ]
      """, as: .labelStudio)
    #expect(
      file.entries.map(\.content) == [
        content(
          .labelStudio, "本文 ]},\"", id: "1", title: "題",
          labels: ["depth": "basic", "scope": "independent"]),
        content(.labelStudio, "本文 ]},\"", id: "3", title: "題", labels: ["depth": "advanced"]),
        content(.labelStudio, "本文 ]},\"", id: "5", title: "題", labels: ["depth": "advanced"]),
        content(.labelStudio, "本文 ]},\"", id: "6", title: "題"),
        content(.labelStudio, "本文", id: "7", labels: ["depth": "advanced"]),
      ])
    #expect(file.entries.map(\.location.line) == [2, 4, 5, 6, 7])
    #expect(file.skippedCount == 1)
    #expect(
      file.failures.map(\.reason) == [
        "annotators disagree on axis 'depth': 'basic' and 'advanced'", "no 'text'",
        "a record is JSON but no object", "not valid JSON",
        "field 'annotations' has the wrong type", "no axis has a pole 'scope:basic'",
      ])
    #expect(file.failures.map(\.location.line) == [3, 8, 8, 8, 8, 9])
  }

  @Test("read Label Studio's short export")
  func labelStudioRows() {
    let file = read(
      #"""
      [{"text":"一","id":1,"depth":"basic","scope":{"choices":["横断的"]},"annotator":1,"lead_time":2.5},
       {"text":"二","id":2,"choice":"advanced","sentiment":"x","created_at":"2024"},
       {"text":"三","id":3,"label":["basic","independent"]}]
      """#, as: .labelStudio)
    #expect(
      file.entries.map(\.content) == [
        content(.labelStudio, "一", id: "1", labels: ["depth": "basic", "scope": "cross-cutting"]),
        content(.labelStudio, "二", id: "2", labels: ["depth": "advanced"]),
        content(.labelStudio, "三", id: "3", labels: ["depth": "basic", "scope": "independent"]),
      ])
    #expect(file.failures == [])
  }

  @Test("say where an array breaks off, after the tasks before")
  func brokenArray() {
    let file = read("[{\"data\":{\"text\":\"a\"}},\n{\"data\":{\"text\":\"b", as: .labelStudio)
    #expect(file.entries.count == 1)
    #expect(
      file.failures.map(\.description) == [
        "set:2: not valid JSON: the array is not closed; export the file again"
      ])
    for text in ["", " ", "[", "{}", "[\"\\", "[}]", "[{\"a\":1]"] {
      #expect(read(text, as: .labelStudio).entries.isEmpty)
      #expect(read(text, as: .labelStudio).failures.count == 1)
    }
    #expect(read("[]", as: .labelStudio) == LabelledFile())
  }

  @Test("read fastText lines")
  func fastText() {
    let file = read(
      "__label__basic __label__横断的 監視の 話\r\n\n監視  の話 __label__depth:advanced\n__label__basic\n"
        + "ただの行\n__label__ あ\n__label__expert あ\n",
      as: .fastText)
    #expect(
      file.entries.map(\.content) == [
        content(.fastText, "監視の 話", labels: ["depth": "basic", "scope": "cross-cutting"]),
        content(.fastText, "監視  の話", labels: ["depth": "advanced"]),
        content(.fastText, "ただの行"),
      ])
    #expect(file.entries.map(\.location.line) == [1, 3, 5])
    #expect(
      file.failures.map(\.reason) == [
        "no text beside the labels", "no axis has a pole ''", "no axis has a pole 'expert'",
      ])
    let broken = LabelledFile.read(
      [0x61, 0xFF], as: .fastText, scheme: .standard, path: "set")
    #expect(broken.failures.map(\.reason) == ["byte 1 is not valid UTF-8"])
  }

  @Test("stand hostile records", arguments: LabelledFormat.allCases)
  func hostile(_ format: LabelledFormat) {
    let bombs = [
      String(repeating: "[", count: 100_000), String(repeating: "{\"text\":", count: 50_000),
      "{\"text\":\"\\ud800\",\"label\":\"basic\"}", "{\"text\":\"\0\"}", "\0", "\u{FFFD}\u{FEFF}",
      "[" + String(repeating: "{},", count: 10_000) + "{}]", String(repeating: "}", count: 100),
    ]
    for bomb in bombs {
      let file = read(bomb, as: format)
      #expect(format == .fastText || file.entries.isEmpty)
      _ = LabelledFormat.recognized(in: Array(bomb.utf8))
    }
  }
}
