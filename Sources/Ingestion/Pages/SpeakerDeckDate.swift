/// Dates as Speaker Deck writes them.
enum SpeakerDeckDate {
  private static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// `September 30, 2024` and some spaces more.
  private static let maximumLength = 32

  /// Whether a line is a date: `August 19, 2024`.
  static func isDate(_ line: Range<Int>, in text: DocumentText) -> Bool {
    guard line.count <= maximumLength, let last = text.bytes[line].last,
      (0x30...0x39).contains(last), months.contains(where: { text.hasPrefix(line, $0) })
    else { return false }
    let parts = text.parts(of: line, separatedBy: 0x20).filter { !$0.isEmpty }
    return parts.count == 3 && months.contains { text.equals(parts[0], $0) }
      && text.hasSuffix(parts[1], ",") && text.number(parts[1].dropLast()) != nil
      && parts[2].count == 4 && text.number(parts[2]) != nil
  }
}
