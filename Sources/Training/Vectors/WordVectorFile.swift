internal import Classification
internal import Files
internal import FoundationEssentials

/// Word vectors on disk, ready to use: no text to parse.
///
/// A safetensors file like a model's weights: `vectors` F32 rows × dimension, `rows`
/// U32 a word, `word_offsets` U32 (words + 1) into `word_bytes` U8, `source_bytes` U8.
public enum WordVectorFile {
  /// Writes vectors.
  ///
  /// - Throws: ``WordVectorError/unwritable(path:reason:)`` when the system refuses.
  public static func write(_ vectors: WordVectors, to path: String) throws(WordVectorError) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for word in vectors.words {
      bytes += Array(word.utf8)
      offsets.append(UInt32(bytes.count))
    }
    var tensors = SafeTensors()
    tensors.add(
      "vectors", vectors.values,
      shape: [vectors.values.count / vectors.dimension, vectors.dimension])
    tensors.add("rows", vectors.rows)
    tensors.add("word_offsets", offsets)
    tensors.add("word_bytes", bytes)
    tensors.add("source_bytes", Array(vectors.source.utf8))
    do {
      try AtomicFile.write(try tensors.encoded(), to: path)
    } catch let error as FileError {
      throw .unwritable(path: path, reason: error.reason)
    } catch {
      throw .unwritable(path: path, reason: "the vectors cannot be encoded")
    }
  }

  /// Reads vectors written by ``write(_:to:)``.
  ///
  /// - Throws: ``WordVectorError`` when the file is not there or not such a file.
  public static func read(from path: String) throws(WordVectorError) -> WordVectors {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    } catch {
      throw .unreadable(path: path, reason: "the file cannot be read")
    }
    let values: [Float]
    let rows: [UInt32]
    let offsets: [UInt32]
    let bytes: [UInt8]
    let source: [UInt8]
    let dimension: Int
    do throws(ModelError) {
      let tensors = try SafeTensors(decoding: data, path: path)
      values = try tensors.floats("vectors", path: path)
      rows = try tensors.integers("rows", as: UInt32.self, path: path)
      offsets = try tensors.integers("word_offsets", as: UInt32.self, path: path)
      bytes = try tensors.integers("word_bytes", as: UInt8.self, path: path)
      source = try tensors.integers("source_bytes", as: UInt8.self, path: path)
      dimension = tensors.shape(of: "vectors")?.last ?? 0
    } catch {
      throw .unknownFormat(path: path)
    }
    guard offsets.count == rows.count + 1 else {
      throw .shapesDiffer(words: offsets.count - 1, rows: rows.count, values: values.count)
    }
    var words: [String] = []
    words.reserveCapacity(rows.count)
    for index in rows.indices {
      let (start, end) = (Int(offsets[index]), Int(offsets[index + 1]))
      guard start <= end, end <= bytes.count else { throw .unknownFormat(path: path) }
      words.append(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    return try WordVectors(
      dimension: dimension, words: words, rows: rows, values: values,
      source: String(decoding: source, as: UTF8.self))
  }
}
