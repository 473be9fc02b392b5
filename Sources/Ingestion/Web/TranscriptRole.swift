/// What an element's class or id says it holds, as Speaker Deck and SlideShare
/// name them: `transcript`, `j-transcripts`, `slide-transcript`.
enum TranscriptRole: Equatable {
  case none
  /// The text of all slides.
  case transcript
  /// The text of one slide.
  case slide

  /// Words in names of parts that hold no slides.
  private static let otherParts = ["header", "toggle", "button", "link", "title", "nav", "tab"]
    .map { Array($0.utf8) }
  private static let mark = Array("transcript".utf8)
  private static let slideName = Array("slide-transcript".utf8)

  init(_ tag: HTMLTag, _ tokenizer: HTMLTokenizer) {
    self = .none
    switch tag {
    case .article, .aside, .div, .li, .main, .ol, .section, .ul: break
    default: return
    }
    for attribute in [HTMLAttribute.class, .id] {
      guard let names = tokenizer.value(attribute) else { continue }
      for name in names.split(separator: 0x20) where name.count >= Self.mark.count {
        self = Self.role(of: name)
        if self != .none { return }
      }
    }
  }

  /// What one name says.
  ///
  /// Nearly every element has a class and every slide the same one, which is told
  /// first.
  private static func role(of name: ArraySlice<UInt8>) -> TranscriptRole {
    if isEqual(name, slideName) { return .slide }
    for start in name.startIndex...(name.endIndex - mark.count)
    where isEqual(name[start..<(start + mark.count)], mark) {
      let lower = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      let isOther = otherParts.contains { ByteSearch.contains($0, in: lower[...]) }
      return isOther ? .none : .transcript
    }
    return .none
  }

  /// Whether names are the same but for case; the second is in lower case.
  private static func isEqual(_ name: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
    name.count == other.count && zip(name, other).allSatisfy { $0 | 0x20 == $1 }
  }
}
