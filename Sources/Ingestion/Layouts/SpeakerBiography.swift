/// Where an abstract ends and what its page says of the speakers begins.
///
/// Nothing but typography parts the two on the page, so that text has no mark. The
/// first short line that could be a name and is followed by words that companies,
/// posts and lives are told in begins the biographies; where no line is, the last
/// possible name with more text below it does.
enum SpeakerBiography {
  /// Headings that say it.
  private static let headings: [StaticString] = [
    "登壇者", "プロフィール", "スピーカー", "Speaker", "Profile", "Biography", "自己紹介",
  ]

  /// Words of companies and posts; one near a name is enough.
  private static let posts: [StaticString] = [
    "株式会社", "合同会社", "有限会社", "Inc.", "LLC", "Ltd", "大学", "研究所", "フリーランス", "Engineer", "Manager",
    "Architect", "CTO", "VPoE", "マネージャ", "部長", "所属", "代表", "K.K.", "コミュニティ運営",
  ]

  /// Words that lives are told in; two are enough.
  private static let lives: [StaticString] = [
    "入社", "従事", "を担当", "に所属", "を経て", "新卒", "転職", "趣味", "登壇", "前職", "現職", "主催", "運営", "著書", "翻訳",
    "在住", "好き", "勤務", "年より", "年から", "エンジニアとして", "として活動",
  ]

  /// Words of headings within abstracts.
  private static let abstractWords: [StaticString] = [
    "対象", "話すこと", "話さないこと", "アジェンダ", "Agenda", "得られる", "まとめ", "背景", "概要", "内容", "目次", "セッション",
    "について",
    "とは", "はじめに", "おわりに", "課題", "結果",
  ]

  /// Bytes of the longest name: 24 kana or kanji, or 72 letters.
  private static let maximumNameLength = 72
  /// Lines below a name that are searched for a company or a post.
  private static let postLineCount = 3
  /// Lines below a name that are searched for what lives are told in.
  private static let lifeLineCount = 8

  /// The index of the first line of the biographies among the lines of a page's
  /// body, each trimmed; nil when there seem to be none.
  static func start(in lines: [Range<Int>], of text: DocumentText) -> Int? {
    if let heading = lines.firstIndex(where: { line in
      headings.contains { text.equals(line, $0) }
    }) {
      return lines[(heading + 1)...].firstIndex { !$0.isEmpty } ?? heading
    }
    let names = lines.indices.filter { isPossibleName($0, in: lines, of: text) }
    // The first line is abstract: a page has an abstract.
    let first = lines.firstIndex { !$0.isEmpty }
    let candidates = names.filter { $0 != first }
    return candidates.first { isBiography(below: $0, in: lines, of: text) } ?? candidates.last
  }

  private static func isPossibleName(
    _ index: Int, in lines: [Range<Int>], of text: DocumentText
  ) -> Bool {
    let line = lines[index]
    guard (3...maximumNameLength).contains(line.count), index + 1 < lines.count,
      index == 0 || lines[index - 1].isEmpty || endsSentence(lines[index - 1], in: text),
      lines[(index + 1)...].contains(where: { !$0.isEmpty }),
      !abstractWords.contains(where: { text.contains(line, $0) })
    else { return false }
    let marks: [StaticString] = [
      "。", "、", "・", "：", ":", "？", "?", "！", "!", "「", "→", "■", "●", "◆", "•", "*", "#", "http",
    ]
    if marks.contains(where: { text.contains(line, $0) }) { return false }
    let byte = text.bytes[line.lowerBound]
    return byte >= 0x80 || byte == UInt8(ascii: "@")
      || (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(byte)
  }

  private static func endsSentence(_ line: Range<Int>, in text: DocumentText) -> Bool {
    let endings: [StaticString] = ["。", ".", "！", "!", "？", "?", "）", ")", "」", "♪", "⭐"]
    return endings.contains { text.hasSuffix(line, $0) }
  }

  private static func isBiography(
    below index: Int, in lines: [Range<Int>], of text: DocumentText
  ) -> Bool {
    let below = Array(
      lines[(index + 1)...].lazy.filter { !$0.isEmpty }.prefix(lifeLineCount))
    let hasPost = below.prefix(postLineCount).contains { line in
      line.count <= maximumNameLength * 2 && text.bytes[line.lowerBound] != UInt8(ascii: "-")
        && !text.hasPrefix(line, "・") && posts.contains { text.contains(line, $0) }
    }
    if hasPost { return true }
    var lifeCount = 0
    for life in lives where below.contains(where: { text.contains($0, life) }) {
      lifeCount += 1
      if lifeCount == 2 { return true }
    }
    return false
  }
}
