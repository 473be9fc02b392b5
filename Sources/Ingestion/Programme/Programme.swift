internal import Files
public import Talks

/// The list of all talks of an event, to tell which have slides.
public struct Programme: Sendable, Equatable {
  /// The titles in the order of the file.
  public private(set) var titles: [String] = []
  /// For each title, the id of the talk that has it, or nil.
  public private(set) var talkIDs: [String?] = []
  private var pairs: [TitlePairs] = []

  /// Creates a programme of titles.
  public init(titles: [String]) {
    self.titles = titles
    talkIDs = titles.map { _ in nil }
    pairs = titles.map { TitlePairs($0) }
  }

  /// Reads a programme: talk JSONL, a table with a column `title`, or a title a line.
  ///
  /// - Throws: ``IngestionError`` when the file cannot be read or names no talk.
  public init(contentsOf path: String, columns: [String: String] = [:]) throws(IngestionError) {
    let location = SourceLocation(path: path)
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try FileSource.contents(of: path, limit: RecordParser.maximumByteCount)
    } catch {
      throw IngestionError(error)
    }
    guard let bytes else {
      throw IngestionError(
        at: location, reason: "the programme is too long", remedy: "give a list of titles")
    }
    var titles: [String] = []
    if Cutting(beginning: bytes, path: path) == .document {
      var notes = ReadingNotes()
      let text = try TextDecoding.text(
        of: EncodingConversion.utf8(from: bytes, at: location, notes: &notes), at: location,
        notes: &notes)
      titles = text.split(separator: "\n").map { String($0.trimmed) }.filter { !$0.isEmpty }
    } else {
      var reader = RecordReader(
        InputFiles([path]), options: ReadingOptions(columns: columns))
      let parser = RecordParser(options: reader.options)
      while let record = reader.next() {
        for result in parser.parse(record) { titles.append(try result.get().talk.title) }
      }
    }
    guard !titles.isEmpty else {
      throw IngestionError(
        at: location, reason: "the programme names no talk", remedy: "give a title a line")
    }
    self.init(titles: titles)
  }

  /// Takes note of a talk with slides, under the title most like its own.
  ///
  /// A talk whose title is taken is a copy, and goes under no other; where several
  /// talks of the event have one title, each copy is one of them.
  public mutating func add(_ talk: Talk) {
    guard talk.slides.contains(where: { !$0.text.isEmpty }) else { return }
    let own = TitlePairs(talk.title)
    var best: (index: Int, rank: (Double, Double, Int))?
    for index in titles.indices {
      let (contained, shared) = own.likeness(to: pairs[index])
      let rank = (contained, shared, talkIDs[index] == nil ? 1 : 0)
      if TitlePairs.areOne(contained, shared), best.map({ rank > $0.rank }) ?? true {
        best = (index, rank)
      }
    }
    if let best, talkIDs[best.index] == nil { talkIDs[best.index] = talk.id }
  }

  /// How many talks have slides.
  public var coveredCount: Int { talkIDs.count(where: { $0 != nil }) }

  /// The titles of talks without slides.
  public var missing: [String] { zip(titles, talkIDs).filter { $1 == nil }.map(\.0) }
}

/// A title as the pairs of its neighbouring letters, for telling that two titles are
/// one in spite of punctuation, spaces, width, subtitles and translations.
///
/// Numbers are another matter: 第 3 回 and 第 13 回 are two talks, however alike.
private struct TitlePairs: Sendable, Equatable {
  private let pairs: Set<UInt64>
  private let numbers: Set<[UInt32]>

  /// Whether titles of such likeness are one.
  ///
  /// One holds all of the other, as without its subtitle, or they are much the same as
  /// a whole. A long word in common, such as オブザーバビリティ, is not enough.
  static func areOne(_ contained: Double, _ shared: Double) -> Bool {
    contained >= 0.95 || (contained >= 0.7 && shared >= 0.5)
  }

  init(_ title: String) {
    let letters = TextFolding.folded(title).filter(TextFolding.isLetter)
    pairs = Set(zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    numbers = Set(letters.split { !(0x30...0x39).contains($0) }.map(Array.init))
  }

  /// The share of the shorter title's pairs that the longer has, and of the pairs of
  /// both those in common, in 0...1.
  ///
  /// The first is 0 for a title of few letters that is not about as long as the other,
  /// and where each title has a number that the other lacks.
  func likeness(to other: TitlePairs) -> (contained: Double, shared: Double) {
    guard numbers.isSubset(of: other.numbers) || other.numbers.isSubset(of: numbers) else {
      return (0, 0)
    }
    let (short, long) =
      pairs.count < other.pairs.count ? (pairs, other.pairs) : (other.pairs, pairs)
    guard !short.isEmpty, short.count >= 6 || 2 * short.count >= long.count else { return (0, 0) }
    let common = Double(short.count(where: long.contains))
    return (
      common / Double(short.count), common / (Double(short.count + long.count) - common)
    )
  }
}
