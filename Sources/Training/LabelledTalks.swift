public import Features
public import Talks
public import Tokenization

/// Talks counted once, with the pole of each on each axis: what training and
/// every fold of an evaluation start from.
public struct LabelledTalks: Sendable {
  /// The axes.
  public let scheme: Scheme
  /// The talks.
  public let talks: [Talk]
  /// Their terms, row by row.
  public private(set) var frequencies: TermFrequencies
  /// The tokenizer that counted them.
  public let tokenizer: Tokenizer
  /// Per axis, the pole index of each talk, or nil where it has no label or one
  /// the scheme does not know.
  public let poles: [[Int?]]

  /// For each talk the position of the first talk it is a copy of, or its own; copies
  /// (see ``TalkCopies``) are never parted between training and testing.
  package let originals: [Int]

  /// What is known of terms before the first label.
  public let knowledge: PriorKnowledge
  /// What is known of the terms, in the order of ``PriorStrengths/factors``.
  private(set) var tables: [FactorTable]
  /// Per axis, the lexicon's hints by normalized term.
  private let hints: [[String: [Double]]]
  /// Axis × term: the lexicon's hint for each output, or nil.
  private(set) var means: [[[Double]?]]

  /// Counts the terms of talks.
  ///
  /// - Throws: ``TrainingError/icu(_:)`` when ICU refuses a text.
  public init(
    talks: [Talk], scheme: Scheme, lexicon: Lexicon, settings: TrainingSettings
  ) throws(TrainingError) {
    try self.init(
      talks: talks, scheme: scheme, knowledge: PriorKnowledge(lexicon: lexicon),
      settings: settings)
  }

  /// Counts the terms of talks and looks up what is known of them.
  ///
  /// Pairs and fragments of one talk alone are not kept. `workerCount` cores are used
  /// at once; the result does not depend on it.
  ///
  /// - Throws: ``TrainingError/icu(_:)`` when ICU refuses a text.
  public init(
    talks: [Talk], scheme: Scheme, knowledge: PriorKnowledge, settings: TrainingSettings,
    workerCount: Int = 1
  ) throws(TrainingError) {
    self.scheme = scheme
    self.talks = talks
    self.knowledge = knowledge
    let counted: CountedTalks
    do throws(ICUError) {
      tokenizer = try Tokenizer(settings: settings.tokenization, lexicon: knowledge.lexicon)
      var features = settings.features
      if talks.count > FeatureSettings.maximumFragmentTalks { features.usesFragments = false }
      counted = try CountedTalks(
        talks, counter: TermCounter(tokenizer: tokenizer, settings: features),
        workerCount: workerCount)
      hints = try scheme.axes.map { axis throws(ICUError) in try knowledge.means(axis: axis) }
    } catch {
      throw .icu(error)
    }
    originals = TalkCopies(counted, workerCount: workerCount).originals
    frequencies = TermFrequencies(counted, sharedOnly: true, workerCount: workerCount)
    (tables, means) = Self.lookUp(frequencies.terms, knowledge, hints)
    poles = scheme.axes.map { axis in
      talks.map { talk in talk.labels[axis.id].flatMap(axis.index(ofPole:)) }
    }
  }

  private static func lookUp(
    _ terms: [Term], _ knowledge: PriorKnowledge, _ hints: [[String: [Double]]]
  ) -> ([FactorTable], [[[Double]?]]) {
    let means = hints.map { hints in
      terms.map { $0.kind == .keyword ? hints[$0.text] : nil }
    }
    let tables = [
      FactorTable(terms: terms, knowledge: knowledge),
      FactorTable(terms: terms, semantics: knowledge.semantics),
    ]
    return (tables, means)
  }

  /// The same talks with room for terms that they do not have but talks to come may:
  /// the lexicon's, the most frequent words with vectors, and those of talks without
  /// labels.
  func withUnseenTerms() throws(ICUError) -> LabelledTalks {
    var extended = self
    extended.frequencies.addUnseen(try knowledge.unseenTerms())
    (extended.tables, extended.means) = Self.lookUp(
      extended.frequencies.terms, knowledge, hints)
    return extended
  }

  /// Whether the lexicon says anything about an axis.
  func hasHints(onAxis axis: Int) -> Bool { !hints[axis].isEmpty }

  /// How many talks have a label on some axis.
  public var labelledCount: Int {
    talks.indices.count { talk in poles.contains { $0[talk] != nil } }
  }

  /// Whether any talk has a label on any axis.
  package var hasLabels: Bool { poles.contains { $0.contains { $0 != nil } } }

  /// Whether some axis has no label, so that only hints can place talks on it.
  var needsHints: Bool { poles.contains { $0.allSatisfy { $0 == nil } } }

  /// Whether the lexicon says anything about a term.
  func hasHint(ofTerm term: Int) -> Bool { means.contains { $0[term] != nil } }

  /// Whether anything that settings use is known of a term before the first label.
  func hasPrior(ofTerm term: Int, _ settings: TrainingSettings) -> Bool {
    hasHint(ofTerm: term)
      || zip(tables, settings.usesFactors).contains { $1 && $0.hasRow(ofTerm: term) }
  }

  /// The talks with a label on an axis, and their poles.
  package func labelled(onAxis axis: Int) -> (rows: [Int], classes: [Int]) {
    let rows = poles[axis].indices.filter { poles[axis][$0] != nil }
    return (rows, rows.compactMap { poles[axis][$0] })
  }

  /// How many talks each pole of an axis has.
  package func poleCounts(onAxis axis: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: scheme.axes[axis].poles.count)
    for pole in poles[axis] { if let pole { counts[pole] += 1 } }
    return counts
  }

  /// Checks that every axis can be learned.
  ///
  /// Two poles or more need labels, and each of those at least two talks; with
  /// `allowingHints`, hints of the lexicon do for an axis without labels.
  ///
  /// - Throws: ``TrainingError`` naming the first axis that cannot.
  package func validate(allowingHints: Bool = false) throws(TrainingError) {
    for (index, axis) in scheme.axes.enumerated() {
      let counts = poleCounts(onAxis: index)
      let present = counts.indices.filter { counts[$0] > 0 }
      guard let first = present.first else {
        if allowingHints, hasHints(onAxis: index) { continue }
        throw .noLabels(axis: axis.id)
      }
      guard present.count >= 2 else {
        throw .oneClass(axis: axis.id, pole: axis.poles[first].id, count: counts[first])
      }
      for pole in axis.poles.indices where counts[pole] < 2 {
        throw .tooFewExamples(axis: axis.id, pole: axis.poles[pole].id, count: counts[pole])
      }
    }
  }

  /// The talks that use each lexicon entry, by its normalized term.
  package func talksByKeyword() -> [String: [Int]] {
    var talks: [String: [Int]] = [:]
    for (row, counted) in frequencies.rows.enumerated() {
      for term in counted.terms where frequencies.terms[Int(term)].kind == .keyword {
        talks[frequencies.terms[Int(term)].text, default: []].append(row)
      }
    }
    return talks
  }
}
