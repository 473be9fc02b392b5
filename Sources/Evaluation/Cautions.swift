internal import Talks
internal import Training

/// What a reader of figures should keep in mind.
enum Cautions {
  /// Below this many talks of a pole, figures are coarse.
  static let fewTalks = 10

  /// A caution for each axis with a rare pole.
  static func smallNumbers(_ axes: [AxisReport]) -> [String] {
    axes.compactMap { axis in
      guard let rarest = axis.support.indices.min(by: { axis.support[$0] < axis.support[$1] }),
        axis.support[rarest] < fewTalks
      else { return nil }
      return "axis '\(axis.axis)': only \(axis.support[rarest]) talks are '\(axis.poles[rarest])'; "
        + "one more or less moves its F1 a lot"
    }
  }

  /// Says that talks repeat others, and whether copies of a talk have other labels.
  static func copies(_ labelled: LabelledTalks) -> [String] {
    let copies = labelled.originals.indices.filter { labelled.originals[$0] != $0 }
    guard !copies.isEmpty else { return [] }
    func name(_ talk: Int) -> String { "'\(labelled.talks[talk].id)'" }
    let pairs = copies.prefix(3).map { "\(name($0)) repeats \(name(labelled.originals[$0]))" }
    var cautions = [
      "\(copies.count) talk(s) repeat another and stay in its fold: "
        + pairs.joined(separator: ", ") + (copies.count > 3 ? ", …" : "")
    ]
    for axis in labelled.scheme.axes.indices {
      let differing = copies.filter { copy in
        let (one, two) = (
          labelled.poles[axis][copy], labelled.poles[axis][labelled.originals[copy]]
        )
        return one != nil && two != nil && one != two
      }
      guard !differing.isEmpty else { continue }
      cautions.append(
        "axis '\(labelled.scheme.axes[axis].id)': \(differing.count) copies have another label "
          + "than their original: " + differing.prefix(3).map(name).joined(separator: ", ")
          + (differing.count > 3 ? ", …" : ""))
    }
    return cautions
  }
}
