public import Classification
internal import Features
public import Talks
public import Tokenization

/// Two models of one scheme on the same talks: who moved, and because of which terms.
public struct ModelComparison: Sendable {
  /// A talk that the second model places on another pole.
  public struct Move: Sendable, Equatable {
    /// The talk.
    public var id: String
    /// Its title.
    public var title: String
    /// The axis id.
    public var axis: String
    /// The pole by the first model.
    public var from: String
    /// The pole by the second.
    public var to: String
    /// The terms whose push changed most, with the change toward the new pole.
    public var terms: [(term: String, change: Double)]

    /// Two moves are equal when everything but their terms is.
    public static func == (one: Move, other: Move) -> Bool {
      one.id == other.id && one.axis == other.axis && one.from == other.from
        && one.to == other.to && one.title == other.title
    }
  }

  /// The moves by axis, then in the order of the talks.
  public let moves: [Move]
  /// Talks compared.
  public let talkCount: Int

  /// Terms named for each move.
  private static let termCount = 3

  /// Places talks by both models.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public init(from old: Model, to new: Model, talks: [Talk]) throws(ICUError) {
    let (one, two) = (try Classifier(model: old), try Classifier(model: new))
    var scratch = try ClassifierScratch()
    var moves: [Move] = []
    for (index, axis) in new.scheme.axes.enumerated() {
      for talk in talks {
        let before = try one.prediction(for: talk, scratch: &scratch)
        let after = try two.prediction(for: talk, scratch: &scratch)
        guard before.axes[index].pole != after.axes[index].pole else { continue }
        let pushes = (
          try Self.pushes(one, talk, axis, toward: after.axes[index].pole, &scratch),
          try Self.pushes(two, talk, axis, toward: after.axes[index].pole, &scratch)
        )
        let terms = Set(pushes.0.keys).union(pushes.1.keys).map { term in
          (term: term, change: (pushes.1[term] ?? 0) - (pushes.0[term] ?? 0))
        }.sorted { $0.change == $1.change ? $0.term < $1.term : $0.change > $1.change }
        moves.append(
          Move(
            id: talk.id, title: talk.title, axis: axis.id, from: before.axes[index].pole,
            to: after.axes[index].pole, terms: Array(terms.prefix(Self.termCount))))
      }
    }
    self.moves = moves
    talkCount = talks.count
  }

  /// Each term's push toward a pole.
  private static func pushes(
    _ classifier: Classifier, _ talk: Talk, _ axis: Axis, toward pole: String,
    _ scratch: inout ClassifierScratch
  ) throws(ICUError) -> [String: Double] {
    let evidence = try classifier.evidence(for: talk, scratch: &scratch)
    var pushes: [String: Double] = [:]
    for entry in evidence.axes where entry.axis == axis.id {
      let sign = entry.positivePole == pole ? 1.0 : entry.negativePole == pole ? -1 : 0
      guard sign != 0 else { continue }
      for item in entry.items { pushes[item.term.label, default: 0] += sign * item.contribution }
    }
    return pushes
  }
}
