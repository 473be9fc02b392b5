/// Whether text for a terminal carries escape sequences.
public enum TextStyle: Sendable {
  /// Text alone.
  case plain
  /// Bold headings and dim asides.
  case colored

  /// Text that leads.
  public func bold(_ text: String) -> String { wrapped(text, "1") }

  /// Text that stands back.
  public func dim(_ text: String) -> String { wrapped(text, "2") }

  private func wrapped(_ text: String, _ code: String) -> String {
    self == .plain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
