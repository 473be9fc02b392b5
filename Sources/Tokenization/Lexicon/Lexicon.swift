/// Terms that must stay whole in tokenization.
public struct Lexicon: Sendable, Equatable, Codable {
  /// The entries in file order.
  public var entries: [LexiconEntry]

  /// Creates a lexicon.
  public init(entries: [LexiconEntry] = []) { self.entries = entries }

  /// The columns of the file format, in any order; `term` is required.
  public static let columns = ["term", "variants", "axis", "pole", "weight"]

  /// Reads tab-separated text.
  ///
  /// The first line names the columns. `variants` are separated by `|`. A term
  /// that speaks for poles of two axes has a line for each. Empty lines and lines
  /// that begin with `#` are skipped.
  ///
  /// - Throws: ``LexiconError`` with the first line that cannot be read.
  public init(tabSeparated text: String) throws(LexiconError) {
    var entries: [LexiconEntry] = []
    var positions: [String: Int] = [:]
    var header: [String]?
    for (index, line) in Self.lines(of: text).enumerated() {
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { continue }
      // A tab is a character of its own whatever stands beside it.
      let fields = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard let columns = header else {
        guard fields.contains("term") else {
          throw LexiconError(line: index + 1, reason: .noTermColumn)
        }
        header = fields
        continue
      }
      let row = try Self.row(fields, columns, line: index + 1)
      if let position = positions[row.term] {
        entries[position].variants += row.variants
        entries[position].hints += row.hints
      } else {
        positions[row.term] = entries.count
        entries.append(row)
      }
    }
    self.entries = entries
  }

  /// The lines; where they end in line feeds alone, as nearly always, without asking
  /// Unicode about every character.
  private static func lines(of text: String) -> [Substring] {
    let hasOtherEnds = text.unicodeScalars.contains {
      // VT, FF and CR, NEL, LS and PS.
      (0x0B...0x0D).contains($0.value) || $0.value == 0x85 || $0.value & ~1 == 0x2028
    }
    guard !hasOtherEnds else {
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The lexicon in its file format; reading it gives an equal lexicon.
  public var tabSeparated: String {
    var lines = [Self.columns.joined(separator: "\t")]
    for entry in entries {
      let variants = entry.variants.joined(separator: "|")
      if entry.hints.isEmpty { lines.append("\(entry.term)\t\(variants)\t\t\t") }
      for (index, hint) in entry.hints.enumerated() {
        let variants = index == 0 ? variants : ""
        lines.append("\(entry.term)\t\(variants)\t\(hint.axis)\t\(hint.pole)\t\(hint.weight)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ fields: [String], _ columns: [String], line: Int
  ) throws(LexiconError) -> LexiconEntry {
    func field(_ name: String) -> String {
      guard let index = columns.firstIndex(of: name), index < fields.count else { return "" }
      return fields[index]
    }
    let term = field("term")
    guard !term.isEmpty else { throw LexiconError(line: line, reason: .emptyTerm) }
    let variants = field("variants").split(separator: "|").map(String.init)
    var entry = LexiconEntry(term: term, variants: variants)
    let (axis, pole) = (field("axis"), field("pole"))
    guard axis.isEmpty == pole.isEmpty else {
      throw LexiconError(line: line, reason: .axisWithoutPole)
    }
    if !axis.isEmpty {
      let text = field("weight")
      guard let weight = text.isEmpty ? 1 : Double(text), (0...1).contains(weight) else {
        throw LexiconError(line: line, reason: .badWeight(text))
      }
      entry.hints.append(.init(axis: axis, pole: pole, weight: weight))
    }
    return entry
  }
}
