import Talks
import Testing
import Tokenization

@testable import Features

@Suite("TF-IDF")
struct TFIDFTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var settings: FeatureSettings
    /// Weights of 復旧, 監視 and 障害 in each talk.
    var rows: [[Double]]

    var testDescription: String { name }
  }

  /// 障害 occurs in all three talks (idf 1), 監視 and 復旧 in one each
  /// (idf ln(4/2) + 1 = 1.6931472).
  static let talks = [
    Talk(title: "", text: "障害\n障害\n監視"), Talk(title: "復旧", text: "障害"),
    Talk(title: "", text: "障害"),
  ]

  static let cases = [
    Case(
      name: "counts",
      settings: FeatureSettings(sublinear: false, titleWeight: 1),
      // (2, 1.6931472) / 2.6204479; (1, 1.6931472) / 1.9664045
      rows: [[0, 0.646_129_8, 0.763_228_4], [0.861_037, 0, 0.508_542_3], [0, 0, 1]]),
    Case(
      name: "logarithms of counts",
      settings: FeatureSettings(sublinear: true, titleWeight: 1),
      // 1 + ln 2 is as much as the other's idf.
      rows: [[0, 0.707_106_8, 0.707_106_8], [0.861_037, 0, 0.508_542_3], [0, 0, 1]]),
    Case(
      name: "a title that weighs three",
      settings: FeatureSettings(sublinear: false, titleWeight: 3),
      // (3 · 1.6931472, 1) / 5.1769374
      rows: [[0, 0.646_129_8, 0.763_228_4], [0.981_167_1, 0, 0.193_164_4], [0, 0, 1]]),
    Case(
      name: "a title that weighs half, by itself under a logarithm too",
      settings: FeatureSettings(sublinear: true, titleWeight: 0.5),
      // (0.5 · 1.6931472, 1) / 1.3102239
      rows: [[0, 0.707_106_8, 0.707_106_8], [0.646_129_8, 0, 0.763_228_4], [0, 0, 1]]),
  ]

  @Test("gives the figures worked out by hand", arguments: cases)
  func figures(of example: Case) throws {
    var settings = example.settings
    settings.usesPairs = false
    settings.minimumDocumentFrequency = 1
    let (frequencies, vocabulary) = try learn(from: Self.talks, settings)
    #expect(vocabulary.terms.map(\.text) == ["復旧", "監視", "障害"])
    let matrix = TFIDF(sublinear: settings.sublinear).matrix(
      of: frequencies, rows: [0, 1, 2], vocabulary: vocabulary)
    #expect(matrix.rowCount == 3)
    #expect(matrix.columnCount == 3)
    for row in 0..<3 {
      var dense = [0.0, 0, 0]
      for entry in matrix.entries(ofRow: row) {
        dense[Int(matrix.columns[entry])] = matrix.values[entry]
      }
      for column in 0..<3 {
        #expect(abs(dense[column] - example.rows[row][column]) < 1e-6, "\(row) \(column)")
      }
    }
  }

  @Test("gives rows in the order asked for, also of talks the vocabulary has not seen")
  func rows() throws {
    let settings = FeatureSettings(usesPairs: false, minimumDocumentFrequency: 1)
    let (frequencies, _) = try learn(from: Self.talks, settings)
    let vocabulary = try Vocabulary(learningFrom: frequencies, rows: [1], settings: settings)
    #expect(vocabulary.terms.map(\.text) == ["復旧", "障害"])
    let matrix = TFIDF(sublinear: true).matrix(
      of: frequencies, rows: [2, 0], vocabulary: vocabulary)
    #expect(matrix.rowOffsets == [0, 1, 2])
    #expect(matrix.columns == [1, 1])
    #expect(matrix.values == [1, 1])
  }

  @Test("gives the zero vector to a talk without known terms")
  func zeroVector() throws {
    let settings = FeatureSettings(usesPairs: false, minimumDocumentFrequency: 1)
    let talks = Self.talks + [Talk(title: "", text: "計画"), Talk(id: "empty", title: "")]
    let (frequencies, _) = try learn(from: talks, settings)
    let vocabulary = try Vocabulary(learningFrom: frequencies, rows: [0, 1, 2], settings: settings)
    let matrix = TFIDF(sublinear: true).matrix(
      of: frequencies, rows: [3, 4], vocabulary: vocabulary)
    #expect(matrix.rowOffsets == [0, 0, 0])
  }

  private func learn(
    from talks: [Talk], _ settings: FeatureSettings
  ) throws -> (TermFrequencies, Vocabulary) {
    let counter = TermCounter(tokenizer: try Tokenizer(), settings: settings)
    let frequencies = try TermFrequencies(talks: talks, counter: counter)
    let vocabulary = try Vocabulary(
      learningFrom: frequencies, rows: Array(talks.indices), settings: settings)
    return (frequencies, vocabulary)
  }
}
