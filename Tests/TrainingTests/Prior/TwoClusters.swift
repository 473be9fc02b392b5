import Features
import Shogen
import Talks

@testable import Training

/// Made-up talks on one axis whose words are all their own: only word vectors, which
/// lie in two clusters, tell the poles apart.
struct TwoClusters {
  static let scheme = Result {
    try Scheme(axes: [
      Axis(
        id: "place", name: "place",
        poles: [Pole(id: "sea", name: "sea"), Pole(id: "sky", name: "sky")])
    ])
  }

  static let settings = TrainingSettings(
    features: FeatureSettings(usesPairs: false, minimumDocumentFrequency: 1))

  private static let syllables = ["ba", "ke", "lo", "mi", "nu", "pa", "re", "so"]

  /// A word no other talk has; words of the two poles end differently.
  static func word(_ talk: Int, _ index: Int, isSky: Bool) -> String {
    syllables[talk / 8 % 8] + syllables[talk % 8] + syllables[index] + (isSky ? "to" : "ka")
  }

  /// Talks 0..<count, sea and sky in turn.
  static func talks(_ range: Range<Int>) -> [Talk] {
    range.map { index in
      let isSky = index % 2 == 1
      let words = (0..<4).map { word(index, $0, isSky: isSky) }
      return Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: words.joined(separator: "\n"))],
        labels: ["place": isSky ? "sky" : "sea"])
    }
  }

  /// Vectors of the words of 64 talks: (±1, 0) with noise.
  static func vectors(seed: UInt64 = 1) throws -> WordVectors {
    var words: [String] = []
    for talk in 0..<64 {
      for index in 0..<4 { words.append(word(talk, index, isSky: talk % 2 == 1)) }
    }
    let noise = SeededProblem.point(seed: seed, count: words.count * 2)
    let values = words.indices.flatMap { index in
      [
        Float((words[index].hasSuffix("to") ? 1 : -1) + 0.3 * noise[index * 2]),
        Float(0.3 * noise[index * 2 + 1]),
      ]
    }
    return try WordVectors(
      dimension: 2, words: words, rows: words.indices.map(UInt32.init), values: values,
      source: "two clusters")
  }

  /// Vectors that say nothing, of the words of some talks.
  static func noise(for talks: [Talk], dimension: Int, seed: UInt64) throws -> WordVectors {
    let words = Set(talks.flatMap { $0.slides[0].text.split(separator: "\n").map(String.init) })
      .sorted()
    return try WordVectors(
      dimension: dimension, words: words, rows: words.indices.map(UInt32.init),
      values: SeededProblem.point(seed: seed, count: words.count * dimension).map { Float($0) },
      source: "noise")
  }
}
