internal import ArgumentParser
internal import Shogen

/// `shogen evaluate`: how well talks are placed, beside what chance gives.
struct EvaluateVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Judge training by cross-validation, or a model on held-out talks.",
    discussion: """
      Without --model, models are trained and judged on the labelled talks by repeated \
      stratified k-fold cross-validation. With --model, that model is judged on them; \
      they must not be talks it was trained on. Every figure stands beside the majority \
      baseline, a permutation baseline and a 95 % interval.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var training: TrainingOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var outputOptions: OutputOptions

  @Option(
    help: ArgumentHelp("Judge this model instead of training.", valueName: "folder"),
    completion: .directory)
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Compare --model with this model, talk by talk.", valueName: "folder"),
    completion: .directory)
  var otherModel: String?

  @Option(
    help:
      "Compare training with training without this, on the same folds: \(TrainingPart.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var without: TrainingPart?

  @Option(
    help:
      "Shuffles of the labels for the permutation baseline, 0 for none; 100 by default, fewer of many talks."
  )
  var permutations: Int?

  @Option(
    help: ArgumentHelp(
      "Train on so many labelled talks, drawn at random, and judge on the rest.",
      valueName: "sizes, as in 30,70,200"))
  var learningCurve: String?

  @Option(
    help: "Keep talks of one event or speaker in one fold.")
  var group: TalkGroupChoice?

  @Flag(
    help:
      "Leave each talk out once (with --group: each group) in place of folds, --repeats times; 1 by default."
  )
  var leaveOneOut = false

  @Option(help: "Random draws for each size of the learning curve.")
  var draws = 20

  @Option(help: "text or json.")
  var format = Format.text

  func validate() throws {
    try Self.checkCount(permutations ?? 0, of: "--permutations")
    guard draws >= 1 else { throw ValidationError("--draws must be 1 or more") }
    if let learningCurve {
      let sizes = learningCurve.split(separator: ",").map { Int($0) }
      guard !sizes.isEmpty, sizes.allSatisfy({ $0.map { $0 >= 2 } ?? false }) else {
        throw ValidationError("--learning-curve \(learningCurve): write sizes as in 30,70,200")
      }
      guard model == nil else {
        throw ValidationError("--learning-curve trains models; leave --model out")
      }
    }
    guard otherModel == nil || model != nil else {
      throw ValidationError("--other-model is compared with --model; give both")
    }
    guard without == nil || (model == nil && learningCurve == nil) else {
      throw ValidationError("--without trains twice; leave --model and --learning-curve out")
    }
    try training.checkStandardInput(among: input)
  }

  func run() async throws {
    try await exiting { messages in
      if let sizes = learningCurve {
        return try await writeCurve(sizes, &messages)
      }
      if otherModel != nil || without != nil {
        return try await writeComparison(&messages)
      }
      let report =
        if let model {
          try heldOut(model, &messages)
        } else {
          try await crossValidated(&messages)
        }
      let sink = try OutputSink()
      switch format {
      case .text: try sink.write(EvaluationText(style: outputOptions.style).rendered(report))
      case .json: try sink.write(EvaluationJSON.value(report).text + "\n")
      }
      return messages.exitStatus(succeeded: 1)
    }
  }

  private func heldOut(_ folder: String, _ messages: inout Messages) throws -> EvaluationReport {
    let classifier = try classifier(folder, &messages)
    let scheme = classifier.model.scheme
    let talks = try labelledTalks(scheme, &messages)
    return HeldOutEvaluation(permutationCount: permutations ?? 100, seed: training.seed)
      .evaluate(try Self.predictions(of: talks, by: classifier), talks: talks, scheme: scheme)
  }

  func classifier(_ folder: String, _ messages: inout Messages) throws -> Classifier {
    try ModelOptions(model: folder).classifier(strict: input.strict, messages: &messages)
  }

  /// The talks with a label on some axis.
  func labelledTalks(_ scheme: Scheme, _ messages: inout Messages) throws -> [Talk] {
    let corpus = try input.corpus(
      labels: training.labelOptions.labels, scheme: scheme, messages: &messages)
    let talks = corpus.talks.filter { talk in scheme.axes.contains { talk.labels[$0.id] != nil } }
    guard !talks.isEmpty else {
      throw TrainingError.noLabels(axis: scheme.axes.map(\.id).joined(separator: ", "))
    }
    return talks
  }

  static func predictions(of talks: [Talk], by classifier: Classifier) throws -> [Prediction] {
    var scratch = try ClassifierScratch()
    var predictions: [Prediction] = []
    for talk in talks {
      predictions.append(try classifier.prediction(for: talk, scratch: &scratch))
    }
    return predictions
  }

  private func crossValidated(_ messages: inout Messages) async throws -> EvaluationReport {
    let labelled = try TrainingInput(
      input, training, workers: workerOptions.workers, messages: &messages
    ).labelled
    var progress = ProgressBar("evaluating")
    defer { progress.finish() }
    return try await procedure(for: labelled).evaluate(
      labelled, settings: training.settings, workerCount: workerOptions.workers
    ) {
      progress.update(share: $0)
    }
  }

  /// The cross-validation that the options describe.
  func procedure(for labelled: LabelledTalks) -> CrossValidation {
    var procedure = CrossValidation(
      foldCount: training.folds, group: group?.group, leavesOneOut: leaveOneOut)
    procedure.chooseCounts(
      talkCount: labelled.labelledCount, repeatCount: training.repeats,
      permutationCount: permutations)
    return procedure
  }

  private func writeCurve(
    _ sizes: String, _ messages: inout Messages
  ) async throws -> ExitStatus {
    let labelled = try TrainingInput(
      input, training, workers: workerOptions.workers, messages: &messages
    ).labelled
    var progress = ProgressBar("drawing")
    let points = try await LearningCurve(
      sizes: sizes.split(separator: ",").compactMap { Int($0) }, drawCount: draws
    ).measure(labelled, settings: training.settings, workerCount: workerOptions.workers) {
      progress.update(share: $0)
    }
    progress.finish()
    guard !points.isEmpty else {
      messages.error(
        "no size of --learning-curve leaves labelled talks to judge on; give smaller ones")
      return .nothingDone
    }
    let sink = try OutputSink()
    switch format {
    case .text: try sink.write(LearningCurveReport.text(points, style: outputOptions.style))
    case .json: try sink.write(LearningCurveReport.json(points).text + "\n")
    }
    return messages.exitStatus(succeeded: points.count)
  }
}

/// ``TalkGroup`` as a user writes it.
enum TalkGroupChoice: String, CaseIterable, ExpressibleByArgument {
  case event, speaker

  var group: TalkGroup { self == .event ? .event : .speaker }
}
