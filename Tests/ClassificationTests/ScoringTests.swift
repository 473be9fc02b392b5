import Classification
import Features
import Shogen
import Talks
import Testing

@Suite("Scores of a model made by hand")
struct ScoringTests {
  @Test("counts, idf, norm, weights and intercepts make the scores worked out on paper")
  func onPaper() throws {
    // kernel 3 (title) + 1, kernel team 1, team 1; times idf (4, 4, 2), norm 6.
    // depth  ¼ + ⅔ · ½ + ⅔ · ¾ - ⅓ · 1¼ = ⅔
    // scope -⅛ - ⅔ · 1¼ - ⅔ · ½ + ⅓ · ½ = -9/8
    let talk = Talk(id: "t", title: "Kernel", text: "kernel team")
    let prediction = try HandMadeModel.classifier().classify(talk)
    #expect(prediction.id == "t")
    #expect(prediction.title == "Kernel")
    #expect(prediction.quadrant == "advanced/independent")
    #expect(prediction.knownTermShare == 1)
    #expect(prediction.warnings == [])
    #expect(prediction.axes.map(\.axis) == ["depth", "scope"])
    #expect(prediction.axes.map(\.pole) == ["advanced", "independent"])
    let (depth, scope) = (prediction.axes[0], prediction.axes[1])
    #expect(abs(depth.score - 2 / 3.0) < 1e-15)
    #expect(abs(scope.score - -9 / 8.0) < 1e-15)
    #expect(abs(depth.probability - 0.6607563687658172) < 1e-15)
    #expect(abs(scope.probability - 0.7549149868676283) < 1e-15)
    #expect(depth.probabilities == [1 - depth.probability, depth.probability])
    #expect(scope.probabilities[0] == scope.probability)
    #expect(abs(scope.probabilities[1] - 0.24508501313237172) < 1e-15)
  }

  @Test("a sublinear count enters as 1 + ln(count)")
  func sublinear() throws {
    // kernel 1 + ln 4, kernel team 4, team 2; norm 5.0689…
    let talk = Talk(id: "t", title: "kernel", text: "kernel team")
    let prediction = try HandMadeModel.classifier(sublinear: true).classify(talk)
    #expect(abs(prediction.axes[0].score - 0.5840223020394959) < 1e-14)
    #expect(abs(prediction.axes[1].score - -0.9107360169987964) < 1e-14)
  }

  @Test("a title of weight 0 does not count")
  func titleWithoutWeight() throws {
    // kernel alone: the vector (1, 0, 0).
    let talk = Talk(id: "t", title: "team team team", text: "kernel")
    let prediction = try HandMadeModel.classifier(titleWeight: 0).classify(talk)
    #expect(prediction.axes.map(\.score) == [0.75, -1.375])
  }

  @Test("a talk without a known word has the intercepts for scores")
  func prior() throws {
    for text in ["", "未知", "zebra giraffe"] {
      let prediction = try HandMadeModel.classifier().classify(
        Talk(id: "t", title: "", text: text))
      #expect(prediction.axes.map(\.score) == [0.25, -0.125])
      #expect(prediction.knownTermShare == 0)
    }
  }

  @Test("a pair is met within a line, not across lines or slides")
  func pairs() throws {
    let apart = [
      Talk(id: "t", title: "", text: "kernel\nteam"),
      Talk(
        id: "t", title: "",
        slides: [Slide(number: 1, text: "kernel"), Slide(number: 2, text: "team")]),
      Talk(id: "t", title: "", text: "team kernel"),
    ]
    // kernel 1 · 1 and team 1 · 2; norm √5.
    for talk in apart {
      let score = try HandMadeModel.classifier().classify(talk).axes[0].score
      #expect(abs(score - (0.25 + (0.5 - 2.5) / 5.0.squareRoot())) < 1e-15)
    }
  }

  @Test("a talk gets the same bits whatever the worker placed before it")
  func scratchLeavesNoTrace() throws {
    let classifier = try HandMadeModel.classifier()
    let talk = Talk(id: "t", title: "team", text: "kernel team\nkernel")
    let fresh = try classifier.classify(talk)
    var scratch = try ClassifierScratch()
    for other in ["kernel kernel team", "", "zebra", "team"] {
      _ = try classifier.prediction(
        for: Talk(id: "o", title: other, text: other), scratch: &scratch)
      #expect(try classifier.prediction(for: talk, scratch: &scratch) == fresh)
    }
  }
}
