import Features
import Shogen
import Talks
import TestSupport
import Testing

@testable import Training

@Suite("Choosing settings")
struct SettingsSearchTests {
  private static func chosen(
    _ talks: [Talk], _ vectors: WordVectors?, lexicon: Lexicon = Lexicon(), rows: [Int]? = nil
  ) throws -> ChosenSettings {
    var settings = TwoClusters.settings
    settings.search = SettingsSearch()
    let labelled = try LabelledTalks(
      talks: talks, scheme: TwoClusters.scheme.get(),
      knowledge: PriorKnowledge(lexicon: lexicon, vectors: vectors), settings: settings)
    let rows = rows ?? Array(talks.indices)
    let space = try FeatureSpace(labelled, rows: rows, settings: settings)
    let classes = rows.compactMap { labelled.poles[0][$0] }
    return AxisLearner(labelled, space: space, axis: 0, settings: settings)
      .learn(rows: rows, classes: classes).chosen
  }

  @Test("believes vectors that are the only signal, and is the same every time")
  func onlySignal() throws {
    let talks = TwoClusters.talks(0..<24)
    let chosen = try Self.chosen(talks, try TwoClusters.vectors())
    #expect(chosen.prior.vectors > 0)
    #expect(try Self.chosen(talks, try TwoClusters.vectors()) == chosen)
    #expect(try Self.chosen(talks, nil).prior == PriorStrengths())
  }

  /// Talks that two words of their pole tell apart, amid words that mean nothing.
  private static func wordy(seed: UInt64) -> [Talk] {
    var generator = SeededGenerator(seed: seed)
    let syllables = ["ba", "ke", "lo", "mi", "nu", "pa", "re", "so"]
    return (0..<30).map { index in
      let pole = index % 2 == 1 ? "sky" : "sea"
      let words =
        (0..<3).map { _ in
          syllables[generator.below(8)] + syllables[generator.below(8)] + "x"
        } + (pole == "sky" ? ["cloud", "bird"] : ["wave", "fish"])
      return Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: words.joined(separator: "\n"))],
        labels: ["place": pole])
    }
  }

  @Test("makes common words count where one of most talks tells the poles apart")
  func commonWord() throws {
    var generator = SeededGenerator(seed: 5)
    let talks = (0..<80).map { index in
      let isSky = index % 3 != 0
      let words = (0..<12).map { _ in "w\(generator.below(400))x" } + (isSky ? ["cloud"] : [])
      return Talk(
        id: "\(index)", title: "",
        slides: [Slide(number: 1, text: words.joined(separator: "\n"))],
        labels: ["place": isSky ? "sky" : "sea"])
    }
    #expect(try Self.chosen(talks, nil).prior.common > 0)
  }

  @Test("turns useless vectors off more often than not")
  func uselessVectors() throws {
    var off = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      let talks = Self.wordy(seed: seed)
      let vectors = try TwoClusters.noise(for: talks, dimension: 24, seed: seed)
      if try Self.chosen(talks, vectors).prior.vectors == 0 { off += 1 }
    }
    #expect(off >= 4)
  }

  @Test("sees training talks only: labels of held-out talks change nothing")
  func heldOut() throws {
    let talks = TwoClusters.talks(0..<32)
    let training = Array(0..<20)
    let changed = talks.enumerated().map { index, talk in
      var talk = talk
      if index >= 20 { talk.labels["place"] = index % 3 == 0 ? "sky" : "sea" }
      return talk
    }
    let vectors = try TwoClusters.vectors()
    let one = try Self.chosen(talks, vectors, rows: training)
    #expect(try Self.chosen(changed, vectors, rows: training) == one)
  }

  @Test("believes a lexicon that is right more than one that is wrong")
  func lexicon() throws {
    let talks = TwoClusters.talks(0..<16)
    func hints(isRight: Bool) -> Lexicon {
      Lexicon(
        entries: (0..<16).map { talk in
          let isSky = talk % 2 == 1
          return LexiconEntry(
            term: TwoClusters.word(talk, 0, isSky: isSky),
            hints: [.init(axis: "place", pole: isSky == isRight ? "sky" : "sea", weight: 1)])
        })
    }
    #expect(try Self.chosen(talks, nil, lexicon: hints(isRight: true)).prior.lexicon >= 1)
    #expect(try Self.chosen(talks, nil, lexicon: hints(isRight: false)).prior.lexicon == 0)
  }

  @Test("believes what is known where too few talks are there to judge by")
  func tooFew() throws {
    // One sky talk cannot be held out and learned from at once.
    let talks = TwoClusters.talks(0..<2) + TwoClusters.talks(2..<3)
    let chosen = try Self.chosen(talks, try TwoClusters.vectors())
    #expect(chosen.prior == PriorStrengths(lexicon: 0, vectors: 1))
    #expect(chosen.temperature == 1)
  }

  @Test("a pole that is rare in a sample of many talks does not end the search")
  func rarePole() {
    // 450 talks in a sample of 150: of the third pole's three talks one stays.
    let classes = (0..<450).map { $0 < 3 ? 2 : $0 % 2 }
    var matrix = SparseMatrix(columnCount: 3)
    for index in classes { matrix.appendRow(columns: [Int32(index)], values: [1]) }
    var search = SettingsSearch()
    search.maximumTalks = 150
    search.foldCount = 2
    search.maximumRepeats = 1
    search.inverseRegularizations = [30]
    // With equal document frequencies it does what C does.
    search.commonStrengths = []
    let chosen = search.choose(
      from: ChosenSettings(TrainingSettings(inverseRegularization: 1)),
      problem: .init(
        design: PriorDesign(matrix: matrix, tables: [.empty]), hints: nil, classes: classes,
        classCount: 3, units: Array(classes.indices), classWeighting: .none, seed: 1))
    #expect(chosen.inverseRegularization == 30)
    #expect(chosen.temperature != 1)
  }
}
