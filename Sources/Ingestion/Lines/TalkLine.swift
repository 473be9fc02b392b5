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
      number = try Self.number(in: object)
      text = try object.decodeIfPresent(String.self, forKey: .text) ?? ""
    }

    /// A number that is not whole is corrupted JSON to Foundation, without a place;
    /// so its place is told here.
    private static func number(in object: KeyedDecodingContainer<Key>) throws -> Int? {
      guard object.contains(.number), try !object.decodeNil(forKey: .number) else { return nil }
      if let number = try? object.decode(Int.self, forKey: .number) { return number }
      throw DecodingError.typeMismatch(
        Int.self,
        .init(codingPath: object.codingPath + [Key.number], debugDescription: "no whole number"))
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
  /// Null is no label, as tables with gaps are exported.
  var labels: [String: String?]?

  /// Parses a line.
  ///
  /// - Throws: ``IngestionError`` saying which field is wrong.
  static func parse(_ line: [UInt8], at location: SourceLocation) throws(IngestionError) -> Self {
    do {
      return try JSONDecoder().decode(Self.self, from: Data(line))
    } catch let DecodingError.typeMismatch(_, context), let DecodingError.valueNotFound(_, context)
    {
      throw wrongType(context, line, location)
    } catch {
      throw IngestionError(
        at: location, reason: "not valid JSON", remedy: "mend the line or remove it")
    }
  }

  private static func wrongType(
    _ context: DecodingError.Context, _ line: [UInt8], _ location: SourceLocation
  ) -> IngestionError {
    let path = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
    let field = path.joined(separator: ".")
    return IngestionError(
      at: location, id: try? JSONDecoder().decode(IdentifierLine.self, from: Data(line)).id?.text,
      reason: field.isEmpty
        ? "the line is JSON but no object" : "field '\(field)' has the wrong type",
      remedy: #"write {"id", "title", "slides": [{"number", "text"}]}"#)
  }

  private struct IdentifierLine: Decodable { var id: Identifier? }

  /// The talk.
  ///
  /// - Throws: ``IngestionError`` when the object has neither title nor text.
  func talk(
    at location: SourceLocation, stem: String, notes: inout ReadingNotes
  ) throws(IngestionError) -> Talk {
    guard title != nil || slides != nil || text != nil else {
      throw IngestionError(
        at: location, id: id?.text, reason: "no 'title', 'slides' or 'text'",
        remedy: labels == nil
          ? "give the talk one of them" : "a file of labels belongs to '--labels'")
    }
    let texts = slides?.map(\.text) ?? text.map { [$0] } ?? []
    let pages = texts.enumerated().map { index, text in
      Slide(
        number: slides?[index].number ?? index + 1, text: TextDecoding.cleaned(text, &notes))
    }
    return Talk(
      id: id?.text ?? "\(stem):\(location.line ?? 1)",
      title: TextDecoding.cleaned(title ?? "", &notes), speaker: speaker, event: event, url: url,
      slides: pages, labels: Labels((labels ?? [:]).compactMapValues(\.self)))
  }
}
