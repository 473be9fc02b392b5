/// JSON written member by member, in the order given.
///
/// Foundation's encoder keeps no order; predictions are read by people too.
public struct JSONText: Sendable, Equatable {
  /// The text so far.
  public private(set) var text = ""

  private init(_ text: String) { self.text = text }

  /// An object.
  public static func object(_ members: [(String, JSONText?)]) -> JSONText {
    var text = "{"
    // Each level copies what it holds once; texts can be long.
    text.reserveCapacity(
      members.reduce(3) { $0 + $1.0.utf8.count + 4 + ($1.1?.text.utf8.count ?? 0) })
    for (name, value) in members {
      guard let value else { continue }
      if text.utf8.count > 1 { text += "," }
      text += quoted(name)
      text += ":"
      text += value.text
    }
    text += "}"
    return JSONText(text)
  }

  /// An array.
  public static func array(_ elements: [JSONText]) -> JSONText {
    var text = "["
    text.reserveCapacity(elements.reduce(3) { $0 + $1.text.utf8.count + 1 })
    for element in elements {
      if text.utf8.count > 1 { text += "," }
      text += element.text
    }
    text += "]"
    return JSONText(text)
  }

  /// A string.
  public static func string(_ value: String) -> JSONText { JSONText(quoted(value)) }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONText { JSONText(String(value)) }

  /// True or false.
  public static func boolean(_ value: Bool) -> JSONText { JSONText(value ? "true" : "false") }

  /// The shortest decimal that reads back as the same number; null for NaN and
  /// infinity, which JSON has not.
  public static func number(_ value: Double) -> JSONText {
    var text = ""
    append(number: value, to: &text)
    return JSONText(text)
  }

  /// Writes what ``number(_:)`` gives, without a text of its own.
  static func append(number value: Double, to text: inout String) {
    guard value.isFinite else {
      text += "null"
      return
    }
    // Zero without its sign.
    (value == 0 ? 0 : value).write(to: &text)
  }

  /// A value that is JSON already; the caller answers for its validity.
  static func raw(_ json: String) -> JSONText { JSONText(json) }

  /// Null.
  public static let null = JSONText("null")

  private static func quoted(_ value: String) -> String {
    var result = ""
    result.reserveCapacity(value.utf8.count + value.utf8.count / 16 + 16)
    append(quoted: value, to: &result)
    return result
  }

  /// Writes a string with its quotes and escapes, without a text of its own.
  static func append(quoted value: String, to result: inout String) {
    let source = value.utf8Span.span
    result += "\""
    var start = value.startIndex
    for index in source.indices {
      let byte = source[index]
      let mayEndSeparator = byte & 0xFE == 0xA8
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || mayEndSeparator,
        let escape = escape(source, at: index)
      else { continue }
      let end = value.utf8.index(value.startIndex, offsetBy: index - (mayEndSeparator ? 2 : 0))
      result += value[start..<end]
      result += escape
      start = value.utf8.index(value.startIndex, offsetBy: index + 1)
    }
    if start == value.startIndex { result += value } else { result += value[start...] }
    result += "\""
  }

  /// What stands for the character that ends at an index, if it needs an escape.
  private static func escape(_ source: Span<UInt8>, at index: Int) -> String? {
    switch source[index] {
    case UInt8(ascii: "\""): return #"\""#
    case UInt8(ascii: "\\"): return #"\\"#
    case 0x0A: return #"\n"#
    case 0x0D: return #"\r"#
    case 0x09: return #"\t"#
    case 0..<0x20, 0x7F:
      let digits = String(source[index], radix: 16)
      return (digits.utf8.count == 1 ? #"\u000"# : #"\u00"#) + digits
    case 0xA8, 0xA9:
      // U+2028 and U+2029, which end a line in JavaScript.
      guard index >= 2, source[index - 2] == 0xE2, source[index - 1] == 0x80 else { return nil }
      return source[index] == 0xA8 ? #"\u2028"# : #"\u2029"#
    default: return nil
    }
  }
}
