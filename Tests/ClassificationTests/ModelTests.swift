import Features
import Talks
import Testing
import Tokenization

@testable import Classification

@Suite("Models in memory")
struct ModelTests {
  @Test("weights come in whole rows of finite numbers")
  func weights() throws {
    #expect(
      throws: ModelError.shapesDiffer(what: "weights in whole rows", expected: 2, found: 3)
    ) { try LinearWeights(values: [1, 2, 3], intercepts: [0, 0]) }
    #expect(
      throws: ModelError.shapesDiffer(what: "weights in whole rows", expected: 1, found: 3)
    ) { try LinearWeights(values: [1, 2, 3], intercepts: []) }
    for bad in [Float.nan, .infinity, -.infinity] {
      #expect(throws: ModelError.notFinite) {
        try LinearWeights(values: [1, bad], intercepts: [0])
      }
      #expect(throws: ModelError.notFinite) { try LinearWeights(values: [1], intercepts: [bad]) }
    }
    let weights = try LinearWeights(values: [1, 2, 3, 4, 5, 6], intercepts: [7, 8])
    #expect(weights.termCount == 3)
    #expect(weights.outputCount == 2)
    // All outputs of a term lie together.
    #expect(weights.weight(ofTerm: 1, output: 0) == 3)
    #expect(weights.weight(ofTerm: 2, output: 1) == 6)
  }

  @Test("scores are x·W + b, added to what is there")
  func scores() throws {
    let weights = try LinearWeights(values: [1, 2, 3, 4, 5, 6], intercepts: [0.5, -0.5])
    var scores = [0.0, 0.0]
    weights.addScores(columns: [2, 0], values: [2, 0.5], to: &scores)
    // 2 · 5 + ½ · 1 + ½ and 2 · 6 + ½ · 2 - ½.
    #expect(scores == [11, 12.5])
  }

  @Test("parts that do not fit together make no model")
  func shapes() throws {
    #expect(
      throws: ModelError.shapesDiffer(what: "terms with weights", expected: 3, found: 2)
    ) { try HandMadeModel.make(values: [1, 2, 3, 4]) }
    let scheme = try Scheme(axes: [HandMadeModel.axis("topic", ["x", "y", "z"])])
    #expect(throws: ModelError.shapesDiffer(what: "linear outputs", expected: 3, found: 2)) {
      try HandMadeModel.make(scheme: scheme)
    }
  }

  @Test("outputs stand in the order of the axes")
  func outputs() throws {
    let scheme = try Scheme(axes: [
      HandMadeModel.axis("three", ["x", "y", "z"]), HandMadeModel.axis("two", ["a", "b"]),
      HandMadeModel.axis("four", ["k", "l", "m", "n"]),
    ])
    let model = try HandMadeModel.make(
      scheme: scheme, values: [Float](repeating: 0, count: 24),
      intercepts: [Float](repeating: 0, count: 8))
    #expect((0..<3).map { model.outputs(ofAxis: $0) } == [0..<3, 3..<4, 4..<8])
  }

  struct ErrorCase: CustomTestStringConvertible {
    var error: ModelError
    var testDescription: String
  }

  static let errorCases = [
    ErrorCase(
      error: .missing(path: "m/model.json"),
      testDescription:
        "m/model.json: no such model file; give a folder made by 'shogen train -o'"),
    ErrorCase(
      error: .inputOutput(path: "m", reason: "Permission denied"),
      testDescription: "m: Permission denied; check the path, permissions and free space"),
    ErrorCase(
      error: .badManifest(path: "m/model.json", reason: "why"),
      testDescription: "m/model.json: not a model manifest (why); train the model again"),
    ErrorCase(
      error: .newerFormat(path: "m/model.json", found: 2, supported: 1),
      testDescription:
        "m/model.json: model format 2 is newer than the 1 this program reads; update shogen"),
    ErrorCase(
      error: .checksumDiffers(path: "m/lexicon.tsv"),
      testDescription:
        "m/lexicon.tsv: its SHA-256 differs from the manifest's, so the file was damaged or edited; restore it or train the model again"
    ),
    ErrorCase(
      error: .badTensors(path: "m/w", reason: "why"),
      testDescription: "m/w: not a weights file (why); restore it or train the model again"),
    ErrorCase(
      error: .shapesDiffer(what: "terms", expected: 3, found: 4),
      testDescription: "the model has 4 terms where 3 belong; train the model again"),
    ErrorCase(
      error: .notFinite,
      testDescription:
        "the model has a weight that is no finite number; train it again with stronger regularization"
    ),
    ErrorCase(
      error: .badVocabulary(.sharedHash),
      testDescription:
        "the model's vocabulary is not usable: two terms share a hash; train the model again"),
  ]

  @Test("errors say what, where, why and the remedy", arguments: errorCases)
  func errors(testCase: ErrorCase) {
    #expect(testCase.error.description == testCase.testDescription)
  }
}
