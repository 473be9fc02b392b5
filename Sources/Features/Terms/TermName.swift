/// What a counted term's text is, or is made of.
enum TermName: Sendable {
  /// A word's, a keyword's or a fragment's text.
  case text(String)
  /// A pair: the positions of its words among the terms counted so far.
  case pair(Int32, Int32)

  /// The name where the terms named are at other positions.
  func moved(to positions: [Int32]) -> TermName {
    switch self {
    case .text: self
    case .pair(let first, let second): .pair(positions[Int(first)], positions[Int(second)])
    }
  }
}
