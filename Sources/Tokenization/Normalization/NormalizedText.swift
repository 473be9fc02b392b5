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
  /// The normalized text, from the start; the rest is room.
  private(set) var storage: [UInt16] = []
  /// How many units there are.
  private(set) var count = 0
  /// For each unit, where the characters it came from begin in the source.
  private(set) var starts: [Int32] = []
  /// For each unit, where the characters it came from end in the source.
  private(set) var ends: [Int32] = []
  /// Whether ``starts`` and ``ends`` are kept.
  private(set) var hasPlaces = true

  /// Characters of one chunk at most.
  ///
  /// Unicode's stream-safe format allows 30 marks in a row; more than this is no
  /// writing, and unbounded chunks would let hostile text cost quadratic time.
  static let maximumChunkLength = 64

  private var chunk: [UInt16] = []
  /// The normal form of a chunk, from the start; the rest is room.
  private var folded: [UInt16] = []

  /// The normalized text.
  var units: [UInt16] { Array(storage[..<count]) }

  /// Replaces the content by the normal form of `source[range]`.
  ///
  /// - Parameters:
  ///   - source: Valid UTF-8.
  ///   - range: Byte offsets on character boundaries.
  ///   - keepsPlaces: Whether the way back to the bytes is needed.
  /// - Throws: ``ICUError`` when ICU lacks its normalization data.
  mutating func normalize(
    _ source: Span<UInt8>, _ range: Range<Int>, keepsPlaces: Bool = true
  ) throws(ICUError) {
    count = 0
    hasPlaces = keepsPlaces
    var offset = range.lowerBound
    while offset < range.upperBound {
      // Text that stays as it is gives no more units than it has bytes.
      makeRoom(for: range.upperBound - offset)
      offset = copyInert(source, offset, range.upperBound)
      guard offset < range.upperBound else { return }
      offset = try normalizeChunk(source, offset, range.upperBound)
    }
  }

  private mutating func makeRoom(for more: Int) {
    let needed = count + more
    if storage.count < needed { Self.grow(&storage, to: needed) }
    if hasPlaces, starts.count < needed {
      Self.grow(&starts, to: needed)
      Self.grow(&ends, to: needed)
    }
  }

  private static func grow<Number: FixedWidthInteger>(_ array: inout [Number], to count: Int) {
    array.append(contentsOf: repeatElement(0, count: count - array.count))
  }

  /// Copies characters that are normalized one by one, up to the first that is not
  /// or that the next one may change; returns where that is.
  private mutating func copyInert(_ source: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    let (first, hasPlaces) = (count, hasPlaces)
    var copy = InertCopy(offset: start, limit: limit)
    // SAFETY: because there is room for a unit a byte (makeRoom), and the copy stays
    // within `limit`.
    unsafe source.withUnsafeBufferPointer { source in
      unsafe storage.withUnsafeMutableBufferPointer { units in
        unsafe starts.withUnsafeMutableBufferPointer { starts in
          unsafe ends.withUnsafeMutableBufferPointer { ends in
            guard let source = source.baseAddress, let units = units.baseAddress else { return }
            if hasPlaces, let starts = starts.baseAddress, let ends = ends.baseAddress {
              unsafe copy.run(
                source, units + first,
                places: .init(starts: starts + first, ends: ends + first))
            } else {
              unsafe copy.run(source, units + first, places: nil)
            }
          }
        }
      }
    }
    count += copy.unitCount
    return copy.offset
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
    let foldedCount = try fold()
    makeRoom(for: foldedCount)
    for index in 0..<foldedCount {
      storage[count] = folded[index]
      if hasPlaces {
        starts[count] = Int32(truncatingIfNeeded: start)
        ends[count] = Int32(truncatingIfNeeded: offset)
      }
      count += 1
    }
    return offset
  }

  /// Puts the normal form of `chunk` into `folded`, and returns how many units it has.
  private mutating func fold() throws(ICUError) -> Int {
    var capacity = max(32, chunk.count * 2)
    while true {
      if folded.count < capacity { Self.grow(&folded, to: capacity) }
      var error: Int32 = 0
      var count: Int32 = 0
      // SAFETY: because both buffers outlive the call and their counts bound it.
      unsafe chunk.withUnsafeBufferPointer { source in
        unsafe folded.withUnsafeMutableBufferPointer { destination in
          guard let from = source.baseAddress, let to = destination.baseAddress else { return }
          count = unsafe cicu_nfkc_casefold(
            from, Int32(source.count), to, Int32(destination.count), &error)
        }
      }
      guard error <= 0 else { throw ICUError(code: error, operation: "normalize text") }
      if Int(count) <= folded.count { return Int(count) }
      capacity = Int(count)
    }
  }
}
