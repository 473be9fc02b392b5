internal import CICU

/// ICU's cut of a run of ideographs and kana: the words of least total cost.
///
/// best(0) = 0, best(j) = min over words that span i..<j of best(i) + cost. The
/// words are those of the dictionary; each single character, for 255 if it is no
/// word; and each whole run of fewer than 20 katakana, at ``katakanaCosts``. Of two
/// ways with one total the one whose last word is longer stays: ICU tries earlier
/// starts first and replaces only by a smaller total.
///
/// A candidate is one number, total × 32 + (31 − length of the last word), so that
/// the smaller of two is the better and says where its last word began.
enum ShortestPath {
  /// Units of a run at most: totals of longer ones would not fit.
  static let maximumRun = 1 << 18
  /// Units of memory needed beyond those of the text.
  static let padding = 8
  private static let maximumKatakana = 20
  private static let lengthBits: UInt32 = 5
  private static let lengthMask: UInt32 = 31
  private static let unknownCost: UInt32 = 255

  /// What the search needs of a worker's memory, each with room for the text and
  /// ``padding`` units.
  // SAFETY: because whoever makes one deallocates it, once.
  @safe struct Memory {
    /// The code of each unit of the run in the dictionary; a zero ends it.
    let codes: UnsafeMutablePointer<UInt16>
    /// Of each unit the candidate that it makes alone.
    let singles: UnsafeMutablePointer<UInt32>
    /// Of each unit the candidate that it makes with the next one.
    let pairs: UnsafeMutablePointer<UInt32>
    /// Of each unit where the entry of it and the next one would be, then of it and
    /// the next two.
    let slots: UnsafeMutablePointer<UInt32>
    /// Of each place the best way to it.
    let best: UnsafeMutablePointer<UInt32>

    init(unitCount: Int) {
      let count = unitCount + padding
      unsafe codes = .allocate(capacity: count)
      unsafe singles = .allocate(capacity: count)
      unsafe pairs = .allocate(capacity: count)
      unsafe slots = .allocate(capacity: count)
      unsafe best = .allocate(capacity: count)
    }

    func deallocate() {
      unsafe codes.deallocate()
      unsafe singles.deallocate()
      unsafe pairs.deallocate()
      unsafe slots.deallocate()
      unsafe best.deallocate()
    }
  }

  /// Notes a unit of the run by its code and the one after it, 0 at the run's end.
  ///
  /// All loads of the second character are under way before the search needs any:
  /// the table is larger than the second-level cache.
  // SAFETY: because codes are below the tables' bounds and `index` within the memory.
  @inline(__always)
  static func prepare(
    _ code: Int, before next: Int, at index: Int, _ memory: Memory, _ tables: SegmentationTables
  ) {
    let entry = unsafe tables.firsts[code]
    let isWord = entry & DictionaryTable.noWord == 0
    let cost = isWord ? UInt32(truncatingIfNeeded: entry & 0xFF) : unknownCost
    let base = entry >> DictionaryTable.baseShift & DictionaryTable.baseMask
    let isFollowed = entry >> (DictionaryTable.followerShift &+ UInt64(next & 15)) & 1 != 0
    // Entry 0 is empty: no base and no code leads there.
    let slot = isFollowed ? Int(base) &+ next : 0
    unsafe cicu_prefetch(tables.entries + slot)
    unsafe memory.codes[index] = UInt16(truncatingIfNeeded: code)
    unsafe memory.singles[index] = cost << lengthBits | 30
    unsafe memory.slots[index] = UInt32(truncatingIfNeeded: slot)
  }

  /// Looks up each unit of the run with the next one, and starts the look-ups of three.
  // SAFETY: because the memory is prepared for `count` units and two zero codes.
  @inline(__always)
  private static func preparePairs(
    _ count: Int, _ memory: Memory, _ entries: UnsafePointer<UInt64>
  ) {
    for index in 0..<count {
      let entry = unsafe entries[Int(memory.slots[index])]
      let isMiss = isMiss(entry, code: unsafe memory.codes[index &+ 1])
      unsafe memory.pairs[index] = (cost(entry) | isMiss << 30) &+ 29
      let third = unsafe memory.codes[index &+ 2]
      let slot = followerSlot(entry, code: third) & (isMiss &- 1)
      unsafe cicu_prefetch(entries + Int(slot))
      unsafe memory.slots[index] = slot
    }
  }

  /// 1 if the entry is not the one that `code` leads to, otherwise 0.
  ///
  /// Whether two units are a word is a coin toss, so no branch asks it.
  @inline(__always)
  private static func isMiss(_ entry: UInt64, code: UInt16) -> UInt32 {
    let found = UInt32(truncatingIfNeeded: entry >> DictionaryTable.codeShift & 0x7FFF)
    return ((found ^ UInt32(code)) &+ 0x7FFF) >> 15
  }

  /// Where the entry that `code` leads to would be; 0, which is empty, if it is known
  /// that there is none.
  @inline(__always)
  private static func followerSlot(_ entry: UInt64, code: UInt16) -> UInt32 {
    let base = UInt32(
      truncatingIfNeeded: entry >> DictionaryTable.baseShift & DictionaryTable.baseMask)
    let isFollowed = UInt32(
      truncatingIfNeeded: entry >> (DictionaryTable.followerShift &+ UInt64(code & 15)) & 1)
    return (base &+ UInt32(code)) & (0 &- isFollowed)
  }

