public import Talks

/// Checks that labels are ones the scheme has.
public enum LabelCheck {
  /// Checks every label of a talk.
  ///
  /// - Throws: ``IngestionError`` naming the first axis or pole the scheme lacks,
  ///   with those it has.
  public static func check(
    _ labels: Labels, id: String, scheme: Scheme, at location: SourceLocation
  ) throws(IngestionError) {
    for (axisID, pole) in labels.sorted {
      guard let axis = scheme.axis(axisID) else {
        let known = scheme.axes.map { "'\($0.id)'" }.joined(separator: ", ")
        throw IngestionError(
          at: location, id: id, reason: "the scheme has no axis '\(axisID)'",
          remedy: "use \(known)")
      }
      guard axis.index(ofPole: pole) != nil else {
        let known = axis.poles.map { "'\($0.id)'" }.joined(separator: ", ")
        throw IngestionError(
          at: location, id: id, reason: "axis '\(axisID)' has no pole '\(pole)'",
          remedy: "use \(known)")
      }
    }
  }
}
