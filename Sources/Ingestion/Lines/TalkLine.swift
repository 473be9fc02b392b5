internal import FoundationEssentials
internal import Talks

/// A talk as one JSON object.
struct TalkLine: Decodable {
  struct SlideLine: Decodable {
    var number: Int?
    var text: String

    private enum Key: CodingKey { case number, text }

    /// A slide is an object, or its text alone.
    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.text = text
        return
      }
      let object = try decoder.container(keyedBy: Key.self)
      number = try object.decodeIfPresent(Int.self, forKey: .number)
      text = try object.decodeIfPresent(String.self, forKey: .text) ?? ""
    }
  }

  /// An id is a string, or a whole number read as one.
  struct Identifier: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        text = String(number)
      } else {
        text = try value.decode(String.self)
      }
    }
  }

  var id: Identifier?
  var title: String?
  var speaker: String?
  var event: String?
  var url: String?
  var slides: [SlideLine]?
  var text: String?
  var labels: [String: String]?

  /// Parses a line.
  ///
  /// - Throws: ``IngestionError`` saying which field is wrong.
  static func parse(_ line: [UInt8], at location: SourceLocation) throws(IngestionError) -> Self {
    do {
      return try JSONDecoder().decode(Self.self, from: Data(line))
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context)
    {
      let path = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
      let field = path.joined(separator: ".")
      throw IngestionError(
        at: location, id: try? JSONDecoder().decode(IdentifierLine.self, from: Data(line)).id?.text,
        reason: field.isEmpty
          ? "the line is JSON but no object" : "field '\(field)' has the wrong type",
        remedy: #"write {"id", "title", "slides": [{"number", "text"}]}"#)
    } catch {
      throw IngestionError(
        at: location, reason: "not valid JSON", remedy: "mend the line or remove it")
    }
  }

  private struct IdentifierLine: Decodable { var id: Identifier? }

  /// The talk.
  ///
  /// - Throws: ``IngestionError`` when the object has neither title nor text.
  func talk(at location: SourceLocation, stem: String) throws(IngestionError) -> Talk {
    guard title != nil || slides != nil || text != nil else {
      throw IngestionError(
        at: location, id: id?.text, reason: "no 'title', 'slides' or 'text'",
        remedy: labels == nil
          ? "give the talk one of them" : "a file of labels belongs to '--labels'")
    }
    let pages =
      slides.map { slides in
        slides.enumerated().map { Slide(number: $1.number ?? $0 + 1, text: $1.text) }
      } ?? text.map { [Slide(number: 1, text: $0)] } ?? []
    return Talk(
      id: id?.text ?? "\(stem):\(location.line ?? 1)", title: title ?? "", speaker: speaker,
      event: event, url: url, slides: pages, labels: Labels(labels ?? [:]))
  }
}
