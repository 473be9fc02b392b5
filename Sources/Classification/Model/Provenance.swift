/// Where a model comes from: enough to make it again, and to doubt it.
public struct Provenance: Sendable, Equatable, Codable {
  /// Figures of one axis from cross-validation on the training talks.
  public struct AxisFigures: Sendable, Equatable, Codable {
    /// The axis id.
    public var axis: String
    /// Labelled talks by pole, in the order of the poles.
    public var labelled: [Int]
    /// Newton steps until the stopping rule held.
    public var solverSteps: Int
    /// C of the logistic regression, as given or chosen.
    public var inverseRegularization: Double
    /// Strength of the lexicon's hints, as given or chosen.
    public var lexiconStrength: Double
    /// Strength of the word vectors, as given or chosen.
    public var vectorStrength: Double
    /// Strength of talks without labels, as given or chosen; nil without any.
    public var unlabelledStrength: Double?
    /// Strength of pairs, as given or chosen; nil for a model without them.
    public var pairStrength: Double?
    /// Strength of fragments, as given or chosen; nil for a model without them.
    public var fragmentStrength: Double?
    /// Strength of common words, as chosen; nil in models made before there was one.
    public var commonStrength: Double?
    /// What scores were divided by to be as sure as they are right; folded in.
    public var temperature: Double
    /// What was added to each output then, folded in; nil for nothing.
    public var shifts: [Double]?
    /// Share of talks placed right by models that had not seen them; nil where
    /// too few talks allow no cross-validation.
    public var accuracy: Double?
    /// The same share for always answering the most frequent pole.
    public var majorityAccuracy: Double?
    /// Mean F1 of the poles.
    public var macroF1: Double?
    /// What leaving doubtful talks undecided is worth; nil like the accuracy.
    public var riskCoverage: RiskCoverage?

    /// Creates figures.
    public init(
      axis: String, labelled: [Int], solverSteps: Int, inverseRegularization: Double = 1,
      lexiconStrength: Double = 0, vectorStrength: Double = 0,
      unlabelledStrength: Double? = nil, pairStrength: Double? = nil,
      fragmentStrength: Double? = nil, commonStrength: Double? = nil, temperature: Double = 1,
      shifts: [Double]? = nil,
      accuracy: Double? = nil, majorityAccuracy: Double? = nil, macroF1: Double? = nil,
      riskCoverage: RiskCoverage? = nil
    ) {
      self.axis = axis
      self.labelled = labelled
      self.solverSteps = solverSteps
      self.inverseRegularization = inverseRegularization
      self.lexiconStrength = lexiconStrength
      self.vectorStrength = vectorStrength
      self.unlabelledStrength = unlabelledStrength
      self.pairStrength = pairStrength
      self.fragmentStrength = fragmentStrength
      self.commonStrength = commonStrength
      self.temperature = temperature
      self.shifts = shifts
      self.accuracy = accuracy
      self.majorityAccuracy = majorityAccuracy
      self.macroF1 = macroF1
      self.riskCoverage = riskCoverage
    }
  }

  /// Talks trained on.
  public var talkCount: Int
  /// SHA-256 of their ids, texts and labels.
  public var trainingDataHash: String
  /// ICU when the model was trained; another version may cut words otherwise.
  public var icuVersion: String
  /// Unicode version of that ICU.
  public var unicodeVersion: String
  /// What drives random choices.
  public var seed: UInt64
  /// Where the word vectors come from, or nil without any.
  public var vectors: String?
  /// Talks without labels that terms were learned from, or nil without any.
  public var unlabelledCount: Int?
  /// `none` or `balanced`.
  public var classWeighting: String
  /// Solver and stopping rule in words.
  public var solver: String
  /// Cross-validation in words, or nil when there was none.
  public var validation: String?
  /// Figures of each axis.
  public var axes: [AxisFigures]

  /// Creates a provenance.
  public init(
    talkCount: Int, trainingDataHash: String, icuVersion: String, unicodeVersion: String,
    seed: UInt64, vectors: String? = nil, unlabelledCount: Int? = nil, classWeighting: String,
    solver: String,
    validation: String? = nil, axes: [AxisFigures] = []
  ) {
    self.talkCount = talkCount
    self.trainingDataHash = trainingDataHash
    self.icuVersion = icuVersion
    self.unicodeVersion = unicodeVersion
    self.seed = seed
    self.vectors = vectors
    self.unlabelledCount = unlabelledCount
    self.classWeighting = classWeighting
    self.solver = solver
    self.validation = validation
    self.axes = axes
  }
}
