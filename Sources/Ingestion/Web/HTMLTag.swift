/// The elements of HTML that say something of where text belongs.
///
/// Others, such as `em` and `span`, are passed over: they neither part lines nor
/// hide text. `a` and `img` are here for their addresses only.
enum HTMLTag: UInt8, CaseIterable {
  case a, address, article, aside, blockquote, body, br, button, caption, dd, details, dialog, div
  case dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header
  case hr, html, iframe, img, li, link, main, meta, nav, noembed, noframes, noscript, object
  case ol
  case optgroup, option, p, pre, rb, rp, rt, rtc, ruby, script, section, select, style, summary
  case svg, table, tbody, td, template, textarea, tfoot, th, thead, title, tr, ul, xmp

  /// By the hash of their lower-case names.
  static let byHash = HTMLNameTable(allCases.map { (HTMLName.hash("\($0)"), $0) })

  /// The level of a heading, or 0.
  var headingLevel: UInt8 {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Whether what follows is text up to the end tag, and no text of the page.
  var hasRawText: Bool {
    switch self {
    case .script, .style, .textarea, .noscript, .iframe, .noembed, .noframes, .xmp: true
    default: false
    }
  }

  /// Whether the element has no end tag.
  var isVoid: Bool {
    switch self {
    case .br, .hr, .img, .link, .meta: true
    default: false
    }
  }

  /// Whether its text belongs to the site or repeats other text.
  var isLeftOut: Bool {
    switch self {
    case .nav, .aside, .button, .select, .dialog, .svg, .template, .object, .rt, .rp, .rtc: true
    default: false
    }
  }

  /// Whether it ends a line and begins one.
  var partsLines: Bool {
    switch self {
    case .a, .button, .head, .html, .img, .link, .meta, .noscript, .object, .rb, .rp, .rt, .rtc,
      .ruby,
      .script, .style, .svg, .td, .template, .th:
      false
    default: true
    }
  }

  /// Whether its end may be left out, so that only its beginning counts.
  var isPassedOver: Bool {
    switch self {
    case .a, .p, .td, .th, .tr, .tbody, .thead, .tfoot, .dd, .dt, .option, .optgroup, .html, .body,
      .head, .title, .caption:
      true
    default: false
    }
  }
}
