internal import Classification
internal import Comparison
internal import Talks

/// Names and places of a map in words.
enum MapWords {
  static let unnamed = Phrase("発表の地図", "A map of talks")
  static let byModel = Phrase("モデルの判定", "by the model")
  static let byPerson = Phrase("人のラベル", "labelled")
  static let doubtful = Phrase("注意あり", "doubtful")

  /// The least probabilities that decide, one a drawn axis, or one for all if they agree.
  static func leastProbability(_ map: TalkMap) -> String {
    let least = map.axes.map { Decimals.fixed(min(map.minimumProbabilities[$0], 1), 2) }
    return Set(least).count == 1 ? least[0] : least.joined(separator: " / ")
  }

  static func undecided(_ map: TalkMap) -> Phrase {
    let least = leastProbability(map)
    return Phrase("未定(確率 \(least) 未満)", "undecided (< \(least))")
  }

  /// The name of the map.
  static func name(of map: TalkMap) -> Phrase {
    map.name.isEmpty ? unnamed : Phrase(map.name, map.name)
  }

  /// `基本的な技術 × 横断的`: a cell's poles.
  static func name(of cell: [Int], _ map: TalkMap) -> String {
    zip(map.axes, cell).map { map.scheme.axes[$0].poles[$1].name }.joined(separator: " × ")
  }

  /// `基本的な技術 0.88 · 横断的 0.80`, with ? where an axis is undecided.
  static func place(of talk: PlacedTalk, _ map: TalkMap) -> String {
    map.axes.map { axis in
      let place = talk.prediction.axes[axis]
      let pole = talk.pole(onAxis: axis, of: map.scheme)
      let shown = pole ?? map.scheme.axes[axis].index(ofPole: place.pole) ?? 0
      return map.scheme.axes[axis].poles[shown].name + (pole == nil ? "?" : "")
        + " " + Decimals.fixed(place.probabilities[shown], 2)
    }.joined(separator: " · ")
  }

  /// The title, or the id of a talk without one.
  static func title(of talk: PlacedTalk) -> String {
    talk.talk.title.isEmpty ? talk.talk.id : talk.talk.title
  }

  static func isLabelled(_ talk: PlacedTalk, _ map: TalkMap) -> Bool {
    map.axes.contains { talk.label(onAxis: $0, of: map.scheme) != nil }
  }

  static func percent(_ share: Double) -> String { Decimals.fixed(100 * share, 0) + " %" }
}
