/// Why arrays do not make a vocabulary.
public enum VocabularyError: Error, Equatable, CustomStringConvertible {
  /// The parallel arrays have different lengths.
  case lengthsDiffer(terms: Int, hashes: Int, frequencies: Int)
  /// Two terms have one hash.
  case sharedHash
  /// No term occurs in enough talks.
  case empty(minimumDocumentFrequency: Int, talks: Int)

  /// The reason and the remedy.
  public var description: String {
    switch self {
    case .lengthsDiffer(let terms, let hashes, let frequencies):
      "\(terms) terms, \(hashes) hashes and \(frequencies) frequencies do not go together; train the model again"
    case .sharedHash:
      "two terms share a hash; train the model again"
    case .empty(let minimum, let talks):
      "no term occurs in \(minimum) of the \(talks) training talks; add talks or lower the minimum document frequency"
    }
  }
}
