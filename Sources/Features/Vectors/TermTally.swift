internal import Tokenization

/// Counts over a whole vocabulary of which a talk touches little.
///
/// Clearing costs the terms touched, not the vocabulary.
// SAFETY: because the memory is owned by this non-copyable value and freed once; each
// array has an entry a term, and positions come from the vocabulary that `begin` was
// told the size of.
@safe struct TermTally: ~Copyable {
  private var counts: UnsafeMutablePointer<Double>
  /// Positions with a count, in the order they were first met.
  private var touched: UnsafeMutablePointer<Int32>
  /// Their inverse document frequencies and weights while the vector is made.
  private var frequencies: UnsafeMutablePointer<Float>
  private var weights: UnsafeMutablePointer<Double>
  private var touchedCount = 0
  private var termCount = 0
  private(set) var tokenCount = 0
  private(set) var knownTokenCount = 0

  init() {
    unsafe counts = .allocate(capacity: 0)
    unsafe touched = .allocate(capacity: 0)
    unsafe frequencies = .allocate(capacity: 0)
    unsafe weights = .allocate(capacity: 0)
  }

  deinit { free() }

  private borrowing func free() {
    unsafe counts.deallocate()
    unsafe touched.deallocate()
    unsafe frequencies.deallocate()
    unsafe weights.deallocate()
  }

  /// Forgets all counts; from here on positions are below `termCount`.
  mutating func begin(termCount: Int) {
    if self.termCount == termCount {
      for index in 0..<touchedCount { unsafe counts[Int(touched[index])] = 0 }
    } else {
      free()
      self.termCount = termCount
      unsafe counts = .allocate(capacity: termCount)
      unsafe counts.initialize(repeating: 0, count: termCount)
      // One more: where a term that was met before is written and left.
      unsafe touched = .allocate(capacity: termCount + 1)
      unsafe frequencies = .allocate(capacity: termCount)
      unsafe weights = .allocate(capacity: termCount)
    }
    (touchedCount, tokenCount, knownTokenCount) = (0, 0, 0)
  }

  /// Counts words: how many names were single ones, and how many of those are known.
  mutating func addWords(_ count: Int, known: Int) {
    tokenCount += count
    knownTokenCount += known
  }

  /// Adds `weight`, above 0, for each of the terms found, in their order.
  mutating func add(_ found: borrowing FoundTerms, weight: Double) {
    let foundCount = found.count
    let (counts, touched) = unsafe (counts, touched)
    var touchedCount = touchedCount
    unsafe found.withPositions { positions in
      // No branch, so that the waits for the counts overlap.
      for index in 0..<foundCount {
        let position = unsafe Int(positions[index])
        let count = unsafe counts[position]
        unsafe touched[touchedCount] = positions[index]
        touchedCount &+= count == 0 ? 1 : 0
        unsafe counts[position] = count + weight
      }
    }
    self.touchedCount = touchedCount
  }

  /// Replaces `columns` and `values` by the TF-IDF vector of unit length, and forgets
  /// the counts.
  mutating func takeVector(
    _ weighting: TFIDF, _ vocabulary: Vocabulary, columns: inout [Int32],
    values: inout [Double]
  ) {
    let all = vocabulary.inverseDocumentFrequencies.span
    columns.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    unsafe columns.append(contentsOf: UnsafeBufferPointer(start: touched, count: touchedCount))
    let (counts, touched, frequencies, weights) = unsafe (
      counts, touched, frequencies, weights
    )
    // Loads alone, so that the waits for them overlap.
    for index in 0..<touchedCount {
      let position = Int(unsafe touched[index])
      unsafe weights[index] = counts[position]
      unsafe counts[position] = 0
      unsafe frequencies[index] = all[position]
    }
    var squares = 0.0
    for index in 0..<touchedCount {
      let weight = unsafe weighting.weight(
        count: weights[index], inverseDocumentFrequency: frequencies[index])
      unsafe weights[index] = weight
      squares += weight * weight
    }
    if squares > 0 {
      let norm = squares.squareRoot()
      for index in 0..<touchedCount { unsafe weights[index] /= norm }
    }
    unsafe values.append(contentsOf: UnsafeBufferPointer(start: weights, count: touchedCount))
    touchedCount = 0
  }
}
