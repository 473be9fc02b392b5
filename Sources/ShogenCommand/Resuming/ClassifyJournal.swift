internal import Files
internal import FoundationEssentials
internal import Shogen

/// What an interrupted `classify` was doing and how far it was.
///
/// Two lines of JSON: the run, and its progress.
struct ClassifyJournal {
  /// All that the output depends on.
  struct Run: Codable, Equatable {
    /// An input and the state it was in.
    struct Input: Codable, Equatable {
      var path: String
      var state: FileState
    }

    var program: String
    var model: String
    var options: [String]
    var inputs: [Input]
  }

  /// What is done.
  struct Progress: Codable, Equatable {
    /// Records cut from the inputs, whatever came of them.
    var records = 0
    /// Bytes of the output that hold what came of them.
    var byteCount = 0
    var talks = 0
    var failures = 0
    var missing = 0
  }

  var run: Run
  var progress: Progress

  init(run: Run, progress: Progress) {
    self.run = run
    self.progress = progress
  }

  /// Reads a journal; nil for what is none.
  init?(decoding bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A)
    let decoder = JSONDecoder()
    guard lines.count == 2, let run = try? decoder.decode(Run.self, from: Data(lines[0])),
      let progress = try? decoder.decode(Progress.self, from: Data(lines[1]))
    else { return nil }
    self.init(run: run, progress: progress)
  }

  /// A line of the journal.
  static func line(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [0x0A]
  }
}

extension ClassifyJournal.Run {
  /// The run that options and inputs make.
  init(classifier: Classifier, options: [String], files: InputFiles) {
    program =
      "shogen \(ShogenVersion.number), ICU \(UnicodeVersions.icu), Unicode \(UnicodeVersions.unicode)"
    model = classifier.modelHash
    self.options =
      options + ["least probabilities \(classifier.minimumProbabilities)"]
    inputs = (files.files.map(\.path) + files.failures.map(\.location.path)).map {
      Input(path: $0, state: FileState(of: $0))
    }
  }

  /// What is not as in an earlier run, or nil when all is.
  func difference(from earlier: Self) -> String? {
    if program != earlier.program { return "\(earlier.program) wrote it, and this is \(program)" }
    if model != earlier.model { return "its model is \(earlier.model), and this one \(model)" }
    if options != earlier.options {
      let (old, new) = (earlier.options, options)
      let changed = zip(old, new).first { $0 != $1 } ?? (old.last ?? "", new.last ?? "")
      return "it has '\(changed.0)', and this run '\(changed.1)'"
    }
    for (old, new) in zip(earlier.inputs, inputs) where old != new {
      return old.path == new.path
        ? "\(new.path) was changed since" : "its input is \(old.path) where this one is \(new.path)"
    }
    return inputs.count == earlier.inputs.count
      ? nil : "it has \(earlier.inputs.count) input files, and this run \(inputs.count)"
  }
}
