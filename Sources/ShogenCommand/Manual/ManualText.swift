/// Text of a manual page, in the language of troff's `man` macros.
///
/// All of it is ASCII: other characters are written as `\[u8A00]`, which needs neither an
/// encoding declared nor a locale.
///
/// - SeeAlso: groff_char(7) and groff_man(7).
enum ManualText {
  /// A line of text in which nothing is a request or an escape.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      // A plain one is a hyphen, which a terminal shows as another character.
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n", "\t": result += " "
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    // A dot at the beginning of a line would be a request.
    return (result.hasPrefix(".") ? "\\&" : "") + result
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  static func section(_ name: String) -> String { ".SH \(name)\n" }

  static func subsection(_ name: String) -> String { ".SS \(escaped(name))\n" }

  /// Paragraphs, each with a line end; the first one's beginning is the caller's.
  static func paragraphs(_ texts: [String]) -> String {
    texts.map { escaped($0) + "\n" }.joined(separator: ".PP\n")
  }

  /// A term with what it means set in below it.
  ///
  /// - Parameters:
  ///   - term: Text that is escaped already.
  ///   - meaning: Paragraphs of any text.
  /// - Returns: Lines of the page.
  static func entry(_ term: String, _ meaning: [String]) -> String {
    let (first, rest) = (meaning.first ?? "", meaning.dropFirst())
    return ".TP\n\(term)\n\(escaped(first))\n" + rest.map { ".IP\n\(escaped($0))\n" }.joined()
  }

  /// Lines as they are typed.
  static func example(_ lines: String) -> String {
    let text = lines.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "\n")
    return ".PP\n.nf\n.RS\n\(text)\n.RE\n.fi\n"
  }
}
