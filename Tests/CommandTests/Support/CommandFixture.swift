import Foundation
import TestSupport

/// The tiny corpus as a file and a model trained from it by the command, made once
/// a test process.
struct CommandFixture {
  let folder: TemporaryFolder
  /// Talk JSONL with labels.
  let talks: String
  /// The model's folder.
  let model: String
  /// What `train` said.
  let training: CommandRun

  /// The one fixture.
  static func shared() throws -> CommandFixture { try made.get() }

  private static let made = Result {
    let fixture = try CommandFixture()
    // Globals are never released, so the folder must go when the process does.
    atexit {
      guard let fixture = try? CommandFixture.shared() else { return }
      try? FileManager.default.removeItem(atPath: fixture.folder.path)
    }
    return fixture
  }

  private init() throws {
    folder = try TemporaryFolder()
    talks = try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    model = folder.path + "/model"
    training = try CommandRun([
      "train", talks, "-o", model, "--minimum-document-frequency", "1", "--repeats", "2",
      "--no-search",
    ])
  }

  /// Writes a copy of the model into a folder, with one file changed.
  func copyModel(
    to other: TemporaryFolder, changing name: String,
    by change: (inout [UInt8]) -> Void
  ) throws {
    for file in ["model.json", "weights.safetensors", "lexicon.tsv"] {
      var bytes = try folder.bytes(of: "model/" + file)
      if file == name { change(&bytes) }
      try other.write(bytes, to: "model/" + file)
    }
  }
}

extension CommandRun {
  /// Standard output by lines, without the last line end.
  var lines: [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

/// Reads one JSON object by Foundation, which has no part in writing it.
func jsonObject(_ text: some StringProtocol) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  guard let object = value as? [String: Any] else {
    throw CocoaError(.coderReadCorrupt)
  }
  return object
}
