public import Classification
internal import Talks

/// Predictions as rows of a table that fits a terminal, written as they come.
public struct PredictionTable: Sendable {
  private let axes: [Axis]
  private let widths: [Int]
  private let titleWidth: Int
  private let style: TextStyle

  /// Columns between columns.
  private static let gap = 2
  /// Columns that a title has at least.
  private static let minimumTitleWidth = 16
  /// Columns of a probability and the space before it.
  private static let probabilityWidth = 5

  /// Creates a table of some columns for a model's predictions.
  public init(classifier: Classifier, columns: Int = 80, style: TextStyle = .plain) {
    axes = classifier.model.scheme.axes
    self.style = style
    let wanted = axes.map { axis in
      let pole = axis.poles.map { DisplayWidth.of($0.name) }.max() ?? 0
      return max(DisplayWidth.of(axis.name), min(pole, 24) + Self.probabilityWidth)
    }
    // The mark of a warning takes as much as a gap.
    let room = columns - Self.minimumTitleWidth - Self.gap * (axes.count + 1)
    let share = max(Self.probabilityWidth + 1, room / max(1, axes.count))
    widths = wanted.reduce(0, +) <= room ? wanted : wanted.map { min($0, share) }
    titleWidth = max(
      Self.minimumTitleWidth, columns - widths.reduce(0) { $0 + $1 + Self.gap } - Self.gap)
  }

  /// The heading with its line feed.
  public var header: String {
    style.bold(line("題名", axes.map(\.name), mark: "")) + "\n"
  }

  /// A prediction as a row with its line feed: title (or id), then the pole and
  /// its probability on each axis; `?` where an axis is undecided, `!`
  /// where the prediction has a warning.
  public func line(_ prediction: Prediction) -> String {
    let places = zip(axes, zip(prediction.axes, widths)).map { axis, cell in
      let (place, width) = cell
      let name = axis.poles.first { $0.id == place.pole }?.name ?? place.pole
      let room = width - Self.probabilityWidth
      return DisplayWidth.padded(DisplayWidth.truncated(name, to: room), to: room)
        + " " + Decimals.fixed(place.probability, 2)
    }
    let title = prediction.title.isEmpty ? prediction.id : prediction.title
    return line(
      TerminalText.oneLine(title), places,
      mark: (prediction.undecided.isEmpty ? "" : " ?") + (prediction.warnings.isEmpty ? "" : " !"))
      + "\n"
  }

  private func line(_ title: String, _ places: [String], mark: String) -> String {
    let title = DisplayWidth.padded(
      DisplayWidth.truncated(title, to: titleWidth), to: titleWidth)
    let cells = zip(places, widths).map {
      DisplayWidth.padded(DisplayWidth.truncated($0, to: $1), to: $1)
    }
    let row = ([title] + cells).joined(separator: String(repeating: " ", count: Self.gap))
    return row.trimmingTrailingSpaces + mark
  }
}
