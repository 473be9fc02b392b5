import Talks

@testable import Ingestion

extension DocumentText {
  /// A document of these lines.
  fileprivate init?(lines: ArraySlice<Substring>) {
    let text = lines.map { $0 + "\n" }.joined()
    try? self.init(Array(text.utf8), at: SourceLocation(path: "literal"))
  }
}

extension NumberedSlides {
  /// The slides of some lines.
  static func read(_ lines: ArraySlice<Substring>) -> [Slide]? {
    DocumentText(lines: lines).flatMap { read($0, $0.lines.indices) }
  }
}

extension PlainSlides {
  /// The slides' texts of some lines.
  static func read(_ lines: ArraySlice<Substring>) -> [String] {
    DocumentText(lines: lines).map { read($0, $0.lines.indices).map(\.text) } ?? []
  }
}

extension SpeakerDeckHeader {
  /// The header of some lines.
  init(_ lines: ArraySlice<Substring>) {
    let text = lines.map { $0 + "\n" }.joined()
    do {
      let document = try DocumentText(Array(text.utf8), at: SourceLocation(path: "literal"))
      self.init(document, document.lines.indices)
    } catch {
      preconditionFailure("literals have few lines")
    }
  }
}
