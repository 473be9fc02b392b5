import Features
import Talks
import Tokenization

@testable import Training

/// A random problem whose columns are words with random vectors, which every third word
/// lacks, and with random rows of a second factor, which every fourth word lacks.
struct WordProblem {
  let problem: SeededProblem
  let design: PriorDesign
  let tables: [FactorTable]
  /// What a lexicon might add to each row's outputs.
  let offsets: [[Double]]

  init(seed: UInt64, rows: Int, columns: Int, classCount: Int) throws {
    problem = SeededProblem(seed: seed, rows: rows, columns: columns, classCount: classCount)
    let known = (0..<columns).filter { $0 % 3 != 0 }
    let numbers = SeededProblem.point(seed: seed + 1000, count: known.count * 5)
    let vectors = try WordVectors(
      dimension: 5, words: known.map { "w\($0)" }, rows: known.indices.map(UInt32.init),
      values: numbers.map { Float($0) }, source: "by hand")
    let terms = (0..<columns).map { Term(text: "w\($0)", kind: .word) }
    let second = SeededProblem.point(seed: seed + 3000, count: columns * 4).map { Float($0) }
    tables = [
      FactorTable(terms: terms, knowledge: PriorKnowledge(vectors: vectors)),
      FactorTable(terms: terms, dimension: 4) { term in
        guard let index = Int(term.text.dropFirst()), index % 4 != 0 else { return nil }
        return Array(second[index * 4..<(index + 1) * 4])
      },
    ]
    design = PriorDesign(matrix: problem.matrix, tables: tables)
    let outputs = classCount == 2 ? 1 : classCount
    let shifts = SeededProblem.point(seed: seed + 2000, count: rows * outputs)
    offsets = (0..<rows).map { Array(shifts[$0 * outputs..<($0 + 1) * outputs]) }
  }
}
