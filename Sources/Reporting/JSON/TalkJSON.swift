internal import Ingestion
public import Talks

/// Talks as JSON, one object a line, as ingestion reads them.
///
/// Reading a line gives an equal talk. Fields without a value are left out, but for
/// the title and the slides: a talk must have one of them.
public enum TalkJSON {
  /// A talk as a line with its line feed.
  ///
  /// An additional field of a name that talks have is left out: it would hide the
  /// talk's own.
  public static func line(_ talk: Talk) -> String {
    let labels = talk.labels.sorted.map { ($0.axis, Optional(JSONText.string($0.pole))) }
    let members: [(String, JSONText?)] = [
      ("id", .string(talk.id)),
      ("title", .string(talk.title)),
      ("speaker", talk.speaker.map { .string($0) }),
      ("event", talk.event.map { .string($0) }),
      ("url", talk.url.map { .string($0) }),
      ("slides", .array(talk.slides.map(slide))),
      ("labels", labels.isEmpty ? nil : .object(labels)),
    ]
    var line = JSONText.object(
      members + additional(talk.additionalFields, besides: TalkLine.names)
    ).text
    line += "\n"
    return line
  }

  private static func slide(_ slide: Slide) -> JSONText {
    let members: [(String, JSONText?)] = [
      ("number", .integer(slide.number)),
      ("text", .string(slide.text)),
      ("notes", slide.speakerNotes.map { .string($0) }),
      ("hidden", slide.isHidden ? .raw("true") : nil),
    ]
    return .object(members + additional(slide.additionalFields, besides: TalkLine.slideNames))
  }

  private static func additional(
    _ fields: [AdditionalField], besides names: [String]
  ) -> [(String, JSONText?)] {
    fields.filter { !names.contains($0.name) }.map { ($0.name, .raw($0.json)) }
  }
}
