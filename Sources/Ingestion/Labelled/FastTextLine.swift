internal import Talks

/// A line as fastText reads it: words, of which those that begin with `__label__`
/// are labels.
///
/// - SeeAlso: fastText, <https://fasttext.cc/docs/en/supervised-tutorial.html>.
enum FastTextLine {
  /// What labels begin with.
  static let prefix = Array("__label__".utf8)

  /// Reads a line.
  ///
  /// - Throws: ``IngestionError`` when it is not UTF-8, has no words beside its
  ///   labels, or a label no axis has.
  static func read(
    _ line: [UInt8], names: PoleNames, at location: SourceLocation
  ) throws(IngestionError) -> DeckContent {
    if !EncodingConversion.isUTF8(line) { try TextDecoding.validate(line, at: location) }
    var labels: [String] = []
    var text: [UInt8] = []
    var start = 0
    var index = 0
    while index < line.count {
      guard line[index] == prefix[0], index == 0 || isSpace(line[index - 1]),
        line[index...].starts(with: prefix)
      else {
        index += 1
        continue
      }
      text += line[start..<index]
      let end = line[index...].firstIndex(where: isSpace) ?? line.count
      labels.append(String(decoding: line[(index + prefix.count)..<end], as: UTF8.self))
      index = line[end...].firstIndex { !isSpace($0) } ?? line.count
      start = index
    }
    text += line[start...]
    while let last = text.last, isSpace(last) { text.removeLast() }
    guard !text.isEmpty else {
      throw IngestionError(
        at: location, reason: "no text beside the labels", remedy: "write '__label__pole text'")
    }
    var content = DeckContent(layout: .fastText)
    content.slides = [Slide(number: 1, text: String(decoding: text, as: UTF8.self))]
    content.labels = try names.labels(labels, id: nil, at: location)
    return content
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
