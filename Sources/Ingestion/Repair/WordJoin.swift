/// Decides where a space or a line end stands within a Japanese word.
///
/// Text taken from a picture of a page has spaces where glyphs were placed apart,
/// and line ends where a line was full: 目 指し, クラウ ド, 業⏎界. Taking out a gap that
/// parts two labels is worse than leaving one in a word, so a join needs a reason:
/// a character that begins or ends no word, one that stands alone, a known pair or
/// word, or kana that are likelier to go on than to end here and begin anew, and that
/// are no word which begins sentences.
struct WordJoin {
  /// Nats by which going on must be likelier than ending and beginning anew.
  ///
  /// Set on the fictional talks: given names in kana (八重樫 みのり) reach 4.0, and
  /// of the gaps that a line's end put into words four of five are above.
  static let leastEvidence: Float = 4.2
  /// Bytes a line must have to be taken for full: 15 ideographs.
  static let fullLine = 45

  private let model = JapaneseModel.shared

  /// The gaps of a text to be taken out, ascending.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - scan: What was found in it.
  /// - Returns: Their offsets in bytes.
  func joins(in text: Span<UInt8>, _ scan: DamageScan) -> [Int] {
    scan.gaps.filter { isWithinWord(GapContext(text, gap: $0), text) }
  }

  private func isWithinWord(_ gap: GapContext, _ text: Span<UInt8>) -> Bool {
    let (before, after) = (GapContext.kind(gap.left.0), GapContext.kind(gap.right.0))
    let kana = JapaneseModel.hiraganaCount - 1
    guard before < JapaneseModel.latin, after < JapaneseModel.latin else { return false }
    if Self.beginsNoWord(gap.right.0) { return !gap.isRightAlone || !gap.isLineEnd }
    // っ at the end of a word is rare, and rarer before a space.
    if gap.left.0 == 0x3063 || gap.left.0 == 0x30C3 { return before == after }
    switch (before, after) {
    case (JapaneseModel.ideograph, JapaneseModel.ideograph):
      return joinsIdeographs(gap, text)
    case (JapaneseModel.katakana, JapaneseModel.katakana):
      return joinsKatakana(gap, text)
    case (_, kana):
      if gap.isLineEnd && !Self.isFull(gap, text) { return false }
      if !gap.isLineEnd && gap.isRightAlone { return true }
      guard evidence(gap) > Self.leastEvidence else { return false }
      let right = gap.rightRun(text)
      return !SentenceOpeners.begin(right.run)
        && (gap.isLineEnd || !Self.isName(gap.leftRun(text), right))
    case (kana, _):
      // A particle set apart from both its neighbors.
      return !gap.isLineEnd && gap.left.1 == 0x20
        && GapContext.kind(gap.thirdLeft(text)) < JapaneseModel.latin
    default:
      // データ分析 set letter by letter.
      return !gap.isLineEnd && gap.isLeftAlone && gap.isRightAlone
    }
  }

  /// Whether the line that ends at a gap is long enough to have been wrapped.
  private static func isFull(_ gap: GapContext, _ text: Span<UInt8>) -> Bool {
    guard gap.gap >= fullLine else { return false }
    return (gap.gap - fullLine..<gap.gap).allSatisfy { text[$0] != 0x0A }
  }

  /// Whether two short words stand by themselves, as 八重樫 みのり does and
  /// (おざさ ちひろ): people write names so.
  private static func isName(
    _ left: (run: [UInt32], next: UInt32), _ right: (run: [UInt32], next: UInt32)
  ) -> Bool {
    left.run.count <= 5 && (2...5).contains(right.run.count)
      && JapaneseModel.symbol(left.next) == JapaneseModel.other
      && JapaneseModel.symbol(right.next) == JapaneseModel.other
  }

  /// ln P(going on) - ln P(ending here and beginning anew).
  private func evidence(_ gap: GapContext) -> Float {
    let end = JapaneseModel.other
    let b = JapaneseModel.symbol(gap.left.0)
    let a = JapaneseModel.symbol(gap.left.1)
    let c = JapaneseModel.symbol(gap.right.0)
    let d = JapaneseModel.symbol(gap.right.1)
    let on = model.logProbability(of: c, after: a, b) + model.logProbability(of: d, after: b, c)
    let anew =
      model.logProbability(of: end, after: a, b) + model.logProbability(of: c, after: b, end)
      + model.logProbability(of: d, after: end, c)
    return on - anew
  }

  private func joinsIdeographs(_ gap: GapContext, _ text: Span<UInt8>) -> Bool {
    let ideograph = JapaneseModel.ideograph
    guard
      JapaneseModel.symbol(gap.left.1) != ideograph
        || JapaneseModel.symbol(gap.right.1) != ideograph
    else { return false }
    if gap.isLineEnd, !Self.isFull(gap, text) { return false }
    let isPair = model.isPair(gap.left.0, gap.right.0)
    if gap.isLineEnd { return isPair && !gap.isLeftAlone }
    guard isPair || gap.isLeftAlone && gap.isRightAlone else { return false }
    return !Self.areListed(gap.left.0, gap.right.0)
  }

  private func joinsKatakana(_ gap: GapContext, _ text: Span<UInt8>) -> Bool {
    let katakana = JapaneseModel.katakana
    let isLeftSingle = JapaneseModel.symbol(gap.left.1) != katakana
    let isRightSingle = JapaneseModel.symbol(gap.right.1) != katakana
    if isLeftSingle && isRightSingle { return !gap.isLineEnd }
    if isLeftSingle || isRightSingle, !gap.isLineEnd || Self.isFull(gap, text) {
      // ア 課題 begins an item of a list.
      return !(gap.isLeftAlone && gap.left.1 == 0x0A)
    }
    let (left, right) = (gap.leftRun(text).run, gap.rightRun(text).run)
    return model.isKatakanaWord(left + right)
      && !(model.isKatakanaWord(left) && model.isKatakanaWord(right))
  }

  private static func beginsNoWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x3092, 0x3093,
      0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F3,
      0x30FC, 0x3005:
      true
    default: false
    }
  }

  /// Ideographs that people list one by one.
  private static let lists: [String] = [
    "月火水木金土日祝", "春夏秋冬", "東西南北", "上中下左右", "大中小", "一二三四五六七八九十", "新旧",
    "人物金", "高低", "強弱", "甲乙丙", "表裏", "松竹梅", "有無",
  ]

  private static func areListed(_ first: UInt32, _ second: UInt32) -> Bool {
    lists.contains { list in
      let values = list.unicodeScalars.map(\.value)
      return values.contains(first) && values.contains(second)
    }
  }
}
