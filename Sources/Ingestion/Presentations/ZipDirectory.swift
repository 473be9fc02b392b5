/// The end of a zip archive, which says how large its table of contents is.
///
/// libzip reads the whole table when it opens an archive, so its size is checked
/// before. Offsets are those of PKWARE's APPNOTE, 4.3.15 and 4.3.16.
enum ZipDirectory {
  /// Bytes at the end of a file that may hold the end record: 22, a comment of at
  /// most 65,535, and a zip64 locator of 20 before it.
  static let tailByteCount = 22 + 65_535 + 20

  /// What stands in the way of opening an archive.
  enum Obstacle: Equatable {
    /// There is no end record: the file is cut off.
    case missing
    /// More than 65,535 members or 4 GB.
    case zip64
    /// The table has this many bytes, more than allowed.
    case tooLarge(Int)
  }

  /// Looks for an obstacle.
  ///
  /// Any end record in the tail counts, as nobody but libzip knows which of
  /// several it will take.
  ///
  /// - Parameters:
  ///   - tail: The last bytes of the file, ``tailByteCount`` or all.
  ///   - fileByteCount: The size of the file.
  ///   - limit: Bytes the table may have.
  /// - Returns: The worst obstacle, or nil.
  static func obstacle(inTail tail: [UInt8], of fileByteCount: Int, limit: Int) -> Obstacle? {
    var isThere = false
    var end = tail.count - 22
    while end >= 0 {
      defer { end -= 1 }
      guard signature(tail, at: end) == 0x0605_4B50 else { continue }
      isThere = true
      if end >= 20, signature(tail, at: end - 20) == 0x0706_4B50 { return .zip64 }
      let size = Int(signature(tail, at: end + 12))
      let offset = Int(signature(tail, at: end + 16))
      // One that reaches beyond itself is chance, or libzip refuses it.
      let fits = size + offset <= fileByteCount - tail.count + end
      if size > limit, fits { return .tooLarge(size) }
    }
    return isThere ? nil : .missing
  }

  /// Four bytes, least significant first.
  private static func signature(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * $1) }
  }
}
