internal import Features

/// The terms of a group of talks, summed, and how unevenly its talks have them.
struct GroupCounts: Equatable {
  /// Talks with a word.
  private(set) var talkCount = 0
  /// Words of all talks.
  private(set) var wordCount = 0.0
  /// Occurrences by term.
  private(set) var counts: [Double]
  /// Talks that have each term.
  private(set) var talkCounts: [Int]

  /// Σ c², Σ c·m by term and Σ m², of which the variance between talks is made.
  private var squares: [Double]
  private var products: [Double]
  private var wordSquares = 0.0

  init(_ frequencies: TermFrequencies, rows: [Int]) {
    let zeros = [Double](repeating: 0, count: frequencies.terms.count)
    (counts, squares, products) = (zeros, zeros, zeros)
    talkCounts = [Int](repeating: 0, count: zeros.count)
    for index in rows {
      let row = frequencies.rows[index]
      let words = row.counts.reduce(0, +)
      guard words > 0 else { continue }
      talkCount += 1
      wordCount += words
      wordSquares += words * words
      for (term, count) in zip(row.terms, row.counts) {
        counts[Int(term)] += count
        talkCounts[Int(term)] += 1
        squares[Int(term)] += count * count
        products[Int(term)] += count * words
      }
    }
  }

  /// The variance of the term's log rate.
  ///
  /// That of single words, or that between talks where it is greater; a lone talk has
  /// none to compare with.
  func variance(ofTerm term: Int, prior: Double) -> Double {
    let smoothed = counts[term] + prior
    let ofWords = 1 / smoothed
    guard talkCount > 1 else { return ofWords }
    let rate = counts[term] / wordCount
    let deviations =
      squares[term] - 2 * rate * products[term] + rate * rate * wordSquares
    let correction = Double(talkCount) / Double(talkCount - 1)
    return max(ofWords, correction * max(0, deviations) / (smoothed * smoothed))
  }
}
