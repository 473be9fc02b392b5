internal import ArgumentParser
internal import FoundationEssentials
internal import Shogen

/// Which model.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the model.",
      discussion:
        "By default Models/sre-quadrant in the working folder, or in a folder above the command.",
      valueName: "folder"),
    completion: .directory)
  var model: String?

  init() {}

  /// Options as if `--model` was given, or not.
  init(model: String?) { self.model = model }

  static let standard = "Models/sre-quadrant"

  /// Opens the model, telling of an ICU that may cut words otherwise.
  func classifier(strict: Bool, messages: inout Messages) throws -> Classifier {
    let classifier = try Classifier(contentsOf: location())
    if let mismatch = classifier.unicodeMismatch {
      messages.note(mismatch)
      if strict { throw ExitStatus.badData }
    }
    return classifier
  }

  private func location() throws -> String {
    if let model { return model }
    if FileManager.default.fileExists(atPath: Self.standard) { return Self.standard }
    var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: Self.standard).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    throw ModelError.missing(path: Self.standard)
  }
}
