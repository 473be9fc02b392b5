/// Makes tokens from the pieces ICU cut one block into.
struct TokenAssembly {
  private var position = 0
  private var piece = 0
  private var follows = false
  private var isHandle = false

  /// Hands the block's tokens to `sink`.
  mutating func appendTokens<Sink: TokenSink & ~Copyable>(
    of text: borrowing NormalizedText, pieces: borrowing WordPieces, by tokenizer: Tokenizer,
    to sink: inout Sink
  ) {
    let units = text.storage.span.extracting(0..<text.count)
    let ends = pieces.ends.span.extracting(0..<pieces.count)
    let statuses = pieces.statuses.span.extracting(0..<pieces.count)
    let mayHaveNames = WebNames.mayBe(in: units)
    while piece < ends.count {
      let end = Int(ends[piece])
      if position >= end {
        piece += 1
        continue
      }
      if mayHaveNames, let nameEnd = WebNames.end(in: units, from: position, isBehindAt: isHandle) {
        position = nameEnd
        follows = false
        isHandle = false
      } else if let (start, match) = Self.keyword(
        in: units, from: position, to: end, piece, ends, tokenizer.matcher)
      {
        if start > position {
          appendWord(units, position..<start, statuses[piece], tokenizer, text, &sink)
        }
        append(
          .keyword, start..<match.end, entry: match.entry,
          hash: tokenizer.matcher.hashes[Int(match.entry)], text, &sink)
        position = match.end
      } else if statuses[piece] < WordStatus.firstWord {
        skipSeparator(units, position..<end)
        position = end
      } else {
        let joined = Self.endOfKatakana(in: units, position..<end, piece, ends, tokenizer)
        appendWord(units, position..<joined, statuses[piece], tokenizer, text, &sink)
        position = joined
      }
    }
  }

  // MARK: - What a piece is

  /// The first lexicon term that begins within `position..<end`.
  @inline(__always)
  private static func keyword(
    in units: Span<UInt16>, from position: Int, to end: Int, _ piece: Int, _ ends: Span<Int32>,
    _ matcher: LexiconMatcher
  ) -> (start: Int, match: (entry: Int32, end: Int))? {
    var start = position
    repeat {
      if matcher.mayBegin(in: units, at: start),
        let match = match(units, start, piece, ends, matcher)
      {
        return (start, match)
      }
      start += 1
      // Beyond the piece's start a term may begin only between ideographs.
    } while start < end && CharacterClasses.isHan(units[start - 1])
      && CharacterClasses.isHan(units[start])
    return nil
  }

  private static func match(
    _ units: Span<UInt16>, _ start: Int, _ piece: Int, _ ends: Span<Int32>,
    _ matcher: LexiconMatcher
  ) -> (entry: Int32, end: Int)? {
    var later = piece
    return matcher.longestMatch(in: units, from: start) { end in
      while later < ends.count, Int(ends[later]) < end { later += 1 }
      if later < ends.count, Int(ends[later]) == end { return true }
      return end < units.count && CharacterClasses.isHan(units[end - 1])
        && CharacterClasses.isHan(units[end])
    }
  }

  /// Where the word that begins with this piece ends once the katakana pieces
  /// after it are joined to it; a lexicon term among them ends it.
  @inline(__always)
  private static func endOfKatakana(
    in units: Span<UInt16>, _ range: Range<Int>, _ piece: Int, _ ends: Span<Int32>,
    _ tokenizer: Tokenizer
  ) -> Int {
    guard tokenizer.settings.joinsKatakana, isKatakana(units, range) else {
      return range.upperBound
    }
    var end = range.upperBound
    var next = piece + 1
    while next < ends.count {
      let nextRange = end..<Int(ends[next])
      guard isKatakana(units, nextRange),
        !tokenizer.matcher.mayBegin(in: units, at: end)
          || match(units, end, piece, ends, tokenizer.matcher) == nil
      else { break }
      end = nextRange.upperBound
      next += 1
    }
    return end
  }

  @inline(__always)
  private static func isKatakana(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
    for index in range where !CharacterClasses.isKatakana(units[index]) { return false }
    return true
  }

  private mutating func skipSeparator(_ units: Span<UInt16>, _ range: Range<Int>) {
    isHandle = false
    for index in range where !CharacterClasses.isSpace(units[index]) {
      follows = false
      isHandle = units[index] == 0x40
    }
  }

  // MARK: - Which words are kept

  @inline(__always)
  private mutating func appendWord<Sink: TokenSink & ~Copyable>(
    _ units: Span<UInt16>, _ piece: Range<Int>, _ status: UInt16, _ tokenizer: Tokenizer,
    _ text: borrowing NormalizedText, _ sink: inout Sink
  ) {
    // ICU 72 takes the @ of `SRE NEXT@東京` for the end of a word.
    let endsWithAt = piece.count > 1 && units[piece.upperBound - 1] == 0x40
    let range = endsWithAt ? piece.lowerBound..<piece.upperBound - 1 : piece
    let first = units[range.lowerBound]
    isHandle = false
    // Stop word or not, one hiragana is dropped and parts nothing.
    if range.count == 1, CharacterClasses.isHiragana(first) { return }
    if Self.isMeaningless(units, range, isNumber: status < WordStatus.letters) {
      follows = false
      return
    }
    let hash = TermHash.word(units.extracting(range))
    // A stop word stands between its neighbours without parting them.
    if tokenizer.stopWords.mayHave(hash), tokenizer.stopWords.index(of: hash) >= 0 { return }
    if range.count == 1, !CharacterClasses.isHan(first) {
      follows = false
      return
    }
    append(.word, range, hash: hash, text, &sink)
  }

  /// Words without a letter, ideograph or kana.
  ///
  /// ICU tells a number by the piece's end, so p99 and EC2 are numbers to it.
  @inline(__always)
  private static func isMeaningless(
    _ units: Span<UInt16>, _ range: Range<Int>, isNumber: Bool
  ) -> Bool {
    for index in range {
      let unit = units[index]
      if unit == 0x30FC || (0x30...0x39).contains(unit) { continue }
      if isNumber, unit > 0x7F {
        if CharacterClasses.isAlphabetic(unit) { return false }
      } else if unit > 0x7F || CharacterClasses.isASCIIAlphanumeric(unit) {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private mutating func append<Sink: TokenSink & ~Copyable>(
    _ kind: Token.Kind, _ range: Range<Int>, entry: Int32 = -1, hash: UInt64,
    _ text: borrowing NormalizedText, _ sink: inout Sink
  ) {
    sink.take(
      Token(
        byteRange: 0..<0, hash: hash, kind: kind, followsPrevious: follows, entry: entry,
        unitRange: Int32(range.lowerBound)..<Int32(range.upperBound)),
      of: text)
    follows = true
    isHandle = false
  }
}
