internal import Features
internal import Talks
internal import Tokenization

/// What `model.json` holds.
struct ModelManifest: Codable {
  /// The highest format this program reads and writes.
  static let currentFormat = 2

  /// The format of a model: 2 if its features are fragments too, which a
  /// reader of format 1 would silently leave out.
  static func format(of features: FeatureSettings) -> Int { features.usesFragments ? 2 : 1 }

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
