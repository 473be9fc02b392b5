/// Tells ASCII that is Latin text from ASCII that is CIDs: `SRE` from `43&`.
///
/// A CID font numbers its Latin letters 31 below ASCII. A deck may have both, code
/// in one font beside text in another, so each run of ASCII is weighed by itself,
/// with what the whole deck shows as a prior.
struct LatinShift {
  /// Nats that one run can add to what the deck shows, and that the deck can add
  /// to one run.
  private static let runLimit: Float = 6
  private static let deckLimit: Float = 5

  private var deckEvidence: Float = 0
  private var hasDigits = false

  /// Whether digits of the deck's font are gone: where its Latin is intact they are
  /// of another font, and where they are controls they are still there.
  var losesDigits: Bool { deckEvidence >= 0 && !hasDigits }

  /// Weighs the ASCII of a text around runs that are decoded.
  mutating func learn(from text: [UInt32], around runs: [Range<Int>]) {
    var index = 0
    for run in runs + [text.count..<text.count] {
      for part in Self.parts(of: text, in: index..<run.lowerBound) {
        hasDigits = hasDigits || text[part].contains { (17...26).contains($0) }
        deckEvidence += max(-Self.runLimit, min(Self.runLimit, Self.evidence(text[part])))
      }
      index = run.upperBound
    }
  }

  /// Copies a part of a text, with the runs decoded that are CIDs.
  func rewrite(
    _ text: [UInt32], _ range: Range<Int>, into result: inout [UInt32],
    _ notes: inout ReadingNotes
  ) {
    // Most of what parts runs is a space or a line end.
    guard !text[range].allSatisfy({ $0 == 0x20 || $0 == 0x0A }) else {
      result += text[range]
      return
    }
    var index = range.lowerBound
    for part in BrokenFont.without(text, Self.parts(of: text, in: range), &notes) {
      WideLatin.rewrite(text, index..<part.range.lowerBound, into: &result, &notes)
      index = part.range.upperBound
      if part.isBroken { continue }
      guard isShifted(text, part.range) else {
        result += text[part.range]
        continue
      }
      notes[.decodedCharacters] += part.range.count
      for scalar in text[part.range] { result.append(AdobeJapan1.character(scalar)) }
    }
    WideLatin.rewrite(text, index..<range.upperBound, into: &result, &notes)
  }

  /// The runs of ASCII without spaces.
  ///
  /// Controls are CIDs of digits and marks, so
  /// they are part of a run; tabs and line ends are not.
  private static func parts(of text: [UInt32], in range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, isPart(text[index]) { index += 1 }
      if index > start { parts.append(start..<index) } else { index += 1 }
    }
    return parts
  }

  private static func isPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x7E, 0x01...0x08, 0x0E...0x1F: true
    default: false
    }
  }

  private static func evidence(_ run: ArraySlice<UInt32>) -> Float {
    let model = LatinModel.shared
    return model.shifted(run) - model.intact(run)
  }

  private func isShifted(_ text: [UInt32], _ part: Range<Int>) -> Bool {
    let prior = max(-Self.deckLimit, min(Self.deckLimit, deckEvidence / 4))
    let run = text[part]
    // Controls are digits and marks of the font, and nothing else.
    if run.contains(where: { $0 < 0x20 }) { return true }
    // A bullet or a quotation mark: one letter that is no word.
    if part.count == 1 {
      // l and z right at CIDs are quotation marks even where Latin is intact.
      if run.first == 0x6C || run.first == 0x7A, touches(text, part) { return true }
      guard prior > 0, AdobeJapan1.character(text[part.lowerBound]) != 0 else { return false }
      switch text[part.lowerBound] {
      case 0x77: return true
      case 0x60, 0x62, 0x64, 0x6C, 0x7A: return touches(text, part)
      // A digit alone is a page number.
      case 0x30...0x39: return false
      default: return touches(text, part) || prior >= Self.deckLimit
      }
    }
    // Digits are letters where the deck's own digits are lost and they stand in its
    // text, as in 23コード for QRコード.
    if run.allSatisfy({ (0x30...0x39).contains($0) }) {
      return prior >= Self.deckLimit && touches(text, part)
    }
    return Self.evidence(run) + prior > 0
  }

  /// Whether a run stands right at text of the broken font.
  private func touches(_ text: [UInt32], _ part: Range<Int>) -> Bool {
    let before = part.lowerBound > 0 ? text[part.lowerBound - 1] : 0x0A
    let after = part.upperBound < text.count ? text[part.upperBound] : 0x0A
    return MojibakeText.isSuspect(before) || MojibakeText.isSuspect(after)
  }
}
