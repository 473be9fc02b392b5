/// Where a text may hold CIDs in place of code points, and what they would read.
struct MojibakeText {
  /// Whether Unicode normalization has been at work on the text: it sorts
  /// combining marks and takes some characters apart, both for good.
  var isNormalized = true

  /// Characters of a run; a longer one goes on in another, so that what is made of one
  /// stays small.
  private static let maximumRunLength = 65_536

  private static let ni: UInt32 = 0x2B9
  private static let ma: UInt32 = 0xB7
  private static let fu: UInt32 = 0x3B

  /// Whether a character may be the CID of kana, an ideograph or punctuation.
  ///
  /// Nothing is decided by that.
  static func isSuspect(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x279..<0x2000: AdobeJapan1.character(scalar) != 0 || scalar == ni
    case 0x20FB, 0x2201: true  // 﨑 and 髙, of names; their block is of symbols.
    default: false
    }
  }

  /// The runs of a text to be decided on, ascending: suspects, with single spaces
  /// between them.
  ///
  /// Normalization made `·` of ま and `;` of ふ, so these belong to a run where
  /// they touch it.
  static func runs(in text: [UInt32]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard isSuspect(text[index]) else {
        index += 1
        continue
      }
      var start = index
      let floor = runs.last?.upperBound ?? 0
      while start > floor, isJoiner(text, start - 1) { start -= 1 }
      var end = index + 1
      while end < text.count, end - start < maximumRunLength {
        if isSuspect(text[end]) || isJoiner(text, end) {
          end += 1
        } else if text[end] == 0x20, end + 1 < text.count, isSuspect(text[end + 1]) {
          end += 2
        } else {
          break
        }
      }
      runs.append(start..<end)
      index = end
    }
    return runs
  }

  private static func isJoiner(_ text: [UInt32], _ index: Int) -> Bool {
    if text[index] == ma { return true }
    guard text[index] == fu else { return false }
    // In `foo;` and `;0;0` the mark is Latin, or shifted Latin.
    let before = index > 0 ? text[index - 1] : 0x20
    let after = index + 1 < text.count ? text[index + 1] : 0x20
    return !(0x21...0x7E).contains(before) && !(0x21...0x7E).contains(after)
  }

  /// Whether marks stand in an order that normalization would have changed.
  static func isUnsorted(_ text: [UInt32], _ runs: [Range<Int>]) -> Bool {
    for run in runs {
      var previous: UInt8 = 0
      for scalar in text[run] {
        let rank = combiningClass(scalar)
        if rank != 0, rank < previous { return true }
        previous = rank
      }
    }
    return false
  }

  static func combiningClass(_ scalar: UInt32) -> UInt8 {
    ForeignModel.reading(scalar).combiningClass
  }

  /// The characters of a run, taken as CIDs.
  func reading(of run: Range<Int>, in text: [UInt32]) -> [UInt32] {
    var reading = Array(text[run])
    if isNormalized { Decomposition.recompose(&reading) }
    let cids = isNormalized ? reading : []
    let characters = AdobeJapan1.characters
    for index in reading.indices {
      let scalar = reading[index]
      reading[index] =
        switch scalar {
        case Self.ni: 0x306B
        case Self.ma: 0x307E
        case Self.fu: 0x3075
        case 0x20: 0x20
        default: scalar < UInt32(characters.count) ? characters[Int(scalar)] : 0
        }
    }
    if isNormalized {
      let next = run.upperBound < text.count ? text[run.upperBound] : 0x0A
      MarkOrder.restore(&reading, cids: cids, next: next)
    }
    return reading
  }

  /// ln P(reading as Japanese) - ln P(run as words of other scripts).
  static func evidence(_ reading: [UInt32], for run: ArraySlice<UInt32>) -> Float {
    japanese(reading) - foreign(run)
  }

  private static func japanese(_ reading: [UInt32]) -> Float {
    let model = JapaneseModel.shared
    var value: Float = ForeignModel.start
    var (a, b) = (JapaneseModel.other, JapaneseModel.other)
    var previous: UInt32 = 0
    for scalar in reading where scalar != 0x20 {
      let symbol = JapaneseModel.symbol(scalar)
      value += model.logProbability(of: symbol, after: a, b)
      value += model.logProbability(of: scalar, symbol: symbol)
      // The second half of a common word is some twenty times likelier.
      if b == symbol, symbol == JapaneseModel.ideograph, model.isPair(previous, scalar) {
        value += 3
      }
      (a, b, previous) = (b, symbol, scalar)
    }
    return value
  }

  private static func foreign(_ run: ArraySlice<UInt32>) -> Float {
    var value: Float = ForeignModel.start
    var previous: UInt8?
    var isNewWord = false
    for scalar in run {
      if scalar == 0x20 {
        isNewWord = true
        continue
      }
      let reading = ForeignModel.reading(scalar)
      let script = reading.script
      value += reading.logProbability
      if let previous, script != previous, script != 0 {
        value += isNewWord ? ForeignModel.changeOfWord : ForeignModel.change
      }
      // Marks of the phonetic block serve every script.
      if script != 0 { previous = script }
      isNewWord = false
    }
    return value
  }
}
