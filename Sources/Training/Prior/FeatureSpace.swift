package import Features
internal import Talks

/// The features that some talks teach, and what is known of them: made from training
/// rows alone, used to place any row.
package struct FeatureSpace: Sendable {
  /// The terms.
  package let vocabulary: Vocabulary
  /// What is known of them, in the order of ``PriorStrengths/factors``.
  let tables: [FactorTable]
  /// Axis × term: the lexicon's hint for each output, or nil.
  private let means: [[[Double]?]]
  private let frequencies: TermFrequencies
  private let weighting: TFIDF

  /// Learns vocabulary and document frequencies from some rows.
  ///
  /// Where prior knowledge is in use, terms with a vector or a hint are kept even if
  /// no training row has them: that is how talks with new words are placed.
  package init(
    _ labelled: LabelledTalks, rows: [Int], settings: TrainingSettings
  ) throws(VocabularyError) {
    let usesPrior = settings.usesPrior
    let usesHints = usesPrior || labelled.needsHints
    vocabulary = try Vocabulary(
      learningFrom: labelled.frequencies, rows: rows, settings: settings.features,
      keepingUnseen: { term in
        usesPrior
          ? labelled.hasPrior(ofTerm: term, settings)
          : usesHints && labelled.hasHint(ofTerm: term)
      })
    let positions = vocabulary.hashes.map { labelled.frequencies.position(ofHash: $0) ?? 0 }
    tables = zip(labelled.tables, settings.usesFactors).map { table, isUsed in
      isUsed ? FactorTable(table, termsAt: positions) : .empty
    }
    means =
      usesHints
      ? labelled.scheme.axes.indices.map { axis in
        positions.map { labelled.means[axis][$0] }
      } : []
    frequencies = labelled.frequencies
    weighting = TFIDF(sublinear: settings.features.sublinear)
  }

  /// Places rows; `scales` as ``PriorDesign`` has them.
  func design(of rows: [Int], scales: [Double]? = nil) -> PriorDesign {
    PriorDesign(
      matrix: weighting.matrix(of: frequencies, rows: rows, vocabulary: vocabulary),
      kinds: vocabulary.terms.map(\.kind),
      inverseDocumentFrequencies: vocabulary.inverseDocumentFrequencies.map(Double.init),
      tables: tables, scales: scales)
  }

  /// Whether the lexicon says anything about an axis.
  func hasHints(axis: Int) -> Bool {
    means.indices.contains(axis) && means[axis].contains { $0 != nil }
  }

  /// X·μ of a design's rows for an axis, at a strength of 1.
  func offsets(of design: PriorDesign, axis: Int, outputCount: Int) -> [[Double]] {
    (0..<design.matrix.rowCount).map { row in
      var offsets = [Double](repeating: 0, count: outputCount)
      for entry in design.matrix.entries(ofRow: row) {
        guard let mean = means[axis][Int(design.matrix.columns[entry])] else { continue }
        for output in 0..<outputCount {
          offsets[output] += mean[output] * design.matrix.values[entry]
        }
      }
      return offsets
    }
  }

  /// The prior mean of a term for an output, at a strength of 1.
  func mean(ofTerm term: Int, axis: Int, output: Int) -> Double {
    guard means.indices.contains(axis) else { return 0 }
    return means[axis][term]?[output] ?? 0
  }
}
