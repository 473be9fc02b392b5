/// Why a scheme cannot be used.
public enum SchemeError: Error, Equatable, CustomStringConvertible {
  /// The scheme has no axis.
  case noAxis
  /// An axis has fewer than two poles.
  case tooFewPoles(axis: String, count: Int)
  /// An id is empty or occurs twice.
  case badID(String, in: String)
  /// There are more poles, or cells of two axes, than anything could show.
  case tooLarge(what: String, count: Int, limit: Int)

  /// The reason and the remedy.
  public var description: String {
    switch self {
    case .noAxis:
      "the scheme has no axis; give \"axes\" at least one"
    case .tooFewPoles(let axis, let count):
      "axis '\(axis)' has \(count) pole(s); give it two or more"
    case .badID(let id, let place):
      "id '\(id)' in \(place) is empty or occurs twice; give each its own"
    case .tooLarge(let what, let count, let limit):
      "the scheme has \(count) \(what), more than \(limit); give it fewer poles"
    }
  }
}
