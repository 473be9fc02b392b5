public import Classification
internal import Features
public import Talks
public import Tokenization

/// Makes models from labelled talks.
///
/// The same talks, labels, knowledge and settings give the same model bit for bit.
/// Talks without a label on an axis still shape the vocabulary; they never sway
/// that axis's weights. An axis without any label takes the lexicon's hints for its
/// weights.
public struct Trainer: Sendable {
  /// What decides the model.
  public let settings: TrainingSettings
  /// What is known of terms before the first label.
  public let knowledge: PriorKnowledge

  /// The strength of the lexicon where there is nothing to learn it from.
  static let lexiconStrengthWithoutLabels = 3.0

  /// Terms kept whole.
  public var lexicon: Lexicon { knowledge.lexicon }

  /// Creates a trainer.
  public init(settings: TrainingSettings = TrainingSettings(), lexicon: Lexicon = Lexicon()) {
    self.init(settings: settings, knowledge: PriorKnowledge(lexicon: lexicon))
  }

  /// Creates a trainer with prior knowledge.
  public init(settings: TrainingSettings, knowledge: PriorKnowledge) {
    self.settings = settings
    self.knowledge = knowledge
  }

  /// Trains on talks with labels.
  ///
  /// - Throws: ``TrainingError`` when an axis cannot be learned from them.
  public func train(
    on talks: [Talk], scheme: Scheme = .standard
  ) throws(TrainingError) -> Model {
    try train(
      on: LabelledTalks(talks: talks, scheme: scheme, knowledge: knowledge, settings: settings))
  }

  /// Trains on talks that are already counted, on `workerCount` cores at once; the model
  /// does not depend on it.
  ///
  /// - Throws: ``TrainingError`` when an axis cannot be learned from them.
  public func train(
    on labelled: LabelledTalks, workerCount: Int = 1
  ) throws(TrainingError) -> Model {
    try labelled.validate(allowingHints: true)
    let extended: LabelledTalks
    do throws(ICUError) {
      extended =
        settings.usesPrior || labelled.needsHints ? try labelled.withUnseenTerms() : labelled
    } catch {
      throw .icu(error)
    }
    let space: FeatureSpace
    do throws(VocabularyError) {
      space = try FeatureSpace(
        extended, rows: Array(labelled.talks.indices), settings: settings)
    } catch {
      throw .vocabulary(error)
    }
    let axes = labelled.scheme.axes.indices.map { axis in
      learn(axis, extended, space, workerCount)
    }
    return try model(labelled, space.vocabulary, axes)
  }

  /// The weights of one axis and how they came about.
  private struct LearnedAxis {
    /// An array an output with a number a term.
    var weights: [[Double]]
    var intercepts: [Double]
    var chosen: ChosenSettings
    var steps: Int
  }

  private func learn(
    _ axis: Int, _ labelled: LabelledTalks, _ space: FeatureSpace, _ workerCount: Int
  ) -> LearnedAxis {
    let outputs = 0..<labelled.scheme.axes[axis].outputCount
    let (rows, classes) = labelled.labelled(onAxis: axis)
    guard !rows.isEmpty else {
      var chosen = ChosenSettings(settings)
      if chosen.prior.lexicon == 0 { chosen.prior.lexicon = Self.lexiconStrengthWithoutLabels }
      return LearnedAxis(
        weights: outputs.map { output in
          space.vocabulary.terms.indices.map { term in
            chosen.prior.lexicon * space.mean(ofTerm: term, axis: axis, output: output)
          }
        },
        intercepts: outputs.map { _ in 0 }, chosen: chosen, steps: 0)
    }
    let learner = AxisLearner(labelled, space: space, axis: axis, settings: settings)
    let result = learner.learn(rows: rows, classes: classes, workerCount: workerCount)
    return LearnedAxis(
      weights: outputs.map { learner.weights(result, output: $0) },
      intercepts: outputs.map { learner.intercept(result, output: $0) },
      chosen: result.chosen, steps: result.steps)
  }

  private func model(
    _ labelled: LabelledTalks, _ vocabulary: Vocabulary, _ axes: [LearnedAxis]
  ) throws(TrainingError) -> Model {
    let columns = axes.flatMap(\.weights)
    var values: [Float] = []
    values.reserveCapacity(columns.count * vocabulary.count)
    for term in 0..<vocabulary.count {
      for column in columns { values.append(Float(column[term])) }
    }
    var features = settings.features
    features.usesFragments = vocabulary.terms.contains { $0.kind == .fragment }
    do throws(ModelError) {
      return try Model(
        scheme: labelled.scheme, tokenization: settings.tokenization, lexicon: lexicon,
        features: features, vocabulary: vocabulary,
        weights: LinearWeights(
          values: values, intercepts: axes.flatMap(\.intercepts).map { Float($0) }),
        provenance: provenance(labelled, axes, features))
    } catch {
      throw .notFinite(axis: labelled.scheme.axes.map(\.id).joined(separator: ", "))
    }
  }

  private func provenance(
    _ labelled: LabelledTalks, _ axes: [LearnedAxis], _ features: FeatureSettings
  ) -> Provenance {
    let solver = LogisticRegression().solver
    return Provenance(
      talkCount: labelled.talks.count, trainingDataHash: Self.hash(labelled.talks),
      icuVersion: UnicodeVersions.icu, unicodeVersion: UnicodeVersions.unicode,
      seed: settings.seed, vectors: settings.usesPrior ? knowledge.vectors?.source : nil,
      unlabelledCount: settings.usesPrior && knowledge.unlabelledCount > 0
        ? knowledge.unlabelledCount : nil,
      classWeighting: settings.classWeighting.rawValue,
      solver: "Newton-CG until the gradient norm fell by \(solver.tolerance)",
      axes: labelled.scheme.axes.indices.map { axis in
        .init(
          axis: labelled.scheme.axes[axis].id, labelled: labelled.poleCounts(onAxis: axis),
          solverSteps: axes[axis].steps,
          inverseRegularization: axes[axis].chosen.inverseRegularization,
          lexiconStrength: axes[axis].chosen.prior.lexicon,
          vectorStrength: axes[axis].chosen.prior.vectors,
          unlabelledStrength: knowledge.unlabelledCount > 0
            ? axes[axis].chosen.prior.unlabelled : nil,
          pairStrength: features.usesPairs ? axes[axis].chosen.prior.pairs : nil,
          fragmentStrength: features.usesFragments ? axes[axis].chosen.prior.fragments : nil,
          commonStrength: axes[axis].chosen.prior.common,
          temperature: axes[axis].chosen.temperature,
          shifts: axes[axis].chosen.shifts.isEmpty ? nil : axes[axis].chosen.shifts)
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
