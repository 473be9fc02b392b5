import Evaluation
import Shogen
import TestSupport
import Testing

@Suite("Calibrated training")
struct CalibratedTrainingTests {
  /// Talks of which each word tells the pole three times in five; `share` of them are
  /// basic.
  private static func talks(seed: UInt64, count: Int, share: Double) -> [Talk] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let isBasic = Double(index) < share * Double(count)
      let words = (0..<6).map { _ in
        let says = generator.below(5) < 2 ? !isBasic : isBasic
        return (says ? "ba" : "ke") + "x\(generator.below(40))"
      }
      return Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: words.joined(separator: "\n"))],
        labels: ["depth": isBasic ? "basic" : "advanced"])
    }
  }

  @Test(
    "lowers the log loss of unseen talks that overfitted weights are too sure of",
    arguments: [0.5, 0.75])
  func logLoss(share: Double) async throws {
    let scheme = try Scheme(axes: [Scheme.standard.axes[0]])
    var search = SettingsSearch()
    search.inverseRegularizations = [1000]
    let plain = TrainingSettings(
      features: FeatureSettings(usesPairs: false, minimumDocumentFrequency: 1),
      inverseRegularization: 1000)
    var calibrated = plain
    calibrated.search = search
    let labelled = try LabelledTalks(
      talks: Self.talks(seed: 4, count: 120, share: share), scheme: scheme, lexicon: Lexicon(),
      settings: plain)
    let comparison = try await CrossValidation(foldCount: 4, repeatCount: 2).compare(
      (labelled, plain), (labelled, calibrated), workerCount: 2)
    let loss = try #require(comparison.axes[0].figures.first { $0.name == "log loss" })
    #expect(loss.difference.high < 0)
    #expect(loss.second < 0.75 * loss.first)
  }
}
