import Talks
import Testing

@testable import Ingestion

private func deck(_ markdown: String) throws -> DeckContent {
  try MarkdownDeck.read(makeDocument(markdown))
}

private func slideTexts(_ markdown: String) throws -> [String] {
  try deck(markdown).slides.map(\.text)
}

@Suite("Markdown decks")
struct MarkdownDeckTests {
  @Test("Marp: breaks, underlined headings, directives, notes and styles")
  func marp() throws {
    let deck = try deck(
      """
      ---
      marp: true
      title: '題名: 副題' # 書きかけ
      author: [青木, "[井上](https://example.invalid)"]
      ---
      # 一枚目
      <!-- _class: lead -->
      <!-- 話す順番
      を思い出す -->

      ___

      見出し
      ---
      本文
      <style>
      h1 { color: red }
      ---
      </style>

      ------

      三枚目 <!-- 短いメモ -->
      - - -
      四枚目
      """)
    #expect(deck.layout == .markdownDeck)
    #expect(deck.title == "題名: 副題")
    #expect(deck.speaker == "青木, 井上")
    #expect(
      deck.slides == [
        Slide(number: 1, text: "一枚目", speakerNotes: "話す順番\nを思い出す"),
        Slide(number: 2, text: "見出し\n本文"),
        Slide(number: 3, text: "三枚目", speakerNotes: "短いメモ"), Slide(number: 4, text: "四枚目"),
      ])
  }

  @Test(
    "headings divide slides as the directive says",
    arguments: [
      ("---\nheadingDivider: 2\n---\n", ["# a", "## b\n### c", "# d\n#### e"]),
      ("---\nheadingDivider: [1, 3]\n---\n", ["# a\n## b", "### c", "# d\n#### e"]),
      ("---\nheadingDivider:\n  - 3\n---\n", ["# a\n## b", "### c\n# d\n#### e"]),
      ("<!-- headingDivider: 1 -->\n", ["# a\n## b\n### c", "# d\n#### e"]),
      ("", ["# a", "## b\n### c", "# d\n#### e"]),
    ])
  func headingDivider(head: String, expected: [String]) throws {
    let expected = expected.map { $0.replacing("# ", with: "").replacing("#", with: "") }
    #expect(try slideTexts(head + "# a\n## b\n### c\n# d\n#### e\n") == expected)
  }

  @Test("Slidev: settings of slides, slots, notes at the end, hidden slides")
  func slidev() throws {
    let deck = try deck(
      """
      ---
      theme: default
      title: 題名
      ---

      # 一枚目
      <!-- 途中のコメント -->
      本文
      ***
      <!-- 最後の
      ---
      メモ -->

      ---
      layout: two-cols
      hide: true
      ---

      左
      ::right::
      右
      ------
      # 三枚目
      <<< @/snippets/a.ts
      ---

      """)
    #expect(
      deck.slides == [
        Slide(number: 1, text: "一枚目\n本文", speakerNotes: "最後の\n---\nメモ"),
        Slide(number: 2, text: "左\n右", isHidden: true), Slide(number: 3, text: "三枚目"),
      ])
    #expect(deck.notes[.hiddenSlides] == 1)
  }

  @Test("reveal.js: slides below slides, notes, attributes, custom separators")
  func reveal() throws {
    let deck = try deck(
      """
      # 一枚目 <!-- .element: class="fragment" -->
      --
      <!-- .slide: data-visibility="hidden" -->
      二枚目
      notes: 一行の
      メモ
      ----
      三枚目
      """)
    #expect(
      deck.slides == [
        Slide(number: 1, text: "一枚目"),
        Slide(number: 2, text: "二枚目", speakerNotes: "一行の\nメモ", isHidden: true),
        Slide(number: 3, text: "三枚目"),
      ])
    #expect(
      try slideTexts(
        "---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\na\n<!--s-->\nb\n<!--v-->\nc")
        == ["a", "b", "c"])
  }

  @Test("GitPitch: both separators with settings, widgets, captions of code")
  func gitPitch() throws {
    let deck = try deck(
      """
      # 題名
      @snap[west]
      左 (カッコ) @size[1.5em](大きい (中) 字)
      @snapend
      ---?image=a.png
      @title[二枚目]
      @fa[rocket] @color[red](赤)
      @note[言うこと]
      +++?code=a.go
      @[1,3-5](説明)
      """)
    #expect(
      deck.slides == [
        Slide(number: 1, text: "題名\n左 (カッコ) 大きい (中) 字"),
        Slide(number: 2, text: "赤", speakerNotes: "言うこと"), Slide(number: 3, text: "説明"),
      ])
  }

  @Test(
    "code keeps its separators and its marks",
    arguments: [
      "```\n---\n**a**\n```", "~~~~yaml\n---\n**a**\n~~~\n~~~~", "- x\n  ```\n---\n**a**\n  ```",
      "`````\n```\n---\n**a**\n`````",
    ])
  func fences(code: String) throws {
    let texts = try slideTexts("# 題\n\n---\n\(code)\n\n---\n終")
    #expect(texts.count == 3)
    #expect(texts[1].contains("---\n**a**"))
  }

  @Test("a fence, comment or style that nothing closes does not swallow the deck")
  func unclosed() throws {
    #expect(try slideTexts("# 題\n```\n---\n二\n---\n三") == ["題\n```", "二", "三"])
    #expect(try slideTexts("# 題\n<!-- あ\n---\n二") == ["題\n<!-- あ", "二"])
    #expect(try slideTexts("# 題\n<style>\n---\n二") == ["題", "二"])
  }

  @Test("a plain file gives a slide for each heading of two levels")
  func plain() throws {
    let deck = try deck(
      """
      前書き

      題名
      ====

      [![badge](a.svg)](https://example.invalid)
      文
      <!-- 見えない -->

      節
      -----
      Note: 本文です
      ### 小節
      ## 次の節
      """)
    #expect(deck.title == "題名")
    #expect(deck.slides.map(\.text) == ["前書き", "題名\n\n文", "節\nNote: 本文です\n小節", "次の節"])
    #expect(deck.slides.allSatisfy { $0.speakerNotes == nil })
  }

  @Test("tables become lines with tabs, with or without outer pipes")
  func tables() throws {
    #expect(
      try slideTexts(
        "# t\n| a | **b** |\n|---|:-:|\n| `x\\|y` |  |\n\nc | d\n--- | ---\n1 | 2\n\n後")
        == ["t\na\tb\nx|y\n\nc\td\n1\t2\n\n後"])
  }

  @Test("a slide with only an image is counted and stays as an empty slide")
  func pictures() throws {
    let deck = try deck("# 題\n\n---\n\n![bg](a.png)\n\n---\n\n終\n")
    #expect(deck.slides.map(\.text) == ["題", "", "終"])
    #expect(deck.notes[.pictureSlides] == 1)
  }

  @Test(
    "recognizes decks and READMEs, not transcripts",
    arguments: [
      ("# 題\n\n文", true), ("題\n===\n文", true), ("---\nmarp: true\n---\n文", true),
      ("---\ntitle: 題\nspeaker: 人\n---\n文\n---\n文", false), ("文\n---\n# a\n---\n文\n---\n文", false),
      ("# a\n---\n# b\n---\n文", true), ("---\nSLO: 99.9%\n---\n文", false), ("文\n--\n文", false),
      ("---\nBackground: x\n---\n文", false), ("#タグ\n文", false), ("", false), ("- a\n- b", false),
      ("<!-- _class: lead -->\n文\n---\n文", true), ("+++\ntitle = \"題\"\n+++\n文", false),
    ])
  func recognition(markdown: String, expected: Bool) throws {
    #expect(try MarkdownDeck.recognizes(makeDocument(markdown)) == expected)
  }

  @Test("nothing readable is lost or invented on damaged decks")
  func damaged() throws {
    let sources = [
      "---\nmarp: true\n---\n# 題 **a** [b](c) `d`\n\n---\n\n- x\n<!-- n -->\n```\ny\n```\n|a|b|\n|-|-|\n",
      "---\n---\n---\n", "<!-->\n-->\n", "> > # a\n>\n---", "\u{FEFF}---\nmarp: true\n---\n# a",
    ]
    for source in sources {
      let bytes = Array(source.utf8)
      for cut in 0...bytes.count {
        for head in [Array(bytes[..<cut]), Array(bytes[cut...])] {
          let text = try DocumentText(head, at: SourceLocation(path: "cut"))
          let deck = MarkdownDeck.read(text)
          #expect(
            deck.slides.map(\.number)
              == Array(1...max(1, deck.slides.count)).prefix(deck.slides.count).map { $0 })
          #expect(deck.slides.allSatisfy { !$0.text.utf8.contains(0xFF) })
        }
      }
    }
  }

  @Test(
    "time stays linear on hostile text",
    arguments: [
      "[", "![", "](", "[a](", "*a", "**a ", "`a``", "<a ", "<!--", "&#", "a_", "~~~\n",
      "```\n~~~~\n",
      "---\n", "---\na: b\n", "# a\n", "<style>\n", "<!-- a\n", "|a|b\n", "> ", "- ", "@a[", "\\",
      "<!-- a -->", "[a]: b\n", "`<!--`", "(", "title: a\n---\n", "a\n---\n", "++\u{3000}",
    ])
  func hostile(unit: String) throws {
    let text = String(repeating: unit, count: 30_000 / unit.utf8.count)
    for prefix in ["", "---\nmarp: true\n---\n", "---\nlayout: a\n---\n", "+++\n# a\n+++\n@a[b]\n"]
    {
      let clock = ContinuousClock()
      let short = try makeDocument(prefix + text)
      let elapsed = clock.measure { _ = MarkdownDeck.read(short) }
      // 30 kB take milliseconds in debug; a quadratic reader takes minutes.
      #expect(elapsed < .seconds(5))
    }
  }
}

