internal import ArgumentParser
internal import Shogen

/// `shogen keywords`: what each talk is about.
struct KeywordsVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords", abstract: "Print the top TF-IDF terms of each talk.",
    discussion: """
      Document frequencies come from the talks given, or from a model with --model.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Take document frequencies and lexicon from this model.", valueName: "folder"),
    completion: .directory)
  var model: String?

  @Option(
    help: ArgumentHelp("TSV of terms to keep whole.", valueName: "file"), completion: .file())
  var lexicon: String?

  @Option(help: "Terms to print for each talk.")
  var top = 10

  @Flag(help: "Rank pairs of neighbouring words too.")
  var pairs = false

  @Option(help: "text or jsonl.")
  var format = Format.text

  func validate() throws { try Self.checkCount(top, of: "--top") }

  func run() async throws {
    try await exiting { messages in
      let corpus = try input.corpus(scheme: .standard, messages: &messages)
      let keywords = try makeKeywords(corpus.talks)
      let sink = try OutputSink()
      for (index, talk) in corpus.talks.enumerated() {
        let terms = keywords.top(top, ofTalk: index)
        switch format {
        case .text:
          let title = talk.title.isEmpty ? talk.id : talk.title
          let list = terms.map { "\($0.term.text) \(Decimals.fixed($0.weight, 2))" }
          let heading = output.style.bold(TerminalText.oneLine(title))
          try sink.write(heading + "\n  " + list.joined(separator: " · ") + "\n")
        case .jsonl:
          try sink.write(json(talk, terms).text + "\n")
        }
      }
      return messages.exitStatus(succeeded: corpus.talks.count)
    }
  }

  private func makeKeywords(_ talks: [Talk]) throws -> Keywords {
    if let model {
      let (stored, _) = try ModelFile.read(from: model)
      var settings = stored.features
      settings.usesPairs = pairs
      settings.usesFragments = false
      return try Keywords(
        talks: talks,
        tokenizer: Tokenizer(settings: stored.tokenization, lexicon: stored.lexicon),
        settings: settings, vocabulary: stored.vocabulary)
    }
    let entries = try lexicon.map { try Lexicon(contentsOf: $0) } ?? Lexicon()
    return try Keywords(
      talks: talks, tokenizer: Tokenizer(lexicon: entries),
      settings: FeatureSettings(
        usesPairs: pairs, usesFragments: false, minimumDocumentFrequency: 1))
  }

  private func json(_ talk: Talk, _ terms: [Keywords.Keyword]) -> JSONText {
    .object([
      ("id", .string(talk.id)),
      ("title", .string(talk.title)),
      (
        "keywords",
        .array(
          terms.map {
            .object([
              ("term", .string($0.term.text)), ("weight", .number($0.weight)),
              ("count", .number($0.count)),
            ])
          })
      ),
    ])
  }
}
