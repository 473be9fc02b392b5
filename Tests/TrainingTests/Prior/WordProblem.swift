import Features
import Talks
import Tokenization

@testable import Training

/// A random problem whose columns are words with random vectors; every third word has
/// none.
struct WordProblem {
  let problem: SeededProblem
  let design: PriorDesign
  let table: FactorTable
  /// What a lexicon might add to each row's outputs.
  let offsets: [[Double]]

  init(seed: UInt64, rows: Int, columns: Int, classCount: Int) throws {
    problem = SeededProblem(seed: seed, rows: rows, columns: columns, classCount: classCount)
    let known = (0..<columns).filter { $0 % 3 != 0 }
    let numbers = SeededProblem.point(seed: seed + 1000, count: known.count * 5)
    let vectors = try WordVectors(
      dimension: 5, words: known.map { "w\($0)" }, rows: known.indices.map(UInt32.init),
      values: numbers.map { Float($0) }, source: "by hand")
    table = FactorTable(
      terms: (0..<columns).map { Term(text: "w\($0)", kind: .word) },
      knowledge: PriorKnowledge(vectors: vectors))
    design = PriorDesign(matrix: problem.matrix, table: table)
    let outputs = classCount == 2 ? 1 : classCount
    let shifts = SeededProblem.point(seed: seed + 2000, count: rows * outputs)
    offsets = (0..<rows).map { Array(shifts[$0 * outputs..<($0 + 1) * outputs]) }
  }
}
