internal import Talks

/// What annotators may call the poles of a scheme.
///
/// A pole goes by its id, else by its display name; `axis:pole` or `axis=pole` names
/// its axis too, which is needed where two axes have a pole of one name. Spaces at
/// either end do not count.
struct PoleNames: Sendable, Equatable {
  /// What a name stands for.
  enum Match: Sendable, Equatable {
    case pole(axis: String, pole: String)
    /// Poles of that name are on these axes.
    case ambiguous(axes: [String])
    case unknown
  }

  private let scheme: Scheme

  /// The names of a scheme's poles.
  init(_ scheme: Scheme) { self.scheme = scheme }

  /// The pole of a name.
  func match(_ name: String) -> Match {
    let name = Substring(name).trimmed
    if let mark = name.firstIndex(where: { $0 == ":" || $0 == "=" }),
      let axis = scheme.axis(String(name[..<mark].trimmed))
    {
      let pole = name[name.index(after: mark)...].trimmed
      return Self.pole(pole, of: axis).map { .pole(axis: axis.id, pole: $0) } ?? .unknown
    }
    // An id on one axis goes before a display name on another.
    var found = scheme.axes.filter { axis in axis.poles.contains { $0.id == name } }
    if found.isEmpty { found = scheme.axes.filter { Self.pole(name, of: $0) != nil } }
    guard let axis = found.first, let pole = Self.pole(name, of: axis) else { return .unknown }
    return found.count == 1
      ? .pole(axis: axis.id, pole: pole) : .ambiguous(axes: found.map(\.id))
  }

  /// The labels that names give together.
  ///
  /// - Throws: ``IngestionError`` when a name is unknown or ambiguous, or two name
  ///   different poles of one axis.
  func labels(
    _ names: [String], id: String?, at location: SourceLocation
  ) throws(IngestionError) -> Labels {
    var labels = Labels()
    for name in names {
      switch match(name) {
      case .pole(let axis, let pole):
        if let earlier = labels[axis], earlier != pole {
          throw IngestionError(
            at: location, id: id,
            reason: "labels '\(earlier)' and '\(pole)' are both on axis '\(axis)'",
            remedy: "leave one of them")
        }
        labels[axis] = pole
      case .ambiguous(let axes):
        throw IngestionError(
          at: location, id: id,
          reason: "label '\(Self.shown(name))' is on the axes \(Self.list(axes))",
          remedy: "write \(Self.list(axes.map { "\($0):\(Self.shown(name))" }))")
      case .unknown:
        throw IngestionError(
          at: location, id: id, reason: "no axis has a pole '\(Self.shown(name))'",
          remedy: "use \(Self.list(scheme.axes.flatMap(\.poles).map(\.id)))")
      }
    }
    return labels
  }

  /// Whether the scheme has an axis of this id.
  func hasAxis(_ id: String) -> Bool { scheme.axis(id) != nil }

  private static func pole(_ name: Substring, of axis: Axis) -> String? {
    (axis.poles.first { $0.id == name } ?? axis.poles.first { $0.name == name })?.id
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }

  /// A name for a message: what claims to be a label may be a whole text.
  private static func shown(_ name: String) -> String {
    name.count <= 40 ? name : name.prefix(40) + "…"
  }
}
