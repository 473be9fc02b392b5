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

  /// Null.
  public static let null = JSONText("null")

  private static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{2028}": result += "\\u2028"
      case "\u{2029}": result += "\\u2029"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
