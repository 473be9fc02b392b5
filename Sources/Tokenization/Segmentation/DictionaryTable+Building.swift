internal import Glibc

extension DictionaryTable {
  /// Lays out ICU's dictionary; nil when it does not fit an entry's fields.
  init?(_ trie: DictionaryTrie) {
    guard let nodes = Nodes(trie), let codes = nodes.codes() else { return nil }
    let layout = Layout(nodes, codes: codes)
    guard layout.entries.count <= Int(Self.baseMask) else { return nil }
    self.codes = codes
    firsts = layout.firsts
    entries = layout.entries
  }

  /// The trie node by node, breadth first: what follows a node lies together.
  private struct Nodes {
    static let limit = 4_000_000

    var units: [UInt16] = [0]
    /// A cost of 0...255 or ``DictionaryTable/noWord``.
    var costs: [UInt16] = [UInt16(noWord)]
    var firstFollower: [Int32] = []
    /// How frequent the words through a node are, together.
    var weights: [Float] = []

    init?(_ trie: DictionaryTrie) {
      var places = [trie.root]
      var node = 0
      while node < places.count {
        firstFollower.append(Int32(places.count))
        trie.forEachNext(places[node]) { unit, place in
          units.append(unit)
          costs.append(UInt16(trie.cost(at: place) ?? Int(noWord)))
          places.append(place)
        }
        node += 1
        guard places.count <= Self.limit else { return nil }
      }
      firstFollower.append(Int32(places.count))
      guard costs.allSatisfy({ $0 <= UInt16(noWord) }) else { return nil }
      weigh()
    }

    func followers(of node: Int) -> Range<Int> {
      Int(firstFollower[node])..<Int(firstFollower[node + 1])
    }

    private mutating func weigh() {
      // A cost is the negative logarithm of a frequency: 11 more is half as frequent,
      // which makes the rarest word 10⁻⁷ of all as in ordinary prose.
      let shares = (0...255).map { exp2f(-Float($0) / 11) } + [0]
      weights = costs.map { shares[Int($0)] }
      for node in units.indices.reversed() {
        for follower in followers(of: node) { weights[node] += weights[follower] }
      }
    }

    /// A code for each unit, the most frequent first from 1; nil if they are too many.
    func codes() -> [UInt16]? {
      var frequencies = [Float](repeating: 0, count: 0x10000)
      for node in units.indices.dropFirst() { frequencies[Int(units[node])] += weights[node] }
      var used = frequencies.indices.filter { frequencies[$0] > 0 }
      guard used.count < Int(emptyCode) else { return nil }
      used.sort { (-frequencies[$0], $0) < (-frequencies[$1], $1) }
      var codes = [UInt16](repeating: 0, count: 0x10000)
      for (index, unit) in used.enumerated() { codes[unit] = UInt16(index + 1) }
      return codes
    }
  }

  /// Finds a place for the followers of every node.
  private struct Layout {
    var firsts: [UInt64]
    var entries: [UInt64] = []
    private let nodes: Nodes
    /// The code of each node's unit.
    private let codes: [UInt16]
    private let codeCount: Int
    /// A bit a slot: whether it is taken.
    private var taken: [UInt64] = []
    /// A bit a slot: whether it is a base.
    private var bases: [UInt64] = []
    private var lastBase = 0
    /// The slot where the search begins, by number of followers: before it little is
    /// free that as many fit.
    private var searchStarts = [Int](repeating: 1, count: 17)

    init(_ nodes: Nodes, codes: [UInt16]) {
      self.nodes = nodes
      self.codes = nodes.units.map { codes[Int($0)] }
      codeCount = Int(codes.max() ?? 0) + 1
      firsts = [UInt64](repeating: noWord, count: codeCount)
      for node in nodes.followers(of: 0) {
        firsts[Int(self.codes[node])] = UInt64(nodes.costs[node])
      }
      placeAll()
    }

    private mutating func placeAll() {
      let firstLevel = nodes.followers(of: 0)
      /// The slot of each node below the first level, once placed.
      var slots = [Int32](repeating: -1, count: codes.count)
      var followerCodes: [Int] = []
      for node in order() {
        let followers = nodes.followers(of: node)
        followerCodes.removeAll(keepingCapacity: true)
        for follower in followers { followerCodes.append(Int(codes[follower])) }
        followerCodes.sort()
        let base = findBase(followerCodes)
        var bits: UInt64 = 0
        for follower in followers {
          let code = Int(codes[follower])
          bits |= 1 << UInt64(code & 15)
          slots[follower] = Int32(base + code)
          taken[(base + code) >> 6] |= 1 << UInt64((base + code) & 63)
          entries[base + code] =
            UInt64(nodes.costs[follower]) | UInt64(code) << codeShift
        }
        let fields = UInt64(base) << baseShift | bits << followerShift
        if firstLevel.contains(node) {
          firsts[Int(codes[node])] |= fields
        } else {
          entries[Int(slots[node])] |= fields
        }
      }
      // Every base leaves room for every code behind it.
      entries.removeSubrange((lastBase + codeCount + 1)...)
    }

    /// The nodes with followers, the heavier ones first.
    ///
    /// A node is lighter than the one before it or as heavy, and a tie keeps the order
    /// of the nodes, so what leads to a node comes before it.
    private func order() -> [Int] {
      // The bits of numbers without sign are in the order of the numbers.
      var keys: [UInt64] = []
      for node in codes.indices.dropFirst() where !nodes.followers(of: node).isEmpty {
        keys.append(UInt64(~nodes.weights[node].bitPattern) << 32 | UInt64(node))
      }
      keys.sort()
      return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    /// The first base from where the search begins that leaves every code a free slot:
    /// 64 bases are looked at together.
    private mutating func findBase(_ codes: [Int]) -> Int {
      let size = min(codes.count, 16)
      let start = max(0, searchStarts[size] - codes[0])
      var word = start >> 6
      var tries = 0
      while true {
        grow(to: (word + 1) << 6 + codeCount)
        var used = bases[word]
        for code in codes {
          used |= window(taken, word << 6 + code)
          if used == .max { break }
        }
        if used != .max {
          let base = word << 6 + (~used).trailingZeroBitCount
          bases[word] |= ~used & (used &+ 1)
          lastBase = max(lastBase, base)
          if tries > Self.patience { searchStarts[size] = base + codes[0] }
          return base
        }
        tries += 1
        word += 1
      }
    }

    /// The 64 bits from `start` on.
    private func window(_ bits: [UInt64], _ start: Int) -> UInt64 {
      let (word, shift) = (start >> 6, UInt64(start & 63))
      // Two shifts, since a number can be shifted by 63 at most.
      return bits[word] >> shift | (bits[word + 1] << 1) << (63 - shift)
    }

    private mutating func grow(to count: Int) {
      guard entries.count < count else { return }
      let larger = (count + 0xFFFF) & ~0xFFFF
      let empty = noWord | emptyCode << codeShift
      entries.append(contentsOf: [UInt64](repeating: empty, count: larger - entries.count))
      // A window reaches one word beyond.
      let words = larger >> 6 + 1
      taken.append(contentsOf: [UInt64](repeating: 0, count: words - taken.count))
      bases.append(contentsOf: [UInt64](repeating: 0, count: words - bases.count))
    }

    private static let patience = 8
  }
}
