import Benchmark
import CKernel
import Shogen

/// Throughput of each stage, and of the whole way, on the fictional talks.
///
/// Run with `swift package benchmark` in this folder. Each benchmark checks its own
/// answer, so that a fast wrong one fails. Compare rates within one run only.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident],
    timeUnits: .microseconds, warmupIterations: 2, scalingFactor: .one,
    maxDuration: .seconds(3))

  let bench = Bench()

  Benchmark("Segmentation/ICU's iterator, 40 talks") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try bench.segmentation.cutByIterator()) }
  }

  Benchmark("Segmentation/tables, 40 talks") { benchmark in
    for _ in benchmark.scaledIterations {
      let count = try bench.segmentation.cutByTables()
      precondition(count == bench.pieceCount, "the tables found another number of pieces")
    }
    benchmark.stopMeasurement()
    let result = try bench.segmentation.compare()
    precondition(result.differingBlockCount == 0, "the tables cut otherwise")
  }

  Benchmark("Tokenization/40 talks") { benchmark in
    var scratch = try TokenizationScratch()
    let tokenizer = bench.classifier.extractor.tokenizer
    for _ in benchmark.scaledIterations {
      var count = 0
      for text in bench.texts {
        try tokenizer.tokenize(text, scratch: &scratch) { count += $0.tokens.count }
      }
      precondition(count == bench.tokenCount, "tokenization gave another number of words")
    }
  }

  Benchmark("Features/40 talks") { benchmark in
    var scratch = try FeatureScratch()
    for _ in benchmark.scaledIterations {
      for talk in bench.talks {
        try bench.classifier.extractor.extract(talk, into: &scratch)
        blackHole(scratch.values.count)
      }
    }
  }

  Benchmark("Scoring/40 vectors") { benchmark in
    let weights = bench.classifier.model.weights
    for _ in benchmark.scaledIterations {
      for vector in bench.vectors { blackHole(weights.scores(vector.columns, vector.values)) }
    }
  }

  Benchmark("Scoring/40 vectors, the same loop in C -O3") { benchmark in
    let weights = bench.classifier.model.weights
    for _ in benchmark.scaledIterations {
      for vector in bench.vectors {
        var scores = [Double](repeating: 0, count: weights.outputCount)
        ckernel_add_scores(
          vector.columns, vector.values, Int64(vector.columns.count), weights.values,
          weights.intercepts, Int64(weights.outputCount), &scores)
        blackHole(scores)
      }
    }
    benchmark.stopMeasurement()
    for vector in bench.vectors {
      var scores = [Double](repeating: 0, count: weights.outputCount)
      ckernel_add_scores(
        vector.columns, vector.values, Int64(vector.columns.count), weights.values,
        weights.intercepts, Int64(weights.outputCount), &scores)
      precondition(
        scores == weights.scores(vector.columns, vector.values), "scores differ from C's")
    }
  }

  Benchmark("Pipeline/one talk, cold scratch") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try bench.classifier.classify(bench.talks[0]))
    }
  }

  for workers in [1, 2] {
    Benchmark("Pipeline/batch of 40 talks, \(workers) worker(s)") { benchmark in
      for _ in benchmark.scaledIterations {
        let result = try await Throughput.predictions(
          of: bench.talks, by: bench.classifier, workerCount: workers)
        precondition(result == bench.predictions, "predictions depend on the run")
      }
    }
  }
}

/// What all benchmarks share, made before any clock runs.
struct Bench: Sendable {
  let classifier: Classifier
  let talks: [Talk]
  let texts: [String]
  let tokenCount: Int
  let vectors: [(columns: [Int32], values: [Double])]
  let predictions: String
  let segmentation: SegmentationComparison
  let pieceCount: Int

  init() {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    do {
      let classifier = try Classifier(contentsOf: root + "/Models/sre-quadrant")
      let talks = Corpus(reading: [root + "/Corpora/fictional-sre-talks"]).talks
      let texts = talks.flatMap { [$0.title] + $0.slides.map(\.text) }
      let tokenizer = classifier.extractor.tokenizer
      tokenCount = try texts.reduce(0) { try $0 + tokenizer.words(in: $1).count }
      var scratch = try FeatureScratch()
      var vectors: [(columns: [Int32], values: [Double])] = []
      for talk in talks {
        try classifier.extractor.extract(talk, into: &scratch)
        vectors.append((scratch.columns, scratch.values))
      }
      guard let segmentation = try SegmentationComparison(texts: texts) else {
        fatalError("no tables for this ICU")
      }
      self.segmentation = segmentation
      pieceCount = try segmentation.cutByIterator()
      let json = PredictionJSON(classifier: classifier)
      predictions = try talks.map { json.line(try classifier.classify($0)) }.joined()
      self.vectors = vectors
      self.classifier = classifier
      self.talks = talks
      self.texts = texts
    } catch {
      fatalError("the benchmarks need Corpora and Models of this repository: \(error)")
    }
  }
}
