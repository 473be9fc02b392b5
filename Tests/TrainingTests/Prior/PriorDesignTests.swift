import Features
import Tokenization
import Testing

@testable import Training

@Suite("Talks among word vectors")
struct PriorDesignTests {
  /// Two words and one without a vector; the mean of the vectors is (1, 1).
  private static func table() throws -> FactorTable {
    let vectors = try WordVectors(
      dimension: 2, words: ["sea", "sky"], rows: [0, 1], values: [3, 1, -1, 1], source: "hand")
    return FactorTable(
      terms: ["sea", "sky", "mud"].map { Term(text: $0, kind: .word) },
      knowledge: PriorKnowledge(vectors: vectors))
  }

  @Test("stand where their words' centered vectors put them, one apart from their middle")
  func positions() throws {
    // Centered: sea (2, 0), sky (-2, 0). Talks: sea, sky, mud → x = 2, -2, 0; the mean
    // square distance from 0 is 8/3, so all is divided by √(8/3).
    let design = PriorDesign(
      matrix: SparseMatrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), tables: [try Self.table()])
    let scale = (3.0 / 8).squareRoot()
    #expect(abs(design.places[0].scale - scale) < 1e-12)
    let wanted = [2 * scale, 0, -2 * scale, 0, 0, 0]
    for (found, want) in zip(design.places[0].positions, wanted) {
      #expect(abs(found - want) < 1e-12)
    }
    let kernel = design.kernel(with: design, strengths: PriorStrengths(vectors: 2))
    // XXᵀ is 1 on the diagonal; ZZᵀ of sea and sky is ∓4 · 3/8 = ∓1.5, times 2² = 4.
    for (found, want) in zip(kernel, [7.0, -6, 0, -6, 7, 0, 0, 0, 1]) {
      #expect(abs(found - want) < 1e-12)
    }
    #expect(design.augmented(PriorStrengths(vectors: 0)) == design.matrix)
    #expect(design.rows([1]).places[0].positions == Array(design.places[0].positions[2..<4]))
  }

  @Test("keep the scale they are given, and 1 where all talks stand together")
  func scales() throws {
    let table = try Self.table()
    #expect(FactorPlaces(SparseMatrix([[1, 0, 0]]), table: table, scale: 5).scale == 5)
    #expect(FactorPlaces(SparseMatrix([[1, 0, 0]]), table: table).scale == 1)
    #expect(FactorPlaces(SparseMatrix(columnCount: 3), table: table).scale == 1)
  }

  @Test("terms of several words take the mean of theirs; pairs have none")
  func compounds() throws {
    let vectors = try WordVectors(
      dimension: 2, words: ["sea", "sky"], rows: [0, 1], values: [3, 1, -1, 1], source: "hand")
    let knowledge = PriorKnowledge(vectors: vectors)
    #expect(knowledge.factor(of: Term(text: "sea", kind: .keyword)) == [2, 0])
    #expect(knowledge.factor(of: Term(text: "sea sky", kind: .keyword)) == [0, 0])
    #expect(knowledge.factor(of: Term(text: "sea mud", kind: .keyword)) == nil)
    #expect(knowledge.factor(of: Term(text: "sea sky", kind: .pair)) == nil)
    #expect(PriorKnowledge().factor(of: Term(text: "sea", kind: .word)) == nil)
  }
}
