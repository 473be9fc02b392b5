/// Rows of text in columns, for a terminal.
public struct TextTable {
  /// Which side of its column a cell keeps to.
  public enum Alignment: Sendable {
    /// Words.
    case left
    /// Numbers.
    case right
  }

  /// A column's heading and rule.
  public struct Column: Sendable {
    /// The heading.
    public var title: String
    /// Which side its cells keep to.
    public var alignment: Alignment
    /// Columns of the terminal at most; longer cells are cut.
    public var maximumWidth: Int

    /// Creates a column.
    public init(_ title: String, _ alignment: Alignment = .left, maximumWidth: Int = 80) {
      self.title = title
      self.alignment = alignment
      self.maximumWidth = maximumWidth
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Creates an empty table.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row with a cell a column.
  public mutating func add(_ row: [String]) { rows.append(row) }

  /// The heading and the rows, two spaces between columns, each line ended by a
  /// line feed.
  public func rendered(_ style: TextStyle = .plain) -> String {
    let widths = columns.indices.map { index in
      min(
        columns[index].maximumWidth,
        rows.reduce(DisplayWidth.of(columns[index].title)) {
          max($0, DisplayWidth.of($1[index]))
        })
    }
    func line(_ cells: [String]) -> String {
      let padded = columns.indices.map { index in
        DisplayWidth.padded(
          DisplayWidth.truncated(cells[index], to: widths[index]), to: widths[index],
          alignment: columns[index].alignment)
      }
      return padded.joined(separator: "  ").trimmingTrailingSpaces
    }
    let heading = style.bold(line(columns.map(\.title))) + "\n"
    return heading + rows.map { line($0) + "\n" }.joined()
  }
}

extension String {
  /// Without spaces at the end.
  var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
