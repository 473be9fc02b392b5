internal import Talks

/// Cuts a Markdown document into slides of plain text.
struct MarkdownSlides {
  private(set) var slides: [Slide] = []
  /// The first heading of level 1, or else the first of any.
  private(set) var title: String?
  /// Slides with an image and no text.
  private(set) var pictureCount = 0

  private let text: DocumentText
  private let evidence: MarkdownEvidence
  private var writer: MarkdownSlideWriter
  private var titleLevel = 7
  private var isInTable = false
  /// Slidev: a comment that is a note if nothing follows it on its slide.
  private var lastComment: String?

  /// Reads all slides.
  init(_ text: DocumentText, _ evidence: MarkdownEvidence) {
    self.text = text
    self.evidence = evidence
    writer = MarkdownSlideWriter(
      hasWidgets: evidence.flavor == .gitPitch, references: evidence.references)
    var cursor = MarkdownCursor(text, from: evidence.bodyStart)
    while let element = cursor.next() {
      switch element {
      case .line(let line): add(line)
      case .rule(let rule, let line): add(rule, line, &cursor)
      case .comment(let range): add(comment: range)
      case .fence:
        lastComment = nil
        writer.flush()
      case .code(let line):
        lastComment = nil
        writer.appendCode(text.bytes[line])
      }
    }
    endSlide()
    if slides.first.map(Self.isEmpty) == true { slides.removeFirst() }
    while slides.last.map(Self.isEmpty) == true { slides.removeLast() }
    for index in slides.indices { slides[index].number = index + 1 }
  }

  private static func isEmpty(_ slide: Slide) -> Bool {
    slide.text.isEmpty && slide.speakerNotes == nil
  }

  private mutating func endSlide() {
    writer.flush()
    if let lastComment { writer.appendNote(lastComment) }
    lastComment = nil
    isInTable = false
    if writer.isPicture { pictureCount += 1 }
    slides.append(writer.finish(number: slides.count + 1))
  }

  // MARK: Rules and comments

  private mutating func add(
    _ rule: MarkdownRule, _ line: Range<Int>, _ cursor: inout MarkdownCursor
  ) {
    switch evidence.flavor.role(of: rule) {
    case .separator:
      endSlide()
      let opening = cursor.index - 1
      guard evidence.flavor == .slidev, cursor.index < text.lines.count,
        !text.contents[cursor.index].isEmpty,
        let settings = FrontMatter(text, openedAt: opening)
      else { return }
      writer.isHidden = settings.text("hide") == "true" || settings.text("disabled") == "true"
      cursor.skip(to: settings.end)
    case .underline: underline(level: 2)
    case .ornament: writer.endBlock()
    case .text: add(line)
    }
  }

  private mutating func add(comment range: Range<Int>) {
    let content = text.trimmed(range)
    if !evidence.separatorComments.isEmpty,
      evidence.separatorComments.contains(text.string(range))
    {
      endSlide()
      return
    }
    if text.hasPrefix(content, ".slide:"), text.contains(content, "data-visibility=\"hidden\"") {
      writer.isHidden = true
    }
    switch evidence.flavor {
    case .reveal, .gitPitch: return
    case .plain where !evidence.hasSeparators: return
    case .marp, .slidev, .plain: break
    }
    guard let note = MarkdownComment.note(content, in: text) else { return }
    if evidence.flavor == .slidev {
      lastComment = note
    } else {
      writer.appendNote(note)
    }
  }

  // MARK: Lines

