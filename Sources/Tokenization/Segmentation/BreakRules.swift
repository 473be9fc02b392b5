internal import CICU

/// ICU's compiled word rules: a state machine over categories of characters.
///
/// Read from ICU as it is linked, so that whatever its version says of letters,
/// marks, emoji and symbols holds here too. From one boundary the machine runs
/// over the text until it stops; the boundary after it is the last place where it
/// was in an accepting state.
///
/// Immutable, shared by all workers.
struct BreakRules: Sendable {
  /// Bits of a category in ``categories`` and in a row of ``transitions``.
  static let categoryBits = 6
  static let categoryMask: UInt8 = 0x3F
  /// Set in ``categories`` for halves of surrogate pairs, whose category is not that
  /// of the unit, and for characters that a dictionary cuts which
  /// ``DictionaryTable`` does not know how to.
  static let specialFlag: UInt8 = 0x40
  /// Set for characters that ``DictionaryTable`` cuts: ICU's Chinese and Japanese
  /// engine takes them, and NFKC leaves them alone.
  static let cjkFlag: UInt8 = 0x80

  /// The state that a boundary starts from; 0 is where the machine stops.
  static let start: UInt8 = 1

  /// The category of each UTF-16 unit, with flags.
  private(set) var categories = [UInt8](repeating: 0, count: 0x10000)
  /// The next state: row a state, column a category.
  private(set) var transitions: [UInt8] = []
  /// Of each state: 0 where it does not accept, otherwise one more than the index
  /// of its status in ``statuses``.
  private(set) var acceptances: [UInt8] = []
  /// ICU's rule statuses by index.
  private(set) var statuses: [UInt16] = []
  /// Last code point and category of each range beyond the basic plane.
  private var supplementary: [(last: UInt32, category: UInt8)] = []

  /// Reads compiled rules.
  ///
  /// Nil when they are not of the form known here: another format version, rules
  /// that look ahead, more states or categories than fit.
  init?(compiled: [UInt8]) {
    let reader = LittleEndianReader(bytes: compiled)
    // ICU's RBBIDataHeader: magic, version, …, offsets and lengths of the tables.
    guard reader.word(at: 0) == 0xB1A0, reader.byte(at: 4) == 6,
      let tableOffset = reader.word(at: 16), let trieOffset = reader.word(at: 32),
      let trieLength = reader.word(at: 36), let statusOffset = reader.word(at: 48),
      let statusLength = reader.word(at: 52),
      readStates(reader, at: tableOffset, statuses: statusOffset, count: statusLength / 4),
      let dictionaryStart = reader.word(at: tableOffset + 8),
      let trie = reader.slice(at: trieOffset, count: trieLength),
      readCategories(trie, dictionaryStart: dictionaryStart)
    else { return nil }
  }

  /// ICU's RBBIStateTable: number of states, bytes a row, first category of the
  /// dictionaries, number of look-aheads, flags; then the rows, each with what it
  /// accepts, its look-ahead, its status and the next state of each category.
  private mutating func readStates(
    _ reader: LittleEndianReader, at offset: Int, statuses statusOffset: Int, count: Int
  ) -> Bool {
    let hasByteRows = 4
    guard let stateCount = reader.word(at: offset), let rowLength = reader.word(at: offset + 4),
      let flags = reader.word(at: offset + 16), flags == hasByteRows, stateCount <= 255,
      rowLength > 3, rowLength - 3 <= 1 << Self.categoryBits
    else { return false }
    transitions = [UInt8](repeating: 0, count: stateCount << Self.categoryBits)
    acceptances = [UInt8](repeating: 0, count: stateCount)
    for state in 0..<stateCount {
      let row = offset + 20 + state * rowLength
      guard let accepting = reader.byte(at: row), accepting <= 1, reader.byte(at: row + 1) == 0,
        let group = reader.byte(at: row + 2)
      else { return false }
      if accepting == 1 {
        // A status is the last, and largest, of its group: count, then members.
        guard group < count, let size = reader.word(at: statusOffset + group * 4),
          group + size < count, let status = reader.word(at: statusOffset + (group + size) * 4)
        else { return false }
        acceptances[state] = UInt8(index(ofStatus: UInt16(truncatingIfNeeded: status)) + 1)
      }
      for category in 0..<rowLength - 3 {
        guard let next = reader.byte(at: row + 3 + category), next < stateCount else {
          return false
        }
        transitions[state << Self.categoryBits + category] = UInt8(next)
      }
    }
    return stateCount > Int(Self.start)
  }

  private mutating func index(ofStatus status: UInt16) -> Int {
    if let index = statuses.firstIndex(of: status) { return index }
    statuses.append(status)
    return statuses.count - 1
  }

  private mutating func readCategories(_ trie: ArraySlice<UInt8>, dictionaryStart: Int) -> Bool {
    let capacity = 20_000
    var last = [Int32](repeating: 0, count: capacity)
    var values = [UInt32](repeating: 0, count: capacity)
    var error: Int32 = 0
    // SAFETY: because the buffers outlive the call and their counts bound it; ICU
    // checks the trie's header against its length.
    let count = Int(
      unsafe trie.withUnsafeBufferPointer { trie -> Int32 in
        guard let bytes = trie.baseAddress else { return 0 }
        return unsafe cicu_rule_categories(
          bytes, Int32(trie.count), &last, &values, Int32(capacity), &error)
      })
    guard error <= 0, count > 0, count < capacity, last[count - 1] == 0x10FFFF else {
      return false
    }
    var first = 0
    for range in 0..<count {
      guard values[range] < 1 << Self.categoryBits else { return false }
      let category = UInt8(values[range])
      let isDictionary = Int(category) >= dictionaryStart
      for unit in first..<max(first, min(Int(last[range]) + 1, 0x10000)) {
        categories[unit] = category | (isDictionary ? Self.flag(of: unit) : 0)
      }
      first = Int(last[range]) + 1
      if last[range] > 0xFFFF {
        let flag = isDictionary ? Self.specialFlag : 0
        supplementary.append((UInt32(last[range]), category | flag))
      }
    }
    for unit in 0xD800...0xDFFF { categories[unit] |= Self.specialFlag }
    return true
  }

  private static func flag(of unit: Int) -> UInt8 {
    let plain = Int32(CICU_CJK | CICU_NFKC_INERT)
    return cicu_character_traits(Int32(unit)) == plain ? cjkFlag : specialFlag
  }

  /// The category of a code point beyond the basic plane; ``specialFlag`` is set if
  /// a dictionary cuts it.
  ///
  /// - Complexity: O(log *n*) for *n* ranges.
  func category(ofSupplementary codePoint: UInt32) -> UInt8 {
    var (low, high) = (0, supplementary.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if supplementary[middle].last < codePoint { low = middle + 1 } else { high = middle }
    }
    return supplementary[low].category
  }
}
