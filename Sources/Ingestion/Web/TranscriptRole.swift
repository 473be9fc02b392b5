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
  /// Nearly every element has a class and every slide the same one, so strings are
  /// made for the rest only.
  private static func role(of name: ArraySlice<UInt8>) -> TranscriptRole {
    if isEqual(name, slideName) { return .slide }
    for start in name.startIndex...(name.endIndex - mark.count)
    where isEqual(name[start..<(start + mark.count)], mark) {
      let name = String(decoding: name, as: UTF8.self).lowercased()
      return otherParts.contains(where: name.contains) ? .none : .transcript
    }
    return .none
  }

  /// Whether names are the same but for case; the second is in lower case.
  private static func isEqual(_ name: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
    name.count == other.count && zip(name, other).allSatisfy { $0 | 0x20 == $1 }
  }
}
