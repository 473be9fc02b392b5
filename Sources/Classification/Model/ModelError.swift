public import Features

/// Why a model cannot be used or stored.
public enum ModelError: Error, Equatable, CustomStringConvertible {
  /// A file of the model is not there.
  case missing(path: String)
  /// A file of the model cannot be read or written.
  case inputOutput(path: String, reason: String)
  /// The manifest is no valid JSON of the format.
  case badManifest(path: String, reason: String)
  /// The model was written by a later version of the program.
  case newerFormat(path: String, found: Int, supported: Int)
  /// A file is not the one the manifest was written for.
  case checksumDiffers(path: String)
  /// The weights file breaks a rule of its format.
  case badTensors(path: String, reason: String)
  /// The model has no cross-validated figures to choose a threshold by.
  case noValidation(axis: String)
  /// Two models that should answer the same question do not.
  case schemesDiffer(path: String, other: String)
  /// Parts do not fit together.
  case shapesDiffer(what: String, expected: Int, found: Int)
  /// A weight is NaN or infinite.
  case notFinite
  /// The vocabulary is not one.
  case badVocabulary(VocabularyError)

  /// What, where, why, and the remedy.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such model file; give a folder made by 'shogen train -o'"
    case .inputOutput(let path, let reason):
      "\(path): \(reason); check the path, permissions and free space"
    case .badManifest(let path, let reason):
      "\(path): not a model manifest (\(reason)); train the model again"
    case .newerFormat(let path, let found, let supported):
      "\(path): model format \(found) is newer than the \(supported) this program reads; update shogen"
    case .checksumDiffers(let path):
      "\(path): its SHA-256 differs from the manifest's, so the file was damaged or edited; restore it or train the model again"
    case .badTensors(let path, let reason):
      "\(path): not a weights file (\(reason)); restore it or train the model again"
    case .noValidation(let axis):
      "axis '\(axis)': the model was trained without validation, so no threshold is known to keep an error rate; train it without --no-validation or give --undecided-below"
    case .schemesDiffer(let path, let other):
      "\(path): its axes and poles are not those of \(other); compare models of one scheme"
    case .shapesDiffer(let what, let expected, let found):
      "the model has \(found) \(what) where \(expected) belong; train the model again"
    case .notFinite:
      "the model has a weight that is no finite number; train it again with stronger regularization"
    case .badVocabulary(let error):
      "the model's vocabulary is not usable: \(error)"
    }
  }
}
