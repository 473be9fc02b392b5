/// The poles a person gave a talk, by axis.
public struct Labels: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  private var poles: [String: String]

  /// Creates labels from axis ids and pole ids.
  public init(_ poles: [String: String] = [:]) { self.poles = poles }

  /// Creates labels from axis ids and pole ids; a later pole for an axis wins.
  public init(dictionaryLiteral elements: (String, String)...) {
    poles = Dictionary(elements, uniquingKeysWith: { _, later in later })
  }

  /// The pole id given on an axis, or nil.
  public subscript(axis: String) -> String? {
    get { poles[axis] }
    set { poles[axis] = newValue }
  }

  /// Whether no axis has a pole.
  public var isEmpty: Bool { poles.isEmpty }

  /// Axis and pole ids, sorted by axis id.
  public var sorted: [(axis: String, pole: String)] {
    poles.sorted { $0.key < $1.key }.map { (axis: $0.key, pole: $0.value) }
  }
}
