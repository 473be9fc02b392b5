public import Classification
public import Features
public import Ingestion
public import Talks
public import Tokenization

/// Places talks with their reasons, and counts their words.
///
/// Immutable, shared by all workers; the memory that changes is a
/// ``ClassifierScratch``.
public struct TalkPlacer: Sendable {
  /// The model in force.
  public let classifier: Classifier
  /// Terms kept as reasons for each linear output.
  public let reasonCount: Int

  /// Creates a placer.
  public init(classifier: Classifier, reasonCount: Int) {
    self.classifier = classifier
    self.reasonCount = reasonCount
  }

  /// Places one talk.
  ///
  /// - Parameters:
  ///   - talk: The talk, with its labels.
  ///   - notes: What reading mended and lost.
  ///   - isUnfit: Whether reading lost so much that the place is a guess.
  ///   - scratch: This worker's memory.
  /// - Returns: The talk with its place and the strongest terms behind it.
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func place(
    _ talk: Talk, notes: ReadingNotes = ReadingNotes(), isUnfit: Bool = false,
    scratch: inout ClassifierScratch
  ) throws(ICUError) -> PlacedTalk {
    let evidence = try classifier.evidence(for: talk, scratch: &scratch)
    var prediction = evidence.prediction
    if isUnfit { prediction.warnings.append(.damagedText) }
    let reasons = evidence.axes.map { axis in
      Reasons(axis, top: reasonCount) { slide in
        guard let slide else { return talk.title }
        return talk.slides.first { $0.number == slide }?.text ?? ""
      }
    }
    return PlacedTalk(talk: talk, prediction: prediction, reasons: reasons, notes: notes)
  }

  /// Counts the words of talks as the model cuts them, a row a talk, for comparing
  /// groups of them; a title counts once.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func frequencies(of talks: [Talk]) throws(ICUError) -> TermFrequencies {
    try TermFrequencies(
      talks: talks,
      counter: TermCounter(
        tokenizer: classifier.extractor.tokenizer,
        settings: FeatureSettings(usesPairs: false, titleWeight: 1)))
  }
}
