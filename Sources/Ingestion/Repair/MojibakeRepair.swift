/// Decodes what a deck's broken fonts show, where it has any.
///
/// First the whole deck is looked at: one run that reads as Japanese far better
/// than as anything else shows that the deck has such fonts. Only then is any
/// text touched, each run by its own evidence. So a page of Greek stays Greek,
/// and a Greek letter in a formula too.
struct MojibakeRepair {
  /// Nats of evidence that one run must have to show that a deck is broken.
  ///
  /// Runs of three letters and more in sound text of thirty languages have less
  /// than 0; words such as 信頼性 and whole sentences have 9 and more.
  static let strongEvidence: Float = 5
  /// Kana and ideographs such a run must have.
  static let strongLetterCount = 3
  /// Nats that a run is believed beforehand in a deck known to be broken: little
  /// where it may be Greek or phonetic, as formulas and names are; much where it
  /// would have to be Tibetan.
  static let priorOfCommonScripts: Float = 8
  static let priorOfOthers: Float = 20

  private var text = MojibakeText()
  private var latin = LatinShift()

  /// Decodes the texts of a deck.
  ///
  /// - Parameters:
  ///   - texts: The texts that may hold CIDs, as code points; the others empty.
  ///   - load: Gives one of the others, nil for those that are there.
  ///   - notes: Takes the counts.
  /// - Returns: Whether the deck is broken. Then all texts are there, decoded.
  static func repair(
    _ texts: inout [[UInt32]], of load: (Int) -> [UInt32]?, notes: inout ReadingNotes
  ) -> Bool {
    var repair = MojibakeRepair()
    let runs = texts.map(MojibakeText.runs)
    repair.text.isNormalized = !zip(texts, runs).contains { MojibakeText.isUnsorted($0, $1) }
    // Where the runs are, not what they read: that would be as long as the deck.
    var readings: [[Range<Int>]] = []
    var isBroken = false
    for (text, runs) in zip(texts, runs) {
      var accepted: [Range<Int>] = []
      for run in runs {
        let reading = repair.read(run, text)
        isBroken = isBroken || reading.isStrong
        if reading.isAccepted(in: text) { accepted.append(run) }
      }
      readings.append(accepted)
    }
    guard isBroken else { return false }
    for index in texts.indices {
      if let text = load(index) { texts[index] = text }
      repair.latin.learn(from: texts[index], around: readings[index])
    }
    for index in texts.indices {
      texts[index] = repair.rewrite(texts[index], readings[index], &notes)
    }
    return true
  }

  /// A run and what it reads as CIDs.
  private struct Reading {
    var run: Range<Int>
    var characters: [UInt32]
    var evidence: Float
    var letterCount: Int

    var isStrong: Bool { evidence >= strongEvidence && letterCount >= strongLetterCount }

    /// Whether a run of a broken deck is to be decoded.
    func isAccepted(in text: [UInt32]) -> Bool {
      // One Greek letter is a quantity, whatever the deck. But を is the commonest
      // particle to stand alone, and its CID that of Λ, which is rare.
      if run.count == 1, (0x391...0x3C9).contains(text[run.lowerBound]) {
        return text[run.lowerBound] == 0x39B
      }
      if letterCount == 0 { return isPunctuation(in: text) }
      let isCommon = text[run].allSatisfy { $0 < 0x530 || $0 >= 0x1D00 }
      return evidence + (isCommon ? priorOfCommonScripts : priorOfOthers) > 0
    }

    private static let punctuation = Set(
      "\u{3000}、。，．・：；？！ー／〜…‥（）［］｛｝〈〉《》「」『』【】＋−×＝＜＞￥＄％＃＆＊＠→←↑↓※○●◎◇◆□■△▲▽▼☆★"
        .unicodeScalars.map(\.value))

    /// Whether a run without letters reads as punctuation, or as a Greek letter, and
    /// stands in no phonetic notation.
    private func isPunctuation(in text: [UInt32]) -> Bool {
      let isLikely = characters.allSatisfy { scalar in
        switch scalar {
        case 0x20, 0xFF10...0xFF5A: true
        case 0x391...0x3C9: run.count <= 2
        // Numbers in circles and the lines of boxes, set apart.
        case 0x2460...0x2473, 0x2500...0x257F: isAlone(in: text)
        default: Self.punctuation.contains(scalar)
        }
      }
      return isLikely && !isPhonetic(in: text)
    }

    private func isAlone(in text: [UInt32]) -> Bool {
      (run.lowerBound == 0 || text[run.lowerBound - 1] <= 0x20)
        && (run.upperBound == text.count || text[run.upperBound] <= 0x20)
    }

    /// Whether the word around the run has signs that are phonetic and no CIDs, or
    /// the run stands at a superscript.
    private func isPhonetic(in text: [UInt32]) -> Bool {
      if run.lowerBound > 0, (0x2070...0x209F).contains(text[run.lowerBound - 1]) { return true }
      let before = text[..<run.lowerBound].suffix(16).reversed().prefix { $0 > 0x20 }
      let after = text[run.upperBound...].prefix(16).prefix { $0 > 0x20 }
      return before.contains(where: Self.isPhoneticSign)
        || after.contains(where: Self.isPhoneticSign)
    }

    private static func isPhoneticSign(_ scalar: UInt32) -> Bool {
      (0x250..<0x279).contains(scalar)
    }
  }

  private func read(_ run: Range<Int>, _ scalars: [UInt32]) -> Reading {
    let characters = text.reading(of: run, in: scalars)
    let letterCount = characters.count { scalar in
      let symbol = JapaneseModel.symbol(scalar)
      return symbol != JapaneseModel.other && symbol != JapaneseModel.latin
    }
    return Reading(
      run: run, characters: characters,
      evidence: MojibakeText.evidence(characters, for: scalars[run]), letterCount: letterCount)
  }

  private func rewrite(
    _ scalars: [UInt32], _ runs: [Range<Int>], _ notes: inout ReadingNotes
  ) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    for run in runs {
      latin.rewrite(scalars, index..<run.lowerBound, into: &result, &notes)
      let characters = text.reading(of: run, in: scalars)
      if latin.losesDigits {
        notes[.lostDigits] += LostDigits.count(
          in: characters, after: result.suffix(8).last { $0 != 0x20 })
      }
      notes[.decodedCharacters] += characters.count(where: { $0 != 0x20 })
      result += characters
      index = run.upperBound
    }
    latin.rewrite(scalars, index..<scalars.count, into: &result, &notes)
    return result
  }
}
