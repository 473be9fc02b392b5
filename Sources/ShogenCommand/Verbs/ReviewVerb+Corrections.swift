internal import ArgumentParser
internal import Shogen

extension ReviewVerb {
  /// Merges corrections, retrains, and tells who moved.
  func takeIn(
    _ add: String, to output: String, _ labelled: LabelledTalks, _ model: Model,
    _ trainer: Trainer, _ messages: inout Messages
  ) throws -> ExitStatus {
    var file = LabelFile()
    try file.add(contentsOf: add, scheme: labelled.scheme)
    for failure in file.failures {
      messages.fail(failure)
      if input.strict { throw ExitStatus(strict: failure) }
    }
    var talks = labelled.talks
    var changes: [LabelChange] = []
    for index in talks.indices {
      for (axis, pole) in file.labels[talks[index].id]?.sorted ?? [] {
        let earlier = talks[index].labels[axis]
        guard earlier != pole else { continue }
        changes.append(LabelChange(id: talks[index].id, axis: axis, from: earlier, to: pole))
        talks[index].labels[axis] = pole
      }
    }
    let unused = Set(file.labels.keys).subtracting(talks.map(\.id)).sorted()
    if !unused.isEmpty {
      messages.note(
        "\(unused.count) corrected id(s) have no talk: \(unused.prefix(5).joined(separator: ", "))")
    }
    let retrained = try trainer.train(on: talks, scheme: labelled.scheme)
    try ModelFile.write(retrained, to: output)
    if let labelsOutput {
      try writeLabels(of: talks, and: file, unused, to: labelsOutput)
    }
    let comparison = try ModelComparison(from: model, to: retrained, talks: talks)
    let sink = try OutputSink()
    switch format {
    case .text:
      try sink.write(ReviewText(style: outputOptions.style).rendered(changes, comparison))
    case .jsonl:
      try sink.write(ReviewText.lines(changes, comparison))
    }
    messages.say("model written to \(output)")
    return messages.exitStatus(succeeded: talks.count)
  }

  /// Writes the labels of all talks, and those of ids that no talk has.
  private func writeLabels(
    of talks: [Talk], and file: LabelFile, _ unused: [String], to path: String
  ) throws {
    let sink = try OutputSink(path: path)
    for talk in talks where !talk.labels.isEmpty {
      try sink.write(LabelJSON.line(id: talk.id, labels: talk.labels))
    }
    for id in unused {
      if let labels = file.labels[id] { try sink.write(LabelJSON.line(id: id, labels: labels)) }
    }
    try sink.finish()
  }
}
