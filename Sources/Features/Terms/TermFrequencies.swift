public import Talks
public import Tokenization

/// The counted terms of many talks: what every fold of an evaluation and every
/// vocabulary is made from, so that text is tokenized once.
public struct TermFrequencies: Sendable {
  /// One talk's terms: positions in ``terms``, ascending, and their counts.
  package struct Row: Sendable {
    package var terms: [Int32] = []
    package var counts: [Double] = []
  }

  /// Every term met, in the order of its first talk.
  package private(set) var terms: [Term] = []
  package private(set) var hashes: [UInt64] = []
  package private(set) var rows: [Row] = []
  /// Terms left out because another term has their hash; none are to be expected
  /// below 10⁸ terms.
  public private(set) var collisionCount = 0

  private var positions: [UInt64: Int32] = [:]

  /// Counts the terms of talks, one row a talk, in their order.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public init(talks: [Talk], counter: TermCounter) throws(ICUError) {
    var scratch = try TokenizationScratch()
    for talk in talks { append(try counter.counts(of: talk, scratch: &scratch)) }
  }

  /// Makes room for terms that no talk has, unless they are there.
  package mutating func addUnseen(_ unseen: [Term]) {
    for term in unseen {
      let hash = TermHash.word(term.text)
      guard positions[hash] == nil else { continue }
      positions[hash] = Int32(terms.count)
      terms.append(term)
      hashes.append(hash)
    }
  }

  private mutating func append(_ counts: [TermCounter.Count]) {
    var cells: [(term: Int32, count: Double)] = []
    cells.reserveCapacity(counts.count)
    for entry in counts {
      if let position = positions[entry.hash] {
        guard terms[Int(position)] == entry.term else {
          collisionCount += 1
          continue
        }
        cells.append((position, entry.count))
      } else {
        let position = Int32(terms.count)
        positions[entry.hash] = position
        terms.append(entry.term)
        hashes.append(entry.hash)
        cells.append((position, entry.count))
      }
    }
    cells.sort { $0.term < $1.term }
    rows.append(Row(terms: cells.map(\.term), counts: cells.map(\.count)))
  }
}

extension TermFrequencies {
  /// The position of the term with a hash, or nil.
  package func position(ofHash hash: UInt64) -> Int? {
    positions[hash].map(Int.init)
  }

  /// How often a talk has each of its terms.
  public func counts(ofTalk index: Int) -> [Term: Double] {
    Dictionary(
      zip(rows[index].terms.map { terms[Int($0)] }, rows[index].counts),
      uniquingKeysWith: { first, _ in first })
  }
}
