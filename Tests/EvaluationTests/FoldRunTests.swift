import Classification
import Shogen
import Talks
import TestSupport
import Testing

@testable import Evaluation

@Suite("One pass of cross-validation")
struct FoldRunTests {
  private static func labelled(_ talks: [Talk] = TinyCorpus.talks) throws -> LabelledTalks {
    try LabelledTalks(
      talks: talks, scheme: .standard, lexicon: Lexicon(), settings: TinyCorpus.settings)
  }

  private static func run(_ labelled: LabelledTalks, folds: Int) -> FoldRun {
    FoldRun(
      labelled: labelled, settings: TinyCorpus.settings,
      plan: FoldPlan(CrossValidation(foldCount: folds), for: labelled))
  }

  @Test("places every talk by a model trained on the other folds alone")
  func unseen() throws {
    let talks = TinyCorpus.talks
    let run = Self.run(try Self.labelled(), folds: 3)
    let scores = run.scores(run: 4, shuffles: false)
    #expect(scores.cautions == [])
    // The quadrant of each talk, numbered as the folds' strata are.
    var generator = SeededGenerator(seed: 2024, stream: 6)
    let strata = talks.map { talk in
      (talk.labels["depth"] == "advanced" ? 6 : 3)
        + (talk.labels["scope"] == "cross-cutting" ? 2 : 1)
    }
    let folds = StratifiedFolds.assign(strata: strata, foldCount: 3, generator: &generator)
    for fold in 0..<3 {
      let seen = talks.indices.filter { folds[$0] != fold }
      let model = try Trainer(settings: TinyCorpus.settings).train(on: seen.map { talks[$0] })
      let classifier = try Classifier(model: model)
      for talk in talks.indices where folds[talk] == fold {
        let prediction = try classifier.classify(talks[talk])
        for axis in 0..<2 {
          let (ours, theirs) = (
            scores.axes[axis].probabilities[talk][1], prediction.axes[axis].probabilities[1]
          )
          // A model's weights are single-precision.
          #expect(abs(ours - theirs) < 1e-5)
        }
      }
    }
  }

  @Test("shuffles labels among the talks that have one, and changes no count")
  func shuffles() throws {
    var talks = TinyCorpus.talks
    talks[3].labels["scope"] = nil
    let labelled = try Self.labelled(talks)
    let run = Self.run(labelled, folds: 2)
    let plain = run.scores(run: 0, shuffles: false)
    let shuffled = run.scores(run: 0, shuffles: true)
    for axis in 0..<2 {
      #expect(plain.axes[axis].classes == labelled.labelled(onAxis: axis).classes)
      #expect(shuffled.axes[axis].classes != plain.axes[axis].classes)
      #expect(shuffled.axes[axis].classes.sorted() == plain.axes[axis].classes.sorted())
    }
  }

  @Test("is the same for the same number, and another for another")
  func numbers() throws {
    let run = Self.run(try Self.labelled(), folds: 2)
    #expect(run.scores(run: 0, shuffles: false).axes == run.scores(run: 0, shuffles: false).axes)
    #expect(run.scores(run: 0, shuffles: false).axes != run.scores(run: 1, shuffles: false).axes)
  }
}
