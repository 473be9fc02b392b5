import Shogen
import Talks

@testable import Training

/// Talks without labels that bring the words of ``TwoClusters`` together by pole, each
/// with a word that no labelled talk has: `oceanka` beside the sea's, `cloudto` beside
/// the sky's.
enum UnlabelledClusters {
  static func talks(_ count: Int = 40) -> [Talk] {
    var generator = SeededGenerator(seed: 8)
    return (0..<count).map { index in
      let isSky = index % 2 == 1
      var words = (0..<8).map { _ in
        TwoClusters.word(
          2 * generator.below(12) + (isSky ? 1 : 0), generator.below(4), isSky: isSky)
      }
      words.append(isSky ? "cloudto" : "oceanka")
      return Talk(
        id: "u\(index)", title: "",
        slides: [Slide(number: 1, text: words.joined(separator: "\n"))])
    }
  }
}
