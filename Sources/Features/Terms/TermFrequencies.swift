internal import Dispatch
internal import Synchronization
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

  /// Every term met.
  package internal(set) var terms: [Term] = []
  package internal(set) var hashes: [UInt64] = []
  package internal(set) var rows: [Row] = []
  /// Terms left out because another term has their hash; none are to be expected
  /// below 10⁸ terms.
  public private(set) var collisionCount = 0

  /// From each term's hash to its position.
  var table = GrowingHashTable()
  /// How many terms at the front are in the order of a vocabulary.
  var sortedCount = 0

  /// Talks that a worker counts before it hands them on.
  private static let talksInPart = 512

  /// Counts the terms of talks, one row a talk, in their order, on `workerCount`
  /// cores at once; the counts do not depend on it.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public init(
    talks: [Talk], counter: TermCounter, workerCount: Int = 1
  ) throws(ICUError) {
    let size = Self.talksInPart
    let partCount = (talks.count + size - 1) / size
    let results = Mutex([Result<TalkTally, ICUError>?](repeating: nil, count: partCount))
    let next = Atomic(0)
    // Parts are of one size, and joined in the order of their talks: which worker
    // counted them does not show.
    DispatchQueue.concurrentPerform(iterations: max(1, min(workerCount, partCount))) { _ in
      while true {
        let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < partCount else { return }
        let range = part * size..<min(talks.count, (part + 1) * size)
        let result = Self.tally(talks[range], counter)
        results.withLock { $0[part] = result }
      }
    }
    var checks: [UInt64] = []
    for part in 0..<partCount {
      let result = results.withLock { results in
        let result = results[part]
        results[part] = nil
        return result
      }
      if let result { append(try result.get(), &checks) }
    }
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
    let positions = part.hashes.indices.map { index -> Int32 in
      let next = Int32(terms.count)
      let position = table.insert(part.hashes[index], next) ?? next
      if position == next {
        terms.append(part.terms[index])
        hashes.append(part.hashes[index])
        checks.append(part.checks[index])
      }
      return checks[Int(position)] == part.checks[index] ? position : -1
    }
    var start = 0
    for end in part.ends {
      var cells: [(term: Int32, count: Double)] = []
      cells.reserveCapacity(end - start)
      for cell in part.cells[start..<end] {
        let position = positions[Int(cell.term)]
        if position >= 0 { cells.append((position, cell.count)) } else { collisionCount += 1 }
      }
      cells.sort { $0.term < $1.term }
      rows.append(Row(terms: cells.map(\.term), counts: cells.map(\.count)))
      start = end
    }
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
}

extension TermFrequencies {
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
