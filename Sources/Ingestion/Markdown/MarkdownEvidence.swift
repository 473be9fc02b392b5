/// What one pass over a document tells of how it is written.
struct MarkdownEvidence {
  /// Names of references that are remembered.
  private static let maximumReferenceCount = 1_000
  /// Comments with directives that are remembered.
  private static let maximumDirectiveCount = 1_000

  private(set) var frontMatter: FrontMatter?
  /// Directives found in comments; a later one is stronger.
  private(set) var directives: [FrontMatter] = []
  private(set) var flavor = MarkdownFlavor.plain
  /// Levels of headings that begin slides.
  private(set) var dividers: Set<Int> = []
  /// References that links may name.
  private(set) var references: Set<[UInt8]> = []
  /// Comments that part slides, as reveal.js may be told: `<!--s-->`.
  private(set) var separatorComments: Set<String> = []
  /// Whether the document is Markdown rather than plain text with separators.
  private(set) var isMarkdown = false
  /// Whether rules part slides.
  private(set) var hasSeparators = false

  /// How many marks of each flavor, and rules that would part its slides, were met.
  private var marks = [Int](repeating: 0, count: MarkdownFlavor.all.count)
  private var separators = [Int](repeating: 0, count: MarkdownFlavor.all.count)
  private var hasNotesLine = false
  private var slideCount = 0
  private var headedSlideCount = 0
  private var contentLineCount = 0
  private var isAtSlideStart = true
  private var beginsWithHeading = false

  /// Where the text begins, behind the front matter.
  var bodyStart: Int { frontMatter?.end ?? 0 }

  init(_ text: DocumentText) {
    if let first = text.nextContentLine(from: 0) {
      frontMatter = FrontMatter(text, openedAt: first)
    }
    var cursor = MarkdownCursor(text, from: bodyStart)
    while let element = cursor.next() {
      switch element {
      case .line(let line): add(line, of: text)
      case .rule(let rule, _): add(rule, before: cursor.index, of: text)
      case .comment(let range): add(comment: range, of: text)
      case .fence, .code: startSlide(withHeading: false)
      }
    }
    conclude()
  }

  private mutating func startSlide(withHeading: Bool) {
    contentLineCount += 1
    guard isAtSlideStart else { return }
    isAtSlideStart = false
    slideCount += 1
    if withHeading { headedSlideCount += 1 }
    if contentLineCount == 1 { beginsWithHeading = withHeading }
  }

  private mutating func add(_ content: Range<Int>, of text: DocumentText) {
    guard let first = content.first.map({ text.bytes[$0] }) else { return }
    switch first {
    case MarkdownByte.hash:
      startSlide(withHeading: MarkdownLine.heading(content, in: text) != nil)
    case MarkdownByte.equals where contentLineCount == 1:
      // The underline of a title.
      if content.count >= 3, content.allSatisfy({ text.bytes[$0] == first }) {
        beginsWithHeading = true
        headedSlideCount = 1
      }
      startSlide(withHeading: false)
    case MarkdownByte.openBracket:
      if references.count < Self.maximumReferenceCount,
        let definition = MarkdownTarget.definition(content, in: text)
      {
        references.insert(MarkdownTarget.key(text.bytes[definition.name]))
      } else {
        startSlide(withHeading: false)
      }
    case MarkdownByte.at:
      if MarkdownWidget.isMark(content, in: text) { marks[MarkdownFlavor.gitPitch.rawValue] += 1 }
      startSlide(withHeading: false)
    case MarkdownByte.colon:
      if text.hasPrefix(content, "::"), text.hasSuffix(content, "::"), content.count > 4 {
        marks[MarkdownFlavor.slidev.rawValue] += 1
      }
    case MarkdownByte.less:
      if text.hasPrefix(content, "<v-") || text.hasPrefix(content, "<<< @") {
        marks[MarkdownFlavor.slidev.rawValue] += 1
      }
    default:
      if MarkdownNotes.begin(content, in: text) != nil { hasNotesLine = true }
      startSlide(withHeading: false)
    }
  }

