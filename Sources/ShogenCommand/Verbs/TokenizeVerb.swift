internal import ArgumentParser
internal import Shogen

/// `shogen tokenize`: the words a model sees.
struct TokenizeVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize", abstract: "Print the words of talks, or of lines of text.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("TSV of terms to keep whole.", valueName: "file"), completion: .file())
  var lexicon: String?

  @Flag(inversion: .prefixedNo, help: "Drop stop words.")
  var stopWords = true

  @Option(help: "text (one slide a line, words parted by spaces) or jsonl (with byte ranges).")
  var format = Format.text

  func run() async throws {
    try await exiting { messages in
      let corpus = try input.texts(messages: &messages)
      let tokenizer = try Tokenizer(
        settings: TokenizationSettings(dropsStopWords: stopWords),
        lexicon: lexicon.map { try Lexicon(contentsOf: $0) } ?? Lexicon())
      let sink = try OutputSink()
      for talk in corpus.talks {
        let texts = [(Int?.none, talk.title)] + talk.slides.map { (Optional($0.number), $0.text) }
        for (slide, text) in texts where !text.isEmpty {
          try sink.write(try line(talk, slide, tokenizer.words(in: text)) + "\n")
        }
      }
      return messages.exitStatus(succeeded: corpus.talks.count)
    }
  }

  private func line(
    _ talk: Talk, _ slide: Int?, _ words: [(text: String, token: Token)]
  ) throws -> String {
    if format == .text { return words.map(\.text).joined(separator: " ") }
    return JSONText.object([
      ("id", .string(talk.id)),
      ("slide", slide.map { .integer($0) } ?? .null),
      (
        "tokens",
        .array(
          words.map { word in
            .object([
              ("text", .string(word.text)),
              ("start", .integer(word.token.byteRange.lowerBound)),
              ("end", .integer(word.token.byteRange.upperBound)),
              ("kind", .string("\(word.token.kind)")),
              ("followsPrevious", .boolean(word.token.followsPrevious)),
            ])
          })
      ),
    ]).text
  }
}
