internal import Glibc

/// Weights each term by how often it occurs here and how rarely elsewhere.
///
/// tfidf(t, d) = tf(t, d) · (ln((1 + n) / (1 + df(t))) + 1), then the vector is
/// scaled to unit L2 norm; n counts training talks, df(t) those that contain t,
/// and tf is the count or, if sublinear, 1 + ln(count). The formula and its
/// smoothing are those scikit-learn documents for `TfidfTransformer`. A talk
/// without known terms gives the zero vector.
///
/// - SeeAlso: Manning, Raghavan and Schütze, *Introduction to Information
///   Retrieval*, 2008, §6.4.1 for the sublinear form.
public struct TFIDF: Sendable {
  /// Whether tf is 1 + ln(count).
  public let sublinear: Bool
  /// 1 + ln(count) of small counts.
  private let smallCounts = Self.sublinearCounts

  /// Creates the weighting.
  public init(sublinear: Bool) { self.sublinear = sublinear }

  /// One term's weight before the vector is scaled.
  ///
  /// `count` is above 0, and below 1 only where titles weigh less.
  @inline(__always)
  public func weight(count: Double, inverseDocumentFrequency: Float) -> Double {
    let frequency = sublinear && count > 1 ? sublinearFrequency(count) : count
    return frequency * Double(inverseDocumentFrequency)
  }

  /// 1 + ln(count), which for small whole counts is looked up.
  @inline(__always)
  private func sublinearFrequency(_ count: Double) -> Double {
    guard count < Double(smallCounts.count) else { return 1 + log(count) }
    let whole = Int(count)
    return Double(whole) == count ? smallCounts[whole] : 1 + log(count)
  }

  private static let sublinearCounts: [Double] = (0..<256).map { 1 + log(Double($0)) }

  /// The vectors of some counted talks over a vocabulary.
  ///
  /// - Returns: One row an entry of `rows`, in that order; columns are positions in
  ///   the vocabulary.
  public func matrix(
    of frequencies: TermFrequencies, rows: [Int], vocabulary: Vocabulary
  ) -> SparseMatrix {
    var columnOfTerm = [Int32](repeating: -1, count: frequencies.terms.count)
    for (term, hash) in frequencies.hashes.enumerated() {
      guard let column = vocabulary.index(ofHash: hash) else { continue }
      columnOfTerm[term] = Int32(column)
    }
    var matrix = SparseMatrix(columnCount: vocabulary.count)
    for row in rows {
      var cells: [(column: Int32, value: Double)] = []
      cells.reserveCapacity(frequencies.rows[row].terms.count)
      var isAscending = true
      for (term, count) in zip(frequencies.rows[row].terms, frequencies.rows[row].counts) {
        let column = columnOfTerm[Int(term)]
        guard column >= 0 else { continue }
        let idf = vocabulary.inverseDocumentFrequencies[Int(column)]
        if let last = cells.last, last.column > column { isAscending = false }
        cells.append((column, weight(count: count, inverseDocumentFrequency: idf)))
      }
      if !isAscending { cells.sort { $0.column < $1.column } }
      let norm = cells.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
      matrix.appendRow(
        columns: cells.map(\.column),
        values: norm > 0 ? cells.map { $0.value / norm } : cells.map(\.value))
    }
    return matrix
  }
}
