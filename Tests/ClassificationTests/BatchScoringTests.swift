import Classification
import Shogen
import TestSupport
import Testing

@Suite("Batches")
struct BatchScoringTests {
  /// A prediction with its figures as bits.
  private static func bits(_ prediction: Prediction) -> String {
    let places = prediction.axes.map { place in
      let figures = [place.score, place.probability] + place.probabilities
      return place.axis + " " + place.pole + " "
        + figures.map { String($0.bitPattern, radix: 16) }.joined(separator: " ")
    }
    return [
      prediction.id, prediction.title, prediction.quadrant ?? "none",
      String(prediction.knownTermShare.bitPattern, radix: 16), "\(prediction.warnings)",
    ].joined(separator: "|") + "|" + places.joined(separator: "|")
  }

  @Test("equal talk after talk bit for bit, for 1, 2 and 7 workers")
  func equalSerial() async throws {
    let classifier = try Classifier(model: TinyCorpus.makeTinyModel())
    let talks = CorporaTalks.all
    #expect(talks.count == 148)
    // New memory for every talk: nothing can carry over.
    let serial = try talks.map { Self.bits(try classifier.classify($0)) }
    for workerCount in [1, 2, 7] {
      var batch: [String] = []
      var text = ""
      var reader = RecordReader(InputFiles(CorporaTalks.folders))
      try await BatchClassifier(classifier: classifier, workerCount: workerCount).run(
        &reader,
        render: { outcome in
          guard case .prediction(let prediction) = outcome else { return "failed\n" }
          return prediction.id + "\n"
        },
        consume: { part, _ in
          text += part.text
          for case .prediction(let prediction) in part.outcomes {
            batch.append(Self.bits(prediction))
          }
        })
      #expect(batch == serial, "\(workerCount) workers")
      #expect(text == talks.map { $0.id + "\n" }.joined())
    }
  }

  @Test("the corpora give predictions of every kind")
  func isVaried() throws {
    let classifier = try Classifier(model: TinyCorpus.makeTinyModel())
    let predictions = try CorporaTalks.all.map { try classifier.classify($0) }
    #expect(Set(predictions.compactMap(\.quadrant)).count == 4)
    #expect(Set(predictions.map { $0.axes[0].score }).count > 40)
  }
}
