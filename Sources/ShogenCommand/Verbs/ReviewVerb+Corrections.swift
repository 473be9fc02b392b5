internal import ArgumentParser
internal import Files
internal import Shogen

extension ReviewVerb {
  /// Merges corrections, retrains, and tells who moved.
  func takeIn(
    _ add: String, to output: String, _ labelled: LabelledTalks, _ trainer: Trainer,
    _ messages: inout Messages
  ) throws -> ExitStatus {
    let others = try storedLabels(scheme: labelled.scheme)
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
    let model = try trainer.train(
      on: labelled, workerCount: workerOptions.workers)
    let retrained = try trainer.train(on: talks, scheme: labelled.scheme)
    tellStale(output, unlike: [model, retrained], messages)
    // The labels come first: they cannot be made again, and a model that they are ahead of
    // is told from one that knows them by the hash of what it was trained on. The same
    // command, run again, then ends where it would have.
    if let labelsOutput {
      try writeLabels(of: talks, and: unused, of: file, over: others, to: labelsOutput)
    }
    do {
      try ModelFile.write(retrained, to: output)
    } catch {
      if let labelsOutput {
        messages.note(
          "\(labelsOutput) has the corrections, and the model in \(output) not yet; "
            + "the same command takes them in again")
      }
      throw error
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

  /// Tells of a model that is to be replaced and learned from other labels than those
  /// read: a run was stopped between its labels and its model, or corrections that the
  /// model knows are not among the labels.
  private func tellStale(_ folder: String, unlike models: [Model], _ messages: Messages) {
    guard let found = try? ModelFile.read(from: folder).model.provenance.trainingDataHash,
      !models.contains(where: { $0.provenance.trainingDataHash == found })
    else { return }
    messages.note(
      "the model in \(folder) was learned from other talks or labels than those read; "
        + "it is replaced")
  }

  /// The labels that the file to be written has already, since it may serve more talks
  /// than were read.
  ///
  /// - Throws: ``IngestionError`` of a line that is no label of the scheme: it would be lost.
  private func storedLabels(scheme: Scheme) throws -> [String: Labels] {
    guard let labelsOutput, labelsOutput != "-", FileSource.isRegular(labelsOutput) else {
      return [:]
    }
    var stored = LabelFile()
    try stored.add(contentsOf: labelsOutput, scheme: scheme)
    if let failure = stored.failures.first {
      throw IngestionError(
        at: failure.location, id: failure.id, reason: "\(failure.reason), and would be lost",
        remedy: "mend the line, or name another file with --labels-output")
    }
    return stored.labels
  }

  /// Writes the labels of all talks, then those of ids that no talk has: what is stored
  /// already, with corrections merged.
  private func writeLabels(
    of talks: [Talk], and unused: [String], of file: LabelFile, over stored: [String: Labels],
    to path: String
  ) throws {
    var others = stored
    for talk in talks { others[talk.id] = nil }
    for id in unused {
      for (axis, pole) in file.labels[id]?.sorted ?? [] {
        others[id, default: Labels()][axis] = pole
      }
    }
    let sink = try OutputSink(path: path)
    for talk in talks where !talk.labels.isEmpty {
      try sink.write(LabelJSON.line(id: talk.id, labels: talk.labels))
    }
    for (id, labels) in others.sorted(by: { $0.key < $1.key }) {
      try sink.write(LabelJSON.line(id: id, labels: labels))
    }
    try sink.finish()
  }
}
