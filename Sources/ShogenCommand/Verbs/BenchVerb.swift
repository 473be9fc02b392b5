internal import ArgumentParser
internal import Shogen

/// `shogen bench`: how fast this machine classifies.
struct BenchVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure classification throughput by stage and number of workers.",
    discussion: """
      Talks are read into memory first. Times are medians of several rounds; the \
      checksum of the predictions must not depend on the number of workers. \
      With --ingestion the talks are written as pages of each kind in memory, and \
      reading these is measured instead, on one core.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var workerOptions: WorkerOptions

  @Option(help: "Rounds of each measurement.")
  var rounds = 5

  @Option(help: "Seconds a round takes at least.")
  var seconds = 0.2

  @Flag(help: "Measure reading pages and JSONL instead of classification.")
  var ingestion = false

  func validate() throws {
    guard rounds >= 1, seconds >= 0, seconds.isFinite else {
      throw ValidationError("--rounds must be 1 or more and --seconds 0 or more")
    }
  }

  func run() async throws {
    try await exiting { messages in
      if ingestion { return try measureIngestion(&messages) }
      let classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      let corpus = try input.corpus(scheme: classifier.model.scheme, messages: &messages)
      var counts = [1]
      while let last = counts.last, last * 2 <= workerOptions.workers { counts.append(last * 2) }
      if let last = counts.last, last < workerOptions.workers {
        counts.append(workerOptions.workers)
      }
      let result = try await Throughput(
        classifier: classifier, talks: corpus.talks, roundCount: rounds, minimumSeconds: seconds
      ).measure(workerCounts: counts)
      let sink = try OutputSink()
      try sink.write(text(result))
      guard result.isConsistent else {
        messages.error("predictions differ between numbers of workers; please report this")
        return .nothingDone
      }
      if result.segmentation?.contains(where: { $0.differingBlockCount > 0 }) == true {
        messages.error("the tables cut words otherwise than ICU; please report this")
        return .nothingDone
      }
      return .good
    }
  }

  private func measureIngestion(_ messages: inout Messages) throws -> ExitStatus {
    let corpus = try input.corpus(scheme: .standard, messages: &messages)
    let throughput = IngestionThroughput(
      talks: corpus.talks, roundCount: rounds, minimumSeconds: seconds)
    var table = TextTable([
      .init("page"), .init("slides", .right), .init("KB", .right), .init("reading MB/s", .right),
      .init("with repair MB/s", .right),
    ])
    func speed(_ row: IngestionThroughput.Row, _ seconds: Double) -> String {
      seconds > 0 ? Decimals.fixed(Double(row.byteCount) / seconds / 1e6, 0) : ""
    }
    for row in throughput.measure() {
      table.add([
        row.page, Decimals.grouped(row.slideCount), Decimals.grouped(row.byteCount / 1000),
        speed(row, row.readingSeconds), speed(row, row.repairSeconds),
      ])
    }
    try OutputSink().write(
      table.rendered() + "\n\(throughput.deckCount) decks a kind, read on one core\n")
    return .good
  }

  private func text(_ result: Throughput.Result) -> String {
    var table = TextTable([
      .init("stage"), .init("workers", .right), .init("talks/s", .right), .init("MB/s", .right),
      .init("words/s", .right),
    ])
    for row in result.rows {
      table.add([
        row.stage, "\(row.workers)", rate(result.talkCount, row),
        Decimals.fixed(Double(result.byteCount) / row.seconds / 1e6, 1),
        rate(result.tokenCount, row),
      ])
    }
    return table.rendered()
      + """

      \(Decimals.grouped(result.talkCount)) talks, \(Decimals.grouped(result.byteCount)) bytes of UTF-8, \
      \(Decimals.grouped(result.tokenCount)) words; checksum \(result.checksum)
      \(segmentation(result))

      """
  }

  private func segmentation(_ result: Throughput.Result) -> String {
    guard let found = result.segmentation else { return "words are cut by ICU's iterator alone" }
    let pieces = found.reduce(0) { $0 + $1.pieceCount }
    let differing = found.reduce(0) { $0 + $1.differingBlockCount }
    return
      "tables cut words \(Decimals.fixed(result.segmentationRatio, 1)) × as fast as ICU's iterator; "
      + "\(Decimals.grouped(pieces)) pieces of normalized and plain text, "
      + "\(differing == 0 ? "no block" : "\(Decimals.grouped(differing)) block(s)") cut otherwise"
  }

  private func rate(_ count: Int, _ row: Throughput.Row) -> String {
    Decimals.grouped(Int(Double(count) / row.seconds))
  }
}
