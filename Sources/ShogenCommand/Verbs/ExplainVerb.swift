internal import ArgumentParser
internal import Shogen

/// `shogen explain`: why a talk is where it is.
struct ExplainVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show the terms that pushed a talk, with slide and excerpt.",
    discussion: "The pushes of an axis and its intercept add up to the score.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The talk's id; not needed when the input has one talk.")
  var id: String?

  @Option(help: "Terms to show for each axis.")
  var top = 10

  @Option(help: "text or json.")
  var format = Format.text

  func validate() throws { try Self.checkCount(top, of: "--top") }

  func run() async throws {
    try await exiting { messages in
      let classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      let corpus = try input.corpus(scheme: classifier.model.scheme, messages: &messages)
      guard let talk = corpus.talks.first(where: { id == nil || $0.id == id }) else {
        let known = corpus.talks.prefix(5).map { "'\($0.id)'" }.joined(separator: ", ")
        messages.error(
          "no talk has id '\(id ?? "")'; the input has \(known)\(corpus.talks.count > 5 ? ", …" : "")"
        )
        return .nothingDone
      }
      if id == nil, corpus.talks.count > 1 {
        messages.error("the input has \(corpus.talks.count) talks; say which with --id")
        return .nothingDone
      }
      let evidence = try classifier.explain(talk)
      let sink = try OutputSink()
      switch format {
      case .text:
        let writer = EvidenceText(scheme: classifier.model.scheme, style: output.style)
        try sink.write(writer.rendered(evidence, top: top))
      case .json:
        try sink.write(EvidenceJSON.value(evidence).text + "\n")
      }
      return messages.exitStatus(succeeded: 1)
    }
  }
}
