internal import ArgumentParser
internal import Shogen

/// `shogen map`: the talks as a picture that can be asked, corrected and shared.
struct MapVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draw talks on the axes: a page to look at, ask why, and correct.",
    discussion: """
      The page is one file that works offline. A talk with a label stands where the \
      label says, the others where the model does. Corrections made in the page are \
      exported as labels that 'train --labels' and 'review --add' take.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, svg, mermaid, png

    /// The format that a file's name asks for.
    init?(ofFile path: String?) {
      guard let path else { return nil }
      let endings: [(String, Format)] = [
        (".html", .html), (".htm", .html), (".svg", .svg), (".mmd", .mermaid), (".png", .png),
      ]
      guard let match = endings.first(where: { path.hasSuffix($0.0) }) else { return nil }
      self = match.1
    }
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var workerOptions: WorkerOptions

  @OptionGroup var labelFiles: LabelFileOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File to write; it appears whole at the end.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "html, svg, mermaid or png; by default what the file's name says, else html.")
  var format: Format?

  @Option(help: "What the map is called.")
  var title = ""

  @Option(help: "Language the picture or page begins in: ja or en.")
  var language = LanguageChoice.ja

  @Option(
    help: ArgumentHelp(
      "The one or two axes to draw, by id; by default the first two.", valueName: "id,id"))
  var axes: String?

  @OptionGroup var abstention: AbstentionOptions

  @Option(help: "Terms to show for each axis as reasons.")
  var top = 8

  @Option(
    help: ArgumentHelp(
      "List of all talks of the event; the map says how many have slides.", valueName: "file"),
    completion: .file())
  var programme: String?

  func validate() throws {
    try Self.checkCount(top, of: "--top")
    try labelFiles.checkStandardInput(among: input)
  }

  func run() async throws {
    try await exiting { messages in
      var classifier = try modelOptions.classifier(strict: input.strict, messages: &messages)
      try abstention.apply(to: &classifier, usual: 0.6, &messages)
      let axes = try axes.map { try Self.positions(of: $0, in: classifier.model.scheme) }
      let programme = try programme.map {
        try Programme(contentsOf: $0, columns: input.columnNames)
      }
      let corpus = try input.corpus(
        labels: labelFiles.labels, scheme: classifier.model.scheme, messages: &messages)
      let map = try await classifier.map(
        of: corpus, name: title, axes: axes, programme: programme, reasonCount: top,
        workerCount: workerOptions.workers)
      let sink = try OutputSink(path: output)
      switch format ?? Format(ofFile: output) ?? .html {
      case .html: try sink.write(MapPage(map, language: language.displayed).text)
      case .svg: try sink.write(MapPicture(map).file(language.displayed))
      case .mermaid: try sink.write(MapMermaid(map).text)
      case .png:
        let picture = MapPicture(map)
        let size = picture.size
        try sink.write(
          PictureRenderer.png(
            svg: picture.file(language.displayed), width: size.width, height: size.height))
      }
      try sink.finish()
      return messages.exitStatus(succeeded: map.talks.count)
    }
  }

  /// Positions of axes named by id.
  private static func positions(of names: String, in scheme: Scheme) throws -> [Int] {
    let ids = names.split(separator: ",").map(String.init)
    let positions = ids.compactMap { id in scheme.axes.firstIndex { $0.id == id } }
    guard positions.count == ids.count, (1...2).contains(ids.count), Set(ids).count == ids.count
    else {
      let known = scheme.axes.map { "'\($0.id)'" }.joined(separator: ", ")
      throw ValidationFailure("--axes \(names): name one or two of \(known)")
    }
    return positions
  }
}

/// An option that only the model can tell to be wrong.
struct ValidationFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// ``DisplayLanguage`` as a user writes it.
enum LanguageChoice: String, CaseIterable, ExpressibleByArgument {
  case ja, en

  var displayed: DisplayLanguage { self == .ja ? .japanese : .english }
}
