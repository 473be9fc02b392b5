internal import Talks

/// The filled-in form of a proposal on fortee: parts under lines `■ …`.
enum ForteeForm {
  /// Words of the headings that events put into their forms.
  private static let formHeadings: [StaticString] = [
    "発表カテゴリ", "発表概要", "発表の詳細", "発表内容", "対象聴衆", "対象者", "なぜこのトピック", "モチベーション", "その他",
  ]

  /// Words of headings under which speakers tell of themselves.
  private static let biographyHeadings: [StaticString] = [
    "自己紹介", "登壇者", "プロフィール", "経歴", "発表者について",
  ]

  /// Words of lines by which the form asks for something.
  private static let instructions: [StaticString] = ["お選びください", "ご記入ください", "募集要項("]

  /// Whether the first part of a form begins at a line: the category, or the outline
  /// where no category stands above it.
  static func opensProposal(_ text: DocumentText, at index: Int) -> Bool {
    guard let heading = heading(text.contents[index], in: text) else { return false }
    if text.contains(heading, "発表カテゴリ") { return true }
    guard text.contains(heading, "発表概要") else { return false }
    var line = index
    for _ in 0..<6 {
      guard let previous = text.previousContentLine(before: line) else { return true }
      line = previous
      if let above = self.heading(text.contents[line], in: text) {
        return !text.contains(above, "発表カテゴリ")
      }
    }
    return true
  }

  /// Reads the parts, a slide each, without the form's own words.
  ///
  /// What the speaker
  /// says of themselves is left out.
  static func read(_ text: DocumentText, _ indices: Range<Int>, into content: inout DeckContent) {
    var part: [Range<Int>] = []
    var isBiography = false
    let hasInstructions = hasInstructions(indices, in: text)
    func close() {
      let slide = text.slideText(part)
      part = []
      guard !slide.isEmpty else { return }
      content.slides.append(Slide(number: content.slides.count + 1, text: slide))
    }
    for index in indices {
      let line = text.contents[index]
      if let heading = heading(line, in: text), let kind = kind(of: heading, in: text) {
        close()
        isBiography = kind == .biography
        content.notes[.boilerplateLines] += 1
      } else if isBiography || hasInstructions && isInstruction(line, in: text) {
        content.notes[.boilerplateLines] += line.isEmpty ? 0 : 1
      } else {
        part.append(line)
      }
    }
    close()
  }

  private enum Kind { case form, biography }

  /// What a heading opens, or nil when it is the speaker's own.
  private static func kind(of heading: Range<Int>, in text: DocumentText) -> Kind? {
    if biographyHeadings.contains(where: { text.hasPrefix(heading, $0) }) { return .biography }
    return formHeadings.contains(where: { text.hasPrefix(heading, $0) }) ? .form : nil
  }

  /// The words after `■`.
  private static func heading(_ line: Range<Int>, in text: DocumentText) -> Range<Int>? {
    let line = text.trimmed(line)
    guard text.hasPrefix(line, "■") else { return nil }
    return text.trimmed(line.dropFirst("■".utf8.count))
  }

  /// Whether any of some lines may be an instruction: looked for in all at once, as
  /// most forms have none.
  private static func hasInstructions(_ indices: Range<Int>, in text: DocumentText) -> Bool {
    guard let first = indices.first, let last = indices.last else { return false }
    let lines = text.lines[first].lowerBound..<text.lines[last].upperBound
    return instructions.contains { text.contains(lines, $0) }
  }

  private static func isInstruction(_ line: Range<Int>, in text: DocumentText) -> Bool {
    line.count <= 400 && instructions.contains { text.contains(line, $0) }
  }
}