@Suite("Markdown front matter")
struct FrontMatterTests {
  @Test("reads scalars, quotes, comments, lists, blocks and TOML")
  func values() throws {
    let text = try makeDocument(
      """
      ---
      # comment
      title: "a: 'b'"
      theme: default # c
      tags: [x, 'y z']
      list:
      - 1
      - 2
      info: |
        one
        two
      empty:
      url: https://example.invalid/#top
      ---
      """)
    let matter = try #require(FrontMatter(text, openedAt: 0))
    #expect(
      matter.values == [
        "title": ["a: 'b'"], "theme": ["default"], "tags": ["x", "y z"], "list": ["1", "2"],
        "info": ["one", "two"], "empty": [], "url": ["https://example.invalid/#top"],
      ])
    #expect(matter.text("info") == "one two")
    #expect(matter.text("empty") == nil)
    #expect(matter.end == 14)
    let toml = try makeDocument("+++\ntitle = \"題\"\n+++")
    #expect(FrontMatter(toml, openedAt: 0)?.text("title") == "題")
  }

  @Test(
    "what is no mapping is text",
    arguments: [
      "---\n文\n---", "---\n---", "---\na: b", "---\n- a\n---", "---\na:b\n---", "----\na: b\n----",
      "--\na: b\n--", "---\n  a\n---",
    ])
  func text(text: String) throws {
    #expect(try FrontMatter(makeDocument(text), openedAt: 0) == nil)
  }
}

