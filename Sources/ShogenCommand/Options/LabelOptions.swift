internal import ArgumentParser
internal import FoundationEssentials
internal import Shogen

/// Labels, and the axes they are on.
struct LabelOptions: ParsableArguments {
  @OptionGroup var labelFiles: LabelFileOptions

  @Option(
    help: ArgumentHelp("JSON of axes and poles; by default 技術の高度さ × 組織の範囲.", valueName: "file"),
    completion: .file())
  var scheme: String?

  /// The files of labels.
  var labels: [String] { labelFiles.labels }

  /// The scheme given, or the usual one.
  func readScheme() throws -> Scheme {
    guard let scheme else { return .standard }
    let location = SourceLocation(path: scheme)
    guard let bytes = FileManager.default.contents(atPath: scheme) else {
      throw IngestionError(
        .missing, at: location, reason: "no such scheme", remedy: "check the path")
    }
    do {
      let decoded = try JSONDecoder().decode(Scheme.self, from: bytes)
      try decoded.validate()
      return decoded
    } catch let error as SchemeError {
      throw IngestionError(at: location, reason: "bad scheme", remedy: error.description)
    } catch {
      throw IngestionError(
        at: location, reason: "not a scheme",
        remedy: #"write {"axes":[{"id","name","poles":[{"id","name"}, …]}, …]}"#)
    }
  }
}
