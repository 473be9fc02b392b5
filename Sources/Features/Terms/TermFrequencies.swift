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

  /// The terms in the order of a vocabulary, then those that no talk has.
  package private(set) var terms: [Term]
  package private(set) var hashes: [UInt64]
  package private(set) var rows: [Row]
  /// Terms left out because another term has their hash; none are to be expected
  /// below 10⁸ terms.
  public let collisionCount: Int

  /// From each term's hash to its position.
  private var table: GrowingHashTable
  /// How many terms at the front are in the order of a vocabulary.
  let sortedCount: Int

  /// Rows that a worker makes before it hands them on.
  private static let rowsInPart = 256
  /// Terms that a worker names and sorts before it hands them on.
  private static let termsInPart = 1 << 16

  /// Counts the terms of talks, one row a talk, in their order, on `workerCount`
  /// cores at once; the counts do not depend on it.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public init(
    talks: [Talk], counter: TermCounter, workerCount: Int = 1
  ) throws(ICUError) {
    self.init(
      try CountedTalks(talks, counter: counter, workerCount: workerCount), sharedOnly: false,
      workerCount: workerCount)
  }

  /// Takes counted terms, with `sharedOnly` without the pairs and fragments of one talk
  /// alone, which no vocabulary takes.
  ///
  /// Every fold of an evaluation learns a vocabulary: it is spared sorting, and most
  /// of the terms.
  package init(_ counted: CountedTalks, sharedOnly: Bool, workerCount: Int) {
    let talkCounts = counted.talkCounts()
    let kept = counted.kinds.indices.filter { position in
      switch counted.kinds[position] {
      case .word, .keyword: true
      case .pair, .fragment: !sharedOnly || talkCounts[position] >= 2
      }
    }
    let sorted = Self.sorted(kept, of: counted, workerCount)
    terms = sorted.map(\.term)
    hashes = sorted.map { counted.hashes[$0.position] }
    collisionCount = counted.collisionCount
    sortedCount = terms.count
    table = GrowingHashTable(capacity: terms.count)
    for (position, hash) in hashes.enumerated() { _ = table.insert(hash, Int32(position)) }
    var positions = [Int32](repeating: -1, count: counted.hashes.count)
    for (position, term) in sorted.enumerated() { positions[term.position] = Int32(position) }
    rows = Parts.map(counted.rows.count, size: Self.rowsInPart, workerCount: workerCount) {
      [positions] in
      counted.rows[$0].map { Self.row($0, positions) }
    }.flatMap(\.self)
  }

  /// Terms with their texts and their positions among those counted, in the order of a
  /// vocabulary.
  private static func sorted(
    _ positions: [Int], of counted: CountedTalks, _ workerCount: Int
  ) -> [(term: Term, position: Int)] {
    var parts = Parts.map(positions.count, size: termsInPart, workerCount: workerCount) { part in
      positions[part].map { (term: counted.term($0), position: $0) }
        .sorted { Term.precedes($0.term, $1.term) }
    }
    while parts.count > 1 {
      parts = Parts.map(parts.count, size: 2, workerCount: workerCount) { [parts] pair in
        pair.count == 2
          ? merged(parts[pair.lowerBound], parts[pair.lowerBound + 1])
          : parts[pair.lowerBound]
      }
    }
    return parts.first ?? []
  }

  private static func merged(
    _ one: [(term: Term, position: Int)], _ other: [(term: Term, position: Int)]
  ) -> [(term: Term, position: Int)] {
    var result: [(term: Term, position: Int)] = []
    result.reserveCapacity(one.count + other.count)
    var (first, second) = (0, 0)
    while first < one.count, second < other.count {
      if Term.precedes(other[second].term, one[first].term) {
        result.append(other[second])
        second += 1
      } else {
        result.append(one[first])
        first += 1
      }
    }
    return result + one[first...] + other[second...]
  }

  /// The kept terms of a talk at their new positions, ascending.
  private static func row(_ cells: CountedTalks.Cells, _ positions: [Int32]) -> Row {
    // A position and a place among the cells in one number: numbers sort fast.
    var keys: [UInt64] = []
    keys.reserveCapacity(cells.count)
    for (place, cell) in cells.enumerated() {
      let position = positions[Int(cell.term)]
      if position >= 0 { keys.append(UInt64(position) << 32 | UInt64(place)) }
    }
    keys.sort()
    return Row(
      terms: keys.map { Int32(truncatingIfNeeded: $0 >> 32) },
      counts: keys.map { cells[Int($0 & 0xFFFF_FFFF)].count })
  }

  /// Makes room for terms that no talk has, unless they are there.
  package mutating func addUnseen(_ unseen: [Term]) {
    for term in unseen {
      let hash = TermHash.word(term.text)
      guard table.insert(hash, Int32(terms.count)) == nil else { continue }
      terms.append(term)
      hashes.append(hash)
    }
  }

  /// The position of the term with a hash, or nil.
  package func position(ofHash hash: UInt64) -> Int? {
    let position = table.index(of: hash)
    return position < 0 ? nil : Int(position)
  }

  /// How often a talk has each of its terms.
  public func counts(ofTalk index: Int) -> [Term: Double] {
    Dictionary(
      zip(rows[index].terms.map { terms[Int($0)] }, rows[index].counts),
      uniquingKeysWith: { first, _ in first })
  }
}
