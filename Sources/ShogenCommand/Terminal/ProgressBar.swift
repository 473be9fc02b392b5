internal import Files
internal import Shogen

/// A line on standard error that says how far long work is; silent unless a
/// person is looking.
struct ProgressBar {
  private let label: String
  private let isVisible = FileDescriptor.errorIsTerminal
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  /// Work shorter than this shows nothing.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)
  private static let width = 24

  init(_ label: String) { self.label = label }

  /// Shows the share done, in 0...1, or only the text where it is not known.
  mutating func update(share: Double?, _ text: String = "") {
    guard isVisible else { return }
    let now = ContinuousClock.now
    guard now - start > Self.patience, shown.map({ now - $0 > Self.interval }) ?? true else {
      return
    }
    shown = now
    var line = label
    if let share {
      let filled = Int(min(1, max(0, share)) * Double(Self.width))
      line += " [" + String(repeating: "█", count: filled)
      line += String(repeating: "·", count: Self.width - filled) + "]"
      line += " \(Decimals.fixed(100 * share, 0)) %"
    }
    Messages.write("\r\u{1B}[2K\(line) \(text)")
  }

  /// Takes the line away.
  func finish() {
    if shown != nil { Messages.write("\r\u{1B}[2K") }
  }
}
