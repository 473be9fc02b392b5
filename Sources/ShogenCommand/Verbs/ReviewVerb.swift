internal import ArgumentParser
internal import Shogen

/// `shogen review`: which labels to look at again, and which talks to label next.
struct ReviewVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Find doubtful labels and talks worth labelling; take corrections in.",
    discussion: """
      Labels are doubted by models that had not seen their talk. With --add, corrections \
      are merged into the labels, a new model is trained, and the talks that moved are \
      listed with the terms that moved them.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var training: TrainingOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var outputOptions: OutputOptions

  @Option(
    help: ArgumentHelp("JSONL of corrected labels to merge.", valueName: "file"),
    completion: .file())
  var add: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder to write the retrained model to, with --add.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "File to write all labels to, corrections merged, with --add; it may be one that was read, and labels in it of other talks stay.",
      valueName: "file"),
    completion: .file())
  var labelsOutput: String?

  @Option(help: "Talks to name for labelling, and doubts to show.")
  var top = 20

  @Option(help: "text or jsonl.")
  var format = Format.text

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top must be 0 or more") }
    guard add == nil || output != nil else {
      throw ValidationError("--add retrains: say where with -o")
    }
    guard output == nil || add != nil else {
      throw ValidationError("-o goes with --add; 'shogen train' trains without corrections")
    }
    guard labelsOutput == nil || add != nil else {
      throw ValidationError("--labels-output goes with --add")
    }
    try training.checkStandardInput(among: input, add)
  }

  func run() async throws {
    try await exiting { messages in
      if let output { try ModelFile.checkWritable(output) }
      let start = try TrainingInput(
        input, training, workers: workerOptions.workers, messages: &messages)
      let (trainer, labelled) = (start.trainer, start.labelled)
      if let add, let output {
        return try takeIn(add, to: output, labelled, trainer, &messages)
      }
      let model = try trainer.train(
        on: labelled, workerCount: workerOptions.workers)
      var progress = ProgressBar("reviewing")
      let outOfFold = try await OutOfFold(
        labelled, settings: trainer.settings, procedure: training.validation(of: labelled),
        workerCount: workerOptions.workers, progress: { progress.update(share: $0) })
      progress.finish()
      let review = try Review(
        outOfFold: outOfFold, labelled: labelled, model: model, candidateCount: top)
      let sink = try OutputSink()
      switch format {
      case .text: try sink.write(ReviewText(style: outputOptions.style).rendered(review, top: top))
      case .jsonl: try sink.write(ReviewText.lines(review, top: top))
      }
      return messages.exitStatus(succeeded: labelled.talks.count)
    }
  }
}
