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
}
