internal import ArgumentParser
internal import Shogen

/// `shogen model`: what a model is.
struct ModelVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Show a model's scheme, terms, provenance and figures.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var output: OutputOptions

  @Argument(help: "Folder of the model; by default the shipped one.", completion: .directory)
  var folder: String?

  @Option(help: "Terms to show for each pole.")
  var top = 12

  @Option(help: "text, or json for the manifest.")
  var format = Format.text

  func validate() throws { try Self.checkCount(top, of: "--top") }

  func run() async throws {
    try await exiting { messages in
      let classifier = try ModelOptions(model: folder)
        .classifier(strict: false, messages: &messages)
      let sink = try OutputSink()
      switch format {
      case .text:
        let writer = ModelText(style: output.style)
        try sink.write(
          writer.rendered(classifier.model, hash: classifier.modelHash, top: top)
            + "\nwords are cut by \(SegmentationEngine.prepare())\n")
      case .json:
        try sink.write(try ModelFile.manifestText(of: classifier.model))
      }
      return .good
    }
  }
}
