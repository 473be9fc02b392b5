public import Shogen

/// What ingestion makes of some inputs, in order.
public struct Reading: Sendable {
  /// A talk or an error for each record.
  public private(set) var results: [Result<IngestedTalk, IngestionError>] = []

  /// Reads files and folders.
  public init(of inputs: [String], options: ReadingOptions = ReadingOptions()) {
    var reader = RecordReader(InputFiles(inputs), options: options)
    let parser = RecordParser(options: options)
    while let record = reader.next() { results += parser.parse(record) }
  }

  /// Reads text as if from a file in the working folder: ids and locations name the
  /// file alone.
  public init(
    _ text: String, named name: String = "talk.txt", options: ReadingOptions = ReadingOptions()
  ) throws {
    try self.init(bytes: Array(text.utf8), named: name, options: options)
  }

  /// Reads bytes as if from a file in the working folder.
  public init(
    bytes: [UInt8], named name: String = "talk.txt", options: ReadingOptions = ReadingOptions()
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: name)
    self.init(of: [path], options: options)
    func named(_ path: String) -> String {
      path.hasPrefix(folder.path) ? String(path.dropFirst(folder.path.count + 1)) : path
    }
    results = results.map { result in
      switch result {
      case .success(var ingested):
        ingested.location.path = named(ingested.location.path)
        ingested.talk.id = named(ingested.talk.id)
        return .success(ingested)
      case .failure(var error):
        error.location.path = named(error.location.path)
        return .failure(error)
      }
    }
  }

  /// The records that became talks.
  public var ingested: [IngestedTalk] { results.compactMap { try? $0.get() } }

  /// The talks.
  public var talks: [Talk] { ingested.map(\.talk) }

  /// Why the other records became none.
  public var failures: [IngestionError] {
    results.compactMap { result in
      guard case .failure(let error) = result else { return nil }
      return error
    }
  }
}
