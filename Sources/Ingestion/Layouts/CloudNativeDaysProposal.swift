internal import Talks

/// A proposal on the site of CloudNative Days saved as text.
///
/// Title, `Proposal: (エントリー済み)`, difficulty and category on one line
/// (`中級者 - Intermediate   SRE`), abstract; then each speaker's name, company, job
/// title and biography, which are no part of the talk; then the site's own lines.
enum CloudNativeDaysProposal {
  private static let difficulties: [StaticString] = [
    "初級者 - Beginner", "中級者 - Intermediate", "上級者 - Advanced",
  ]
  /// Lines of the site; the abstract and the biographies end before them.
  private static let furniture: [StaticString] = [
    "👍投票する", "CFPは終了しました", "このイベントに参加申し込み", "他のプロポーザルも要チェック", "Tweets by ", "シェアする",
    "ツイート", "Tweet", "Share", "(参加無料)",
  ]
  private static let states: [StaticString] = ["採択", "落選", "採択待ち"]

  /// The talk, or nil when the document is no such page.
  static func read(_ text: DocumentText) -> [DeckContent]? {
    guard text.contains(text.bytes.indices, "級者 - "),
      let difficulty = firstLine(of: text, beginningWith: difficulties)
    else { return nil }
    let proposal = text.contents[..<difficulty].lastIndex {
      text.hasPrefix($0, "Proposal:")
    }
    guard proposal != nil || firstLine(of: text, beginningWith: furniture) != nil else {
      return nil
    }
    var content = DeckContent(layout: .cloudNativeDays)
    content.title = title(text, proposal: proposal, difficulty: difficulty)
    let lines = (difficulty + 1..<text.lines.count).filter { index in
      let line = text.contents[index]
      return line.count > 100 || !isFurniture(line, in: text) || ends(line, in: text)
    }
    let body = lines.prefix { !ends(text.contents[$0], in: text) }.map {
      text.contents[$0]
    }
    let speaker = SpeakerBiography.start(in: body, of: text)
    if let speaker { content.speaker = text.string(body[speaker]) }
    let abstract = body[..<(speaker ?? body.count)]
    content.slides = [Slide(number: 1, text: text.slideText(abstract))]
    content.notes[.boilerplateLines] =
      text.contentLineCount(0..<text.lines.count) - abstract.count { !$0.isEmpty }
    return [content]
  }

  /// The title: after `Proposal:`, on the lines below it, or above it.
  private static func title(_ text: DocumentText, proposal: Int?, difficulty: Int) -> String? {
    if let proposal {
      var rest = text.trimmed(
        text.contents[proposal].dropFirst("Proposal:".utf8.count))
      if text.hasSuffix(rest, ")"),
        let bracket = text.bytes[rest].lastIndex(of: UInt8(ascii: "("))
      {
        rest = text.trimmed(rest.lowerBound..<bracket)
      }
      if !rest.isEmpty { return text.string(rest) }
      let below = text.nextContentLine(from: proposal + 1) ?? difficulty
      if below < difficulty { return text.string(text.contents[below]) }
    }
    var index = proposal ?? difficulty
    while let above = text.previousContentLine(before: index) {
      let line = text.contents[above]
      if !isFurniture(line, in: text) { return text.string(line) }
      index = above
    }
    return nil
  }

  private static func firstLine(
    of text: DocumentText, beginningWith literals: [StaticString]
  ) -> Int? {
    text.contents.firstIndex { line in
      return literals.contains { text.hasPrefix(line, $0) }
    }
  }

  private static func isFurniture(_ line: Range<Int>, in text: DocumentText) -> Bool {
    furniture.contains { text.hasPrefix(line, $0) } || states.contains { text.equals(line, $0) }
  }

  /// Whether all that follows a line is other proposals or the site's.
  private static func ends(_ line: Range<Int>, in text: DocumentText) -> Bool {
    text.hasPrefix(line, "このイベントに参加申し込み") || text.hasPrefix(line, "他のプロポーザルも要チェック")
      || text.hasPrefix(line, "Tweets by ")
  }
}
