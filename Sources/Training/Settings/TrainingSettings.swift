public import Features
public import Tokenization

/// What decides a model, given labelled talks and a lexicon.
public struct TrainingSettings: Sendable, Equatable {
  /// How text becomes tokens.
  public var tokenization: TokenizationSettings
  /// How tokens become counts.
  public var features: FeatureSettings
  /// C of the logistic regression, above 0; nil for ``manyLabels``, from which a search
  /// may turn to ``inverseRegularization(ofFewLabels:)``.
  public var inverseRegularization: Double?
  /// How much each pole counts.
  public var classWeighting: ClassWeighting
  /// How much is believed before the first label; where to start when searching.
  public var prior: PriorStrengths
  /// How to choose regularization and prior strengths on the training talks; nil to
  /// take them as they are.
  public var search: SettingsSearch?
  /// Drives every random choice: folds, resampling, permutations.
  public var seed: UInt64

  /// Creates settings; the defaults are those of the shipped model.
  public init(
    tokenization: TokenizationSettings = TokenizationSettings(),
    features: FeatureSettings = FeatureSettings(), inverseRegularization: Double? = 10,
    classWeighting: ClassWeighting = .balanced, prior: PriorStrengths = PriorStrengths(),
    search: SettingsSearch? = nil, seed: UInt64 = 2024
  ) {
    self.tokenization = tokenization
    self.features = features
    self.inverseRegularization = inverseRegularization
    self.classWeighting = classWeighting
    self.prior = prior
    self.search = search
    self.seed = seed
  }

  /// What does well on corpora of any kind and size: features that tell unknown words
  /// too, a C that may go by the number of labels, and a search for how much each counts.
  public static let recommended = TrainingSettings(
    features: .recommended, inverseRegularization: nil, search: SettingsSearch())

  /// The C that suits many labels, and models that are not calibrated.
  public static let manyLabels = 100.0

  /// The C that suits n labels where they are few: (n / 100)^1.5, from 0.1 to 100.
  ///
  /// Strong regularization makes of a classifier a comparison with the poles' mean talks,
  /// which is all that few labels bear; weak regularization fits the border between them,
  /// which more labels show (`Benchmarks/peers/few_labels.py`).
  public static func inverseRegularization(ofFewLabels count: Int) -> Double {
    let hundreds = Double(count) / 100
    return min(manyLabels, max(0.1, hundreds * hundreds.squareRoot()))
  }

  /// Whether anything is believed before the first label, or may come to be.
  var usesPrior: Bool {
    search != nil || prior.lexicon != 0 || prior.factors.contains { $0 != 0 }
  }

  /// For each of ``PriorStrengths/factors``, whether it is or may come to be in use.
  ///
  /// Word vectors are looked up whenever anything is believed, as they always were.
  var usesFactors: [Bool] { [usesPrior, search != nil || prior.unlabelled != 0] }

}
