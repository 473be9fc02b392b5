/// A term that stays whole, its other spellings, and what it speaks for.
public struct LexiconEntry: Sendable, Equatable, Codable {
  /// A hint that talks which use the term belong to a pole.
  public struct PoleHint: Sendable, Equatable, Codable {
    /// The axis id.
    public var axis: String
    /// The pole id.
    public var pole: String
    /// How strongly, in 0...1.
    public var weight: Double

    /// Creates a hint.
    public init(axis: String, pole: String, weight: Double) {
      self.axis = axis
      self.pole = pole
      self.weight = weight
    }
  }

  /// The preferred form, as it is shown.
  public var term: String
  /// Other spellings counted as the same term.
  public var variants: [String]
  /// Poles the term speaks for; most terms have none.
  public var hints: [PoleHint]

  /// Creates an entry.
  public init(term: String, variants: [String] = [], hints: [PoleHint] = []) {
    self.term = term
    self.variants = variants
    self.hints = hints
  }
}
