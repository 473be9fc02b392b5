/// JSON written member by member, in the order given.
///
/// Foundation's encoder keeps no order; predictions are read by people too.
public struct JSONText: Sendable, Equatable {
  /// The text so far.
  public private(set) var text = ""

  private init(_ text: String) { self.text = text }

  /// An object.
  public static func object(_ members: [(String, JSONText?)]) -> JSONText {
    let parts = members.compactMap { name, value in
      value.map { "\(quoted(name)):\($0.text)" }
    }
    return JSONText("{\(parts.joined(separator: ","))}")
  }

  /// An array.
  public static func array(_ elements: [JSONText]) -> JSONText {
    JSONText("[\(elements.map(\.text).joined(separator: ","))]")
  }

  /// A string.
  public static func string(_ value: String) -> JSONText { JSONText(quoted(value)) }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONText { JSONText(String(value)) }

  /// The shortest decimal that reads back as the same number; null for NaN and
  /// infinity, which JSON has not.
  public static func number(_ value: Double) -> JSONText {
    value.isFinite ? JSONText(value == 0 ? "0.0" : "\(value)") : null
  }

  /// A value that is JSON already; the caller answers for its validity.
  static func raw(_ json: String) -> JSONText { JSONText(json) }

  /// Null.
  public static let null = JSONText("null")

  private static func quoted(_ value: String) -> String {
    let source = Array(value.utf8)
    var result: [UInt8] = [UInt8(ascii: "\"")]
    result.reserveCapacity(source.count + source.count / 16 + 16)
    var start = 0
    for index in source.indices {
      let byte = source[index]
      let mayEndSeparator = byte & 0xFE == 0xA8
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || mayEndSeparator,
        let escape = escape(source, at: index)
      else { continue }
      result += source[start..<(index - (mayEndSeparator ? 2 : 0))]
      result += escape.utf8
      start = index + 1
    }
    result += source[start...]
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands for the character that ends at an index, if it needs an escape.
  private static func escape(_ source: [UInt8], at index: Int) -> String? {
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
