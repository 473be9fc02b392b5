package import Talks
public import Tokenization

/// Counts the terms of a talk, before any vocabulary exists.
///
/// Immutable, shared by all workers.
public struct TermCounter: Sendable {
  /// A term of one talk.
  package struct Count {
    package var hash: UInt64
    package var term: Term
    /// Occurrences, with those in the title weighted.
    package var count: Double
  }

  /// How text becomes tokens.
  public let tokenizer: Tokenizer
  /// How tokens become terms.
  public let settings: FeatureSettings

  /// Creates a counter.
  public init(tokenizer: Tokenizer, settings: FeatureSettings) {
    self.tokenizer = tokenizer
    self.settings = settings
  }

  /// The terms of a talk, ascending by hash.
  package func counts(
    of talk: Talk, scratch: inout TokenizationScratch
  ) throws(ICUError) -> [Count] {
    var counts: [Count] = []
    var positions: [UInt64: Int] = [:]
    func add(_ text: String, weight: Double, _ scratch: inout TokenizationScratch) throws(ICUError)
    {
      try tokenizer.tokenize(text, scratch: &scratch) { block in
        TermWalk.forEachTerm(in: block, settings: settings) { hash, kind, place in
          if let position = positions[hash] {
            counts[position].count += weight
          } else {
            positions[hash] = counts.count
            let term = Term(text: TermWalk.text(of: place, in: block), kind: kind)
            counts.append(Count(hash: hash, term: term, count: weight))
          }
        }
      }
    }
    if settings.titleWeight > 0 { try add(talk.title, weight: settings.titleWeight, &scratch) }
    for slide in talk.slides { try add(slide.text, weight: 1, &scratch) }
    return counts.sorted { $0.hash < $1.hash }
  }
}
