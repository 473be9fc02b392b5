/// What an element's class or id says it holds, as Speaker Deck and SlideShare
/// name them: `transcript`, `j-transcripts`, `slide-transcript`.
enum TranscriptRole: Equatable {
  case none
  /// The text of all slides.
  case transcript
  /// The text of one slide.
  case slide

  private static let holders: Set<HTMLTag> = [
    .article, .aside, .div, .li, .main, .ol, .section, .ul,
  ]
  /// Words in names of parts that hold no slides.
  private static let otherParts = ["header", "toggle", "button", "link", "title", "nav", "tab"]
  private static let mark = Array("transcript".utf8)

  init(_ tag: HTMLTag, _ tokenizer: HTMLTokenizer) {
    self = .none
    guard Self.holders.contains(tag) else { return }
    for attribute in [HTMLAttribute.class, .id] {
      guard let names = tokenizer.value(attribute), Self.isMarked(names) else { continue }
      for name in String(decoding: names, as: UTF8.self).lowercased().split(separator: " ")
      where name.contains("transcript") && !Self.otherParts.contains(where: name.contains) {
        self = name == "slide-transcript" ? .slide : .transcript
        return
      }
    }
  }

  /// Whether names may contain the mark; a scan without allocation, as nearly every
  /// element has a class.
  private static func isMarked(_ names: ArraySlice<UInt8>) -> Bool {
    guard names.count >= mark.count else { return false }
    for start in names.startIndex...(names.endIndex - mark.count)
    where names[start] | 0x20 == mark[0] {
      if mark.indices.allSatisfy({ names[start + $0] | 0x20 == mark[$0] }) { return true }
    }
    return false
  }
}
