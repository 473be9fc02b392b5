extension TermFrequencies {
  /// Drops the pairs and fragments of one talk alone, which no vocabulary takes, and
  /// brings the terms into the order of a vocabulary.
  ///
  /// Every fold of an evaluation learns a vocabulary: it is spared sorting, and most
  /// of the terms.
  package mutating func keepSharedTerms() {
    var talkCounts = [Int32](repeating: 0, count: terms.count)
    for row in rows { for term in row.terms { talkCounts[Int(term)] += 1 } }
    let kept = terms.indices.filter { term in
      switch terms[term].kind {
      case .word, .keyword: true
      case .pair, .fragment: talkCounts[term] >= 2
      }
    }.sorted { Term.precedes(terms[$0], terms[$1]) }
    var positions = [Int32](repeating: -1, count: terms.count)
    for (position, term) in kept.enumerated() { positions[term] = Int32(position) }
    for index in rows.indices {
      var cells: [(term: Int32, count: Double)] = []
      cells.reserveCapacity(rows[index].terms.count)
      for (term, count) in zip(rows[index].terms, rows[index].counts) {
        let position = positions[Int(term)]
        if position >= 0 { cells.append((position, count)) }
      }
      cells.sort { $0.term < $1.term }
      rows[index] = Row(terms: cells.map(\.term), counts: cells.map(\.count))
    }
    terms = kept.map { terms[$0] }
    hashes = kept.map { hashes[$0] }
    table = GrowingHashTable(capacity: kept.count)
    for (position, hash) in hashes.enumerated() { _ = table.insert(hash, Int32(position)) }
    sortedCount = terms.count
  }
}
