package import Talks
public import Tokenization

/// Counts the terms of talks, before any vocabulary exists.
///
/// Immutable, shared by all workers.
public struct TermCounter: Sendable {
  /// How text becomes tokens.
  public let tokenizer: Tokenizer
  /// How tokens become terms.
  public let settings: FeatureSettings

  /// Creates a counter.
  public init(tokenizer: Tokenizer, settings: FeatureSettings) {
    self.tokenizer = tokenizer
    self.settings = settings
  }

  /// Adds a row for a talk to a tally.
  ///
  /// Throws ``ICUError`` when ICU refuses a text.
  package func count(
    _ talk: Talk, into tally: inout TalkTally, scratch: inout TokenizationScratch
  ) throws(ICUError) {
    if settings.titleWeight > 0 {
      try count(talk.title, weight: settings.titleWeight, into: &tally, scratch: &scratch)
    }
    for slide in talk.slides {
      try count(slide.text, weight: 1, into: &tally, scratch: &scratch)
    }
    tally.finishTalk()
  }

  private func count(
    _ text: String, weight: Double, into tally: inout TalkTally,
    scratch: inout TokenizationScratch
  ) throws(ICUError) {
    try tokenizer.tokenize(text, scratch: &scratch) { block in
      // The last two words: a pair comes right after its second.
      var words: (before: Int32, last: Int32) = (0, 0)
      TermWalk.forEachTerm(in: block, settings: settings) { hash, kind, place in
        let check = TermWalk.check(of: place, kind: kind, in: block)
        let position = tally.add(hash: hash, check: check, kind: kind, weight: weight) {
          kind == .pair
            ? .pair(words.before, words.last) : .text(TermWalk.text(of: place, in: block))
        }
        if kind == .word || kind == .keyword { words = (words.last, position) }
      }
    }
  }
}
