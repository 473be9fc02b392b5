public import Classification
internal import Features

/// Why a talk is where it is, as JSON.
public enum EvidenceJSON {
  /// Every known term of each axis.
  public static func value(_ evidence: Evidence) -> JSONText {
    .object([
      ("id", .string(evidence.prediction.id)),
      ("title", .string(evidence.prediction.title)),
      ("quadrant", evidence.prediction.quadrant.map { .string($0) } ?? .null),
      (
        "axes",
        .array(
          evidence.axes.map { axis in
            .object([
              ("axis", .string(axis.axis)),
              ("positivePole", .string(axis.positivePole)),
              ("negativePole", axis.negativePole.map { .string($0) }),
              ("score", .number(axis.score)),
              ("intercept", .number(axis.intercept)),
              ("terms", .array(axis.items.map(value))),
            ])
          })
      ),
    ])
  }

  private static func value(_ item: Evidence.Item) -> JSONText {
    .object([
      ("term", .string(item.term.text)),
      ("kind", .string("\(item.term.kind)")),
      ("contribution", .number(item.contribution)),
      ("value", .number(item.value)),
      ("count", .number(item.count)),
      ("slide", item.place.slide.map { .integer($0) } ?? .null),
      ("start", .integer(item.place.byteRange.lowerBound)),
      ("end", .integer(item.place.byteRange.upperBound)),
      ("excerpt", .string(item.place.excerpt)),
    ])
  }
}
