/// The attributes of HTML that are read.
enum HTMLAttribute: UInt8, CaseIterable {
  case charset, `class`, content, datasrc, href, httpequiv, id, name, property, rel, src

  /// By the hash of their lower-case names.
  static let byHash = HTMLNameTable(allCases.map { (HTMLName.hash($0.htmlName), $0) })

  private var htmlName: String {
    switch self {
    case .datasrc: "data-src"
    case .httpequiv: "http-equiv"
    default: "\(self)"
    }
  }
}
