internal import ArgumentParser
internal import Shogen

/// `shogen lexicon`: what labelled talks say of a lexicon.
struct LexiconVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Compare a lexicon's hints with labelled talks and with what is learned.",
    discussion: """
      For each entry that a talk uses: how many talks do, how many labels the hint is \
      right about, the weight it gives a term before the first label, and the weight \
      learned. Give the lexicon by --lexicon.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var training: TrainingOptions
  @OptionGroup var outputOptions: OutputOptions

  func validate() throws {
    guard training.lexicon != nil else { throw ValidationError("give a lexicon by --lexicon") }
    try training.checkStandardInput(among: input)
  }

  func run() async throws {
    try await exiting { messages in
      let start = try TrainingInput(
        input, training, workers: 1, messages: &messages)
      let (trainer, labelled) = (start.trainer, start.labelled)
      let report = try LexiconReport(labelled, model: trainer.train(on: labelled))
      try OutputSink().write(report.rendered(style: outputOptions.style))
      return messages.exitStatus(succeeded: labelled.talks.count)
    }
  }
}
