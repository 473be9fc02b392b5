public import Features
public import Talks
public import Tokenization

/// Talks counted once, with the pole of each on each axis: what training and
/// every fold of an evaluation start from.
public struct LabelledTalks: Sendable {
  /// The axes.
  public let scheme: Scheme
  /// The talks.
  public let talks: [Talk]
  /// Their terms, row by row.
  public let frequencies: TermFrequencies
  /// The tokenizer that counted them.
  public let tokenizer: Tokenizer
  /// Per axis, the pole index of each talk, or nil where it has no label or one
  /// the scheme does not know.
  public let poles: [[Int?]]

  /// Counts the terms of talks.
  ///
  /// - Throws: ``TrainingError/icu(_:)`` when ICU refuses a text.
  public init(
    talks: [Talk], scheme: Scheme, lexicon: Lexicon, settings: TrainingSettings
  ) throws(TrainingError) {
    self.scheme = scheme
    self.talks = talks
    do throws(ICUError) {
      tokenizer = try Tokenizer(settings: settings.tokenization, lexicon: lexicon)
      frequencies = try TermFrequencies(
        talks: talks, counter: TermCounter(tokenizer: tokenizer, settings: settings.features))
    } catch {
      throw .icu(error)
    }
    poles = scheme.axes.map { axis in
      talks.map { talk in talk.labels[axis.id].flatMap(axis.index(ofPole:)) }
    }
  }

  /// The talks with a label on an axis, and their poles.
  package func labelled(onAxis axis: Int) -> (rows: [Int], classes: [Int]) {
    let rows = poles[axis].indices.filter { poles[axis][$0] != nil }
    return (rows, rows.compactMap { poles[axis][$0] })
  }

  /// How many talks each pole of an axis has.
  package func poleCounts(onAxis axis: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: scheme.axes[axis].poles.count)
    for pole in poles[axis] { if let pole { counts[pole] += 1 } }
    return counts
  }

  /// Checks that every axis can be learned: two poles or more with labels, and at
  /// least two talks for each of those.
  ///
  /// - Throws: ``TrainingError`` naming the first axis that cannot.
  package func validate() throws(TrainingError) {
    for (index, axis) in scheme.axes.enumerated() {
      let counts = poleCounts(onAxis: index)
      let present = counts.indices.filter { counts[$0] > 0 }
      guard let first = present.first else { throw .noLabels(axis: axis.id) }
      guard present.count >= 2 else {
        throw .oneClass(axis: axis.id, pole: axis.poles[first].id, count: counts[first])
      }
      for pole in axis.poles.indices where counts[pole] < 2 {
        throw .tooFewExamples(axis: axis.id, pole: axis.poles[pole].id, count: counts[pole])
      }
    }
  }
}
