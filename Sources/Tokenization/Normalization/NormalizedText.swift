internal import CICU
internal import Characters

/// Normalized UTF-16 of one block of text, with the way back to its bytes.
///
/// The normal form is NFKC with full case folding and without default-ignorable
/// characters (Unicode's NFKC_Casefold), after CJK radicals and strokes became
/// the ideographs they stand for. Text is normalized in chunks that Unicode
/// allows to be cut; every unit of a chunk points at the bytes of the whole
/// chunk, so ㍿ gives four units with one range.
///
/// One a worker; memory is kept from block to block.
struct NormalizedText {
  /// The normalized text.
  private(set) var units: [UInt16] = []
  /// For each unit, where the characters it came from begin in the source.
  private(set) var starts: [Int32] = []
  /// For each unit, where the characters it came from end in the source.
  private(set) var ends: [Int32] = []

  /// Characters of one chunk at most.
  ///
  /// Unicode's stream-safe format allows 30 marks in a row; more than this is no
  /// writing, and unbounded chunks would let hostile text cost quadratic time.
  static let maximumChunkLength = 64

  private var chunk: [UInt16] = []
  private var folded: [UInt16] = []

  /// Replaces the content by the normal form of `source[range]`.
  ///
  /// - Parameters:
  ///   - source: Valid UTF-8.
  ///   - range: Byte offsets on character boundaries.
  /// - Throws: ``ICUError`` when ICU lacks its normalization data.
  mutating func normalize(_ source: Span<UInt8>, _ range: Range<Int>) throws(ICUError) {
    units.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = source[offset]
      if byte < 0x80 {
        if Self.isInertStart(source, offset + 1, range.upperBound) {
          append(Self.lowercased(byte), offset, offset + 1)
          offset += 1
          continue
        }
      } else if byte >= 0xE3 && byte <= 0xE9 {
        let (codePoint, length) = UTF8Decoding.decode(source, offset)
        if Self.isInert(codePoint),
          Self.isInertStart(source, offset + length, range.upperBound)
        {
          append(UInt16(truncatingIfNeeded: codePoint), offset, offset + length)
          offset += length
          continue
        }
      }
      offset = try normalizeChunk(source, offset, range.upperBound)
    }
  }

  private mutating func append(_ unit: UInt16, _ start: Int, _ end: Int) {
    units.append(unit)
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
  }

  /// Normalizes from `start` to the next boundary and returns that boundary.
  private mutating func normalizeChunk(
    _ source: Span<UInt8>, _ start: Int, _ limit: Int
  ) throws(ICUError) -> Int {
    chunk.removeAll(keepingCapacity: true)
    var offset = start
    var length = 0
    while offset < limit, length < Self.maximumChunkLength {
      let (codePoint, byteCount) = UTF8Decoding.decode(source, offset)
      if length > 0, cicu_nfkc_casefold_has_boundary_before(Int32(codePoint)) != 0 { break }
      let ideograph = UnifiedIdeographs.ideograph(for: codePoint)
      if ideograph > 0xFFFF {
        chunk.append(UInt16(0xD7C0 + (ideograph >> 10)))
        chunk.append(UInt16(0xDC00 + (ideograph & 0x3FF)))
      } else {
        chunk.append(UInt16(ideograph))
      }
      offset += byteCount
      length += 1
    }
    try fold()
    for unit in folded { append(unit, start, offset) }
    return offset
  }

  /// Puts the normal form of `chunk` into `folded`.
  private mutating func fold() throws(ICUError) {
    var capacity = max(32, chunk.count * 2)
    while true {
      var error: Int32 = 0
      var count: Int32 = 0
      folded = [UInt16](repeating: 0, count: capacity)
      // SAFETY: because both buffers outlive the call and their counts bound it.
      unsafe chunk.withUnsafeBufferPointer { source in
        unsafe folded.withUnsafeMutableBufferPointer { destination in
          guard let from = source.baseAddress, let to = destination.baseAddress else { return }
          count = unsafe cicu_nfkc_casefold(
            from, Int32(source.count), to, Int32(destination.count), &error)
        }
      }
      guard error <= 0 else { throw ICUError(code: error, operation: "normalize text") }
      if Int(count) <= capacity {
        folded.removeSubrange(Int(count)...)
        return
      }
      capacity = Int(count)
    }
  }

  /// Characters that normalization neither changes nor joins to a character
  /// before them: kana, ideographs and common Japanese punctuation.
  private static func isInert(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x3001...0x3003, 0x3005...0x3029, 0x3041...0x3096, 0x30A0...0x30FE: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// Whether the character at `offset` cannot change the one before it, told
  /// from little: only ASCII and inert characters are known to be so.
  private static func isInertStart(_ source: Span<UInt8>, _ offset: Int, _ limit: Int) -> Bool {
    guard offset < limit else { return true }
    let byte = source[offset]
    if byte < 0x80 { return true }
    guard byte >= 0xE3 && byte <= 0xE9 else { return false }
    return isInert(UTF8Decoding.decode(source, offset).codePoint)
  }

  private static func lowercased(_ byte: UInt8) -> UInt16 {
    UInt16(byte) | (byte &- 0x41 < 26 ? 0x20 : 0)
  }
}
