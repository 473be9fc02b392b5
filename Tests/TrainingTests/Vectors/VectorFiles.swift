import Foundation

/// Word vector files written by hand, in the formats people have.
enum VectorFiles {
  /// A little-endian float32.
  static func bytes(_ value: Float) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt32($0))) }
  }

  /// word2vec's binary form, with a line feed after each vector or without.
  static func binary(_ words: [(String, [Float])], lineFeeds: Bool = true) -> [UInt8] {
    var file = Array("\(words.count) \(words.first?.1.count ?? 0)\n".utf8)
    for (word, values) in words {
      file += Array((word + " ").utf8) + values.flatMap(bytes)
      if lineFeeds { file.append(0x0A) }
    }
    return file
  }

  /// A .npy array of little-endian float32; `shape` as NumPy prints it.
  static func npy(_ values: [Float], shape: String, version: UInt8 = 1) -> [UInt8] {
    let header = Array(
      "{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }\n".utf8)
    let length = UInt32(header.count)
    let size = (0..<(version == 1 ? 2 : 4)).map {
      UInt8(truncatingIfNeeded: length >> (8 * UInt32($0)))
    }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + size + header + values.flatMap(bytes)
  }

  /// A MessagePack map of 64-bit keys to small rows.
  static func map(_ entries: [(UInt64, UInt8)]) -> [UInt8] {
    var bytes = [0x80 | UInt8(entries.count)]
    for (key, row) in entries {
      bytes.append(0xCF)
      bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: key >> (8 * UInt64($0))) }
      bytes.append(row)
    }
    return bytes
  }
}
