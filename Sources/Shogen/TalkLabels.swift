public import Ingestion
public import Talks

/// Labels kept beside talks, joined to them one talk after the other.
public struct TalkLabels: Sendable {
  private let scheme: Scheme?
  private var file = LabelFile()
  private var usedIDs: Set<String> = []

  /// Reads files of labels.
  ///
  /// - Parameters:
  ///   - paths: The files; `-` is standard input.
  ///   - scheme: The axes and poles that labels may name; nil to take any.
  public init(contentsOf paths: [String], scheme: Scheme?) {
    self.scheme = scheme
    file.add(contentsOf: paths, scheme: scheme)
  }

  /// How often a later label line replaced an earlier one.
  public var replacedCount: Int { file.replacedCount }

  /// Ids that labels name and no talk had, sorted.
  public var unusedIDs: [String] { Set(file.labels.keys).subtracting(usedIDs).sorted() }

  /// Lines of labels that could not be used.
  public var failures: [IngestionError] { file.failures }

  /// Gives a talk its labels.
  ///
  /// - Returns: Why its own could not be used, if so: then they are taken off.
  public mutating func join(_ ingested: inout IngestedTalk) -> IngestionError? {
    var failure: IngestionError?
    if let scheme {
      do throws(IngestionError) {
        try LabelCheck.check(
          ingested.talk.labels, id: ingested.talk.id, scheme: scheme, at: ingested.location)
      } catch {
        failure = error
        ingested.talk.labels = Labels()
      }
    }
    file.join(&ingested.talk)
    if file.labels[ingested.talk.id] != nil { usedIDs.insert(ingested.talk.id) }
    return failure
  }
}
