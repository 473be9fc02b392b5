import Talks
import Testing

@testable import Ingestion

@Suite("Web pages")
struct WebPageReaderTests {
  private static let location = SourceLocation(path: "page.html")

  private static func read(_ page: String) throws -> DeckContent {
    try read(Array(page.utf8))
  }

  private static func read(_ bytes: [UInt8]) throws -> DeckContent {
    let decks = try WebPageReader.read(bytes, location: location)
    try #require(decks.count == 1)
    return decks[0]
  }

  private static func reason(_ bytes: [UInt8]) -> String? {
    do {
      _ = try WebPageReader.read(bytes, location: location)
      return nil
    } catch {
      return error.description
    }
  }

  /// The texts of a page's slides.
  private static func texts(_ page: String) throws -> [String] {
    try read(page).slides.map(\.text)
  }

  @Test("from Speaker Deck give the slides of their transcript with the pages' numbers")
  func speakerDeck() throws {
    let deck = try Self.read(
      """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="utf-8">
      <title>小さな監視の物語 - Speaker Deck</title>
      <meta property="og:site_name" content="Speaker Deck">
      <meta property="og:title" content="小さな監視の物語 / A tale &amp; more">
      <meta property="og:author" content="架空の発表者">
      <meta property='og:url' content='https://speakerdeck.com/kakuu/small-tale'>
      <script>var x = "<li>偽物</li>";</script></head>
      <body><header><h1>Speaker Deck</h1></header><nav><ul><li>Features</li></ul></nav>
      <h1>小さな監視の物語 / A tale…</h1>
      <div class="decks"><ul><li>他の発表</li><li>もう一つの発表</li></ul></div>
      <div id="transcript" class="transcript py-3"><h2 class="transcript-title">Transcript</h2>
      <div class="slide-transcript"><a href="https://files.example/slide_0.jpg">1.</a>
        <p>小さな監視の
        物語<br>架空の発表者</p></div>
      <div class='slide-transcript'><a href="https://files.example/slide_2.jpg">2.</a>
        手順書を書く</div>
      <div class="slide-transcript"><img data-src=/p/slide_3.jpg><p>None</p></div>
      </div>
      <footer>会社の名前</footer></body></html>
      """)
    #expect(deck.layout == .speakerDeckNumbered)
    #expect(deck.title == "小さな監視の物語 / A tale & more")
    #expect(deck.speaker == "架空の発表者")
    #expect(deck.url == "https://speakerdeck.com/kakuu/small-tale")
    #expect(
      deck.slides == [
        Slide(number: 1, text: "小さな監視の物語\n架空の発表者"),
        Slide(number: 3, text: "手順書を書く"), Slide(number: 4, text: ""),
      ])
    // Title, two other decks and the heading; Speaker Deck, Features, the company.
    #expect(deck.notes[.boilerplateLines] == 7)
  }

  @Test("from Speaker Deck may list slides in an ordered list")
  func orderedList() throws {
    let deck = try Self.read(
      """
      <title>題名 - Speaker Deck</title>
      <link rel="canonical" href="https://speakerdeck.com/kakuu/deck">
      <div class="deck-transcript"><ol><li>1. 監視<p>SLO</p><ul><li>指標<li>目標</ul>
      <li>手順書</ol></div><p>後の文
      """)
    #expect(deck.title == "題名")
    #expect(deck.slides.map(\.text) == ["監視\nSLO\n指標\n目標", "手順書"])
    #expect(deck.layout == .speakerDeckNumbered)
  }

  @Test("from Speaker Deck without a transcript give the title only")
  func titleOnly() throws {
    let deck = try Self.read(
      """
      <meta property="og:site_name" content="Speaker Deck"><title>題名 - Speaker Deck</title>
      <h1>題名</h1><ul><li>他の発表</ul>
      """)
    #expect(deck.layout == .speakerDeckTitleOnly)
    #expect(deck.title == "題名")
    #expect(deck.slides.isEmpty)
    #expect(deck.notes[.missingTranscript] == 1)
  }

  @Test("from SlideShare lose the HTML that their text holds as text")
  func slideShare() throws {
    let deck = try Self.read(
      """
      <meta property="og:site_name" content="www.slideshare.net"><h1>題名</h1>
      <div class="transcript j-transcript"><h3 class="transcript-header">題名</h3>
      <ol class="j-transcripts transcripts"><li>
      1.
      監視の話&lt;br /&gt;二行目</li><li><a title="x">2.</a> &lt;ul&gt;&lt;li&gt;指標</li></ol></div>
      """)
    #expect(deck.layout == .slideShare)
    #expect(deck.slides.map(\.text) == ["監視の話\n二行目", "指標"])
  }

  @Test("of Speaker Deck's player give its slides")
  func player() throws {
    let deck = try Self.read(
      """
      <body><p>by 架空</p><div><h2>Slide 1</h2><h3>Slide 1 text</h3><p>監視</p></div>
      <div><h2>Slide 2</h2><h3>Slide 2 text</h3>No content</div>
      <div><h2>Slide 3</h2><h3>Slide 3 text</h3><p>手順書<p>当番</div>
      """)
    #expect(deck.layout == .player)
    #expect(
      deck.slides == [
        Slide(number: 1, text: "監視"), Slide(number: 2, text: ""),
        Slide(number: 3, text: "手順書\n当番"),
      ])
  }

  @Test("of Google Slides' plain view give its slides")
  func googleSlides() throws {
    let deck = try Self.read(
      """
      <title>小さな監視の物語 - Google スライド</title><div>1 of 3</div><p>小さな監視の物語</p>
      <div>2 of 3</div><p>手順書</p><p>架空の会社</p><div>3 of 3</div><p>架空の会社</p>
      """)
    #expect(deck.layout == .googleSlides)
    #expect(deck.title == "小さな監視の物語")
    #expect(deck.slides.map(\.text) == ["小さな監視の物語", "手順書\n架空の会社", "架空の会社"])
  }

  @Test("of fortee and others are cut at their headings")
  func headings() throws {
    let deck = try Self.read(
      """
      <link rel=canonical href=https://fortee.jp/event/proposal/1><title>題名 - fortee.jp</title>
      <main><p>採択</p><h1>監視の話</h1><p>■ 発表カテゴリ</p><ul><li>Practices</ul>
      <h2>発表概要</h2><p>手順書<b>を</b>書く。</p><h5>補足</h5>なし</main>
      """)
    #expect(deck.layout == .fortee)
    #expect(deck.title == "監視の話")
    #expect(
      deck.slides.map(\.text) == [
        "採択", "監視の話\n■ 発表カテゴリ\nPractices", "発表概要\n手順書を書く。\n補足\nなし",
      ])
  }

  /// Markup and the text that a browser shows.
  static let shown: [(String, String)] = [
    ("<p>漢字と<ruby>監視<rp>(</rp><rt>かんし</rt><rp>)</rp></ruby>の話", "漢字と監視の話"),
    ("<ruby>監<rt>かん<rb>視<rt>し</ruby>する", "監視する"),
    ("監視の\n  手順書 を\n書く  SLO\nSLI", "監視の手順書 を書く SLO SLI"),
    ("감시\n절차", "감시 절차"),
    ("<pre>if x:\n  监视\n</pre>後", "if x:\n  监视\n後"),
    (
      "a &lt;b&gt; &amp;&nbsp;&eacute;&#x76E3;&#35222; &copy2 &unknown; &",
      "a <b> & é監視 &copy2 &unknown; &"
    ),
    ("1 < 2 <> 3 </ > 4 <? x > 5 <!x> 6", "1 < 2 <> 3 4 5 6"),
    ("a<!-- <p>b</p> -- > c -->d<!-->e", "ade"),
    ("a<script>if (a</b) '<p>x</p>'</script>b<style>p{}</style>c", "abc"),
    ("<table><tr><td>指標<td>目標<tr><td>可用性</td><td></td><td>99%</table>", "指標\t目標\n可用性\t99%"),
    ("<nav>目次</nav>本文<aside>余談</aside><footer>会社</footer>", "本文"),
    ("<article><header>題</header>本文<footer>注</footer></article>", "題\n本文\n注"),
    ("<P CLASS=x>A<BR/>B<Br>C", "A\nB\nC"),
    ("<a href='x>y' title=\">\">監視</a>", "監視"),
    ("a\u{0}b\u{7F}c&#0;&#x110000;&#1;", "abc\u{FFFD}\u{FFFD}"),
    ("<p>開いた<nav>目次<p>まま", "開いた"),
    ("本文<svg><title>印</title><text>図</text></svg>です", "本文です"),
    ("a<noscript>JavaScriptを<p>有効に</noscript>b<textarea>入力", "ab"),
  ]

  @Test("show what a browser shows", arguments: shown)
  func text(_ page: String, _ text: String) throws {
    #expect(try Self.texts(page).joined(separator: "\n") == text)
  }

  @Test("are read in the encoding they are in")
  func encodings() throws {
    // 監視の手順書 by iconv.
    let shiftJIS: [UInt8] = [
      0x8A, 0xC4, 0x8E, 0x8B, 0x82, 0xCC, 0x8E, 0xE8, 0x8F, 0x87, 0x8F, 0x91,
    ]
    let eucJP: [UInt8] = [
      0xB4, 0xC6, 0xBB, 0xEB, 0xA4, 0xCE, 0xBC, 0xEA, 0xBD, 0xE7, 0xBD, 0xF1,
    ]
    let utf8 = Array("監視の手順書".utf8)
    let utf16 = "監視の手順書".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let meta = "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>"
    let cases: [([UInt8], Int)] = [
      (Array(meta.utf8) + shiftJIS, 1), (shiftJIS, 1), (eucJP, 1),
      (Array("<meta charset=\"EUC-JP\">".utf8) + eucJP, 1), (utf8, 0),
      ([0xEF, 0xBB, 0xBF] + utf8, 0), ([0xFF, 0xFE] + utf16, 1), (Array(meta.utf8) + utf8, 0),
    ]
    for (bytes, converted) in cases {
      let deck = try Self.read(bytes)
      #expect(deck.slides.map(\.text) == ["監視の手順書"])
      #expect(deck.notes[.convertedEncoding] == converted)
    }
    let damaged = try Self.read(Array("<meta charset=utf-8>監視".utf8) + [0xFF] + utf8)
    #expect(damaged.slides.map(\.text) == ["監視\u{FFFD}監視の手順書"])
    #expect(damaged.notes[.replacementCharacters] == 1)
  }

  @Test("that are hostile are refused or read, in time that grows with their length")
  func hostile() throws {
    let deep = String(repeating: "<div>", count: 100_000)
    #expect(
      Self.reason(Array(deep.utf8))
        == "page.html: the page nests elements more than 512 deep; "
        + "save the page again, or as text")
    #expect(Self.reason([]) != nil)
    #expect(
      Self.reason(Array("<p> <script>x</script>".utf8))
        == "page.html: the page has no text; save it from a browser after it has loaded")
    #expect(Self.reason((0...255).map { $0 } + [0x81, 0xFF]) != nil)
    let attributes = "<p " + (0..<40_000).map { "a\($0) " }.joined() + ">x</p>"
    #expect(try Self.texts(attributes) == ["x"])
    let ends =
      String(repeating: "<div>", count: 500) + "x" + String(repeating: "</b>", count: 50_000)
    #expect(try Self.texts(ends) == ["x"])
    let bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><p>&b;</p>"
    #expect(try Self.texts(bomb) == ["]>\n&b;"])
    let items = String(repeating: "<li>x", count: 10_001)
    #expect(
      Self.reason(Array("<ol class=transcript>\(items)</ol>".utf8))
        == "page.html: the page has 10001 slides; 10000 at most; "
        + "save the page again, or as text")
  }

  @Test("that break off anywhere are read or refused, and never crash")
  func brokenOff() {
    let page = Array(
      """
      <!DOCTYPE html><meta charset="utf-8"><title>題</title><!-- c --><div class='transcript'>
      <ol><li>&#x76E3;&amp;<a href="/slide_1.jpg">x</a><pre>a
      b</pre></ol><script>if(a<b){}</script><table><td>a<td>b</table></div>
      """.utf8)
    for index in page.indices {
      _ = try? WebPageReader.read(Array(page[..<index]), location: Self.location)
      var changed = page
      for byte: UInt8 in [0x00, 0x22, 0x26, 0x3C, 0x3E, 0x80, 0xFF] {
        changed[index] = byte
        _ = try? WebPageReader.read(changed, location: Self.location)
      }
    }
  }
}
