internal import FoundationEssentials
internal import Ingestion
public import Talks

/// How fast pages in memory are read on one core, layout by layout.
///
/// Talks are joined to decks of a usual size and written as each kind of page. The
/// bytes counted are the page's.
public struct IngestionThroughput: Sendable {
  /// One line of the result.
  public struct Row: Sendable {
    /// The kind of page.
    public var page: String
    /// Bytes of all pages.
    public var byteCount: Int
    /// Seconds for finding talks, slides and text alone; 0 where it is not measured.
    public var readingSeconds: Double
    /// Seconds for that and mending the text, as ingestion does.
    public var repairSeconds: Double
    /// Slides read, all pages together.
    public var slideCount: Int
  }

  /// Bytes of text a deck has at least: some forty slides.
  public static let deckByteCount = 12_000

  private let decks: [Talk]
  private let timing: RepeatedTiming

  /// Creates a measurement of `roundCount` rounds of `minimumSeconds` each, at least.
  public init(talks: [Talk], roundCount: Int = 5, minimumSeconds: Double = 0.2) {
    decks = Self.decks(of: talks)
    timing = RepeatedTiming(roundCount: max(1, roundCount), minimumSeconds: minimumSeconds)
  }

  /// How many decks the talks made.
  public var deckCount: Int { decks.count }

  /// Measures each kind of page, and at last Foundation's decoder on the talk JSONL.
  public func measure() -> [Row] {
    PageSample.allCases.map(row) + [foundationRow()]
  }

  private func row(_ sample: PageSample) -> Row {
    let pages = decks.map { Array(sample.page(of: $0).utf8) }
    let records = pages.enumerated().map { index, page in
      let location = SourceLocation(path: "deck-\(index + 1)")
      return sample == .talkLine
        ? RawRecord.talkLine(Array(page.dropLast()), at: location) : .document(page, at: location)
    }
    var slideCount = 0
    var scratch = RecordParser.Scratch()
    func read(_ parser: RecordParser) {
      slideCount = 0
      for record in records {
        for case .success(let ingested) in parser.parse(record, scratch: &scratch) {
          slideCount += ingested.talk.slides.count
        }
      }
    }
    let seconds = timing.medians([
      { read(RecordParser(options: ReadingOptions(repairsText: false))) },
      { read(RecordParser()) },
    ])
    return Row(
      page: sample.rawValue, byteCount: pages.reduce(0) { $0 + $1.count },
      readingSeconds: seconds[0], repairSeconds: seconds[1], slideCount: slideCount)
  }

  private struct DecodedTalk: Decodable {
    struct DecodedSlide: Decodable {
      var number: Int
      var text: String
    }
    var id: String
    var title: String
    var speaker: String?
    var slides: [DecodedSlide]
  }

  private func foundationRow() -> Row {
    let lines = decks.map { Data(PageSample.talkLine.page(of: $0).utf8) }
    let decoder = JSONDecoder()
    var slideCount = 0
    let seconds = timing.median {
      slideCount = 0
      for line in lines {
        slideCount += (try? decoder.decode(DecodedTalk.self, from: line))?.slides.count ?? 0
      }
    }
    return Row(
      page: "talk JSONL by Foundation", byteCount: lines.reduce(0) { $0 + $1.count },
      readingSeconds: seconds, repairSeconds: 0, slideCount: slideCount)
  }

  /// Talks one after the other in decks of ``deckByteCount``.
  private static func decks(of talks: [Talk]) -> [Talk] {
    var decks: [Talk] = []
    for talk in talks {
      if decks.isEmpty || decks[decks.count - 1].byteCount >= deckByteCount {
        decks.append(
          Talk(id: talk.id, title: talk.title, speaker: talk.speaker, slides: []))
      }
      for slide in talk.slides {
        let number = decks[decks.count - 1].slides.count + 1
        decks[decks.count - 1].slides.append(Slide(number: number, text: slide.text))
      }
    }
    return decks
  }
}
