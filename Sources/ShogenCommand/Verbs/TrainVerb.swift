internal import ArgumentParser
internal import Shogen

/// `shogen train`: a model from labelled talks.
struct TrainVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn a model from labelled talks.",
    discussion: """
      Labels come from the talks, from a labels.jsonl in each folder, and from \
      --labels. The same input gives the same model, byte for byte.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var training: TrainingOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var outputOptions: OutputOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder to write the model to.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(inversion: .prefixedNo, help: "Judge the model by cross-validation.")
  var validation = true

  @Option(help: "Terms to print for each pole.")
  var top = 12

  func validate() throws {
    try Self.checkCount(top, of: "--top")
    try training.checkStandardInput(among: input)
  }

  func run() async throws {
    try await exiting { messages in
      try ModelFile.checkWritable(output)
      let start = try TrainingInput(
        input, training, workers: workerOptions.workers, messages: &messages)
      let (trainer, labelled) = (start.trainer, start.labelled)
      var progress = ProgressBar("validating")
      let (model, report) = try await trainer.train(
        on: labelled,
        validation: validation ? training.validation(of: labelled) : nil,
        workerCount: workerOptions.workers, progress: { progress.update(share: $0) })
      progress.finish()
      try ModelFile.write(model, to: output)
      let (stored, hash) = try ModelFile.read(from: output)
      let sink = try OutputSink()
      try sink.write(
        ModelText(style: outputOptions.style).rendered(stored, hash: hash, top: top))
      if let report {
        try sink.write("\n" + EvaluationText(style: outputOptions.style).rendered(report))
      }
      messages.say("model written to \(output)")
      return messages.exitStatus(succeeded: labelled.talks.count)
    }
  }
}
