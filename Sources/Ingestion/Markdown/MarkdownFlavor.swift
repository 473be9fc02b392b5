/// The program a Markdown deck is written for; each parts slides by its own marks.
enum MarkdownFlavor: Int, CaseIterable {
  /// Marp: CommonMark's thematic breaks, headings by `headingDivider`.
  case marp
  /// Slidev: three hyphens or more, then perhaps settings of the slide.
  case slidev
  /// reveal.js: `---` and, for slides below a slide, `--` or `----`.
  case reveal
  /// GitPitch: `---` and `+++`, perhaps with settings behind.
  case gitPitch
  /// Not known: CommonMark's thematic breaks, but `---` always parts slides.
  case plain

  /// All flavors, made once.
  static let all = allCases

  /// What a rule is in a deck.
  enum Role: Equatable {
    /// It parts slides.
    case separator
    /// It underlines a heading.
    case underline
    /// It is a line on the slide.
    case ornament
    /// It is no rule.
    case text
  }

  /// What a rule is in a deck of this flavor.
  func role(of rule: MarkdownRule) -> Role {
    let isHyphen = rule.mark == MarkdownByte.hyphen
    let canUnderline = isHyphen && rule.followsParagraph && !rule.isSpaced
    switch self {
    case .marp:
      if rule.mark == MarkdownByte.plus || rule.count < 3 || rule.hasSettings { return .text }
      return canUnderline ? .underline : .separator
    case .plain:
      if rule.mark == MarkdownByte.plus || rule.count < 3 || rule.hasSettings { return .text }
      return canUnderline && rule.count > 3 ? .underline : .separator
    case .slidev:
      if rule.mark == MarkdownByte.plus || rule.count < 3 || rule.hasSettings { return .text }
      return isHyphen && !rule.isSpaced ? .separator : .ornament
    case .reveal:
      if rule.mark == MarkdownByte.plus || rule.hasSettings { return .text }
      if canUnderline && rule.count > 4 { return .underline }
      return isHyphen && !rule.isSpaced ? .separator : .ornament
    case .gitPitch:
      if rule.mark == MarkdownByte.plus { return .separator }
      if rule.count < 3 { return .text }
      return isHyphen && !rule.isSpaced ? .separator : .ornament
    }
  }
}
