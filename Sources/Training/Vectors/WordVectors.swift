internal import Features
internal import Tokenization

/// Words and what they mean to each other, as points in a space.
///
/// A dependency of training alone: what a model learns from vectors is folded into
/// its term weights. Words are in normalized form; several may share a row.
///
/// Immutable, shared by all workers.
public struct WordVectors: Sendable {
  /// How many numbers a vector has.
  public let dimension: Int
  /// The words in the order of the source, which is by falling frequency in the
  /// files people publish.
  public let words: [String]
  /// Where the vectors come from, for model cards.
  public private(set) var source: String
  /// The row of each word.
  let rows: [UInt32]
  /// Row × dimension.
  let values: [Float]
  private let table: HashTable
  private let positions: [Int32]

  /// Creates vectors.
  ///
  /// Of words with one normal form the one written in that form stays, else the
  /// first.
  ///
  /// - Throws: ``WordVectorError`` when the shapes do not fit or a number is not
  ///   finite.
  public init(
    dimension: Int, words: [String], rows: [UInt32], values: [Float], source: String
  ) throws(WordVectorError) {
    guard dimension > 0, values.count.isMultiple(of: dimension), words.count == rows.count else {
      throw .shapesDiffer(words: words.count, rows: rows.count, values: values.count)
    }
    let rowCount = values.count / dimension
    guard rows.allSatisfy({ $0 < rowCount }) else {
      throw .shapesDiffer(words: words.count, rows: rows.count, values: values.count)
    }
    guard values.allSatisfy(\.isFinite) else { throw .notFinite }
    var hashes: [UInt64] = []
    var positions: [Int32] = []
    var seen: Set<UInt64> = []
    for (position, word) in words.enumerated() {
      let hash = TermHash.word(word)
      guard seen.insert(hash).inserted else { continue }
      hashes.append(hash)
      positions.append(Int32(position))
    }
    guard let table = HashTable(hashes) else {
      throw .shapesDiffer(words: words.count, rows: rows.count, values: values.count)
    }
    self.dimension = dimension
    self.words = words
    self.rows = rows
    self.values = values
    self.source = source
    self.table = table
    self.positions = positions
  }

  /// The same vectors under another name; nil for their own.
  public func named(_ name: String?) -> WordVectors {
    var vectors = self
    if let name { vectors.source = name }
    return vectors
  }

  /// The vector of a word in normalized form, or nil.
  public subscript(word: String) -> ArraySlice<Float>? {
    self[hash: TermHash.word(word)]
  }

  /// The vector of the word with a hash, or nil.
  subscript(hash hash: UInt64) -> ArraySlice<Float>? {
    let index = table.index(of: hash)
    guard index >= 0 else { return nil }
    let row = Int(rows[Int(positions[Int(index)])])
    return values[row * dimension..<(row + 1) * dimension]
  }
}
