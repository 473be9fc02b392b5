/// Keeps a cell of a table from being a formula.
///
/// Spreadsheets take a cell for a formula that begins with `=`, `+`, `-`, `@`, a tab or a
/// line end, quoted or not: a title could fetch a web page or start a program. An
/// apostrophe before it makes the cell text. Reading takes it off again, so that what was
/// written comes back.
///
/// - SeeAlso: OWASP, *CSV Injection*.
package enum FormulaGuard {
  /// A cell that is text to a spreadsheet.
  ///
  /// A cell that already begins with apostrophes before such a character gets one more,
  /// so that ``unguarded(_:)`` gives back just what was there.
  package static func guarded(_ cell: String) -> String {
    wouldBeFormula(cell) ? "'" + cell : cell
  }

  /// The cell without the apostrophe that ``guarded(_:)`` put before it.
  package static func unguarded(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && wouldBeFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// Whether the first character that is no apostrophe begins a formula.
  private static func wouldBeFormula(_ cell: String) -> Bool {
    switch cell.unicodeScalars.first(where: { $0 != "'" }) {
    // Full-width signs too: some spreadsheets in Japanese fold them.
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
