internal import Features
internal import Talks
internal import Tokenization

/// What `model.json` holds.
struct ModelManifest: Codable {
  /// The format this program writes; a reader refuses higher ones.
  static let currentFormat = 1

  var format: Int
  var scheme: Scheme
  var tokenization: TokenizationSettings
  var features: FeatureSettings
  var termCount: Int
  var provenance: Provenance
  /// How scores become probabilities; `identity` is the logistic function alone.
  var calibration: String
  /// SHA-256 of the other files by their name.
  var files: [String: String]
}

/// Only the format number, readable whatever else a later version changed.
struct ModelFormatProbe: Codable {
  var format: Int
}
