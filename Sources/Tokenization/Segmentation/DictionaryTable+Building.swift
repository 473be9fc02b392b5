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
    private let codes: [UInt16]
    private let codeCount: Int
    private var isBase: [Bool] = []
    /// Free slots as a list: the slot after each, itself skipped once it is taken.
    private var nextFree: [Int32] = []
    /// Where the search begins, by number of followers: before it little is free
    /// that as many fit.
    private var searchStarts = [Int](repeating: 1, count: 17)

    init(_ nodes: Nodes, codes: [UInt16]) {
      self.nodes = nodes
      self.codes = codes
      codeCount = Int(codes.max() ?? 0) + 1
      firsts = [UInt64](repeating: noWord, count: codeCount)
      for node in nodes.followers(of: 0) {
        firsts[Int(codes[Int(nodes.units[node])])] = UInt64(nodes.costs[node])
      }
      placeAll()
    }

    private mutating func placeAll() {
      let inner = nodes.units.indices.dropFirst().filter { !nodes.followers(of: $0).isEmpty }
      let firstLevel = nodes.followers(of: 0)
      /// The slot of each node below the first level, once placed.
      var slots = [Int32](repeating: -1, count: nodes.units.count)
      // Heavier nodes first; a node is lighter than the one before it or as heavy, and
      // a tie keeps the order of the nodes, so what leads to a node is placed already.
      let order = inner.sorted { (-nodes.weights[$0], $0) < (-nodes.weights[$1], $1) }
      for node in order {
        let followers = nodes.followers(of: node)
        let followerCodes = followers.map { Int(codes[Int(nodes.units[$0])]) }.sorted()
        let base = findBase(followerCodes)
        var bits: UInt64 = 0
        for follower in followers {
          let code = Int(codes[Int(nodes.units[follower])])
          bits |= 1 << UInt64(code & 15)
          slots[follower] = Int32(base + code)
          entries[base + code] =
            UInt64(nodes.costs[follower]) | UInt64(code) << codeShift
        }
        let fields = UInt64(base) << baseShift | bits << followerShift
        if firstLevel.contains(node) {
          firsts[Int(codes[Int(nodes.units[node])])] |= fields
        } else {
          entries[Int(slots[node])] |= fields
        }
      }
      // Every base leaves room for every code behind it.
      let last = isBase.lastIndex(of: true) ?? 0
      grow(to: last + codeCount + 1)
    }

    private mutating func grow(to count: Int) {
      guard entries.count < count else { return }
      let empty = noWord | emptyCode << codeShift
      entries.append(contentsOf: repeatElement(empty, count: count - entries.count))
      isBase.append(contentsOf: repeatElement(false, count: count - isBase.count))
      for slot in nextFree.count...count { nextFree.append(Int32(slot)) }
    }

    /// The first free slot from `slot` on.
    private mutating func free(from slot: Int) -> Int {
      var found = slot
      while true {
        if found >= entries.count { grow(to: found + 65_536) }
        if isEmpty(found) { break }
        let next = Int(nextFree[found])
        found = max(next, found + 1)
      }
      // Whoever asks again from here finds the way short.
      if found > slot { nextFree[slot] = Int32(found) }
      return found
    }

    private func isEmpty(_ slot: Int) -> Bool {
      entries[slot] >> codeShift & codeMask == emptyCode
    }

    private mutating func findBase(_ codes: [Int]) -> Int {
      let size = min(codes.count, 16)
      var slot = free(from: max(searchStarts[size], codes[0]))
      var tries = 0
      while true {
        let base = slot - codes[0]
        grow(to: base + codeCount + 1)
        if !isBase[base], codes.allSatisfy({ isEmpty(base + $0) }) {
          isBase[base] = true
          if tries > Self.patience { searchStarts[size] = slot }
          return base
        }
        tries += 1
        slot = free(from: slot + 1)
      }
    }

    private static let patience = 100
  }
}
