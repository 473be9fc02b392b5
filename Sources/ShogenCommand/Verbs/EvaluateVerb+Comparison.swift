internal import Shogen

extension EvaluateVerb {
  /// Compares two models, or two ways of training, and writes what differs.
  func writeComparison(_ messages: inout Messages) async throws -> ExitStatus {
    let (comparison, names) =
      if let model, let otherModel {
        (try compare(model, otherModel, &messages), (first: model, second: otherModel))
      } else {
        try await compareTraining(&messages)
      }
    let sink = try OutputSink()
    switch format {
    case .text:
      try sink.write(
        PairedComparisonText(style: outputOptions.style).rendered(
          comparison, first: names.first, second: names.second))
    case .json:
      try sink.write(
        PairedComparisonJSON.value(comparison, first: names.first, second: names.second).text + "\n"
      )
    }
    return messages.exitStatus(succeeded: 1)
  }

  private func compare(
    _ first: String, _ second: String, _ messages: inout Messages
  ) throws -> PairedComparison {
    let one = try classifier(first, &messages)
    let other = try classifier(second, &messages)
    let scheme = one.model.scheme
    let shape = { (scheme: Scheme) in scheme.axes.map { [$0.id] + $0.poles.map(\.id) } }
    guard shape(scheme) == shape(other.model.scheme) else {
      throw ModelError.schemesDiffer(path: second, other: first)
    }
    let talks = try labelledTalks(scheme, &messages)
    return HeldOutEvaluation(permutationCount: 0, seed: training.seed).compare(
      try Self.predictions(of: talks, by: one), try Self.predictions(of: talks, by: other),
      talks: talks, scheme: scheme)
  }

  private func compareTraining(
    _ messages: inout Messages
  ) async throws -> (PairedComparison, (first: String, second: String)) {
    let full = try TrainingInput(
      input, training, workers: workerOptions.workers, messages: &messages)
    let part = without ?? .search
    let reduced = try full.without(part)
    var progress = ProgressBar("comparing")
    defer { progress.finish() }
    let comparison = try await procedure(for: full.labelled).compare(
      (reduced.labelled, reduced.trainer.settings), (full.labelled, full.trainer.settings),
      workerCount: workerOptions.workers, progress: { progress.update(share: $0) })
    return (comparison, ("without \(part.rawValue)", "with \(part.rawValue)"))
  }
}
