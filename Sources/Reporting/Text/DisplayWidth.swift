internal import CICU

/// How many columns of a terminal text takes.
///
/// A character is two columns if its East_Asian_Width is Wide or Fullwidth, none
/// if it is a mark or a format character, else one. Half-width voicing marks
/// (ﾞ ﾟ) are columns of their own although Swift joins them to the letter before;
/// flags and what U+FE0F makes an emoji are two columns (UAX #11).
public enum DisplayWidth {
  /// The columns of a text without line ends.
  public static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character.
  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      let value = Int32(scalar.value)
      if value == 0xFF9E || value == 0xFF9F {
        width += 1
      } else if width == 1, value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(value) {
        width = 2
      } else if width == 0, value >= 0x20, value != 0x7F, cicu_is_zero_width(value) == 0 {
        width = value < 0x1100 ? 1 : (cicu_is_wide(value) != 0 ? 2 : 1)
      }
    }
    return width
  }

  /// The text cut to some columns, ending in … if something was cut.
  public static func truncated(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var result = ""
    var used = 1
    for character in text {
      let width = of(character)
      guard used + width <= columns else { break }
      result.append(character)
      used += width
    }
    return columns > 0 ? result + "…" : ""
  }

  /// The text with spaces after it (or before it) up to some columns.
  public static func padded(
    _ text: String, to columns: Int, alignment: TextTable.Alignment = .left
  ) -> String {
    let spaces = String(repeating: " ", count: max(0, columns - of(text)))
    return alignment == .left ? text + spaces : spaces + text
  }
}
