/// Two or three neighbouring characters of normalized text (character n-grams), any
/// number of spaces and line ends taken for one space.
package enum Fragments {
  /// Calls `body` with the hash and the units of every fragment, in the order of their
  /// ends; none cuts a character of two units.
  @inline(__always)
  package static func forEach(in units: Span<UInt16>, _ body: (UInt64, Range<Int>) -> Void) {
    // The two units before this one, 0 where a fragment cannot reach back, and
    // where they stand.
    var (first, second): (UInt16, UInt16) = (0, 0)
    var (start, middle) = (0, 0)
    for index in units.indices {
      let unit = isSpace(units[index]) ? 0x20 : units[index]
      if unit & 0xF800 == 0xD800 {
        (first, second) = (0, 0)
        continue
      }
      if unit == 0x20, second == 0x20 { continue }
      if second != 0 {
        body(TermHash.fragment(second, unit), middle..<index + 1)
        if first != 0 { body(TermHash.fragment(first, second, unit), start..<index + 1) }
      }
      (first, second) = (second, unit)
      (start, middle) = (middle, index)
    }
  }

  /// Whether a unit is surely no space and no half of a pair: nearly all are such.
  @inline(__always)
  static func isPlain(_ unit: UInt16) -> Bool {
    unit &- 0x21 < 0x5E || unit &- 0x202A < 0xB7D6
  }

  /// Whether a unit is a space or a control character.
  @inline(__always)
  static func isSpace(_ unit: UInt16) -> Bool {
    unit <= 0x20 || (0x7F...0xA0).contains(unit) || unit & 0xFFF0 == 0x2000
      || (0x2028...0x2029).contains(unit)
  }

  /// A fragment's text, each stretch of spaces as one.
  package static func text(of units: [UInt16]) -> String {
    var kept: [UInt16] = []
    for unit in units {
      let unit = isSpace(unit) ? 0x20 : unit
      if unit != 0x20 || kept.last != 0x20 { kept.append(unit) }
    }
    return String(decoding: kept, as: UTF16.self)
  }
}
