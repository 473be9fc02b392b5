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

  /// What is wrong with the line, in words.
  public var problem: String {
    switch reason {
    case .noTermColumn: "the header has no column 'term'"
    case .emptyTerm: "the term is empty"
    case .axisWithoutPole: "axis and pole go together"
    case .badWeight(let weight): "weight '\(weight)' is no number from 0 to 1"
    }
  }

  /// How to mend it.
  public var remedy: String {
    switch reason {
    case .noTermColumn:
      "begin the file with \(Lexicon.columns.joined(separator: "<TAB>"))"
    case .emptyTerm: "fill it or remove the line"
    case .axisWithoutPole: "fill both or neither"
    case .badWeight: "mend it or leave it empty for 1"
    }
  }

  /// The line, the problem and the remedy.
  public var description: String { "line \(line): \(problem); \(remedy)" }
}
