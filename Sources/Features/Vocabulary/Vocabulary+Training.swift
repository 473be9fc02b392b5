internal import Glibc

extension Vocabulary {
  /// Chooses the terms of some talks by how many of them have each.
  ///
  /// A word stays if at least ``FeatureSettings/minimumDocumentFrequency`` of the
  /// talks have it, a pair or fragment if two of them do too, a lexicon entry if one
  /// has it; of more than ``FeatureSettings/maximumVocabulary`` the most widespread
  /// stay, ties going to the smaller term. Inverse document frequencies are smoothed as if one more
  /// talk had every term: idf(t) = ln((1 + n) / (1 + df(t))) + 1.
  ///
  /// - Parameters:
  ///   - frequencies: Counted talks.
  ///   - rows: The talks to learn from; the others stay unseen.
  ///   - settings: The bounds.
  /// - Throws: ``VocabularyError/empty(minimumDocumentFrequency:talks:)`` when no
  ///   term stays.
  /// - SeeAlso: Manning, Raghavan and Schütze, *Introduction to Information
  ///   Retrieval*, 2008, §6.2; scikit-learn's `TfidfTransformer` for the smoothing.
  public init(
    learningFrom frequencies: TermFrequencies, rows: [Int], settings: FeatureSettings
  ) throws(VocabularyError) {
    try self.init(
      learningFrom: frequencies, rows: rows, settings: settings, keepingUnseen: { _ in false })
  }

  /// The same, with terms that stay even if none of the talks has them.
  package init(
    learningFrom frequencies: TermFrequencies, rows: [Int], settings: FeatureSettings,
    keepingUnseen isKept: (Int) -> Bool
  ) throws(VocabularyError) {
    var documentFrequencies = [Int32](repeating: 0, count: frequencies.terms.count)
    for row in rows {
      for term in frequencies.rows[row].terms { documentFrequencies[Int(term)] += 1 }
    }
    var kept = documentFrequencies.indices.filter { term in
      let minimum = settings.minimumDocumentFrequency(of: frequencies.terms[term].kind)
      return documentFrequencies[term] >= minimum || isKept(term)
    }
    guard !kept.isEmpty else {
      throw .empty(
        minimumDocumentFrequency: settings.minimumDocumentFrequency, talks: rows.count)
    }
    if kept.count > settings.maximumVocabulary {
      kept.sort { one, other in
        if documentFrequencies[one] != documentFrequencies[other] {
          return documentFrequencies[one] > documentFrequencies[other]
        }
        if max(one, other) < frequencies.sortedCount { return one < other }
        return Term.precedes(frequencies.terms[one], frequencies.terms[other])
      }
      kept.removeSubrange(max(1, settings.maximumVocabulary)...)
    }
    kept.sort()
    if let last = kept.last, last >= frequencies.sortedCount {
      kept.sort { Term.precedes(frequencies.terms[$0], frequencies.terms[$1]) }
    }
    let talkCount = Double(rows.count)
    try self.init(
      terms: kept.map { frequencies.terms[$0] },
      hashes: kept.map { frequencies.hashes[$0] },
      inverseDocumentFrequencies: kept.map {
        Float(log((1 + talkCount) / (1 + Double(documentFrequencies[$0]))) + 1)
      })
  }
}
