/// Why a lexicon file cannot be read.
public struct LexiconError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with the line.
  public enum Reason: Sendable, Equatable {
    /// The header has no column `term`.
    case noTermColumn
    /// The line's term is empty.
    case emptyTerm
    /// Only one of `axis` and `pole` is filled.
    case axisWithoutPole
    /// The weight is no number in 0...1.
    case badWeight(String)
  }

  /// The line, from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: Reason

  /// The line, the reason and the remedy.
  public var description: String {
    let text =
      switch reason {
      case .noTermColumn:
        "the header has no column 'term'; begin the file with \(Lexicon.columns.joined(separator: "<TAB>"))"
      case .emptyTerm:
        "the term is empty; fill it or remove the line"
      case .axisWithoutPole:
        "axis and pole go together; fill both or neither"
      case .badWeight(let weight):
        "weight '\(weight)' is no number from 0 to 1; mend it or leave it empty for 1"
      }
    return "line \(line): \(text)"
  }
}
