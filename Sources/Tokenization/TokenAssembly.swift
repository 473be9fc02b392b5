/// Makes tokens from the pieces ICU cut one block into.
// SAFETY: because units has `count` units, ends and statuses `pieceCount` entries, the
// ends ascend to `count` at most, the set has a bit for every unit, and all of them
// outlive the walk (`appendTokens`).
@unsafe struct TokenAssembly {
  private let units: UnsafePointer<UInt16>
  private let count: Int
  private let ends: UnsafePointer<Int32>
  private let statuses: UnsafePointer<UInt16>
  private let pieceCount: Int
  /// One bit a UTF-16 unit: whether a lexicon term begins with it.
  private let firstUnits: UnsafePointer<UInt64>

  /// Where the walk is, apart from what does not change: copying that along costs more
  /// than the walk.
  private struct State {
    var position = 0
    var piece = 0
    var follows = false
    var isHandle = false
  }

  private init(
    _ units: UnsafePointer<UInt16>, count: Int, ends: UnsafePointer<Int32>,
    statuses: UnsafePointer<UInt16>, pieceCount: Int, firstUnits: UnsafePointer<UInt64>
  ) {
    unsafe self.units = units
    unsafe self.count = count
    unsafe self.ends = ends
    unsafe self.statuses = statuses
    unsafe self.pieceCount = pieceCount
    unsafe self.firstUnits = firstUnits
  }

  /// Hands the block's tokens to `sink`.
  static func appendTokens<Sink: TokenSink & ~Copyable>(
    of text: borrowing NormalizedText, pieces: borrowing WordPieces, by tokenizer: Tokenizer,
    to sink: inout Sink
  ) {
    let mayHaveNames = WebNames.mayBe(in: text.storage.span.extracting(0..<text.count))
    unsafe text.storage.withUnsafeBufferPointer { units in
      unsafe pieces.ends.withUnsafeBufferPointer { ends in
        unsafe pieces.statuses.withUnsafeBufferPointer { statuses in
          unsafe tokenizer.matcher.firstUnits.withUnsafeBufferPointer { firstUnits in
            guard let units = units.baseAddress, let ends = ends.baseAddress,
              let statuses = statuses.baseAddress, let firstUnits = firstUnits.baseAddress
            else { return }
            let assembly = unsafe TokenAssembly(
              units, count: text.count, ends: ends, statuses: statuses,
              pieceCount: pieces.count, firstUnits: firstUnits)
            unsafe assembly.run(text, mayHaveNames, tokenizer, &sink)
          }
        }
      }
    }
  }

  @inline(__always)
  private func run<Sink: TokenSink & ~Copyable>(
    _ text: borrowing NormalizedText, _ mayHaveNames: Bool, _ tokenizer: Tokenizer,
    _ sink: inout Sink
  ) {
    var state = State()
    while unsafe state.piece < pieceCount {
      let end = unsafe Int(ends[state.piece])
      if state.position >= end {
        state.piece &+= 1
        continue
      }
      let status = unsafe statuses[state.piece]
      var wordEnd = end
      if mayHaveNames, let nameEnd = unsafe endOfName(state) {
        state.position = nameEnd
        state.follows = false
        state.isHandle = false
        continue
      } else if let (start, match) = unsafe keyword(state, to: end, tokenizer) {
        if start == state.position {
          unsafe append(
            .keyword, start, match.end, entry: match.entry,
            hash: tokenizer.matcher.hashes[Int(match.entry)], text, &state, &sink)
          state.position = match.end
          continue
        }
        // The term comes next time round.
        wordEnd = start
      } else if status < WordStatus.firstWord {
        unsafe skipSeparator(&state, to: end)
        state.position = end
        continue
      } else if unsafe CharacterClasses.isKatakana(units[state.position]) {
        wordEnd = unsafe endOfKatakana(state.position, end, state.piece, tokenizer)
      }
      unsafe appendWord(state.position, wordEnd, status, tokenizer, text, &state, &sink)
      state.position = wordEnd
    }
  }

  // MARK: - What a piece is

  @inline(__always)
  private func endOfName(_ state: State) -> Int? {
    unsafe WebNames.end(
      in: Span(_unsafeStart: units, count: count), from: state.position,
      isBehindAt: state.isHandle)
  }

