public import Talks

/// Labels as JSON, one talk a line, as `--labels` reads them.
public enum LabelJSON {
  /// The labels of one talk as a line with its line feed.
  public static func line(id: String, labels: Labels) -> String {
    let poles = labels.sorted.map { ($0.axis, Optional(JSONText.string($0.pole))) }
    return JSONText.object([("id", .string(id)), ("labels", .object(poles))]).text + "\n"
  }
}
