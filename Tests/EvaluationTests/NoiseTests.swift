import Evaluation
import Shogen
import Talks
import TestSupport
import Testing

@Suite("Labels that mean nothing")
struct NoiseTests {
  private static let scheme = try? Scheme(axes: [Scheme.standard.axes[0]])

  /// Talks of words drawn at random, with labels drawn at random.
  private static func talks(seed: UInt64, basic: Int, advanced: Int) -> [Talk] {
    var generator = SeededGenerator(seed: seed)
    let syllables = ["ba", "ke", "lo", "mi", "nu", "pa", "re"]
    let labels =
      [String](repeating: "basic", count: basic) + [String](repeating: "advanced", count: advanced)
    return generator.permutation(labels.count).map { index in
      let words = (0..<15).map { _ in
        syllables[generator.below(7)] + syllables[generator.below(7)] + "x"
      }
      return Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: words.joined(separator: "\n"))],
        labels: ["depth": labels[index]])
    }
  }

  private static func report(
    seed: UInt64, basic: Int, advanced: Int,
    by procedure: CrossValidation = CrossValidation(
      foldCount: 4, repeatCount: 3, permutationCount: 19)
  ) async throws -> AxisReport {
    let labelled = try LabelledTalks(
      talks: talks(seed: seed, basic: basic, advanced: advanced), scheme: #require(scheme),
      lexicon: Lexicon(), settings: TinyCorpus.settings)
    let report = try await procedure.evaluate(
      labelled, settings: TinyCorpus.settings, workerCount: 2)
    return try #require(report.axes.first)
  }

  @Test("are placed by chance, and p says so")
  func balanced() async throws {
    var covered = 0
    var surprising = 0
    var sum = 0.0
    for seed in 1...8 {
      let axis = try await Self.report(seed: UInt64(seed), basic: 12, advanced: 12)
      if axis.accuracy.low <= 0.5, axis.accuracy.high >= 0.5 { covered += 1 }
      let permutation = try #require(axis.permutation)
      if permutation.accuracyP <= 0.05 { surprising += 1 }
      sum += permutation.accuracy
    }
    // Of eight intervals that hold the truth 19 times in 20, two may miss it; and p
    // is as small as 1/20 once in twenty.
    #expect(covered >= 6)
    #expect(surprising <= 2)
    #expect(abs(sum / 8 - 0.5) < 0.05)
  }

  @Test("do not look better than the majority where poles are uneven")
  func uneven() async throws {
    let axis = try await Self.report(seed: 3, basic: 16, advanced: 8)
    #expect(axis.majority.accuracy == 16 / 24.0)
    #expect(axis.accuracy.low < axis.majority.accuracy)
    #expect(try #require(axis.rocAUC).low < 0.5)
    #expect(try #require(axis.permutation).accuracyP > 0.05)
  }

  @Test(
    "are placed by chance when one talk is left out at a time, which tells its pole otherwise",
    arguments: [(14, 14), (9, 19)])
  func leaveOneOut(basic: Int, advanced: Int) async throws {
    var covered = 0
    var sum = 0.0
    for seed in 1...8 as ClosedRange<UInt64> {
      let axis = try await Self.report(
        seed: seed, basic: basic, advanced: advanced,
        by: CrossValidation(repeatCount: 1, permutationCount: 0, leavesOneOut: true))
      sum += try #require(axis.rocAUC).value
      // Guessing by shares is right as often as two talks have the same label.
      let (one, other) = (Double(basic) / 28, Double(advanced) / 28)
      let chance = one * one + other * other
      if axis.accuracy.low <= chance, axis.accuracy.high >= chance { covered += 1 }
      // Telling poles by the counts of the rest, all or no talks would be right.
      #expect(axis.accuracy.value > 0.1 && axis.accuracy.value < 0.9)
    }
    #expect(covered >= 6)
    #expect(abs(sum / 8 - 0.5) < 0.1)
  }
}
