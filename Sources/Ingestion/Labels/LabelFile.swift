public import Talks

/// Labels kept beside talks: JSONL of `{"id", "labels": {axis: pole}}`.
public struct LabelFile: Sendable {
  /// The labels of each talk id; on one axis the last line wins.
  public private(set) var labels: [String: Labels] = [:]
  /// How often a line replaced another pole for the same talk and axis.
  public private(set) var replacedCount = 0
  /// Lines that could not be used.
  public private(set) var failures: [IngestionError] = []

  /// Creates labels without any.
  public init() {}

  /// Adds the labels of a file.
  ///
  /// Lines that are not valid, or name an axis or pole the scheme lacks, become
  /// ``failures``; the other lines count.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - scheme: The axes and poles that may be named; nil to take any.
  /// - Throws: ``IngestionError`` when the file cannot be read at all.
  public mutating func add(contentsOf path: String, scheme: Scheme?) throws(IngestionError) {
    let source = try ByteSource(path: path)
    var json = JSONParser()
    var lines = LineSplitter(source, beginning: try source.next())
    while let line = try lines.next(path: path) {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let location = SourceLocation(path: path, line: lines.lineNumber)
      do throws(IngestionError) {
        try add(line, at: location, scheme: scheme, json: &json)
      } catch {
        failures.append(error)
      }
    }
  }

  /// Adds the labels of files; one that cannot be read at all becomes a failure too.
  public mutating func add(contentsOf paths: [String], scheme: Scheme?) {
    for path in paths {
      do throws(IngestionError) {
        try add(contentsOf: path, scheme: scheme)
      } catch {
        failures.append(error)
      }
    }
  }

  /// Gives a talk its labels; on one axis they go before the talk's own.
  public func join(_ talk: inout Talk) {
    for (axis, pole) in labels[talk.id]?.sorted ?? [] { talk.labels[axis] = pole }
  }

  private mutating func add(
    _ bytes: [UInt8], at location: SourceLocation, scheme: Scheme?, json: inout JSONParser
  ) throws(IngestionError) {
    let (id, checked) = try Self.line(bytes, at: location, json: &json)
    if let scheme { try LabelCheck.check(checked, id: id, scheme: scheme, at: location) }
    var merged = labels[id] ?? Labels()
    for (axis, pole) in checked.sorted {
      if let earlier = merged[axis], earlier != pole { replacedCount += 1 }
      merged[axis] = pole
    }
    labels[id] = merged
  }

  private static func line(
    _ bytes: [UInt8], at location: SourceLocation, json: inout JSONParser
  ) throws(IngestionError) -> (id: String, labels: Labels) {
    let remedy = #"write {"id": "…", "labels": {"axis": "pole"}}"#
    try json.parse(bytes, at: location)
    let fields = ObjectFields(.root, names: ["id", "labels"], in: json)
    guard json.kind(of: .root) == .object, let node = fields["id"],
      let id = json.identifier(node),
      let labels = try FieldReader(location: location, id: id, remedy: remedy)
        .labels(fields["labels"], in: json)
    else {
      throw IngestionError(at: location, reason: "not a label", remedy: remedy)
    }
    return (id, labels)
  }
}
