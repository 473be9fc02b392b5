internal import Ingestion
internal import Reporting
internal import Talks

/// Pages as sites and programs write them, made of talks to measure how fast they are
/// read.
enum PageSample: String, CaseIterable {
  case speakerDeckNumbered = "Speaker Deck, numbered"
  case speakerDeckPlain = "Speaker Deck, plain"
  case player = "Speaker Deck player"
  case googleSlides = "Google Slides"
  case slideShare = "SlideShare"
  case fortee
  case cloudNativeDays = "CloudNative Days"
  case transcript
  case markdown = "Markdown"
  case webPage = "HTML"
  case radicals = "transcript with CJK radicals"
  case greek = "transcript with Greek letters"
  case mojibake = "transcript in mojibake"
  case talkLine = "talk JSONL"

  /// A talk as such a page.
  func page(of talk: Talk) -> String {
    switch self {
    case .speakerDeckNumbered: Self.speakerDeck(talk, talk.slides.map(Self.numbered))
    case .speakerDeckPlain:
      Self.speakerDeck(talk, talk.slides.map { Self.cut($0, indentation: "") })
    case .player:
      talk.slides.map { "Slide \($0.number)\n\nSlide \($0.number) text\n\n\($0.text)\n\n" }.joined()
    case .googleSlides:
      talk.slides.map { slide in
        "\(slide.number) of \(talk.slides.count)\n\(slide.text)\n\n"
          + "https://docs.google.com/presentation/d/1InventedDeckForShogen/edit\n"
      }.joined()
    case .slideShare:
      "SlideShare a Scribd company logo\nSubmit Search\nUpload\n\(talk.title)\nDownload Now\n"
        + talk.slides.map { "\($0.text)\n\($0.number)\n" }.joined() + "More Related Content\n"
    case .fortee:
      talk.slides.map { slide in
        "セッション(30分)\n\n\(talk.title)\n\nhandle \(talk.speaker ?? "")\n\n■ 発表カテゴリ\n\n"
          + "・Practices: 実践\n\n■ 発表概要(400字程度)\n\n\(slide.text)\n\n"
      }.joined()
    case .cloudNativeDays:
      "CFPは終了しました。採択結果はこちら\n\(talk.title)\n\nシェアする\nProposal: (エントリー済み)\n\n"
        + "中級者 - Intermediate   SRE\n\n👍投票する\n\n"
        + talk.slides.map { "\($0.text)\n\n" }.joined()
        + "このイベントに参加申し込み\n(参加無料)\nTweets by kakuu\n"
    case .transcript: Self.transcript(talk) { $0 }
    case .markdown: Self.markdown(talk)
    case .webPage: Self.webPage(talk)
    case .radicals:
      Self.transcript(talk) { $0.replacing("一", with: "⼀").replacing("人", with: "⼈") }
    case .greek: Self.transcript(talk) { "λ と μ の差は Δt、" + $0 }
    case .mojibake: Self.transcript(talk, Mojibake.text)
    case .talkLine: TalkJSON.line(talk)
    }
  }

  private static func transcript(_ talk: Talk, _ damage: (String) -> String) -> String {
    talk.slides.map { damage($0.text) + "\n" }.joined(separator: "\u{0C}")
  }

  private static func speakerDeck(_ talk: Talk, _ slides: [String]) -> String {
    let others = (1...24).map { "架空の発表その\($0)\nkakuu_\($0)\nPRO\n\($0)\n\($0 * 97)\n" }
    return "Upgrade to Pro — share decks privately, control downloads, hide ads and more …\n\n"
      + "\(talk.title)\n\n\(talk.speaker ?? "kakuu")\nNovember 14, 2025\n\n\(talk.title)\n\nTweet\n\n"
      + "More Decks by \(talk.speaker ?? "kakuu")\n\nOther Decks in Technology\n\n"
      + others.joined(separator: "\n") + "\nTranscript\n\n" + slides.joined(separator: "\n")
  }

  private static func numbered(_ slide: Slide) -> String {
    "  \(slide.number). " + cut(slide, indentation: "    ")
  }

  /// A slide's words on one line, cut after the tenth, as Speaker Deck does.
  private static func cut(_ slide: Slide, indentation: String) -> String {
    let words = slide.text.split { $0 == "\n" || $0 == " " }
    let rest = words.dropFirst(10)
    let first = words.prefix(10).joined(separator: " ")
    return first + "\n" + (rest.isEmpty ? "" : "\n\(indentation)\(rest.joined(separator: " "))\n")
  }

  private static func markdown(_ talk: Talk) -> String {
    let slides = talk.slides.map { slide in
      let lines = slide.text.split(separator: "\n")
      let items = lines.dropFirst().enumerated().map { index, line in
        switch index % 4 {
        case 0: "- **\(line)**"
        case 1: "- \(line)"
        case 2: "- [\(line)](https://example.com/\(index))"
        default: "\n\(line)\n"
        }
      }
      return "## \(lines.first ?? "")\n\n\(items.joined(separator: "\n"))\n\n<!-- ここで待つ -->\n"
    }
    return "---\nmarp: true\ntitle: \(talk.title)\n---\n\n" + slides.joined(separator: "\n---\n\n")
  }

  private static func webPage(_ talk: Talk) -> String {
    let slides = talk.slides.map { slide in
      """
      <div class="slide-transcript"><a href="https://files.example/slide_\(slide.number).jpg">\
      \(slide.number).</a> <p>\(Markup.escaped(slide.text))</p></div>

      """
    }
    return """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="utf-8"><title>\(Markup.escaped(talk.title)) - Speaker Deck</title>
      <meta property="og:site_name" content="Speaker Deck"></head>
      <body><div id="transcript" class="transcript"><h2 class="transcript-title">Transcript</h2>
      \(slides.joined())</div></body></html>
      """
  }
}
