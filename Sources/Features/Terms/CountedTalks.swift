package import Talks
package import Tokenization

/// The terms of many talks as hashes and counts, most of them without a text yet.
///
/// Most pairs of words stand in one talk alone and end in no vocabulary: a pair is
/// named by its two words, and its text made when ``TermFrequencies`` takes it.
package struct CountedTalks: Sendable {
  /// One talk's terms: positions among all, in the order they were met, and their counts.
  package typealias Cells = [(term: Int32, count: Double)]

  /// What each term comes from.
  package private(set) var kinds: [Term.Kind] = []
  /// What each term is looked up by.
  package private(set) var hashes: [UInt64] = []
  /// One a talk.
  package private(set) var rows: [Cells] = []
  /// Terms left out because another term has their hash; none are to be expected
  /// below 10⁸ terms.
  package private(set) var collisionCount = 0

  private var names: [TermName] = []
  /// From each term's hash to its position.
  private var table = GrowingHashTable()

  /// Talks that a worker counts before it hands them on.
  private static let talksInPart = 512

  /// Counts the terms of talks, one row a talk, in their order, on `workerCount`
  /// cores at once; the counts do not depend on it.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  package init(
    _ talks: [Talk], counter: TermCounter, workerCount: Int
  ) throws(ICUError) {
    let parts = Parts.map(talks.count, size: Self.talksInPart, workerCount: workerCount) {
      Self.tally(talks[$0], counter)
    }
    var checks: [UInt64] = []
    for part in parts { append(try part.get(), &checks) }
  }

  private static func tally(
    _ talks: ArraySlice<Talk>, _ counter: TermCounter
  ) -> Result<TalkTally, ICUError> {
    do throws(ICUError) {
      var scratch = try TokenizationScratch()
      var tally = TalkTally()
      for talk in talks { try counter.count(talk, into: &tally, scratch: &scratch) }
      return .success(tally)
    } catch {
      return .failure(error)
    }
  }

  /// Adds the talks of a part; `checks` holds those of all terms so far.
  private mutating func append(_ part: TalkTally, _ checks: inout [UInt64]) {
    collisionCount += part.collisionCount
    // Where each term of the part is among all, and whether another has its hash there.
    var positions: [Int32] = []
    var collides: [Bool] = []
    positions.reserveCapacity(part.hashes.count)
    collides.reserveCapacity(part.hashes.count)
    for (index, hash) in part.hashes.enumerated() {
      let next = Int32(hashes.count)
      let position = table.insert(hash, next) ?? next
      positions.append(position)
      if position == next {
        kinds.append(part.kinds[index])
        names.append(part.names[index].moved(to: positions))
        hashes.append(hash)
        checks.append(part.checks[index])
      }
      collides.append(checks[Int(position)] != part.checks[index])
    }
    var start = 0
    for end in part.ends {
      var row = Cells()
      row.reserveCapacity(end - start)
      for cell in part.cells[start..<end] {
        if collides[Int(cell.term)] {
          collisionCount += 1
        } else {
          row.append((positions[Int(cell.term)], cell.count))
        }
      }
      rows.append(row)
      start = end
    }
  }

  /// How many talks have each term.
  func talkCounts() -> [Int32] {
    var counts = [Int32](repeating: 0, count: hashes.count)
    for row in rows { for cell in row { counts[Int(cell.term)] += 1 } }
    return counts
  }

  /// A term with its text.
  func term(_ position: Int) -> Term { Term(text: text(position), kind: kinds[position]) }

  private func text(_ position: Int) -> String {
    switch names[position] {
    case .text(let text): text
    case .pair(let first, let second): text(Int(first)) + " " + text(Int(second))
    }
  }
}