@Suite("Markdown within paragraphs")
struct MarkdownInlineTests {
  @Test(
    "turns marks into plain text",
    arguments: [
      ("**重要。**です", "重要。です"), ("*a* _b_ __c__ ***d***", "a b c d"), ("**a*b**", "a*b"),
      ("2 * 3 * 4", "2 * 3 * 4"), ("snake_case_name と日本_語_です", "snake_case_name と日本_語_です"),
      ("~~消す~~ 5~10 ~", "消す 5~10 ~"), ("*.md と *.txt", "*.md と *.txt"),
      ("詳細は*1を参照。*1 出典", "詳細は*1を参照。*1 出典"), ("**閉じない", "**閉じない"),
      ("`**a** [b](c)` ``d`e``", "**a** [b](c) d`e"), ("`閉じない **a**", "`閉じない a"),
      ("[語](https://example.invalid/a(b)c \"題\")", "語"), ("[**語** `x`](a)", "語 x"),
      ("![図](a.png)後", "後"), ("[![図](a.png)](b) 語", "語"), ("配列[0][1]と[x](", "配列[0][1]と[x]("),
      ("[^1] 脚注", "脚注"), ("[^*a] b*", "b*"),
      ("<https://example.invalid>", "https://example.invalid"),
      ("a<br>b<br/>c", "a\nb\nc"), ("<div class=\"a>b\">語</div>", "語"),
      ("<自分> a < b > c", "<自分> a < b > c"),
      ("Vec<T> と <pod-name>", "Vec と"),
      ("A &amp; B &lt;c&gt; &#x3042;&#12356; &foo; &", "A & B <c> あい &foo; &"),
      ("\\*a\\* \\あ", "*a* \\あ"), ("a <!-- b --> c", "a  c"), ("<!-- a", "<!-- a"),
      ("user@example.invalid", "user@example.invalid"),
    ])
  func plainText(markdown: String, expected: String) throws {
    #expect(try slideTexts(markdown) == [expected])
  }

  @Test("links by reference are words when the reference is defined")
  func references() throws {
    #expect(
      try slideTexts("[語][r] [R] [r][] [x][y] [z]\n\n[r]: https://example.invalid\n[^1]: 脚注")
        == ["語 R r [x][y] [z]\n\n脚注"])
  }

  @Test("lists keep bullets, boxes go, numbers stay")
  func lists() throws {
    #expect(
      try slideTexts("- a\n  - b\n* [x] c\n+ [ ] d\n1. e\n2) f\n-g\n- ![](a.png)\n  続き")
        == ["• a\n• b\n• c\n• d\n1. e\n2) f\n-g\n続き"])
  }
}
