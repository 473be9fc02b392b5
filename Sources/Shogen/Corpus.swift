public import Ingestion
public import Talks

/// A body of talks in memory, with the labels kept beside them.
public struct Corpus: Sendable {
  /// The talks in the order of the inputs.
  public private(set) var talks: [Talk] = []
  /// By position in ``talks``, what reading mended and lost; empty for talks that were
  /// in memory.
  public private(set) var notes: [ReadingNotes] = []
  /// Positions of talks so damaged that their place is a guess.
  public private(set) var unfit: Set<Int> = []
  /// Records and labels that could not be used.
  public private(set) var failures: [IngestionError] = []
  /// Ids that labels name and no talk has, sorted.
  public private(set) var unusedLabelIDs: [String] = []
  /// Ids that more than one talk has, sorted; labels go to all of them.
  public private(set) var repeatedIDs: [String] = []
  /// How often a later label line replaced an earlier one.
  public private(set) var replacedLabelCount = 0

  /// Folders beside some that are named like poles, which are not; sorted.
  public private(set) var unknownFolders: [String] = []

  /// Creates a corpus of talks already in memory.
  public init(talks: [Talk]) { self.talks = talks }

  /// Reads talks and their labels.
  ///
  /// Labels come from the talks themselves, from a `labels.jsonl` in each folder
  /// read, and from label files; for one talk and axis the last of these wins. Bad
  /// records become ``failures``, and a bad label leaves its talk unlabelled.
  ///
  /// - Parameters:
  ///   - inputs: Files and folders; `-` is standard input.
  ///   - labelFiles: Files of labels.
  ///   - scheme: The axes and poles that labels may name.
  ///   - columns: Names of table columns; see ``ReadingOptions``.
  public init(
    reading inputs: [String], labels labelFiles: [String] = [], scheme: Scheme = .standard,
    columns: [String: String] = [:]
  ) {
    self.init(
      reading: inputs, labels: labelFiles,
      options: ReadingOptions(scheme: scheme, columns: columns))
  }

  /// Reads talks and their labels as the options say.
  ///
  /// Without labels of their own, files in a folder that is named like a pole (by id
  /// or display name) are labelled by it.
  public init(reading inputs: [String], labels labelFiles: [String], options: ReadingOptions) {
    let files = InputFiles(inputs)
    unknownFolders = files.unknownFolders(scheme: options.scheme)
    read(files, options: options, keepsLabels: true)
    join(files.labelFiles + labelFiles, scheme: options.scheme)
    var seen: Set<String> = []
    repeatedIDs = Set(talks.map(\.id).filter { !seen.insert($0).inserted }).sorted()
  }

  /// Reads talks without their labels, which may be of any scheme.
  public init(readingTextsOf inputs: [String], options: ReadingOptions) {
    read(InputFiles(inputs), options: options, keepsLabels: false)
  }

  private mutating func read(_ files: InputFiles, options: ReadingOptions, keepsLabels: Bool) {
    var reader = RecordReader(files, options: options)
    let parser = RecordParser(options: options)
    var scratch = RecordParser.Scratch()
    while let record = reader.next() {
      for result in parser.parse(record, scratch: &scratch) {
        switch result {
        case .success(let ingested):
          append(ingested, scheme: keepsLabels ? options.scheme : nil)
        case .failure(let error): failures.append(error)
        }
      }
    }
  }

  /// Takes a talk in, with its labels if they are of the scheme; without any for nil.
  private mutating func append(_ ingested: IngestedTalk, scheme: Scheme?) {
    var talk = ingested.talk
    if let scheme {
      do throws(IngestionError) {
        try LabelCheck.check(talk.labels, id: talk.id, scheme: scheme, at: ingested.location)
      } catch {
        failures.append(error)
        talk.labels = Labels()
      }
    } else {
      talk.labels = Labels()
    }
    if ingested.isUnfit { unfit.insert(talks.count) }
    notes.append(ingested.notes)
    talks.append(talk)
  }

  private mutating func join(_ paths: [String], scheme: Scheme) {
    var file = LabelFile()
    file.add(contentsOf: paths, scheme: scheme)
    failures += file.failures
    replacedLabelCount = file.replacedCount
    for index in talks.indices { file.join(&talks[index]) }
    unusedLabelIDs = Set(file.labels.keys).subtracting(talks.map(\.id)).sorted()
  }
}
