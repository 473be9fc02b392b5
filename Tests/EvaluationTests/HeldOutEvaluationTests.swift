import Classification
import Evaluation
import Talks
import Testing

@Suite("Evaluation on held-out talks")
struct HeldOutEvaluationTests {
  /// Labels and the probabilities of advanced and cross-cutting.
  private static let rows: [(depth: String?, scope: String?, advanced: Double, cross: Double)] = [
    ("basic", "independent", 0.1, 0.2),
    ("basic", "cross-cutting", 0.4, 0.9),
    ("basic", "independent", 0.7, 0.5),
    ("advanced", "cross-cutting", 0.8, 0.6),
    ("advanced", "cross-cutting", 0.3, 0.1),
    ("basic", "galactic", 0.2, 0.9),
    (nil, nil, 0.9, 0.9),
  ]

  private static let talks = rows.enumerated().map { index, row in
    var talk = Talk(id: "\(index)", title: "")
    talk.labels["depth"] = row.depth
    talk.labels["scope"] = row.scope
    return talk
  }

  private static let predictions = rows.enumerated().map { index, row in
    Prediction(
      id: "\(index)", title: "",
      axes: zip(["depth", "scope"], [row.advanced, row.cross]).map { axis, second in
        // Only the probabilities count here.
        .init(
          axis: axis, pole: "any", probability: 0, score: 0, probabilities: [1 - second, second])
      }, quadrant: nil, knownTermShare: 1)
  }

  private static func report(
    _ talks: [Talk] = talks, permutationCount: Int = 0
  ) -> EvaluationReport {
    HeldOutEvaluation(permutationCount: permutationCount, seed: 1).evaluate(
      predictions, talks: talks, scheme: .standard)
  }

  @Test("each axis has the figures counted by hand")
  func axes() throws {
    let report = Self.report()
    try #require(report.axes.map(\.axis) == ["depth", "scope"])
    let (depth, scope) = (report.axes[0], report.axes[1])
    #expect(depth.poles == ["basic", "advanced"])
    #expect(depth.support == [4, 2])
    #expect(depth.confusion == [[3, 1], [1, 1]])
    #expect(depth.accuracy.value == 4 / 6.0)
    #expect(depth.f1 == [0.75, 0.5])
    #expect(depth.macroF1.value == 0.625)
    #expect(depth.rocAUC?.value == 0.75)
    #expect(abs(try #require(depth.logLoss).value - 0.5784031417840181) < 1e-15)
    #expect(depth.majority.pole == "basic")
    #expect(depth.majority.macroF1 == 0.4)
    // The tie at 0.5 goes to independent; the unknown pole does not count.
    #expect(scope.support == [2, 3])
    #expect(scope.confusion == [[2, 0], [1, 2]])
    #expect(scope.accuracy.value == 0.8)
    #expect(scope.f1 == [0.8, 0.8])
    #expect(depth.permutation == nil)
  }

  @Test("cells count talks with labels on both axes")
  func cells() throws {
    let cells = try #require(Self.report().cells)
    #expect(cells.axis == "quadrant")
    #expect(
      cells.poles == [
        "basic/independent", "basic/cross-cutting", "advanced/independent",
        "advanced/cross-cutting",
      ])
    #expect(cells.support == [2, 1, 0, 2])
    #expect(
      cells.confusion == [[1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0], [1, 0, 0, 1]])
    #expect(cells.accuracy.value == 0.6)
    #expect(cells.f1 == [0.5, 1, 0, 2 / 3.0])
    #expect(abs(cells.macroF1.value - 13 / 24.0) < 1e-15)
    #expect(cells.rocAUC == nil)
    #expect(cells.logLoss == nil)
    #expect(cells.majority.pole == "basic/independent")
    #expect(cells.majority.accuracy == 0.4)
    #expect(abs(cells.majority.macroF1 - 4 / 21.0) < 1e-15)
    #expect(cells.majority.logLoss == nil)
  }

  @Test("the procedure and the cautions say what to keep in mind")
  func words() {
    let report = Self.report()
    #expect(
      report.procedure
        == "held-out talks, scored by a fixed model; 95 % bootstrap intervals over talks, seed 1")
    #expect(
      report.cautions == [
        "axis 'depth': only 2 talks are 'advanced'; one more or less moves its F1 a lot",
        "axis 'scope': only 2 talks are 'independent'; one more or less moves its F1 a lot",
      ])
  }

  @Test("an axis without labels has no report, and then there are no cells")
  func unlabelledAxis() {
    let talks = Self.talks.map { talk in
      var talk = talk
      talk.labels["scope"] = nil
      return talk
    }
    let report = Self.report(talks)
    #expect(report.axes.map(\.axis) == ["depth"])
    #expect(report.axes[0].confusion == [[3, 1], [1, 1]])
    #expect(report.cells == nil)
    let none = Self.report(talks.map { Talk(id: $0.id, title: "") })
    #expect(none.axes == [] && none.cells == nil && none.cautions == [])
  }

  @Test("intervals hold their figure, and shuffled labels do about as well as chance")
  func permutation() throws {
    let report = Self.report(permutationCount: 199)
    for axis in report.axes + [try #require(report.cells)] {
      for estimate in [axis.accuracy, axis.macroF1] {
        #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
        #expect((0...1).contains(estimate.low) && (0...1).contains(estimate.high))
      }
      let permutation = try #require(axis.permutation)
      #expect(permutation.count == 199)
      #expect((1 / 200.0...1).contains(permutation.accuracyP))
    }
    // Four of six say basic, and so do four of six labels: 16/36 + 4/36 agree.
    let depth = try #require(report.axes[0].permutation)
    #expect(abs(depth.accuracy - 20 / 36.0) < 0.05)
    // At least 4 right means that 1 or 2 of the 2 advanced hit one of 2: 1 - 6/15.
    #expect(abs(depth.accuracyP - 0.6) < 0.12)
    #expect(Self.report(permutationCount: 199) == report)
  }
}
