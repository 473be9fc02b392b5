/// 64-bit names of words, pairs of words and fragments of text.
///
/// Fixed for all time and every machine, since model files carry them. Two terms
/// with one hash are told apart when a vocabulary is made, never later.
public enum TermHash {
  private static let multiplier: UInt64 = 0x9FB2_1C65_1E98_DF25
  private static let fragmentMask: UInt64 = 0xA076_1D64_78BD_642F

  /// The hash of a word's normalized UTF-16 units.
  package static func word(_ units: Span<UInt16>) -> UInt64 {
    // SAFETY: because the buffer has `count` units; an empty one is not read.
    unsafe units.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return seed }
      return unsafe word(start, count: buffer.count)
    }
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The same of `count` units at `units`.
  @inline(__always) @unsafe
  static func word(_ units: UnsafePointer<UInt16>, count: Int) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: count)
    for index in 0..<count {
      hash = unsafe (hash ^ UInt64(units[index])) &* multiplier
      hash ^= hash >> 32
    }
    return hash
  }

  /// The hash of a word given as a string that is already normalized.
  public static func word(_ text: String) -> UInt64 {
    word(Array(text.utf16).span)
  }

  /// The hash of two or three neighbouring UTF-16 units, which no others have.
  ///
  /// `third` is 0 for two.
  @inline(__always)
  package static func fragment(_ first: UInt16, _ second: UInt16, _ third: UInt16 = 0) -> UInt64 {
    fragment(ofUnits: UInt64(first) | UInt64(second) << 16 | UInt64(third) << 32)
  }

  /// The same of units that stand in one number, the first lowest.
  @inline(__always)
  static func fragment(ofUnits units: UInt64) -> UInt64 {
    var hash = (units ^ fragmentMask) &* multiplier
    hash = (hash ^ (hash >> 29)) &* multiplier
    return hash ^ (hash >> 32)
  }

  /// The units whose ``fragment(ofUnits:)`` is a hash: every number is one of some.
  static func units(ofFragment hash: UInt64) -> UInt64 {
    var units = (hash ^ (hash >> 32)) &* inverse
    units ^= units >> 29 ^ units >> 58
    return (units &* inverse) ^ fragmentMask
  }

  /// ``multiplier`` · inverse = 1 modulo 2⁶⁴, by Newton's method: each step doubles the
  /// low bits that are right, and of an odd number three are its own inverse's.
  private static let inverse: UInt64 = {
    var inverse = multiplier
    for _ in 0..<5 { inverse = inverse &* (2 &- multiplier &* inverse) }
    return inverse
  }()

  /// The hash of a pair of neighbouring words; order matters.
  @inline(__always)
  public static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = (first &+ 0xD6E8_FEB8_6659_FD93) &* multiplier
    hash = (hash ^ (hash >> 29) ^ second) &* multiplier
    return hash ^ (hash >> 32)
  }
}