  /// The first lexicon term that begins between the walk's place and `end`.
  @inline(__always)
  private func keyword(
    _ state: State, to end: Int, _ tokenizer: Tokenizer
  ) -> (start: Int, match: (entry: Int32, end: Int))? {
    var start = state.position
    while true {
      let unit = unsafe units[start]
      if unsafe firstUnits[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0,
        let match = unsafe match(from: start, state.piece, tokenizer)
      {
        return (start, match)
      }
      start &+= 1
      // Beyond the piece's start a term may begin only between ideographs.
      guard
        unsafe start < end && CharacterClasses.isHan(unit)
          && CharacterClasses.isHan(units[start])
      else { return nil }
    }
  }

  private func match(
    from start: Int, _ piece: Int, _ tokenizer: Tokenizer
  ) -> (entry: Int32, end: Int)? {
    let units = unsafe Span(_unsafeStart: units, count: count)
    var later = piece
    return tokenizer.matcher.longestMatch(in: units, from: start) { end in
      while unsafe later < pieceCount && Int(ends[later]) < end { later += 1 }
      if unsafe later < pieceCount && Int(ends[later]) == end { return true }
      return end < units.count && CharacterClasses.isHan(units[end - 1])
        && CharacterClasses.isHan(units[end])
    }
  }

  /// Where the word that begins with a piece ends once the katakana pieces after it are
  /// joined to it; a lexicon term among them ends it.
  private func endOfKatakana(
    _ start: Int, _ firstEnd: Int, _ piece: Int, _ tokenizer: Tokenizer
  ) -> Int {
    guard unsafe tokenizer.settings.joinsKatakana && isKatakana(start, firstEnd) else {
      return firstEnd
    }
    var end = firstEnd
    var next = piece + 1
    while unsafe next < pieceCount {
      let nextEnd = unsafe Int(ends[next])
      guard unsafe isKatakana(end, nextEnd) && match(from: end, piece, tokenizer) == nil
      else { break }
      end = nextEnd
      next += 1
    }
    return end
  }

  @inline(__always)
  private func isKatakana(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where unsafe !CharacterClasses.isKatakana(units[index]) {
      return false
    }
    return true
  }

  @inline(__always)
  private func skipSeparator(_ state: inout State, to end: Int) {
    state.isHandle = false
    for index in state.position..<end where unsafe !CharacterClasses.isSpace(units[index]) {
      state.follows = false
      state.isHandle = unsafe units[index] == 0x40
    }
  }

  // MARK: - Which words are kept

  @inline(__always)
  private func appendWord<Sink: TokenSink & ~Copyable>(
    _ start: Int, _ pieceEnd: Int, _ status: UInt16, _ tokenizer: Tokenizer,
    _ text: borrowing NormalizedText, _ state: inout State, _ sink: inout Sink
  ) {
    // ICU 72 takes the @ of `SRE NEXT@東京` for the end of a word.
    let endsWithAt = unsafe units[pieceEnd &- 1] == 0x40 && pieceEnd &- start > 1
    let end = pieceEnd &- (endsWithAt ? 1 : 0)
    let first = unsafe units[start]
    state.isHandle = false
    // Stop word or not, one hiragana is dropped and parts nothing.
    if end &- start == 1, CharacterClasses.isHiragana(first) { return }
    if unsafe isMeaningless(start, end, isNumber: status < WordStatus.letters) {
      state.follows = false
      return
    }
    let hash = unsafe TermHash.word(units + start, count: end &- start)
    // A stop word stands between its neighbours without parting them.
    if tokenizer.stopWords.mayHave(hash), tokenizer.stopWords.index(of: hash) >= 0 { return }
    if end &- start == 1, !CharacterClasses.isHan(first) {
      state.follows = false
      return
    }
    unsafe append(.word, start, end, hash: hash, text, &state, &sink)
  }

  /// Words without a letter, ideograph or kana.
  ///
  /// ICU tells a number by the piece's end, so p99 and EC2 are numbers to it.
  @inline(__always)
  private func isMeaningless(_ start: Int, _ end: Int, isNumber: Bool) -> Bool {
    for index in start..<end {
      let unit = unsafe units[index]
      if unit == 0x30FC || unit &- 0x30 < 10 { continue }
      if isNumber, unit > 0x7F {
        if CharacterClasses.isAlphabetic(unit) { return false }
      } else if unit > 0x7F || CharacterClasses.isASCIIAlphanumeric(unit) {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func append<Sink: TokenSink & ~Copyable>(
    _ kind: Token.Kind, _ start: Int, _ end: Int, entry: Int32 = -1, hash: UInt64,
    _ text: borrowing NormalizedText, _ state: inout State, _ sink: inout Sink
  ) {
    sink.take(
      Token(
        byteRange: 0..<0, hash: hash, kind: kind, followsPrevious: state.follows, entry: entry,
        unitRange: Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: end)),
      of: text)
    state.follows = true
    state.isHandle = false
  }
}
