internal import ArgumentParser
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
    return try Scheme(contentsOf: scheme)
  }
}
