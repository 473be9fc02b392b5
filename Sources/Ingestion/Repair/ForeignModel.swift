/// How well characters read as what Unicode says they are: words of one script.
///
/// A word stays in its script; a letter is one of the script's letters. CIDs taken
/// for code points fall into scripts at random, mark letters with the signs of
/// others and hit code points that mean nothing, which no writing does. All
/// values are natural logarithms.
enum ForeignModel {
  /// ln P(first character of a word is of its script).
  static let start: Float = -3
  /// ln P(the script changes within a word).
  static let change: Float = -7
  /// ln P(the script changes between two words).
  static let changeOfWord: Float = -2

  /// A character as what Unicode says it is.
  struct Reading {
    /// Any number for each script; 0 for none.
    var script: UInt8
    /// ln P(character | script).
    var logProbability: Float
    /// Unicode's class by which normalization sorts marks; 0 for all else.
    var combiningClass: UInt8
  }

  /// The readings of U+0000...U+1FFF, made at their first use, as Unicode's
  /// properties are slow to ask for.
  static let readings: [Reading] = (UInt32(0)..<0x2000).map { scalar in
    let (script, logProbability) = classify(scalar)
    let properties = Unicode.Scalar(scalar)?.properties
    return Reading(
      script: script, logProbability: logProbability,
      combiningClass: properties?.canonicalCombiningClass.rawValue ?? 0)
  }

  private static let unknown = Reading(script: 254, logProbability: -8, combiningClass: 0)

  /// The reading of a character.
  static func reading(_ scalar: UInt32) -> Reading {
    scalar < UInt32(readings.count) ? readings[Int(scalar)] : unknown
  }

  private static func classify(_ scalar: UInt32) -> (script: UInt8, logProbability: Float) {
    guard let properties = Unicode.Scalar(scalar)?.properties,
      properties.generalCategory != .unassigned
    else { return (255, -12) }
    switch scalar {
    case 0xB7: return (1, -5)
    case 0x3B: return (0, -5)
    // Phonetic notation mixes Latin, its extensions and marks.
    case 0x80...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF: return (1, -4.5)
    case 0x2B0...0x2FF: return (1, -5)
    case 0x300...0x345, 0x35C, 0x361: return (1, -4.5)
    case 0x346...0x36F: return (1, -8)
    case 0x1D00...0x1DFF: return (1, -7)
    case 0x386...0x3AB: return (2, -5)
    case 0x3AC...0x3CE: return (2, -3.7)
    case 0x370...0x3FF: return (2, -10)
    case 0x1F00...0x1FFF: return (2, -5)
    case 0x410...0x42F: return (3, -5)
    case 0x430...0x45F: return (3, -3.9)
    case 0x400...0x40F: return (3, -6)
    case 0x460...0x489: return (3, -9)
    case 0x48A...0x52F: return (3, -6.5)
    case 0x530...0x58F: return (4, -4.5)
    case 0x591...0x5AF: return (5, -7)
    case 0x5B0...0x5FF: return (5, -4)
    case 0x621...0x652: return (6, -4)
    case 0x600...0x6FF: return (6, -6.5)
    case 0x750...0x77F, 0x8A0...0x8FF: return (6, -7.5)
    case 0x700...0x74F: return (7, -5.5)
    case 0x780...0x7BF: return (8, -5)
    case 0x7C0...0x7FF: return (9, -5)
    case 0x800...0x89F: return (10, -6)
    // The scripts of India and the south-east, 128 code points each.
    case 0x900...0xDFF: return (UInt8(11 + (scalar - 0x900) / 0x80), -4.6)
    case 0xE00...0xE7F: return (22, -4.3)
    case 0xE80...0xEFF: return (23, -4.6)
    case 0xF00...0xFFF: return (24, -5)
    case 0x1000...0x109F: return (25, -5)
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: return (26, -4.5)
    case 0x1100...0x11FF: return (27, -5.5)
    case 0x1200...0x139F: return (28, -6)
    case 0x13A0...0x13FF: return (29, -5)
    case 0x1400...0x167F, 0x18B0...0x18FF: return (30, -6.5)
    case 0x1680...0x169F: return (31, -5)
    case 0x16A0...0x16FF: return (32, -5)
    case 0x1700...0x177F: return (33, -6)
    case 0x1780...0x17FF: return (34, -5)
    case 0x1800...0x18AF: return (35, -5)
    // The rest of the range, in blocks of about this size.
    case 0x1900...0x1CFF: return (UInt8(36 + (scalar - 0x1900) / 0x40), -5.5)
    default: return (254, -8)
    }
  }
}
