internal import ArgumentParser
internal import Shogen

/// `shogen classify`: where talks belong.
struct ClassifyVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Place talks on the map.",
    discussion: """
      One result for each talk, in the order of the input. A record that cannot be \
      read becomes an error line in its place (jsonl, csv) and a message; the others \
      go on.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, csv
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var abstention: AbstentionOptions

  @Option(help: "table, jsonl or csv.")
  var format = Format.table

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; it appears whole at the end.", valueName: "file"),
    completion: .file())
  var outputPath: String?

  func run() async throws {
    try await exiting { messages in
      var classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      try abstention.apply(to: &classifier, &messages)
      let writer = PredictionWriter(
        format, classifier: classifier, style: outputPath == nil ? output.style : .plain)
      let files = InputFiles(input.inputs)
      input.tellSkipped(files, &messages)
      var reader = RecordReader(
        files, options: input.readingOptions(scheme: classifier.model.scheme))
      let sink = try OutputSink(path: outputPath)
      var counts = CellCounts(scheme: classifier.model.scheme)
      var warnings = WarningCounts()
      var succeeded = 0
      var progress = ProgressBar("classifying")
      try sink.write(writer.header)
      try await BatchClassifier(classifier: classifier, workerCount: workerOptions.workers).run(
        &reader, render: { writer.line($0) }
      ) { batch, bytesRead in
        try sink.write(
          input.strict
            ? String(decoding: batch.text.utf8.prefix(batch.byteCountToFirstFailure), as: UTF8.self)
            : batch.text)
        for outcome in batch.outcomes {
          switch outcome {
          case .prediction(let prediction):
            succeeded += 1
            counts.add(prediction)
            warnings.add(prediction)
          case .failure(let error):
            messages.fail(error)
            if input.strict { throw ExitStatus(strict: error) }
          }
        }
        progress.update(
          share: nil,
          "\(Decimals.grouped(succeeded)) talks, \(Decimals.grouped(bytesRead / 1_000_000)) MB")
      }
      progress.finish()
      if format == .table, succeeded > 0 {
        try sink.write(warnings.rendered + "\n" + counts.rendered)
      }
      try sink.finish()
      if messages.failureCount > 0 {
        messages.note("\(messages.failureCount) record(s) failed, \(succeeded) talk(s) classified")
      } else if succeeded == 0 {
        messages.error("the input has no talk")
      }
      return messages.exitStatus(succeeded: succeeded)
    }
  }
}

/// Outcomes as lines of one format.
struct PredictionWriter: Sendable {
  private let format: ClassifyVerb.Format
  private let json: PredictionJSON
  private let csv: PredictionCSV
  private let table: PredictionTable

  init(_ format: ClassifyVerb.Format, classifier: Classifier, style: TextStyle) {
    self.format = format
    json = PredictionJSON(classifier: classifier)
    csv = PredictionCSV(classifier: classifier)
    table = PredictionTable(classifier: classifier, style: style)
  }

  var header: String {
    switch format {
    case .table: table.header
    case .csv: csv.header
    case .jsonl: ""
    }
  }

  func line(_ outcome: BatchClassifier.Outcome) -> String {
    switch (outcome, format) {
    case (.prediction(let prediction), .table): table.line(prediction)
    case (.prediction(let prediction), .jsonl): json.line(prediction)
    case (.prediction(let prediction), .csv): csv.line(prediction)
    case (.failure, .table): ""
    case (.failure(let error), .jsonl): json.line(error)
    case (.failure(let error), .csv): csv.line(error)
    }
  }
}
