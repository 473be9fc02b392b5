internal import ArgumentParser
internal import Shogen

/// Which talks, and how to read them.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders with talks; - is standard input.",
      discussion:
        "Pages of Speaker Deck and other sites, PDF, PowerPoint, Markdown decks, plain transcripts, talk JSONL, CSV or TSV with named columns, annotation tools' exports, and folders of these."
    ),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "What a table's column is called, for example text=本文.", valueName: "field=name"))
  var columns: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read all inputs in this format instead of recognizing each: \(SourceFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"))
  var inputFormat: String?

  @Flag(help: "Stop with exit code 65 at the first record that cannot be read.")
  var strict = false

  /// How to read, for labels of a scheme.
  func readingOptions(scheme: Scheme = .standard) -> ReadingOptions {
    ReadingOptions(
      scheme: scheme, columns: columnNames, format: inputFormat.flatMap(SourceFormat.init))
  }

  /// The columns as names by field.
  var columnNames: [String: String] {
    var names: [String: String] = [:]
    for column in columns {
      guard let equals = column.firstIndex(of: "=") else { continue }
      names[String(column[..<equals])] = String(column[column.index(after: equals)...])
    }
    return names
  }

  func validate() throws {
    if let inputFormat, SourceFormat(rawValue: inputFormat) == nil {
      throw ValidationError(
        "--input-format \(inputFormat): use one of \(SourceFormat.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    for column in columns where !column.contains("=") {
      throw ValidationError("--column \(column): write field=name, for example text=本文")
    }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }

  /// Tells of files in folders that are no talks as far as their names say.
  func tellSkipped(_ files: InputFiles, _ messages: inout Messages) {
    let unknown = files.skipped.count(where: { !InputFiles.isReadMe($0) })
    guard unknown > 0 else { return }
    messages.note("\(unknown) file(s) in folders have no known extension and were left out")
  }

  /// Reads all talks into memory, with the labels beside them, and tells what could
  /// not be read.
  ///
  /// `reading` names some of the inputs; by default all are read.
  func corpus(
    reading some: [String]? = nil, labels: [String] = [], scheme: Scheme,
    messages: inout Messages
  ) throws -> Corpus {
    let corpus = Corpus(
      reading: some ?? inputs, labels: labels, options: readingOptions(scheme: scheme))
    try tellFailures(corpus, &messages)
    for id in corpus.repeatedIDs {
      messages.note("id '\(id)' belongs to several talks; give each its own")
    }
    tellLabels(
      unusedIDs: corpus.unusedLabelIDs, replacedCount: corpus.replacedLabelCount, &messages)
    tellFolders(corpus.unknownFolders, &messages)
    return corpus
  }

  /// Reads all talks into memory without their labels, which may be of any scheme, and
  /// tells what could not be read.
  func texts(messages: inout Messages) throws -> Corpus {
    let corpus = Corpus(readingTextsOf: inputs, options: readingOptions())
    try tellFailures(corpus, &messages)
    return corpus
  }

  private func tellFailures(_ corpus: Corpus, _ messages: inout Messages) throws {
    for failure in corpus.failures {
      messages.fail(failure)
      if strict { throw ExitStatus(strict: failure) }
    }
    guard !corpus.talks.isEmpty else {
      messages.error("no talk could be read")
      throw messages.exitStatus(succeeded: 0)
    }
  }

  /// Tells of labels that no talk took, and of those that others replaced.
  func tellLabels(unusedIDs: [String], replacedCount: Int, _ messages: inout Messages) {
    if !unusedIDs.isEmpty {
      messages.note("\(unusedIDs.count) labelled id(s) have no talk: \(Self.first(of: unusedIDs))")
    }
    if replacedCount > 0 {
      messages.note("\(replacedCount) label(s) were replaced by later lines")
    }
  }

  /// Tells of folders that seem to be meant for poles.
  func tellFolders(_ folders: [String], _ messages: inout Messages) {
    guard !folders.isEmpty else { return }
    messages.note(
      "\(folders.count) folder(s) are named like no pole, though others beside them are, "
        + "and label no talk: \(Self.first(of: folders))")
  }

  private static func first(of names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }
}
