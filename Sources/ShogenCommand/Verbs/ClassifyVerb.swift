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

      'classify - --input-format talk-jsonl --format jsonl --workers 1' is a filter: one \
      line out for each line in, written whenever the input pauses; no input is no error.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, csv
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var outputOptions: OutputOptions

  @OptionGroup var abstention: AbstentionOptions

  @Option(help: "table, jsonl or csv.")
  var format = Format.table

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; it appears whole at the end.", valueName: "file"),
    completion: .file())
  var outputPath: String?

  @Flag(
    help:
      "Exit with 0 although records failed, for programs that take any other code for a lost run: the error lines tell. A missing input still counts."
  )
  var allowFailures = false

  @Flag(
    help: ArgumentHelp(
      "Go on where an interrupted run with the same -o stopped.",
      discussion:
        "Nothing is classified twice or left out: the file is as if the run had not been interrupted. The model, the options and the inputs must be the same. Without an interrupted run, begins at the beginning."
    ))
  var resume = false

  func validate() throws {
    guard resume else { return }
    guard let outputPath, outputPath != "-" else {
      throw ValidationError("--resume goes on with a file: say which with -o")
    }
    guard format != .table else {
      throw ValidationError("--resume goes with --format jsonl or csv; a table is of all talks")
    }
    guard !input.inputs.contains("-") else {
      throw ValidationError("--resume reads the inputs again, which standard input (-) cannot be")
    }
  }

  func run() async throws {
    try await exiting { messages in
      var classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      try abstention.apply(to: &classifier, &messages)
      let files = InputFiles(input.inputs)
      input.tellSkipped(files, &messages)
      let output = try ClassifyOutput(
        path: outputPath,
        run: format == .table
          ? nil : ClassifyJournal.Run(classifier: classifier, options: runOptions, files: files),
        resumes: resume, messages: messages)
      do {
        return try await classify(files, by: classifier, to: output, &messages)
      } catch let status as ExitStatus {
        // A run that --strict ends wants its input mended: that is another run.
        output.giveUp(keeping: false, messages: messages)
        throw status
      } catch {
        let status = ExitStatus(error)
        if status != .outputClosed { messages.error("\(error)") }
        output.giveUp(keeping: true, messages: messages)
        throw status
      }
    }
  }

  /// The options that rule what is written, as a later run has to have them.
  private var runOptions: [String] {
    ["--format \(format.rawValue)", "--input-format \(input.inputFormat ?? "")"]
      + input.columns.map { "--column \($0)" }
  }

  private func classify(
    _ files: InputFiles, by classifier: Classifier, to output: ClassifyOutput,
    _ messages: inout Messages
  ) async throws -> ExitStatus {
    let writer = PredictionWriter(
      format, classifier: classifier, style: outputPath == nil ? outputOptions.style : .plain)
    var reading = input.readingOptions(scheme: classifier.model.scheme)
    reading.countsInputLines = format == .jsonl
    var reader = RecordReader(files, options: reading)
    var counts = CellCounts(scheme: classifier.model.scheme)
    var warnings = WarningCounts()
    var succeeded = output.progress.talks
    if output.isResumed {
      messages.addEarlier(failures: output.progress.failures, missing: output.progress.missing)
      for _ in 0..<output.progress.records where reader.next() == nil { break }
    } else {
      try output.write(writer.header)
    }
    var progress = ProgressBar("classifying")
    try await BatchClassifier(classifier: classifier, workerCount: workerOptions.workers).run(
      &reader, render: { writer.line($0) }
    ) { batch, bytesRead in
      try output.write(
        input.strict
          ? String(decoding: batch.text.utf8.prefix(batch.byteCountToFirstFailure), as: UTF8.self)
          : batch.text)
      let earlier = succeeded
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
      try output.add(
        records: batch.recordCount, talks: succeeded - earlier, messages: messages)
      progress.update(
        share: nil,
        "\(Decimals.grouped(succeeded)) talks, \(Decimals.grouped(bytesRead / 1_000_000)) MB")
    }
    progress.finish()
    if format == .table, succeeded > 0 {
      try output.write(warnings.rendered + "\n" + counts.rendered)
    }
    try output.finish()
    if messages.failureCount > 0 {
      messages.note("\(messages.failureCount) record(s) failed, \(succeeded) talk(s) classified")
    } else if succeeded == 0 {
      if format == .jsonl, input.inputs == ["-"] { return .good }
      messages.error("the input has no talk")
    }
    return messages.exitStatus(succeeded: succeeded, allowsFailures: allowFailures)
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
