/// Unicode in units of two or four bytes.
enum WideEncoding: Equatable {
  case utf16(isBigEndian: Bool)
  case utf32(isBigEndian: Bool)

  /// How many bytes are looked at for NUL.
  static let sampleSize = 4096

  var name: String {
    switch self {
    case .utf16(let isBigEndian): isBigEndian ? "UTF-16BE" : "UTF-16LE"
    case .utf32(let isBigEndian): isBigEndian ? "UTF-32BE" : "UTF-32LE"
    }
  }

  /// The encoding that a byte order mark tells, with the mark's length.
  static func marked(_ bytes: [UInt8]) -> (encoding: WideEncoding, mark: Int)? {
    // UTF-32's little-endian mark begins with UTF-16's.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 {
      return (.utf32(isBigEndian: false), 4)
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32(isBigEndian: true), 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    return nil
  }

  /// UTF-16 without a mark, by its NUL bytes: ASCII characters, line feeds at
  /// least, have one each, always on the same side.
  ///
  /// Bytes that are UTF-8 too are UTF-16 only if a quarter of them is
  /// NUL and their number is even.
  static func unmarked(_ bytes: [UInt8], isUTF8: Bool) -> WideEncoding? {
    let sample = bytes[..<min(bytes.count & ~1, sampleSize)]
    // The least of all, which is found many bytes at a time.
    guard sample.reduce(UInt8.max, { min($0, $1) }) == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in sample.indices where sample[index] == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let most = max(zeros.even, zeros.odd)
    guard 10 * most >= 9 * (zeros.even + zeros.odd),
      !isUTF8 || (4 * most >= sample.count && bytes.count % 2 == 0)
    else { return nil }
    let encoding = WideEncoding.utf16(isBigEndian: zeros.even > zeros.odd)
    let units = encoding.units(sample)
    let plausible = units.count(where: isPlausible)
    return 100 * plausible >= 95 * units.count ? encoding : nil
  }

  /// The text, or nil when more than one unit in a hundred is ill-formed.
  func decoded(_ bytes: ArraySlice<UInt8>) -> EncodingConversion.Decoded? {
    guard case .utf16 = self else { return CharacterConverter.decoded(Array(bytes), from: name) }
    var result = EncodingConversion.Decoded(bytes: [])
    result.bytes.reserveCapacity(bytes.count * 3 / 2)
    var units = units(bytes).makeIterator()
    var decoder = UTF16()
    decoding: while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): result.bytes.append(contentsOf: scalar.utf8)
      case .error:
        result.bytes += [0xEF, 0xBF, 0xBD]
        result.replacementCount += 1
      case .emptyInput: break decoding
      }
    }
    if bytes.count % 2 != 0 {
      result.bytes += [0xEF, 0xBF, 0xBD]
      result.replacementCount += 1
    }
    let limit = max(1, bytes.count / 2 * EncodingConversion.maximumStrayPercent / 100)
    return result.replacementCount <= limit ? result : nil
  }

  private func units(_ bytes: ArraySlice<UInt8>) -> [UInt16] {
    let isBigEndian = self == .utf16(isBigEndian: true)
    return stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
  }

  /// Whether text in Japanese, Latin, Greek, Cyrillic or Korean has such a unit.
  private static func isPlausible(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0...0x24F, 0x370...0x4FF, 0x2000...0x2BFF,
      0x2E80...0x9FFF, 0xAC00...0xDFFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF:
      true
    default: false
    }
  }
}
