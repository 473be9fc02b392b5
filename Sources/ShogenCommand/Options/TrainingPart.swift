internal import ArgumentParser

/// A part of training that can be left out, to see what it is worth.
enum TrainingPart: String, CaseIterable, ExpressibleByArgument {
  /// The lexicon: its terms are no longer kept whole, nor hinted at.
  case lexicon
  /// Word vectors.
  case vectors
  /// Talks without labels.
  case unlabelled
  /// Pairs of neighbouring words.
  case pairs
  /// Fragments of two and three characters.
  case fragments
  /// The titles' words.
  case title
  /// Balanced class weights.
  case balance
  /// The search for settings and the calibration that comes of it.
  case search
}
