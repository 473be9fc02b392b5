/// Copies characters whose normal form is one unit, whatever stands before them, and
/// that no such character after them changes: ASCII, kana, ideographs, full-width
/// ASCII and common punctuation.
// SAFETY: because `run` reads within `offset..<limit` only and writes no more units
// than there are bytes in it, for which its caller has room.
struct InertCopy {
  /// Where the units come from.
  @unsafe struct Places {
    let starts: UnsafeMutablePointer<Int32>
    let ends: UnsafeMutablePointer<Int32>
  }

  /// Where the copy goes on; after a run where it ended.
  private(set) var offset: Int
  /// Where the text ends.
  let limit: Int
  /// Units written.
  private(set) var unitCount = 0
  /// Bytes of the character copied last.
  private var lastLength = 0

  init(offset: Int, limit: Int) {
    self.offset = offset
    self.limit = limit
  }

  /// The normal form of each unit that is copied, 0 for the others.
  private static let normalForms: [UInt16] = {
    var forms = [UInt16](repeating: 0, count: 0x10000)
    for unit in 1..<0x80 { forms[unit] = UInt16(unit) | ((0x41...0x5A).contains(unit) ? 0x20 : 0) }
    let same: [ClosedRange<Int>] = [
      0x2010...0x2010, 0x2012...0x2016, 0x2018...0x2023, 0x2190...0x2199, 0x2500...0x25FF,
      0x3001...0x3003, 0x3005...0x3029, 0x3041...0x3096, 0x30A0...0x30FE, 0x3400...0x4DB5,
      0x4E00...0x9FEF,
    ]
    for range in same { for unit in range { forms[unit] = UInt16(unit) } }
    forms[0x3000] = 0x20
    // Full-width ASCII.
    for unit in 0xFF01...0xFF5E { forms[unit] = forms[unit - 0xFEE0] }
    return forms
  }()

  /// Copies up to the first character that is not of this kind; if there is one, the
  /// character before it is left as well, which it may change.
  mutating func run(
    _ source: UnsafePointer<UInt8>, _ units: UnsafeMutablePointer<UInt16>, places: Places?
  ) {
    unsafe Self.normalForms.withUnsafeBufferPointer { forms in
      guard let forms = forms.baseAddress else { return }
      while offset < limit {
        let byte = unsafe source[offset]
        if byte < 0x80 {
          if offset &+ 8 <= limit {
            unsafe copyASCII(source, units, places)
          } else {
            let unit = UInt16(byte) | (byte &- 0x41 < 26 ? 0x20 : 0)
            unsafe append(unit, length: 1, units, places)
          }
          continue
        }
        guard byte & 0xF0 == 0xE0 else { break }
        let unit =
          unsafe UInt16(byte & 0x0F) << 12 | UInt16(source[offset &+ 1] & 0x3F) << 6
          | UInt16(source[offset &+ 2] & 0x3F)
        let form = unsafe forms[Int(unit)]
        guard form != 0 else { break }
        unsafe append(form, length: 3, units, places)
      }
    }
    if offset < limit, unitCount > 0 {
      unitCount &-= 1
      offset &-= lastLength
    }
  }

  @inline(__always)
  private mutating func append(
    _ unit: UInt16, length: Int, _ units: UnsafeMutablePointer<UInt16>, _ places: Places?
  ) {
    unsafe units[unitCount] = unit
    if let places = unsafe places {
      unsafe places.starts[unitCount] = Int32(truncatingIfNeeded: offset)
      unsafe places.ends[unitCount] = Int32(truncatingIfNeeded: offset &+ length)
    }
    unitCount &+= 1
    offset &+= length
    lastLength = length
  }

  /// Copies the ASCII at the front of the next eight bytes, of which the first is.
  ///
  /// All eight are written: what stands behind the ASCII is overwritten by what comes.
  @inline(__always)
  private mutating func copyASCII(
    _ source: UnsafePointer<UInt8>, _ units: UnsafeMutablePointer<UInt16>, _ places: Places?
  ) {
    let bytes = unsafe UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
    let length = (bytes & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
    // In each byte the high bit: set by 0x41 and more, not by 0x5B and more.
    let plain = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let isUpper =
      (plain &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(plain &+ 0x2525_2525_2525_2525)
      & 0x8080_8080_8080_8080
    let folded = bytes | isUpper >> 2
    let wide = SIMD8<UInt16>(
      truncatingIfNeeded: unsafe unsafeBitCast(folded, to: SIMD8<UInt8>.self))
    unsafe UnsafeMutableRawPointer(units + unitCount).storeBytes(of: wide, as: SIMD8<UInt16>.self)
    if let places = unsafe places {
      for index in 0..<length {
        unsafe places.starts[unitCount &+ index] = Int32(truncatingIfNeeded: offset &+ index)
        unsafe places.ends[unitCount &+ index] = Int32(truncatingIfNeeded: offset &+ index &+ 1)
      }
    }
    unitCount &+= length
    offset &+= length
    lastLength = 1
  }
}
