internal import ArgumentParser
internal import Shogen

/// `shogen export`: labelled talks as feature vectors for other programs.
struct ExportVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write labelled talks as feature vectors for other programs to learn from.",
    discussion: """
      The vectors are those the model scores: TF-IDF over its vocabulary, of length 1. \
      Beside FILE stand FILE.features.tsv (what feature numbers mean), FILE.targets.tsv \
      (which pole a target is: -1 and +1 for two poles, else 1 to K) and \
      FILE.labels.jsonl (the talks line by line, as --labels reads them). Without -o \
      only the vectors are written, to standard output. Talks without a label on the \
      axis are left out and counted.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svmlight
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var labelFiles: LabelFileOptions

  @Option(help: "Id of the axis whose labels are the targets; needed if there are several.")
  var axis: String?

  @Option(help: "svmlight, which LIBSVM, LIBLINEAR and scikit-learn read too.")
  var format = Format.svmlight

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; it appears whole at the end.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws { try labelFiles.checkStandardInput(among: input) }

  func run() async throws {
    try await exiting { messages in
      let classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      let model = classifier.model
      let axis = try chosenAxis(of: model.scheme)
      let corpus = try input.corpus(
        labels: labelFiles.labels, scheme: model.scheme, messages: &messages)
      let sink = try OutputSink(path: output)
      var scratch = try FeatureScratch()
      var labels = ""
      var written = 0
      for talk in corpus.talks {
        guard let pole = talk.labels[axis.id], let index = axis.index(ofPole: pole) else {
          continue
        }
        try classifier.extractor.extract(talk, into: &scratch)
        try sink.write(
          SVMLightText.line(
            target: SVMLightText.target(ofPole: index, on: axis),
            columns: scratch.columns, values: scratch.values))
        labels += LabelJSON.line(id: talk.id, labels: [axis.id: pole])
        written += 1
      }
      let left = corpus.talks.count - written
      guard written > 0 else {
        messages.error("no talk has a label on axis '\(axis.id)'; labels come with --labels")
        return .nothingDone
      }
      if left > 0 {
        messages.note("\(left) talk(s) have no label on '\(axis.id)' and are left out")
      }
      if let output, output != "-" {
        let beside = [
          ("features.tsv", SVMLightText.features(of: model.vocabulary)),
          ("targets.tsv", SVMLightText.targets(of: axis)), ("labels.jsonl", labels),
        ]
        for (ending, text) in beside {
          let file = try OutputSink(path: output + "." + ending)
          try file.write(text)
          try file.finish()
        }
      }
      // Last, so that where there are vectors there is what they mean.
      try sink.finish()
      messages.say(
        "\(Decimals.grouped(written)) talks, \(Decimals.grouped(model.vocabulary.count)) features, "
          + "axis '\(axis.id)'")
      return messages.exitStatus(succeeded: written)
    }
  }

  /// The axis named, or the only one.
  private func chosenAxis(of scheme: Scheme) throws -> Axis {
    let known = scheme.axes.map { "'\($0.id)'" }.joined(separator: ", ")
    guard let id = axis else {
      if scheme.axes.count == 1 { return scheme.axes[0] }
      throw ValidationFailure("the model has several axes; name one of \(known) by --axis")
    }
    guard let axis = scheme.axis(id) else {
      throw ValidationFailure("--axis \(id): name one of \(known)")
    }
    return axis
  }
}
