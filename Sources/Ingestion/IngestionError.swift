/// Why a record of the input cannot be read.
///
/// Never holds slide text: messages go to logs.
public struct IngestionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is; decides the exit code.
  public enum Kind: Sendable, Equatable {
    /// The file or folder is not there.
    case missing
    /// It is there but the system refuses to read it.
    case unreadable
    /// It was read and its content is not usable.
    case badData
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// Where it is.
  public var location: SourceLocation
  /// The id of the record, where it could be read.
  public var id: String?
  /// What is wrong.
  public var reason: String
  /// How to mend it.
  public var remedy: String

  /// Creates an error.
  public init(
    _ kind: Kind = .badData, at location: SourceLocation, id: String? = nil, reason: String,
    remedy: String
  ) {
    self.kind = kind
    self.location = location
    self.id = id
    self.reason = reason
    self.remedy = remedy
  }

  /// `path:line: reason; remedy`.
  public var description: String { "\(location): \(reason); \(remedy)" }
}
