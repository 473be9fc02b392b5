import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing

@testable import Training

@Suite("Training on schemes of other shapes")
struct SchemeShapeTests {
  private static func axis(_ id: String, _ poles: [String]) -> Axis {
    Axis(id: id, name: id, poles: poles.map { Pole(id: $0, name: $0) })
  }

  /// Talks that say on each axis the word of the pole they belong to.
  private static func talks(_ scheme: Scheme) -> [Talk] {
    (0..<24).map { index in
      // Each axis goes through its poles at a pace of its own.
      let poles = scheme.axes.enumerated().map { position, axis in
        axis.poles[(index / (position + 1)) % axis.poles.count].id
      }
      return Talk(
        id: "\(index)", title: "",
        slides: [Slide(number: 1, text: poles.joined(separator: "\n"))],
        labels: Labels(
          Dictionary(uniqueKeysWithValues: zip(scheme.axes.map(\.id), poles))))
    }
  }

  private static func train(_ scheme: Scheme) throws -> Model {
    try Trainer(settings: TinyCorpus.settings).train(on: talks(scheme), scheme: scheme)
  }

  @Test("one axis of four poles has an output a pole, in their order")
  func fourPoles() throws {
    let scheme = try Scheme(
      axes: [Self.axis("topic", ["network", "storage", "compute", "culture"])])
    let model = try Self.train(scheme)
    #expect(model.weights.outputCount == 4)
    #expect(model.outputs(ofAxis: 0) == 0..<4)
    #expect(model.provenance.axes.map(\.labelled) == [[6, 6, 6, 6]])
    for (output, pole) in scheme.axes[0].poles.enumerated() {
      try expectStrongest(pole.id, in: model, output: output, among: 0..<4)
    }
  }

  @Test("three axes keep their order, each with its outputs")
  func threeAxes() throws {
    let scheme = try Scheme(axes: [
      Self.axis("size", ["small", "large"]),
      Self.axis("topic", ["network", "storage", "compute"]),
      Self.axis("mood", ["somber", "cheerful"]),
    ])
    let model = try Self.train(scheme)
    #expect(model.weights.outputCount == 5)
    #expect((0..<3).map { model.outputs(ofAxis: $0) } == [0..<1, 1..<4, 4..<5])
    #expect(model.provenance.axes.map(\.axis) == ["size", "topic", "mood"])
    for (position, pole) in scheme.axes[1].poles.enumerated() {
      try expectStrongest(pole.id, in: model, output: 1 + position, among: 1..<4)
    }
    // One output for two poles: positive speaks for the second.
    #expect(try weight("large", 0, model) > 0)
    #expect(try weight("small", 0, model) < 0)
    #expect(try weight("cheerful", 4, model) > 0)
    #expect(try weight("somber", 4, model) < 0)
  }

  @Test("talks are placed on every axis in the order of the scheme")
  func placesInOrder() throws {
    let scheme = try Scheme(axes: [
      Self.axis("zeta", ["small", "large"]),
      Self.axis("alpha", ["network", "storage", "compute"]),
      Self.axis("mood", ["somber", "cheerful"]),
    ])
    let classifier = try Classifier(model: Self.train(scheme))
    for talk in Self.talks(scheme) {
      let prediction = try classifier.classify(talk)
      #expect(prediction.axes.map(\.axis) == ["zeta", "alpha", "mood"])
      #expect(prediction.axes.map(\.pole) == scheme.axes.map { talk.labels[$0.id] })
      #expect(prediction.quadrant == nil)
    }
  }

  private func expectStrongest(
    _ term: String, in model: Model, output: Int, among outputs: Range<Int>
  ) throws {
    let weights = try outputs.map { try weight(term, $0, model) }
    #expect(weights.max() == weights[output - outputs.lowerBound], "\(term)")
    #expect(weights[output - outputs.lowerBound] > 0, "\(term)")
  }

  private func weight(_ term: String, _ output: Int, _ model: Model) throws -> Float {
    let index = try #require(model.vocabulary.terms.firstIndex(of: Term(text: term, kind: .word)))
    return model.weights.weight(ofTerm: index, output: output)
  }
}
