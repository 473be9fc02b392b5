/// The size of a drawing and of what is on it.
struct MapFrame: Sendable, Equatable {
  let width: Double
  let height: Double
  /// Where talks are.
  let plot: Rectangle
  /// Of a talk's mark.
  let radius: Double
  /// Of labels.
  let fontSize: Double
  /// Of a cell's count.
  let countSize: Double
  /// Columns of a label's line, as on a terminal.
  let labelColumns: Int
  /// Whether every talk of a small body gets a label.
  let labelsAll: Bool
  /// The name of its style class.
  let name: String

  /// For a screen of a desk, and for paper.
  static func wide(talkCount: Int) -> MapFrame {
    MapFrame(
      width: 880, height: 680, plot: Rectangle(x: 36, y: 8, width: 836, height: 616),
      radius: radius(talkCount, 6.5), fontSize: 12, countSize: 40, labelColumns: 26,
      labelsAll: true, name: "wide")
  }

  /// For a telephone held upright.
  static func narrow(talkCount: Int) -> MapFrame {
    MapFrame(
      width: 420, height: 520, plot: Rectangle(x: 28, y: 6, width: 386, height: 458),
      radius: radius(talkCount, 7), fontSize: 12, countSize: 32, labelColumns: 18,
      labelsAll: false, name: "narrow")
  }

  /// Thirty talks are looked at one by one, three thousand as a cloud.
  private static func radius(_ talkCount: Int, _ largest: Double) -> Double {
    switch talkCount {
    case ...60: largest
    case ...300: largest * 0.7
    case ...1000: largest * 0.5
    default: largest * 0.36
    }
  }
}
