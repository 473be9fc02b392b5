internal import Shogen

/// Labelled talks, counted, and the trainer whose settings counted them: what every
/// verb that learns begins with.
struct TrainingInput {
  private(set) var trainer: Trainer
  private(set) var labelled: LabelledTalks
  private let unlabelled: [Talk]

  /// Reads the talks, their labels and the prior knowledge that the options name.
  init(
    _ input: InputOptions, _ training: TrainingOptions, workers: Int,
    messages: inout Messages
  ) throws {
    let scheme = try training.labelOptions.readScheme()
    let corpus = try input.corpus(
      labels: training.labelOptions.labels, scheme: scheme, messages: &messages)
    unlabelled = try training.readUnlabelled(like: input, messages: &messages)
    trainer = Trainer(
      settings: training.settings, knowledge: try training.readKnowledge(unlabelled: unlabelled))
    labelled = try LabelledTalks(
      talks: corpus.talks, scheme: scheme, knowledge: trainer.knowledge,
      settings: trainer.settings, workerCount: workers)
  }

  /// The same talks, counted and learned without a part of training.
  func without(_ part: TrainingPart) throws -> TrainingInput {
    var (settings, lexicon, vectors) = (
      trainer.settings, trainer.knowledge.lexicon, trainer.knowledge.vectors
    )
    var unlabelled = unlabelled
    switch part {
    case .lexicon:
      lexicon = Lexicon()
      settings.prior.lexicon = 0
    case .vectors:
      vectors = nil
      settings.prior.vectors = 0
    case .unlabelled:
      unlabelled = []
      settings.prior.unlabelled = 0
    case .pairs: settings.features.usesPairs = false
    case .fragments: settings.features.usesFragments = false
    case .title: settings.features.titleWeight = 0
    case .balance: settings.classWeighting = .none
    case .search: settings.search = nil
    }
    var other = self
    other.trainer = Trainer(
      settings: settings,
      knowledge: try PriorKnowledge(
        lexicon: lexicon, vectors: vectors, unlabelled: unlabelled, settings: settings))
    other.labelled = try LabelledTalks(
      talks: labelled.talks, scheme: labelled.scheme, knowledge: other.trainer.knowledge,
      settings: settings)
    return other
  }
}
