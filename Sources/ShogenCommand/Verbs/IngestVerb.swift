internal import ArgumentParser
internal import Shogen

/// `shogen ingest`: everything people have, as talk JSONL.
struct IngestVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read decks of any kind into talk JSONL, and say what was mended and lost.",
    discussion: """
      Each talk gets a field 'source' with its path, the layout read, and counts of \
      what was mended and lost. A record that cannot be read is told of on standard \
      error; the others go on. Labels of a labels.jsonl in each folder and of --labels \
      are joined to the talks by id; with --scheme they are checked too.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var labelOptions: LabelOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var outputOptions: OutputOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; it appears whole at the end.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Print a table of what was read instead of the talks (with -o: as well).")
  var report = false

  @Flag(help: "Leave out talks that repeat an earlier one, whatever their address or format.")
  var deduplicate = false

  @Option(
    help: ArgumentHelp(
      "List of all talks of the event; the report says which have no slides.",
      valueName: "file"),
    completion: .file())
  var programme: String?

  func validate() throws {
    try labelOptions.labelFiles.checkStandardInput(among: input)
  }

  func run() async throws {
    try await exiting { messages in
      let scheme = try labelOptions.readScheme()
      var programme = try programme.map {
        try Programme(contentsOf: $0, columns: input.columnNames)
      }
      let sink = try OutputSink(path: output)
      let writesTalks = !report || output != nil
      var summary = IngestionReport()
      var finder = DuplicateFinder()
      var succeeded = 0
      var duplicates = 0
      var progress = ProgressBar("ingesting")
      let files = InputFiles(input.inputs)
      input.tellSkipped(files, &messages)
      input.tellFolders(files.unknownFolders(scheme: scheme), &messages)
      var labels = TalkLabels(
        contentsOf: files.labelFiles + labelOptions.labels,
        scheme: labelOptions.scheme == nil ? nil : scheme)
      for failure in labels.failures {
        messages.fail(failure)
        if input.strict { throw ExitStatus(strict: failure) }
      }
      var reader = RecordReader(files, options: input.readingOptions(scheme: scheme))
      try await TalkIngestion(workerCount: workerOptions.workers).run(&reader) { result, bytes in
        switch result {
        case .success(var ingested):
          succeeded += 1
          if let failure = labels.join(&ingested) {
            messages.fail(failure)
            if input.strict { throw ExitStatus(strict: failure) }
          }
          let match = finder.match(ingested.talk)
          if match != nil { duplicates += 1 }
          programme?.add(ingested.talk)
          if report { summary.add(ingested, duplicate: match) }
          if writesTalks, match == nil || !deduplicate {
            try sink.write(TalkJSON.line(SourceJSON.annotated(ingested)))
          }
        case .failure(let error):
          summary.addFailure()
          messages.fail(error)
          if input.strict { throw ExitStatus(strict: error) }
        }
        progress.update(
          share: nil,
          "\(Decimals.grouped(succeeded)) talks, \(Decimals.grouped(bytes / 1_000_000)) MB")
      }
      progress.finish()
      input.tellLabels(
        unusedIDs: labels.unusedIDs, replacedCount: labels.replacedCount, &messages)
      try sink.finish()
      if report {
        try OutputSink().write(summary.rendered(programme, style: outputOptions.style))
      } else {
        if duplicates > 0 {
          messages.note(
            (duplicates == 1 ? "1 talk repeats" : "\(Decimals.grouped(duplicates)) talks repeat")
              + " an earlier one" + (deduplicate ? "; left out" : ""))
        }
        if let programme { messages.note("programme: \(IngestionReport.coverage(programme))") }
      }
      return messages.exitStatus(succeeded: succeeded)
    }
  }
}
