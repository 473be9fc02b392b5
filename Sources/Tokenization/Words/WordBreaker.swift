internal import CICU

/// ICU's word breaking for Japanese.
///
/// Boundaries depend on the text alone: the C layer primes every iterator with
/// ICU's dictionary engine before it hands it out (see cicu.h).
///
/// One a worker; a breaker keeps its state while it walks. Opening costs about
/// 5 µs, the first dictionary use of a process about 1 ms.
// SAFETY: because the pointer is opened in init, closed once in deinit, and never
// leaves this non-copyable value.
@safe struct WordBreaker: ~Copyable {
  private let breaker: OpaquePointer

  /// Opens a breaker.
  ///
  /// - Throws: ``ICUError`` when ICU has no word rules or no dictionary.
  init() throws(ICUError) {
    var error: Int32 = 0
    guard let opened = unsafe cicu_word_breaker_open("ja", &error) else {
      throw ICUError(code: error, operation: "open its Japanese word breaker")
    }
    unsafe breaker = opened
  }

  deinit { unsafe cicu_word_breaker_close(breaker) }

  /// Cuts `text` and leaves its pieces in `pieces`.
  ///
  /// - Throws: ``ICUError`` when ICU refuses the text.
  mutating func breakWords(
    in text: ArraySlice<UInt16>, into pieces: inout WordPieces
  ) throws(ICUError) {
    pieces.begin(unitCount: text.count)
    guard !text.isEmpty else { return }
    var error: Int32 = 0
    var count: Int32 = 0
    // SAFETY: because the three buffers outlive the call, and ICU makes no more
    // pieces than the text has units.
    unsafe text.withUnsafeBufferPointer { units in
      unsafe pieces.ends.withUnsafeMutableBufferPointer { ends in
        unsafe pieces.statuses.withUnsafeMutableBufferPointer { statuses in
          guard let units = units.baseAddress, let ends = ends.baseAddress,
            let statuses = statuses.baseAddress
          else { return }
          count = unsafe cicu_word_breaker_pieces(
            breaker, units, Int32(text.count), ends, statuses, &error)
        }
      }
    }
    guard error <= 0 else { throw ICUError(code: error, operation: "break words") }
    pieces.count = Int(count)
  }
}

extension WordBreaker {
  /// ICU's compiled rules for Japanese words, or nil when ICU has none.
  static func compiledRules() -> [UInt8]? {
    guard let breaker = try? WordBreaker() else { return nil }
    return breaker.rules()
  }

  private borrowing func rules() -> [UInt8]? {
    var error: Int32 = 0
    let length = unsafe cicu_word_breaker_rules(breaker, nil, 0, &error)
    guard error <= 0, length > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(length))
    guard unsafe cicu_word_breaker_rules(breaker, &bytes, length, &error) == length, error <= 0
    else { return nil }
    return bytes
  }
}

/// What ICU's rule status says of a piece.
enum WordStatus {
  /// Below this a piece is spaces, punctuation or symbols.
  static let firstWord: UInt16 = 100
  /// At this and below ``letters`` a piece is a number.
  static let letters: UInt16 = 200
}
