/// Characters that Unicode normalization takes apart and never puts together.
///
/// Their code points are CIDs of ideographs, so a pair in a run of CIDs was one
/// character, far rather than two.
///
/// - SeeAlso: Unicode's Composition_Exclusion.
enum Decomposition {
  private static let pairs: [UInt64: UInt32] = {
    var pairs: [UInt64: UInt32] = [:]
    for (mark, bases, first) in rows {
      for (offset, base) in bases.enumerated() where base != 0 {
        pairs[key(base, mark)] = first + UInt32(offset)
      }
    }
    return pairs
  }()

  /// A mark, the bases it is parted from, and the first of the characters.
  private static let rows: [(mark: UInt32, bases: [UInt32], first: UInt32)] = [
    (0x93C, [0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F], 0x958),
    (0x9BC, [0x9A1, 0x9A2, 0, 0x9AF], 0x9DC),
    (0xA3C, [0xA32, 0, 0, 0xA38], 0xA33),
    (0xA3C, [0xA16, 0xA17, 0xA1C, 0, 0, 0xA2B], 0xA59),
    (0xB3C, [0xB21, 0xB22], 0xB5C),
    (0xFB7, [0xF42], 0xF43), (0xFB7, [0xF4C], 0xF4D), (0xFB7, [0xF51], 0xF52),
    (0xFB7, [0xF56], 0xF57), (0xFB7, [0xF5B], 0xF5C), (0xFB5, [0xF40], 0xF69),
    (0xF72, [0xF71], 0xF73), (0xF74, [0xF71], 0xF75), (0xF80, [0xFB2], 0xF76),
    (0xF80, [0xFB3], 0xF78), (0xF80, [0xF71], 0xF81), (0xFB7, [0xF92], 0xF93),
    (0xFB7, [0xF9C], 0xF9D), (0xFB7, [0xFA1], 0xFA2), (0xFB7, [0xFA6], 0xFA7),
    (0xFB7, [0xFAB], 0xFAC), (0xFB5, [0xF90], 0xFB9),
  ]

  /// The marks of all pairs; looking through them is faster than hashing a pair.
  private static let marks = Set(rows.map(\.mark)).sorted()

  private static func key(_ base: UInt32, _ mark: UInt32) -> UInt64 {
    UInt64(base) << 32 | UInt64(mark)
  }

  /// Puts the pairs of a run together.
  static func recompose(_ run: inout [UInt32]) {
    guard run.contains(where: { (0x93C...0xFB7).contains($0) }) else { return }
    var end = 0
    for scalar in run {
      if end > 0, marks.contains(scalar), let whole = pairs[key(run[end - 1], scalar)] {
        run[end - 1] = whole
      } else {
        run[end] = scalar
        end += 1
      }
    }
    run.removeSubrange(end...)
  }
}
