internal import ArgumentParser
internal import Shogen

/// `shogen vectors`: word vectors made ready to use.
struct VectorsVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Turn word vectors into a file that training opens at once.",
    discussion: """
      Reads word2vec text and binary, fastText .vec, GloVe, and the vocab folder of a \
      spaCy pipeline such as the ja-ginza wheel's. 'train --vectors' takes these too, \
      but has to parse them every time.
      """)

  @Argument(help: "File or folder with word vectors.", completion: .file())
  var source: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write.", valueName: "file"), completion: .file())
  var output: String

  @Option(help: "What to call them in model cards; by default the name of the source.")
  var name: String?

  func run() async throws {
    try await exiting { messages in
      let vectors = try WordVectorReader.read(from: source).named(name)
      try WordVectorFile.write(vectors, to: output)
      messages.say(
        "\(Decimals.grouped(vectors.words.count)) words of \(vectors.dimension) numbers written to \(output)"
      )
      return .good
    }
  }
}
