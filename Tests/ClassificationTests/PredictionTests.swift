import Classification
import Features
import Shogen
import Talks
import Testing

@Suite("Predictions")
struct PredictionTests {
  @Test("a tie goes to the first pole, on two poles and on three")
  func ties() throws {
    let scheme = try Scheme(axes: [
      HandMadeModel.axis("two", ["a", "b"]), HandMadeModel.axis("three", ["x", "y", "z"]),
    ])
    let model = try HandMadeModel.make(
      scheme: scheme, values: [Float](repeating: 0, count: 12), intercepts: [0, -1, 2, 2])
    let prediction = try Classifier(model: model).classify(Talk(title: "kernel", text: "team"))
    #expect(prediction.axes.map(\.pole) == ["a", "y"])
    #expect(prediction.axes[0].probabilities == [0.5, 0.5])
    #expect(prediction.axes[1].probabilities[1] == prediction.axes[1].probabilities[2])
    #expect(prediction.quadrant == "a/y")
  }

  @Test("an axis of three poles has softmax probabilities and the chosen pole's score")
  func threePoles() throws {
    let scheme = try Scheme(axes: [HandMadeModel.axis("topic", ["x", "y", "z"])])
    let model = try HandMadeModel.make(
      scheme: scheme, values: [Float](repeating: 0, count: 9), intercepts: [0.5, -1.25, 2])
    let prediction = try Classifier(model: model).classify(Talk(title: "kernel", text: ""))
    let place = try #require(prediction.axes.first)
    #expect(place.pole == "z")
    #expect(place.score == 2)
    #expect(place.probability == place.probabilities[2])
    let expected = [0.17682018210744427, 0.03072674032643643, 0.7924530775661193]
    for (ours, theirs) in zip(place.probabilities, expected) { #expect(abs(ours - theirs) < 1e-15) }
    #expect(prediction.quadrant == nil)
  }

  @Test("three axes make no quadrant")
  func threeAxes() throws {
    let scheme = try Scheme(
      axes: ["one", "two", "three"].map { HandMadeModel.axis($0, ["a", "b"]) })
    let model = try HandMadeModel.make(
      scheme: scheme, values: [Float](repeating: 0, count: 9), intercepts: [1, -1, 1])
    let prediction = try Classifier(model: model).classify(Talk(title: "kernel", text: ""))
    #expect(prediction.axes.map(\.pole) == ["b", "a", "b"])
    #expect(prediction.quadrant == nil)
  }

  struct WarningCase: CustomTestStringConvertible {
    var testDescription: String
    var title: String
    var slides: [String]
    var share: Double
    var warnings: [Prediction.Warning]
  }

  static let warningCases = [
    WarningCase(
      testDescription: "nothing", title: "", slides: [], share: 0, warnings: [.noText]),
    WarningCase(
      testDescription: "nothing but numbers and symbols", title: "42 ※", slides: ["———", "100%"],
      share: 0, warnings: [.noText]),
    WarningCase(
      testDescription: "nothing but stop words", title: "これは", slides: ["the"], share: 0,
      warnings: [.noText]),
    WarningCase(
      testDescription: "unknown words", title: "zebra", slides: ["giraffe"], share: 0,
      warnings: [.noKnownTerms]),
    WarningCase(
      testDescription: "an unknown title alone", title: "zebra", slides: [], share: 0,
      warnings: [.noKnownTerms, .titleOnly]),
    WarningCase(
      testDescription: "a known title alone", title: "kernel", slides: [], share: 1,
      warnings: [.titleOnly]),
    WarningCase(
      testDescription: "slides of white space", title: "kernel", slides: ["", " \n\t\n"],
      share: 1, warnings: [.titleOnly]),
    WarningCase(
      testDescription: "one word known of six", title: "",
      slides: ["kernel zebra giraffe lion tiger bear"], share: 1 / 6.0,
      warnings: [.fewKnownTerms]),
    WarningCase(
      testDescription: "a fifth known", title: "", slides: ["kernel zebra giraffe lion tiger"],
      share: 0.2, warnings: []),
    WarningCase(
      testDescription: "a few known words in a title alone",
      title: "kernel zebra giraffe lion tiger bear", slides: [], share: 1 / 6.0,
      warnings: [.fewKnownTerms, .titleOnly]),
    WarningCase(
      testDescription: "title words count once, pairs not at all", title: "zebra",
      slides: ["kernel team", "team"], share: 0.75, warnings: []),
  ]

  @Test("warn of what makes them doubtful", arguments: warningCases)
  func warnings(testCase: WarningCase) throws {
    let talk = Talk(
      id: "t", title: testCase.title,
      slides: testCase.slides.enumerated().map { Slide(number: $0 + 1, text: $1) })
    let prediction = try HandMadeModel.classifier().classify(talk)
    #expect(prediction.warnings == testCase.warnings)
    #expect(prediction.knownTermShare == testCase.share)
  }

  @Test("warnings are called what files call them")
  func warningNames() {
    #expect(
      Prediction.Warning.allCases.map(\.rawValue)
        == ["no-text", "no-known-terms", "few-known-terms", "title-only", "damaged-text"])
  }
}
