import Shogen
import TestSupport
import Testing

@Suite("The tiny corpus")
struct TinyCorpusTests {
  @Test("is learned without a mistake")
  func isLearned() throws {
    let classifier = try Classifier(model: TinyCorpus.makeTinyModel())
    for talk in TinyCorpus.talks {
      let prediction = try classifier.classify(talk)
      #expect(prediction.axes.map(\.pole) == talk.labels.sorted.map(\.pole))
    }
  }
}
