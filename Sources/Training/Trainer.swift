public import Classification
internal import Features
public import Talks
public import Tokenization

/// Makes models from labelled talks.
///
/// The same talks, labels, lexicon and settings give the same model bit for bit.
/// Talks without a label on an axis still shape the vocabulary; they never sway
/// that axis's weights.
public struct Trainer: Sendable {
  /// What decides the model.
  public let settings: TrainingSettings
  /// Terms kept whole.
  public let lexicon: Lexicon

  /// Creates a trainer.
  public init(settings: TrainingSettings = TrainingSettings(), lexicon: Lexicon = Lexicon()) {
    self.settings = settings
    self.lexicon = lexicon
  }

  /// Trains on talks with labels.
  ///
  /// - Throws: ``TrainingError`` when an axis cannot be learned from them.
  public func train(
    on talks: [Talk], scheme: Scheme = .standard
  ) throws(TrainingError) -> Model {
    try train(
      on: LabelledTalks(talks: talks, scheme: scheme, lexicon: lexicon, settings: settings))
  }

  /// Trains on talks that are already counted.
  ///
  /// - Throws: ``TrainingError`` when an axis cannot be learned from them.
  public func train(on labelled: LabelledTalks) throws(TrainingError) -> Model {
    try labelled.validate()
    let rows = Array(labelled.talks.indices)
    let vocabulary: Vocabulary
    do throws(VocabularyError) {
      vocabulary = try Vocabulary(
        learningFrom: labelled.frequencies, rows: rows, settings: settings.features)
    } catch {
      throw .vocabulary(error)
    }
    let fits = labelled.scheme.axes.indices.map { axis in
      let (rows, classes) = labelled.labelled(onAxis: axis)
      let matrix = TFIDF(sublinear: settings.features.sublinear).matrix(
        of: labelled.frequencies, rows: rows, vocabulary: vocabulary)
      return settings.learner.fit(
        matrix, classes: classes, classCount: labelled.scheme.axes[axis].poles.count)
    }
    return try model(labelled, vocabulary, fits)
  }

  private func model(
    _ labelled: LabelledTalks, _ vocabulary: Vocabulary, _ fits: [LogisticRegression.Fit]
  ) throws(TrainingError) -> Model {
    let columns = fits.flatMap(\.weights)
    var values: [Float] = []
    values.reserveCapacity(columns.count * vocabulary.count)
    for term in 0..<vocabulary.count {
      for column in columns { values.append(Float(column[term])) }
    }
    do throws(ModelError) {
      return try Model(
        scheme: labelled.scheme, tokenization: settings.tokenization, lexicon: lexicon,
        features: settings.features, vocabulary: vocabulary,
        weights: LinearWeights(
          values: values, intercepts: fits.flatMap(\.intercepts).map { Float($0) }),
        provenance: provenance(labelled, fits))
    } catch {
      throw .notFinite(axis: labelled.scheme.axes.map(\.id).joined(separator: ", "))
    }
  }

  private func provenance(
    _ labelled: LabelledTalks, _ fits: [LogisticRegression.Fit]
  ) -> Provenance {
    let solver = settings.learner.solver
    return Provenance(
      talkCount: labelled.talks.count, trainingDataHash: Self.hash(labelled.talks),
      icuVersion: UnicodeVersions.icu, unicodeVersion: UnicodeVersions.unicode,
      seed: settings.seed, inverseRegularization: settings.inverseRegularization,
      classWeighting: settings.classWeighting.rawValue,
      solver: "Newton-CG until the gradient norm fell by \(solver.tolerance)",
      axes: labelled.scheme.axes.indices.map { axis in
        .init(
          axis: labelled.scheme.axes[axis].id, labelled: labelled.poleCounts(onAxis: axis),
          solverSteps: fits[axis].steps)
      })
  }

  /// SHA-256 of ids, texts and labels in order.
  private static func hash(_ talks: [Talk]) -> String {
    var hash = SHA256()
    for talk in talks {
      hash.update(field: talk.id)
      hash.update(field: talk.title)
      for slide in talk.slides { hash.update(field: slide.text) }
      for label in talk.labels.sorted { hash.update(field: label.axis + "=" + label.pole) }
    }
    return hash.hexDigest()
  }
}
