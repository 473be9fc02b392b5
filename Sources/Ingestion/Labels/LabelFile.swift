internal import FoundationEssentials
public import Talks

/// Labels kept beside talks: JSONL of `{"id", "labels": {axis: pole}}`.
public struct LabelFile: Sendable {
  /// The labels of each talk id; on one axis the last line wins.
  public private(set) var labels: [String: Labels] = [:]
  /// How often a line replaced another pole for the same talk and axis.
  public private(set) var replacedCount = 0
  /// Lines that could not be used.
  public private(set) var failures: [IngestionError] = []

  private struct Line: Decodable {
    var id: TalkLine.Identifier
    var labels: [String: String?]
  }

  /// Creates labels without any.
  public init() {}

  /// Adds the labels of a file.
  ///
  /// Lines that are not valid, or name an axis or pole the scheme lacks, become
  /// ``failures``; the other lines count.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - scheme: The axes and poles that may be named.
  /// - Throws: ``IngestionError`` when the file cannot be read at all.
  public mutating func add(contentsOf path: String, scheme: Scheme) throws(IngestionError) {
    let source = try ByteSource(path: path)
    var lines = LineSplitter(source, beginning: try source.next())
    while let line = try lines.next(path: path) {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let location = SourceLocation(path: path, line: lines.lineNumber)
      do throws(IngestionError) {
        try add(line, at: location, scheme: scheme)
      } catch {
        failures.append(error)
      }
    }
  }

  private mutating func add(
    _ bytes: [UInt8], at location: SourceLocation, scheme: Scheme
  ) throws(IngestionError) {
    try TextDecoding.validate(bytes, at: location)
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)) else {
      throw IngestionError(
        at: location, reason: "not a label",
        remedy: #"write {"id": "…", "labels": {"axis": "pole"}}"#)
    }
    let checked = Labels(line.labels.compactMapValues(\.self))
    try LabelCheck.check(checked, id: line.id.text, scheme: scheme, at: location)
    var merged = labels[line.id.text] ?? Labels()
    for (axis, pole) in checked.sorted {
      if let earlier = merged[axis], earlier != pole { replacedCount += 1 }
      merged[axis] = pole
    }
    labels[line.id.text] = merged
  }
}