  private mutating func add(_ rule: MarkdownRule, before next: Int, of text: DocumentText) {
    for flavor in MarkdownFlavor.all where flavor.role(of: rule) == .separator {
      separators[flavor.rawValue] += 1
      isAtSlideStart = true
    }
    if rule.mark == MarkdownByte.plus || rule.hasSettings {
      marks[MarkdownFlavor.gitPitch.rawValue] += 1
    }
    if rule.mark == MarkdownByte.hyphen, rule.count == 2 {
      marks[MarkdownFlavor.reveal.rawValue] += 1
    }
    if rule.mark == MarkdownByte.hyphen, rule.count == 3, next < text.lines.count,
      let key = FrontMatter.key(
        text.contents[next], separator: MarkdownByte.colon, in: text),
      marks[MarkdownFlavor.slidev.rawValue] == 0,
      !(0x41...0x5A).contains(text.bytes[key.lowerBound]),
      MarkdownSettings.slidev.contains(text.string(key).lowercased()),
      FrontMatter(text, openedAt: next - 1) != nil
    {
      marks[MarkdownFlavor.slidev.rawValue] += 1
    }
  }

  private mutating func add(comment range: Range<Int>, of text: DocumentText) {
    let content = text.trimmed(range)
    if text.hasPrefix(content, ".slide:") || text.hasPrefix(content, ".element") {
      marks[MarkdownFlavor.reveal.rawValue] += 1
    } else if let settings = MarkdownComment.settings(content, in: text) {
      marks[MarkdownFlavor.marp.rawValue] += 1
      if directives.count < Self.maximumDirectiveCount { directives.append(settings) }
    }
  }

  private mutating func conclude() {
    let keys = frontMatter?.settingKeys ?? []
    if !keys.isDisjoint(with: MarkdownSettings.marp) {
      flavor = .marp
    } else if !keys.isDisjoint(with: MarkdownSettings.reveal) {
      flavor = .reveal
    } else if !keys.isDisjoint(with: MarkdownSettings.slidev) {
      flavor = .slidev
    } else {
      // The order matters where marks of several are met: the rarest first.
      let hasNotes = hasNotesLine && separators[MarkdownFlavor.plain.rawValue] > 0
      let order: [MarkdownFlavor] = [.gitPitch, .slidev, .marp, .reveal]
      flavor = order.first { marks[$0.rawValue] > 0 } ?? (hasNotes ? .reveal : .plain)
    }
    if flavor == .reveal { readSeparators() }
    readDividers()
    hasSeparators = separators[flavor.rawValue] > 0 || !separatorComments.isEmpty
    if !hasSeparators, dividers.isEmpty { dividers = [1, 2] }
    let isTold = !keys.isDisjoint(with: MarkdownSettings.all) || !directives.isEmpty
    isMarkdown =
      isTold || hasStrongMarks
      || (hasSeparators
        ? headedSlideCount > 0 && headedSlideCount * 2 >= slideCount : beginsWithHeading)
  }

  /// Marks that plain text hardly has; `--` and `+++` alone are not enough.
  private var hasStrongMarks: Bool {
    marks[MarkdownFlavor.slidev.rawValue] > 0
      || marks[MarkdownFlavor.gitPitch.rawValue] > 1 && headedSlideCount > 0
  }

  /// A number means headings of its level and those above, a list those it names.
  private mutating func readDividers() {
    let key = "headingdivider"
    let settings = (frontMatter.map { [$0] } ?? []) + directives
    guard let setting = settings.last(where: { $0.text(key) != nil }) else { return }
    let levels = setting.list(key).compactMap { Int($0) }.filter { (1...6).contains($0) }
    if setting.listKeys.contains(key) {
      dividers = Set(levels)
    } else if let level = levels.first {
      dividers = Set(1...level)
    }
  }

  private mutating func readSeparators() {
    for key in ["separator", "verticalseparator"] {
      guard let value = frontMatter?.text(key), value.hasPrefix("<!--"), value.hasSuffix("-->")
      else {
        continue
      }
      separatorComments.insert(String(value.dropFirst(4).dropLast(3)))
    }
  }
}
