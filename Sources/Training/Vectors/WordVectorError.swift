internal import Files

/// Why word vectors cannot be used.
public enum WordVectorError: Error, Equatable, CustomStringConvertible {
  /// The file is not there.
  case missing(path: String)
  /// The file cannot be read.
  case unreadable(path: String, reason: String)
  /// The file cannot be written.
  case unwritable(path: String, reason: String)
  /// The file is of no known format.
  case unknownFormat(path: String)
  /// A line or record breaks the format.
  case badRecord(path: String, line: Int, reason: String)
  /// Words, rows and numbers do not go together.
  case shapesDiffer(words: Int, rows: Int, values: Int)
  /// A number is NaN or infinite.
  case notFinite

  /// What, where, why, and the remedy.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such word vectors; check the path"
    case .unwritable(let path, let reason):
      "\(path): \(reason); check the path, permissions and free space"
    case .unreadable(let path, let reason):
      "\(path): \(reason); check the path"
    case .unknownFormat(let path):
      "\(path): no word vectors; give word2vec text or binary, fastText .vec, GloVe, "
        + "the vocab folder of the ja-ginza wheel, or a file made by 'shogen vectors'"
    case .badRecord(let path, let line, let reason):
      "\(path):\(line): \(reason); fetch the file again"
    case .shapesDiffer(let words, let rows, let values):
      "\(words) words, \(rows) rows and \(values) numbers do not go together; fetch the vectors again"
    case .notFinite:
      "a vector has a number that is not finite; fetch the vectors again"
    }
  }
}

extension WordVectorError {
  /// What the system said about reading a file.
  init(_ error: FileError) {
    self =
      error.isMissing
      ? .missing(path: error.path) : .unreadable(path: error.path, reason: error.reason)
  }
}
