/// HTML and SVG written so that no text of others can become markup.
///
/// Tags and attribute names are ours; every text and attribute value goes through
/// ``escaped(_:)``.
public struct Markup: Sendable, Equatable {
  /// The markup so far.
  public private(set) var text: String

  private init(_ text: String) { self.text = text }

  /// Nothing.
  public static let empty = Markup("")

  /// Text of anyone.
  public static func text(_ value: String) -> Markup { Markup(escaped(value)) }

  /// Markup that is our own; the caller answers for it.
  static func raw(_ markup: String) -> Markup { Markup(markup) }

  /// Pieces one after the other.
  public static func joined(_ parts: [Markup], separator: String = "") -> Markup {
    Markup(parts.map(\.text).joined(separator: separator))
  }

  /// An element; attributes that are nil are left out, `""` stands alone.
  public static func element(
    _ name: String, _ attributes: [(String, String?)] = [], _ content: [Markup] = []
  ) -> Markup {
    let list = attributes.compactMap { name, value in
      value.map { " \(name)=\"\(escaped($0))\"" }
    }.joined()
    let inner = content.map(\.text).joined()
    return Markup("<\(name)\(list)>\(inner)</\(name)>")
  }

  /// An element with a text.
  public static func element(
    _ name: String, _ attributes: [(String, String?)] = [], text value: String
  ) -> Markup {
    element(name, attributes, [text(value)])
  }

  /// A text that cannot be markup.
  ///
  /// `& < > " '` become references. What neither HTML nor XML 1.0 may hold is left out:
  /// control characters become spaces, noncharacters go. Marks that turn the
  /// writing direction go too: one in a title could reorder what stands after it.
  public static func escaped(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
      case 0x27: result.append(contentsOf: "&#39;".unicodeScalars)
      case 0x0A: result.append("\n")
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: result.append(" ")
      case 0xFFFE, 0xFFFF, 0xFDD0...0xFDEF: continue
      case let value where value & 0xFFFE == 0xFFFE: continue
      default:
        if !scalar.properties.isBidiControl { result.append(scalar) }
      }
    }
    return String(result)
  }
}
