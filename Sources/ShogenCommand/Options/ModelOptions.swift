internal import ArgumentParser
internal import Foundation
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
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    if let executable = Bundle.main.executableURL { folder = executable.resolvingSymlinksInPath() }
    while folder.path != "/" && !folder.path.isEmpty {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: Self.standard).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    throw ModelError.missing(path: Self.standard)
  }
}
