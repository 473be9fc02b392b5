internal import Talks

/// Proposals on fortee saved as text, one or a whole list.
///
/// Above a proposal stand its state (`採択`, a date, a room), its kind
/// (`セッション(30分)`), its title and its speaker's handle and name; below them the
/// parts of the event's form, each under a line `■ …`.
enum ForteePage {
  /// The talks in the page's order, or nil when the document is no such page.
  static func read(_ text: DocumentText) -> [DeckContent]? {
    guard text.contains(text.bytes.indices, "■") else { return nil }
    let starts = text.lines.indices.filter { ForteeForm.opensProposal(text, at: $0) }
    guard !starts.isEmpty else { return nil }
    let heads = head(of: starts, in: text)
    var talks: [DeckContent] = []
    talks.reserveCapacity(heads.count)
    for (index, head) in heads.enumerated() {
      let end = index + 1 < heads.count ? heads[index + 1].start : end(of: text, from: head.form)
      var content = DeckContent(layout: .fortee)
      readHead(head, in: text, into: &content)
      ForteeForm.read(text, head.form..<end, into: &content)
      talks.append(content)
    }
    let header = text.contentLineCount(0..<heads[0].start)
    talks[0].notes[.boilerplateLines] += header
    if header > 0, heads[0].kind != nil, let first = text.nextContentLine(from: 0) {
      let event = text.string(text.contents[first])
      for index in talks.indices { talks[index].event = event }
    }
    return talks
  }

  /// Where a proposal stands: its first line, the line of its kind, and its form.
  private struct Head {
    var start: Int
    var kind: Int?
    var form: Int
  }

  /// Lines between the kind and the form: title, speaker and perhaps a few more.
  private static let maximumHeadLineCount = 5

  private static func head(of forms: [Int], in text: DocumentText) -> [Head] {
    var heads: [Head] = []
    for form in forms {
      var kind: Int?
      var line = form
      for count in 0...maximumHeadLineCount {
        guard let previous = text.previousContentLine(before: line),
          previous > heads.last?.form ?? -1
        else { break }
        line = previous
        if isKind(text.contents[line], in: text) {
          kind = count == 0 ? nil : line
          break
        }
      }
      if let kind {
        let floor = (heads.last?.form ?? -1) + 1
        heads.append(Head(start: start(of: kind, floor: floor, in: text), kind: kind, form: form))
      } else {
        // A list that lost its titles, or a proposal on its own without its kind.
        heads.append(Head(start: heads.isEmpty ? 0 : form, kind: nil, form: form))
      }
    }
    return heads
  }

  /// `セッション(30分)`, with brackets of either width.
  private static func isKind(_ line: Range<Int>, in text: DocumentText) -> Bool {
    guard line.count <= 100 else { return false }
    for (open, close) in [("(", "分)"), ("（", "分）")] as [(StaticString, StaticString)] {
      guard text.hasSuffix(line, close), let bracket = text.firstOffset(of: open, in: line),
        bracket > line.lowerBound
      else { continue }
      let inner =
        bracket + open.utf8CodeUnitCount..<line.upperBound - close.utf8CodeUnitCount
      if !inner.isEmpty, text.number(inner) != nil { return true }
    }
    return false
  }

  /// The first of the lines above a kind that belong to it: the votes of the
  /// proposal before are skipped, its own state is taken along.
  private static func start(of kind: Int, floor: Int, in text: DocumentText) -> Int {
    var start = kind
    var line = kind
    for _ in 0..<4 {
      guard let previous = text.previousContentLine(before: line), previous >= floor else { break }
      line = previous
      let content = text.contents[line]
      let states: [StaticString] = ["採択", "不採択", "採択待ち", "キャンセル"]
      if states.contains(where: { text.equals(content, $0) }) {
        start = line
        break
      }
    }
    if let votes = text.previousContentLine(before: start), votes >= floor,
      text.number(text.contents[votes]) != nil
    {
      start = votes
    }
    return start
  }

  private static func readHead(
    _ head: Head, in text: DocumentText, into content: inout DeckContent
  ) {
    let first = head.kind.map { $0 + 1 } ?? head.start
    let lines = (first..<head.form).map { text.contents[$0] }.filter { !$0.isEmpty }
    // Without the kind, what stands right above the form: title, then speaker.
    let own = head.kind == nil ? lines.suffix(2) : lines[...]
    guard let title = own.first else { return }
    content.title = text.string(title)
    guard let speaker = own.dropFirst().first else { return }
    // `handle name`, where the name may have spaces and the handle has none.
    let name = text.firstOffset(of: 0x20, in: speaker).map { $0 + 1..<speaker.upperBound }
    content.speaker = text.string(text.trimmed(name ?? speaker))
  }

  /// The line where the site's footer begins.
  private static func end(of text: DocumentText, from start: Int) -> Int {
    let footers: [StaticString] = ["fortee", "利用規約", "プライバシーポリシー", "© fortee", "©️ fortee"]
    return text.lines.indices[start...].first { index in
      let line = text.contents[index]
      return footers.contains { text.equals(line, $0) }
    } ?? text.lines.count
  }
}
