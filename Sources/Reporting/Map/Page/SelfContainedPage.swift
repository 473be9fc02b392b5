/// An HTML page that is one file: its style, its data and its scripts are in it, and
/// its policy lets a browser fetch nothing.
struct SelfContainedPage {
  var title: String
  var language: DisplayLanguage
  var styles: [[UInt8]]
  var scripts: [[UInt8]] = []
  /// JSON for the scripts, safe within a `script` element.
  var data: String?
  var body: [Markup]

  var text: String {
    let styles = styles.map { String(decoding: $0, as: UTF8.self) }
    let scripts = scripts.map { String(decoding: $0, as: UTF8.self) }
    let policy = ContentSecurityPolicy(scripts: scripts, styles: styles)
    let head = Markup.element(
      "head", [],
      [
        .raw(#"<meta charset="utf-8">"#),
        .raw(#"<meta http-equiv="Content-Security-Policy" content="\#(policy.text)">"#),
        .raw(#"<meta name="viewport" content="width=device-width, initial-scale=1">"#),
        .raw(#"<meta name="referrer" content="no-referrer">"#),
        .element("title", text: title),
      ] + styles.map { .element("style", [], [.raw($0)]) })
    let block = data.map {
      Markup.element("script", [("type", "application/json"), ("id", "data")], [.raw($0)])
    }
    let body = Markup.element(
      "body", [],
      body + [block].compactMap(\.self)
        + scripts.map { .element("script", [], [.raw($0)]) })
    return "<!DOCTYPE html>\n"
      + Markup.element("html", [("lang", language.rawValue)], [head, body]).text + "\n"
  }
}
