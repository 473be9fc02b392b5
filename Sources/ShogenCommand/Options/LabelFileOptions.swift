internal import ArgumentParser
internal import Shogen

/// Labels that stand in files of their own.
struct LabelFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "JSONL of labels, joined to talks by id; may be given more than once.", valueName: "file"),
    completion: .file())
  var labels: [String] = []

  /// Checks that only one of inputs and labels is standard input.
  func checkStandardInput(among input: InputOptions) throws {
    if (input.inputs + labels).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }
}
