internal import ArgumentParser
internal import Shogen

/// How to learn.
struct TrainingOptions: ParsableArguments {
  @OptionGroup var labelOptions: LabelOptions

  @Option(
    help: ArgumentHelp("TSV of terms to keep whole.", valueName: "file"), completion: .file())
  var lexicon: String?

  @Option(
    help: ArgumentHelp(
      "Word vectors: word2vec, fastText, GloVe, a spaCy vocab folder, or a file of 'shogen vectors'.",
      valueName: "file"),
    completion: .file())
  var vectors: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Talks whose text tells which words are alike; labels in them are not read. Takes all names up to the next option.",
      valueName: "input"),
    completion: .file())
  var unlabelled: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help:
      "Choose C and the strengths of lexicon, vectors and unlabelled talks by cross-validation on the training talks."
  )
  var search = true

  @Option(help: "Strength of the lexicon's poles, where to start a search.")
  var lexiconStrength = 0.0

  @Option(
    help: "Strength of the word vectors, where to start a search; by default 1 with --vectors.")
  var vectorStrength: Double?

  @Option(help: "Strength of the unlabelled talks, where to start a search.")
  var unlabelledStrength = 0.0

  @Option(
    name: .customLong("C"),
    help:
      "Inverse strength of the L2 regularization, where to start a search; by default 100, or (n / 100)^1.5 where n labels do better so."
  )
  var inverseRegularization: Double?

  @Option(help: "How much each pole counts: balanced or none.")
  var classWeight = ClassWeightChoice.balanced

  @Flag(inversion: .prefixedNo, help: "Count pairs of neighbouring words too.")
  var pairs = FeatureSettings.recommended.usesPairs

  @Flag(
    inversion: .prefixedNo,
    help:
      "Count two and three neighbouring characters too, of \(FeatureSettings.maximumFragmentTalks) talks at most."
  )
  var fragments = FeatureSettings.recommended.usesFragments

  @Flag(inversion: .prefixedNo, help: "Let a count enter as 1 + ln(count).")
  var sublinear = FeatureSettings.recommended.sublinear

  @Option(help: "How many times each word of a title counts.")
  var titleWeight = FeatureSettings.recommended.titleWeight

  @Option(help: "Talks that must have a word for it to count; a pair needs two at least.")
  var minimumDocumentFrequency = FeatureSettings.recommended.minimumDocumentFrequency

  @Option(help: "Terms at most.")
  var maximumVocabulary = FeatureSettings.recommended.maximumVocabulary

  @Option(help: "Folds of the cross-validation.")
  var folds = 5

  @Option(
    help: "How often the talks are dealt into folds anew; 10 by default, fewer of many talks.")
  var repeats: Int?

  @Option(help: "Drives every random choice.")
  var seed = TrainingSettings.recommended.seed

  func validate() throws {
    guard inverseRegularization.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--C must be above 0")
    }
    guard folds >= 2, repeats ?? 1 >= 1 else {
      throw ValidationError("--folds must be 2 or more and --repeats 1 or more")
    }
    guard titleWeight >= 0, titleWeight.isFinite else {
      throw ValidationError("--title-weight must be 0 or more")
    }
    let vectorStrength = vectorStrength ?? 0
    guard
      [lexiconStrength, vectorStrength, unlabelledStrength].allSatisfy({ $0 >= 0 && $0.isFinite })
    else {
      throw ValidationError(
        "--lexicon-strength, --vector-strength and --unlabelled-strength must be 0 or more")
    }
    guard minimumDocumentFrequency >= 1, maximumVocabulary >= 1 else {
      throw ValidationError(
        "--minimum-document-frequency and --maximum-vocabulary must be 1 or more")
    }
  }

  /// Checks that only one of inputs, labels and another file is standard input.
  func checkStandardInput(among input: InputOptions, _ other: String? = nil) throws {
    let names = input.inputs + labelOptions.labels + unlabelled + [other].compactMap(\.self)
    if names.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }

  var settings: TrainingSettings {
    TrainingSettings(
      features: FeatureSettings(
        usesPairs: pairs, usesFragments: fragments, sublinear: sublinear, titleWeight: titleWeight,
        minimumDocumentFrequency: minimumDocumentFrequency,
        maximumVocabulary: maximumVocabulary),
      inverseRegularization: inverseRegularization, classWeighting: classWeight.weighting,
      prior: PriorStrengths(
        lexicon: lexiconStrength, vectors: vectorStrength ?? (vectors == nil ? 0 : 1),
        unlabelled: unlabelledStrength),
      search: search ? SettingsSearch() : nil, seed: seed)
  }

  /// The cross-validation of these talks, without shuffles.
  func validation(of labelled: LabelledTalks) -> CrossValidation {
    var validation = CrossValidation(foldCount: folds)
    validation.chooseCounts(
      talkCount: labelled.labelledCount, repeatCount: repeats, permutationCount: 0)
    return validation
  }

  /// The lexicon, the word vectors, and what talks without labels say of words.
  func readKnowledge(unlabelled talks: [Talk]) throws -> PriorKnowledge {
    try PriorKnowledge(
      lexicon: try lexicon.map { try Lexicon(contentsOf: $0) } ?? Lexicon(),
      vectors: try vectors.map { try WordVectorReader.read(from: $0) }, unlabelled: talks,
      settings: settings)
  }

  /// The talks of `--unlabelled`, read like the others.
  func readUnlabelled(like input: InputOptions, messages: inout Messages) throws -> [Talk] {
    guard !unlabelled.isEmpty else { return [] }
    let corpus = Corpus(readingTextsOf: unlabelled, options: input.readingOptions())
    for failure in corpus.failures {
      messages.fail(failure)
      if input.strict { throw ExitStatus(strict: failure) }
    }
    if corpus.talks.isEmpty { messages.note("no talk of --unlabelled could be read") }
    return corpus.talks
  }
}

/// ``ClassWeighting`` as a user writes it.
enum ClassWeightChoice: String, CaseIterable, ExpressibleByArgument {
  case none, balanced

  var weighting: ClassWeighting { self == .none ? .none : .balanced }
}
