internal import Files
internal import Tokenization

/// Reads word vectors in whatever form people have them.
///
/// Told apart by content: a file of ``WordVectorFile``; a folder `vocab` of a spaCy
/// pipeline such as the `ja-ginza` wheel's; word2vec's binary form; and text with a
/// word and its numbers a line, with a first line of counts (word2vec, fastText .vec)
/// or without (GloVe). Words come out normalized.
public enum WordVectorReader {
  /// Bytes a file may have.
  static let maximumByteCount = 16 << 30

  /// Reads vectors.
  ///
  /// - Throws: ``WordVectorError`` naming file and line.
  public static func read(from path: String) throws(WordVectorError) -> WordVectors {
    if SpaCyVocabulary.exists(at: path) { return try SpaCyVocabulary.read(from: path) }
    var bytes: [UInt8]
    do throws(FileError) {
      // Opened once: what standard input gave is gone the second time.
      let source = try FileSource(path: path)
      bytes = try source.next()
      if !isSafeTensors(bytes) {
        while bytes.count <= maximumByteCount, case let chunk = try source.next(), !chunk.isEmpty {
          bytes += chunk
        }
      }
    } catch {
      throw WordVectorError(error)
    }
    if isSafeTensors(bytes) { return try WordVectorFile.read(from: path) }
    guard bytes.count <= maximumByteCount else {
      throw .unreadable(path: path, reason: "more than 16 GB")
    }
    return try Word2Vec.read(bytes, path: path)
  }

  /// A header length and then an opening brace.
  private static func isSafeTensors(_ bytes: [UInt8]) -> Bool {
    bytes.count > 8 && bytes[8] == UInt8(ascii: "{") && bytes[4...7].allSatisfy { $0 == 0 }
  }

  /// Vectors from words as written, normalized; the exact form wins over others.
  static func vectors(
    words: [String], rows: [UInt32], values: [Float], dimension: Int, path: String
  ) throws(WordVectorError) -> WordVectors {
    var earlier: [String: Int] = [:]
    var order: [(text: String, row: UInt32, isExact: Bool)] = []
    for (word, row) in zip(words, rows) {
      guard let units = try? Tokenizer.normalized(word) else { continue }
      let text = String(decoding: units, as: UTF16.self)
      guard !text.isEmpty else { continue }
      // By code units: strings that are equal in Swift may be written differently.
      let isExact = text.utf8.elementsEqual(word.utf8)
      if let position = earlier[text] {
        if isExact, !order[position].isExact { order[position] = (text, row, true) }
      } else {
        earlier[text] = order.count
        order.append((text, row, isExact))
      }
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try WordVectors(
      dimension: dimension, words: order.map(\.text), rows: order.map(\.row), values: values,
      source: name)
  }
}
