/// Text of others made safe for a terminal.
public enum TerminalText {
  /// The text on one line, without what steers a terminal.
  ///
  /// Titles, ids and excerpts come from files: an escape sequence in one must not
  /// clear the screen, nor a line end break a table. Control characters and line
  /// separators become spaces; marks that turn the writing direction, which could
  /// reorder a whole row, go.
  public static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format where scalar.properties.isBidiControl: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
