/// One question asked of every talk.
public struct Axis: Sendable, Equatable, Codable {
  /// ASCII name used in labels, predictions and files.
  public var id: String
  /// Name shown to people.
  public var name: String
  /// Two poles or more; on a map the first lies at the origin.
  public var poles: [Pole]

  /// Creates an axis.
  public init(id: String, name: String, poles: [Pole]) {
    self.id = id
    self.name = name
    self.poles = poles
  }

  /// The position of a pole in ``poles``, or nil for an unknown id.
  public func index(ofPole id: String) -> Int? {
    poles.firstIndex { $0.id == id }
  }

  /// Linear outputs this axis needs: one for two poles, else one a pole.
  public var outputCount: Int { poles.count == 2 ? 1 : poles.count }
}
