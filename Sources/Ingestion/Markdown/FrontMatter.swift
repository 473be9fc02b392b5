/// The subset of YAML that decks begin with: `key: value` lines, quoted or not, lists
/// in brackets or one a line, and blocks after `|` and `>`.
///
/// Nested mappings are passed over. A file may also begin with TOML between lines of
/// `+++`, where the keys are parted by `=`.
struct FrontMatter: Equatable {
  /// Lines that front matter may have; a longer one is text.
  static let maximumLineCount = 500

  /// The values by key in lower case, in order; a scalar is one value.
  private(set) var values: [String: [String]] = [:]
  /// The keys that begin with a small letter, as programs' settings do; in lower case.
  private(set) var settingKeys: Set<String> = []
  /// The keys whose values are lists, of one item too.
  private(set) var listKeys: Set<String> = []
  /// The line after its closing marks.
  private(set) var end: Int

  /// Front matter whose opening marks are at a line, or nil when it is none.
  init?(_ text: DocumentText, openedAt opening: Int) {
    let marks = text.contents[opening]
    let isTOML = text.equals(marks, "+++")
    guard isTOML || text.equals(marks, "---") else { return nil }
    let limit = min(text.lines.count, opening + 1 + Self.maximumLineCount)
    guard
      let closing = (opening + 1..<limit).first(where: { text.equals(trimmedEnd($0), marks) })
    else { return nil }
    func trimmedEnd(_ index: Int) -> Range<Int> {
      let line = text.lines[index]
      return line.lowerBound..<text.trimmed(line).upperBound
    }
    self.init(
      text, text.lines[opening + 1..<closing].lazy.map { $0 },
      separator: UInt8(ascii: isTOML ? "=" : ":"), end: closing + 1)
  }

  /// The mapping that some lines are, or nil when they are none: a line is no key,
  /// no part of the value before and no comment, or there is no key.
  init?(
    _ text: DocumentText, _ lines: some Sequence<Range<Int>>,
    separator: UInt8 = UInt8(ascii: ":"), end: Int = 0
  ) {
    self.end = end
    var key: String?
    for line in lines {
      let content = text.trimmed(line)
      guard let first = content.first.map({ text.bytes[$0] }) else { continue }
      if first == UInt8(ascii: "#") { continue }
      let isIndented = content.lowerBound > line.lowerBound
      let isItem = first == UInt8(ascii: "-") && !text.hasPrefix(content, "--")
      if isIndented || isItem {
        guard let key else { return nil }
        if isItem { listKeys.insert(key) }
        let item = isItem ? text.trimmed(content.dropFirst()) : content
        values[key, default: []].append(Self.scalar(item, in: text))
      } else if let name = Self.key(content, separator: separator, in: text) {
        let value = text.trimmed(name.upperBound + 1..<content.upperBound)
        let lowered = text.string(text.trimmed(name)).lowercased()
        values[lowered] = Self.values(of: value, in: text)
        if text.hasPrefix(value, "[") { listKeys.insert(lowered) }
        if !(0x41...0x5A).contains(first) { settingKeys.insert(lowered) }
        key = lowered
      } else {
        return nil
      }
    }
    if values.isEmpty { return nil }
  }

  /// The text of a key's value; the items of a list and the lines of a block are
  /// joined.
  func text(_ key: String, separator: String = " ") -> String? {
    guard let joined = values[key]?.joined(separator: separator) else { return nil }
    return joined.isEmpty ? nil : joined
  }

  /// The items of a key's value.
  func list(_ key: String) -> [String] { values[key] ?? [] }

  /// The key that a line begins with: letters, digits, `_`, `-`, `.` and `$`, then
  /// the separator and a space or the end.
  static func key(_ line: Range<Int>, separator: UInt8, in text: DocumentText) -> Range<Int>? {
    var offset = line.lowerBound
    while offset < line.upperBound, offset - line.lowerBound <= 64 {
      let byte = text.bytes[offset]
      if byte == separator {
        let next = offset + 1
        guard offset > line.lowerBound,
          next == line.upperBound || text.bytes[next] == 0x20 || separator != UInt8(ascii: ":")
        else { return nil }
        return line.lowerBound..<offset
      }
      guard
        MarkdownByte.isWord(byte) && byte < 0x80 || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
          || byte == 0x20 && separator != UInt8(ascii: ":")
      else { return nil }
      offset += 1
    }
    return nil
  }

  private static func values(of value: Range<Int>, in text: DocumentText) -> [String] {
    if value.isEmpty { return [] }
    let first = text.bytes[value.lowerBound]
    let last = text.bytes[value.upperBound - 1]
    if (first == UInt8(ascii: "|") || first == UInt8(ascii: ">")) && value.count <= 3 { return [] }
    guard first == UInt8(ascii: "["), last == UInt8(ascii: "]") else {
      return [scalar(value, in: text)]
    }
    return text.bytes[value.dropFirst().dropLast()].split(separator: UInt8(ascii: ",")).map {
      scalar(text.trimmed($0.startIndex..<$0.endIndex), in: text)
    }
  }

  /// A value without its quotes or the comment behind it.
  private static func scalar(_ value: Range<Int>, in text: DocumentText) -> String {
    guard let first = value.first.map({ text.bytes[$0] }) else { return "" }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), value.count >= 2,
      let close = text.bytes[value].lastIndex(of: first), close > value.lowerBound
    {
      return text.string(value.lowerBound + 1..<close)
    }
    guard let comment = text.firstOffset(of: " #", in: value) else { return text.string(value) }
    return text.string(text.trimmed(value.lowerBound..<comment))
  }
}
