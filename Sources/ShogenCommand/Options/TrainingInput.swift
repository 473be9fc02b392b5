internal import Shogen

/// Labelled talks, counted, and the trainer whose settings counted them: what every
/// verb that learns begins with.
struct TrainingInput {
  let trainer: Trainer
  let labelled: LabelledTalks

  /// Reads the talks, their labels and the prior knowledge that the options name.
  init(_ input: InputOptions, _ training: TrainingOptions, messages: inout Messages) throws {
    let scheme = try training.labelOptions.readScheme()
    let corpus = try input.corpus(
      labels: training.labelOptions.labels, scheme: scheme, messages: &messages)
    trainer = Trainer(settings: training.settings, knowledge: try training.readKnowledge())
    labelled = try LabelledTalks(
      talks: corpus.talks, scheme: scheme, knowledge: trainer.knowledge,
      settings: trainer.settings)
  }
}
