/// Where bytes that should be UTF-8 are not.
///
/// What is ill-formed is told in maximal subparts, as Unicode advises (The Unicode
/// Standard, §3.9, "U+FFFD Substitution of Maximal Subparts").
struct UTF8Damage: Equatable {
  /// Bytes that belong to no character.
  private(set) var byteCount = 0
  /// Ill-formed sequences: how many U+FFFD stand for them.
  private(set) var sequenceCount = 0
  /// Well-formed characters of two bytes or more.
  private(set) var multibyteCount = 0
  /// Where the first ill-formed sequence begins; the end when there is none.
  private(set) var firstOffset: Int

  /// Surveys bytes.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8]) {
    firstOffset = bytes.count
    var offset = 0
    while offset < bytes.count {
      let (length, isValid) = Self.sequence(bytes, at: offset)
      if !isValid {
        if sequenceCount == 0 { firstOffset = offset }
        byteCount += length
        sequenceCount += 1
      } else if length > 1 {
        multibyteCount += 1
      }
      offset += length
    }
  }

  /// The bytes with U+FFFD in place of each ill-formed sequence.
  func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result = Array(bytes[..<firstOffset])
    result.reserveCapacity(bytes.count + 2 * sequenceCount)
    var offset = firstOffset
    while offset < bytes.count {
      let (length, isValid) = Self.sequence(bytes, at: offset)
      if isValid {
        for index in offset..<(offset + length) { result.append(bytes[index]) }
      } else {
        result += [0xEF, 0xBF, 0xBD]
      }
      offset += length
    }
    return result
  }

  /// The character or the ill-formed sequence that begins at an offset.
  private static func sequence(_ bytes: [UInt8], at offset: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes[offset]
    if lead < 0x80 { return (1, true) }
    // The Unicode Standard, table 3-7: the second byte's range depends on the lead.
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    for index in 1..<length {
      let range = index == 1 ? second : 0x80...0xBF
      guard offset + index < bytes.count, range.contains(bytes[offset + index]) else {
        return (index, false)
      }
    }
    return (length, true)
  }
}
