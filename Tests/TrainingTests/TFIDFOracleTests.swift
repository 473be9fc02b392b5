import Features
import Talks
import Testing
import Tokenization

@Suite("TF-IDF against scikit-learn")
struct TFIDFOracleTests {
  @Test("inverse document frequencies are those of the smoothed formula")
  func inverseDocumentFrequencies() throws {
    let known = try LogisticFixture.load().tfidf
    let (_, vocabulary) = try counted(known)
    #expect(vocabulary.terms.map(\.text) == known.terms)
    for (ours, theirs) in zip(
      vocabulary.inverseDocumentFrequencies, known.inverseDocumentFrequencies)
    {
      #expect(ours == Float(theirs))
    }
  }

  @Test("vectors are the same to 1e-7, plain and sublinear", arguments: [false, true])
  func vectors(sublinear: Bool) throws {
    let known = try LogisticFixture.load().tfidf
    let (frequencies, vocabulary) = try counted(known)
    let matrix = TFIDF(sublinear: sublinear).matrix(
      of: frequencies, rows: Array(known.counts.indices), vocabulary: vocabulary)
    let expected = sublinear ? known.sublinear : known.plain
    #expect(matrix.rowCount == expected.count)
    for row in expected.indices {
      var dense = [Double](repeating: 0, count: known.terms.count)
      for entry in matrix.entries(ofRow: row) {
        dense[Int(matrix.columns[entry])] = matrix.values[entry]
      }
      for column in dense.indices {
        #expect(abs(dense[column] - expected[row][column]) < 1e-7, "row \(row) column \(column)")
      }
    }
  }

  /// Talks that say each term as often as the counts ask, a slide a term.
  private func counted(
    _ known: LogisticFixture.Weighting
  ) throws -> (TermFrequencies, Vocabulary) {
    let settings = FeatureSettings(usesPairs: false, titleWeight: 0, minimumDocumentFrequency: 1)
    let talks = known.counts.enumerated().map { row, counts in
      Talk(
        id: "\(row)", title: "",
        slides: zip(known.terms, counts).enumerated().map { index, entry in
          Slide(
            number: index + 1,
            text: Array(repeating: entry.0, count: entry.1).joined(separator: " "))
        })
    }
    let frequencies = try TermFrequencies(
      talks: talks, counter: TermCounter(tokenizer: Tokenizer(), settings: settings))
    let vocabulary = try Vocabulary(
      learningFrom: frequencies, rows: Array(talks.indices), settings: settings)
    return (frequencies, vocabulary)
  }
}
