/// Where a model places one talk.
public struct Prediction: Sendable, Equatable {
  /// The place on one axis.
  public struct AxisPlace: Sendable, Equatable {
    /// The axis id.
    public var axis: String
    /// The id of the most probable pole.
    public var pole: String
    /// Its probability, in 0...1.
    public var probability: Double
    /// The linear output behind the probability.
    ///
    /// For two poles, the signed distance from the boundary in log-odds: above 0
    /// means the second pole. For more, the chosen pole's output.
    public var score: Double
    /// Probabilities of all poles in the order of the scheme; they sum to 1.
    public var probabilities: [Double]

    /// Creates a place.
    public init(
      axis: String, pole: String, probability: Double, score: Double, probabilities: [Double]
    ) {
      self.axis = axis
      self.pole = pole
      self.probability = probability
      self.score = score
      self.probabilities = probabilities
    }
  }

  /// What makes a prediction doubtful.
  public enum Warning: String, Sendable, CaseIterable {
    /// The talk has no word at all: the answer is the model's prior.
    case noText = "no-text"
    /// The model knows none of the talk's words: the answer is its prior.
    case noKnownTerms = "no-known-terms"
    /// The model knows less than a fifth of the talk's words.
    case fewKnownTerms = "few-known-terms"
    /// Only the title was there to judge by.
    case titleOnly = "title-only"
    /// So much of the text was lost in extraction that the answer is a guess.
    case damagedText = "damaged-text"
  }

  /// The talk's id.
  public var id: String
  /// The talk's title.
  public var title: String
  /// Its place on each axis, in the order of the scheme.
  public var axes: [AxisPlace]
  /// The poles joined by `/` on a map of two axes, otherwise nil; nil too where an
  /// axis is undecided.
  public var quadrant: String?
  /// Axes whose most probable pole is less probable than was asked for.
  public var undecided: [String]
  /// The share of the talk's words that the model knows, in 0...1.
  public var knownTermShare: Double
  /// What makes the prediction doubtful.
  public var warnings: [Warning]

  /// Creates a prediction.
  public init(
    id: String, title: String, axes: [AxisPlace], quadrant: String?,
    undecided: [String] = [], knownTermShare: Double, warnings: [Warning] = []
  ) {
    self.id = id
    self.title = title
    self.axes = axes
    self.quadrant = quadrant
    self.undecided = undecided
    self.knownTermShare = knownTermShare
    self.warnings = warnings
  }
}
