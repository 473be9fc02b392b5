@testable import Tokenization

/// Word cutting by tables, with ICU's iterator as the judge.
enum SegmentationTargets {
  /// The boundaries and statuses are ICU's, whatever the text.
  static func segmentation(_ bytes: [UInt8]) {
    // Every other input is taken for UTF-16 units, lone surrogates included.
    let units: [UInt16] =
      (bytes.first ?? 0) & 1 == 0
      ? Array(String(decoding: bytes, as: UTF8.self).utf16)
      : stride(from: 1, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
    guard let tables = SegmentationEngine.make(), var reference = try? WordBreaker(),
      var fallback = try? WordBreaker()
    else { return }
    var breaker = TableBreaker(tables: tables)
    var (expected, found) = (WordPieces(), WordPieces())
    guard (try? reference.breakWords(in: units[...], into: &expected)) != nil,
      (try? breaker.breakWords(in: units[...], into: &found, fallback: &fallback)) != nil
    else { return }
    precondition(found == expected, "tables cut otherwise than ICU")
  }
}
