public import Features
public import Tokenization

/// Why talks and labels do not make a model.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// No talk has a label on the axis.
  case noLabels(axis: String)
  /// All labels on the axis are alike.
  case oneClass(axis: String, pole: String, count: Int)
  /// A pole has fewer than two talks.
  case tooFewExamples(axis: String, pole: String, count: Int)
  /// No term is frequent enough.
  case vocabulary(VocabularyError)
  /// ICU failed.
  case icu(ICUError)
  /// The result has a weight that is no number.
  case notFinite(axis: String)

  /// The reason and the remedy.
  public var description: String {
    switch self {
    case .noLabels(let axis):
      "no talk has a label on axis '\(axis)'; label talks of at least two poles, two or more each"
    case .oneClass(let axis, let pole, let count):
      "all \(count) labelled talks on axis '\(axis)' are '\(pole)'; label talks of another pole too"
    case .tooFewExamples(let axis, let pole, let count):
      "axis '\(axis)' has \(count) talk(s) labelled '\(pole)'; label at least 2 of each pole"
    case .vocabulary(let error):
      error.description
    case .icu(let error):
      error.description
    case .notFinite(let axis):
      "training on axis '\(axis)' gave a weight that is no finite number; lower C"
    }
  }
}