  private mutating func add(_ line: Range<Int>) {
    var content = line
    while let first = content.first, text.bytes[first] == MarkdownByte.greater {
      content = text.trimmed(content.dropFirst())
    }
    guard let first = content.first.map({ text.bytes[$0] }) else {
      isInTable = false
      writer.endBlock()
      return
    }
    lastComment = nil
    switch first {
    case MarkdownByte.hash:
      if let heading = MarkdownLine.heading(content, in: text) {
        addHeading(heading.level, heading.words)
        return
      }
    case MarkdownByte.equals:
      if writer.hasParagraph, content.allSatisfy({ text.bytes[$0] == first }) {
        underline(level: 1)
        return
      }
    case MarkdownByte.pipe:
      addRow(content)
      return
    default:
      if isDropped(content, first) || addNotes(content, first) { return }
    }
    if isInTable || MarkdownLine.isTableRule(content, in: text) {
      addRow(content)
    } else if let item = MarkdownLine.item(content, in: text) {
      addItem(content, item.isOrdered ? nil : item.words)
    } else if !writer.hasParagraph, first == MarkdownByte.openBracket,
      let definition = MarkdownTarget.definition(content, in: text)
    {
      // A footnote is text; where a link leads is not.
      if text.bytes[definition.name.lowerBound] == UInt8(ascii: "^") {
        writer.append(definition.rest, of: text.bytes)
      }
    } else {
      writer.append(content, of: text.bytes)
    }
  }

  private mutating func addHeading(_ level: Int, _ words: Range<Int>) {
    writer.flush()
    isInTable = false
    if evidence.dividers.contains(level), !writer.isEmpty { endSlide() }
    writer.append(words, of: text.bytes)
    endHeading(as: level)
  }

  /// Makes the open paragraph, which a line of marks underlines, a heading.
  private mutating func underline(level: Int) {
    let words = writer.takeParagraph()
    if evidence.dividers.contains(level), !writer.isEmpty { endSlide() }
    writer.append(words.indices, of: words)
    endHeading(as: level)
  }

  private mutating func endHeading(as level: Int) {
    guard titleLevel > 1, level == 1 || titleLevel == 7 else {
      writer.flush()
      return
    }
    let heading = writer.endHeading()
    guard !heading.isEmpty else { return }
    title = heading
    titleLevel = level
  }

  /// Adds a row; a rule that comes without a head above it began a table whose head
  /// was taken for a paragraph.
  private mutating func addRow(_ content: Range<Int>) {
    if MarkdownLine.isTableRule(content, in: text) {
      isInTable = true
      let head = writer.takeParagraph()
      if !head.isEmpty { writer.appendRow(head[...]) }
    } else {
      writer.appendRow(text.bytes[content])
    }
  }

  private mutating func addItem(_ content: Range<Int>, _ words: Int?) {
    guard let words else {
      writer.flush()
      writer.append(content, of: text.bytes)
      return
    }
    var item = words..<content.upperBound
    if let first = item.first, text.bytes[first] == MarkdownByte.openBracket {
      for box in ["[ ] ", "[x] ", "[X] "] as [StaticString] where text.hasPrefix(item, box) {
        item = text.trimmed(item.dropFirst(4))
      }
    }
    writer.begin("• ")
    writer.extend(item, of: text.bytes)
  }

  /// Whether a line is a directive of a program: a container, a slot, an import.
  private func isDropped(_ content: Range<Int>, _ first: UInt8) -> Bool {
    switch first {
    case MarkdownByte.colon:
      text.hasPrefix(content, ":::")
        || text.hasPrefix(content, "::") && text.hasSuffix(content, "::")
    case MarkdownByte.less: text.hasPrefix(content, "<<< ")
    case UInt8(ascii: "$"): text.equals(content, "$$")
    case MarkdownByte.at, MarkdownByte.openBracket:
      evidence.flavor == .gitPitch && MarkdownWidget.isDropped(content, in: text)
    default: false
    }
  }

  /// Whether a line begins or ends the speaker's notes, or is one.
  private mutating func addNotes(_ content: Range<Int>, _ first: UInt8) -> Bool {
    guard evidence.flavor == .reveal || evidence.flavor == .gitPitch else { return false }
    if first == MarkdownByte.at, let note = MarkdownWidget.note(content, in: text) {
      writer.appendNote(text.string(note))
      return true
    }
    if first == MarkdownByte.less, text.hasPrefix(content, "<aside class=\"notes\"") {
      writer.flush()
      writer.isInNotes = true
    } else if writer.isInNotes, text.hasPrefix(content, "</aside>") {
      writer.flush()
      writer.isInNotes = false
      return true
    }
    guard !writer.isInNotes, let note = MarkdownNotes.begin(content, in: text) else { return false }
    writer.flush()
    writer.isInNotes = true
    if !note.isEmpty { writer.append(note, of: text.bytes) }
    return true
  }
}