  /// Cuts a prepared run.
  ///
  /// - Parameters:
  ///   - units: The run's text.
  ///   - count: Its length, 1...``maximumRun``.
  ///   - memory: Prepared for each unit, from its start.
  ///   - offset: Added to every end.
  ///   - ends: Room for `count` ends.
  /// - Returns: How many ends were written.
  /// - Complexity: O(*n*) look-ups for *n* units.
  // SAFETY: because callers bound every buffer as above; entries are indexed by a
  // base and a code, which the table has room for; and words end at the zero code.
  @inline(__always)
  static func cut(
    units: UnsafePointer<UInt16>, count: Int, memory: Memory, offset: Int,
    tables: SegmentationTables, ends: UnsafeMutablePointer<Int32>
  ) -> Int {
    let entries = unsafe tables.entries
    let best = unsafe memory.best
    unsafe preparePairs(count, memory, entries)
    for index in 0..<count &+ 3 { unsafe best[index] = .max }
    // The best ways to this unit and the two after it; those further on are in `best`.
    var (here, next, second) = (UInt32(0), UInt32.max, UInt32.max)
    var isAfterKatakana = false
    for index in 0..<count {
      unsafe best[index] = here
      let total = here & ~lengthMask
      next = min(next, unsafe total &+ memory.singles[index])
      second = min(second, unsafe total &+ memory.pairs[index])
      var third = unsafe best[index &+ 3]
      let entry = unsafe entries[Int(memory.slots[index])]
      let isMiss = isMiss(entry, code: unsafe memory.codes[index &+ 2])
      third = min(third, total &+ (cost(entry) | isMiss << 30) &+ 28)
      let isKatakana = unsafe units[index] &- 0x30A1 < 0x5E
      if isKatakana, !isAfterKatakana {
        unsafe addKatakana(units, index, count, total, &second, &third, best)
      }
      isAfterKatakana = isKatakana
      let fourth = unsafe followerSlot(entry, code: memory.codes[index &+ 3])
      if fourth & (isMiss &- 1) != 0 {
        unsafe addLonger(from: fourth, index, total, memory.codes, best, entries)
      }
      (here, next, second) = (next, second, third)
    }
    unsafe best[count] = here
    return unsafe walk(best, count: count, offset: offset, ends: ends)
  }

  /// The cost of an entry's word as a candidate has it; more than any way where no
  /// word ends.
  @inline(__always)
  private static func cost(_ entry: UInt64) -> UInt32 {
    let word = UInt32(truncatingIfNeeded: entry & DictionaryTable.wordMask)
    return (word & 0xFF) << lengthBits | (word & 0x100) << 22
  }

  /// Offers the words of four units and more that begin at `start`; the entry of the
  /// first four may be at `slot`.
  // SAFETY: as in ``cut``.
  private static func addLonger(
    from slot: UInt32, _ start: Int, _ total: UInt32, _ codes: UnsafePointer<UInt16>,
    _ best: UnsafeMutablePointer<UInt32>, _ entries: UnsafePointer<UInt64>
  ) {
    var slot = slot
    var end = start &+ 3
    while slot != 0 {
      let entry = unsafe entries[Int(slot)]
      guard unsafe isMiss(entry, code: codes[end]) == 0 else { return }
      end &+= 1
      let length = UInt32(truncatingIfNeeded: end &- start)
      unsafe best[end] = min(best[end], total &+ cost(entry) &+ (31 &- length))
      slot = unsafe followerSlot(entry, code: codes[end])
    }
  }

  /// Offers the whole run of katakana that begins at `start` as one word; `second` and
  /// `third` are the best ways to two and three units on. One katakana alone costs more than any character.
  // SAFETY: because `last` stays within the run.
  private static func addKatakana(
    _ units: UnsafePointer<UInt16>, _ start: Int, _ count: Int, _ total: UInt32,
    _ second: inout UInt32, _ third: inout UInt32, _ best: UnsafeMutablePointer<UInt32>
  ) {
    var last = start + 1
    while unsafe last < count && last - start < maximumKatakana && units[last] &- 0x30A1 < 0x5E {
      last += 1
    }
    let length = last - start
    guard length > 1, length < maximumKatakana else { return }
    let candidate = total &+ (katakanaCost(length) << lengthBits | (31 - UInt32(length)))
    switch length {
    case 2: second = min(second, candidate)
    case 3: third = min(third, candidate)
    default: unsafe best[last] = min(best[last], candidate)
    }
  }

  /// The cost of a whole run of two katakana or more by its length.
  private static func katakanaCost(_ length: Int) -> UInt32 {
    switch length {
    case 2: 408
    case 3: 240
    case 4: 204
    case 5: 252
    case 6: 300
    case 7: 372
    case 8: 480
    default: 8192
    }
  }

  /// Goes back along the best way, leaving each word's length at its start, then forth.
  // SAFETY: because every length leads from one place of the run to an earlier one,
  // and there are at most as many words as units.
  @inline(__always)
  private static func walk(
    _ best: UnsafeMutablePointer<UInt32>, count: Int, offset: Int,
    ends: UnsafeMutablePointer<Int32>
  ) -> Int {
    var position = count
    var length = unsafe lengthMask - best[count] & lengthMask
    while position > 0 {
      position &-= Int(length)
      let lengthBefore = unsafe lengthMask - best[position] & lengthMask
      unsafe best[position] = length
      length = lengthBefore
    }
    var written = 0
    while position < count {
      position &+= Int(unsafe best[position])
      unsafe ends[written] = Int32(truncatingIfNeeded: offset &+ position)
      written &+= 1
    }
    return written
  }
}
