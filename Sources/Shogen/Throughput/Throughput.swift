public import Classification
internal import Features
internal import Ingestion
internal import Reporting
public import Talks
public import Tokenization

/// How fast talks in memory are classified, stage by stage.
///
/// Each measurement runs over all talks until it took some time, and that for several
/// rounds; the median counts. Input and output files cost extra.
public struct Throughput: Sendable {
  /// One line of the result.
  public struct Row: Sendable {
    /// The stage, with all stages before it unless it says otherwise.
    public var stage: String
    /// Cores used.
    public var workers: Int
    /// Seconds for all talks, the median of the rounds.
    public var seconds: Double
  }

  /// What a measurement came to.
  public struct Result: Sendable {
    /// The rows in the order they were measured.
    public var rows: [Row] = []
    /// Talks in one pass.
    public var talkCount = 0
    /// UTF-8 bytes of their titles and slides.
    public var byteCount = 0
    /// Words counted in them.
    public var tokenCount = 0
    /// SHA-256 of all predictions as JSON lines, first 16 digits.
    public var checksum = ""
    /// Whether every worker count gave that checksum.
    public var isConsistent = true
    /// What cutting the talks by ICU's iterator and by tables found, normalized and as
    /// they are; nil without tables.
    public var segmentation: [SegmentationComparison.Result]?
    /// How much faster the tables cut than ICU's iterator.
    public var segmentationRatio = 0.0
  }

  /// The model in force.
  public let classifier: Classifier
  /// The talks.
  public let talks: [Talk]
  private let timing: RepeatedTiming

  /// Creates a measurement of `roundCount` rounds of `minimumSeconds` each, at least.
  public init(
    classifier: Classifier, talks: [Talk], roundCount: Int = 5, minimumSeconds: Double = 0.2
  ) {
    self.classifier = classifier
    self.talks = talks
    timing = RepeatedTiming(roundCount: max(1, roundCount), minimumSeconds: minimumSeconds)
  }

  /// Measures word cutting, tokenization, features and scoring on one core, then the whole way
  /// from talk to JSON line with each number of workers.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func measure(workerCounts: [Int]) async throws -> Result {
    var result = Result()
    result.talkCount = talks.count
    result.byteCount = talks.reduce(0) { $0 + $1.byteCount }
    try measureStages(&result)
    for count in workerCounts {
      var lines = ""
      let seconds = try await timing.median {
        lines = try await Self.predictions(of: talks, by: classifier, workerCount: count)
      }
      let checksum = String(SHA256.hexDigest(of: Array(lines.utf8)).prefix(16))
      result.rows.append(Row(stage: "talk → JSON line", workers: count, seconds: seconds))
      if result.checksum.isEmpty { result.checksum = checksum }
      result.isConsistent = result.isConsistent && checksum == result.checksum
    }
    return result
  }

  private func measureStages(_ result: inout Result) throws {
    let reading = try medianOfReading()
    let segmenting = try measureSegmentation(&result)
    let tokenizer = classifier.extractor.tokenizer
    var tokenization = try TokenizationScratch()
    var tokenCount = 0
    let tokenizing = try timing.median {
      tokenCount = 0
      for talk in talks {
        for text in [talk.title] + talk.slides.map(\.text) {
          try tokenizer.tokenize(text, scratch: &tokenization) { tokenCount += $0.tokens.count }
        }
      }
    }
    result.tokenCount = tokenCount
    var scratch = try ClassifierScratch()
    let extracting = try timing.median {
      for talk in talks { try classifier.extractor.extract(talk, into: &scratch.features) }
    }
    var vectors: [(columns: [Int32], values: [Double])] = []
    for talk in talks {
      try classifier.extractor.extract(talk, into: &scratch.features)
      vectors.append((scratch.features.columns, scratch.features.values))
    }
    let weights = classifier.model.weights
    var scores = [Double](repeating: 0, count: weights.outputCount)
    let scoring = timing.median {
      for vector in vectors {
        weights.addScores(columns: vector.columns, values: vector.values, to: &scores)
      }
    }
    result.rows =
      [
        Row(stage: "JSON line → talk", workers: 1, seconds: reading)
      ] + segmenting + [
        Row(stage: "tokenize", workers: 1, seconds: tokenizing),
        Row(stage: "tokenize, features", workers: 1, seconds: extracting),
        Row(stage: "scoring alone", workers: 1, seconds: scoring),
      ]
  }

  /// ICU's iterator beside the tables, round by round, on normalized text.
  private func measureSegmentation(_ result: inout Result) throws -> [Row] {
    let texts = talks.flatMap { [$0.title] + $0.slides.map(\.text) }
    guard let comparison = try SegmentationComparison(texts: texts),
      let plain = try SegmentationComparison(texts: texts, normalizes: false)
    else { return [] }
    result.segmentation = [try comparison.compare(), try plain.compare()]
    let rounds = try timing.rounds([
      { _ = try comparison.cutByIterator() }, { _ = try comparison.cutByTables() },
    ])
    let (iterator, tables) = (rounds[0], rounds[1])
    result.segmentationRatio = timing.middle(zip(iterator, tables).map { $0 / $1 })
    return [
      Row(stage: "cut words, ICU's iterator", workers: 1, seconds: timing.middle(iterator)),
      Row(stage: "cut words, tables", workers: 1, seconds: timing.middle(tables)),
    ]
  }

  /// The talks read back from their JSON lines, repair included.
  private func medianOfReading() throws -> Double {
    let records = talks.enumerated().map { index, talk in
      RawRecord.talkLine(
        Array(TalkJSON.line(talk).utf8.dropLast()),
        at: SourceLocation(path: "memory", line: index + 1))
    }
    let parser = RecordParser(options: ReadingOptions(scheme: classifier.model.scheme))
    var scratch = RecordParser.Scratch()
    var count = 0
    let seconds = timing.median {
      count = 0
      for record in records { count += parser.parse(record, scratch: &scratch).count }
    }
    precondition(count == talks.count, "every line is one talk")
    return seconds
  }

  /// Classifies talks in memory on some cores.
  ///
  /// - Returns: The predictions as JSON lines, in the order of the talks; nothing
  ///   for a talk that ICU refuses.
  /// - Throws: ``ICUError`` when ICU lacks its data.
  public static func predictions(
    of talks: [Talk], by classifier: Classifier, workerCount: Int
  ) async throws -> String {
    let json = PredictionJSON(classifier: classifier)
    let chunk = 64
    var start = 0
    var lines = ""
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: {
        guard start < talks.count else { return nil }
        defer { start += chunk }
        return start..<min(talks.count, start + chunk)
      },
      makeWorker: { try ClassifierWorker() },
      transform: { (range: Range<Int>, worker) in
        range.map { index in
          (try? worker.prediction(for: talks[index], by: classifier)).map { json.line($0) } ?? ""
        }.joined()
      },
      consume: { lines += $0 })
    return lines
  }
}
