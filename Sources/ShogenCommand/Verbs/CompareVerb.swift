internal import ArgumentParser
internal import Shogen

/// `shogen compare`: what changed between two bodies of talks.
struct CompareVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two bodies of talks: terms that rose and fell, shares, moves.",
    discussion: """
      Takes two inputs: the earlier or first body A and the later or second body B. \
      Talks with labels count where the labels say. With --other-model, talks that \
      the two models place differently are listed too.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, html
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var workerOptions: WorkerOptions
  @OptionGroup var outputOptions: OutputOptions

  @Option(
    help: ArgumentHelp(
      "A second model of the same axes, to tell which talks it places elsewhere.",
      valueName: "folder"),
    completion: .directory)
  var otherModel: String?

  @Option(
    help: ArgumentHelp("What the bodies are called; by default their files.", valueName: "A,B"))
  var names: String?

  @Option(help: "Terms to show on either side.")
  var top = 15

  @OptionGroup var abstention: AbstentionOptions

  @Option(help: "Drives the random deals of the test.")
  var seed: UInt64 = 2024

  @Option(help: "table, jsonl or html; by default html for a file named so, else table.")
  var format: Format?

  @Option(help: "Language of the page: ja or en.")
  var language = LanguageChoice.ja

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; it appears whole at the end.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    guard input.inputs.count == 2 else {
      throw ValidationError("compare takes two inputs, A and B, and got \(input.inputs.count)")
    }
    try Self.checkCount(top, of: "--top")
    if let names, names.split(separator: ",").count != 2 {
      throw ValidationError("--names \(names): write two names, for example 2023,2024")
    }
  }

  func run() async throws {
    try await exiting { messages in
      var classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      try abstention.apply(to: &classifier, &messages)
      let scheme = classifier.model.scheme
      let bodies = try input.inputs.map { path in
        try input.corpus(reading: [path], scheme: scheme, messages: &messages)
      }
      let axes = Array(scheme.axes.indices.prefix(2))
      let comparison = try await classifier.compare(
        Sides(bodies[0], bodies[1]), names: bodyNames, axes: axes, seed: seed,
        workerCount: workerOptions.workers)
      let talks = bodies.flatMap(\.talks)
      let report = ComparisonReport(
        comparison, scheme: scheme, axes: axes, moves: try moves(of: talks, from: classifier.model),
        top: top)
      let sink = try OutputSink(path: output)
      switch format ?? (output?.hasSuffix(".html") == true ? .html : .table) {
      case .table: try sink.write(report.text(style: output == nil ? outputOptions.style : .plain))
      case .jsonl: try sink.write(report.lines)
      case .html: try sink.write(ComparisonPage(report, language: language.displayed).text)
      }
      try sink.finish()
      return messages.exitStatus(succeeded: talks.count)
    }
  }

  /// The names given, else the inputs' own.
  private var bodyNames: Sides<String> {
    let own = input.inputs.map { path in
      path.split(separator: "/").last.map(String.init) ?? path
    }
    let given = names.map { $0.split(separator: ",").map(String.init) } ?? own
    return Sides(given[0], given[1])
  }

  private func moves(of talks: [Talk], from model: Model) throws -> ModelComparison? {
    guard let otherModel else { return nil }
    let other = try ModelFile.read(from: otherModel).model
    guard other.scheme == model.scheme else {
      throw ValidationFailure(
        "\(otherModel): the axes differ from the first model's; compare models of one scheme")
    }
    return try ModelComparison(from: model, to: other, talks: talks)
  }
}
