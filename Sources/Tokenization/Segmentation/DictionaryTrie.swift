internal import CICU

/// ICU's dictionary of Chinese and Japanese words as ICU stores it: a serialized
/// trie of UTF-16 units (ICU's `UCharsTrie`), each word with a cost of 0...255.
///
/// A node is one unit or more. Its lead unit tells what it is:
/// below 0x30 a branch by binary search and then in line, below 0x40 one to sixteen
/// units in a row; from 0x40 on it carries a value besides, and from 0x8000 on it is
/// a word's value and nothing follows.
struct DictionaryTrie {
  /// A place in the trie: where to read on, and how many units of a row of units are
  /// still to come there.
  struct Place {
    var offset: Int32
    var unitsLeft: Int32
  }

  private let units: [UInt16]

  /// Reads ICU's dictionary; nil when there is none or it is of another kind.
  init?() {
    var length: Int32 = 0
    var error: Int32 = 0
    guard let bytes = unsafe cicu_cjk_dictionary(&length, &error), error <= 0, length > 32 else {
      return nil
    }
    // SAFETY: because ICU keeps the mapped file, which has `length` bytes.
    let file = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(length))
    let indexes = (0..<8).map {
      unsafe Int(file.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self))
    }
    let unitTrie = 1
    guard indexes[4] & 7 == unitTrie, indexes[0] >= 32, indexes[0] < file.count else { return nil }
    let count = (file.count - indexes[0]) / 2
    var units = [UInt16](repeating: 0, count: count)
    for index in 0..<count {
      units[index] = unsafe file.loadUnaligned(
        fromByteOffset: indexes[0] + index * 2, as: UInt16.self)
    }
    self.units = units
  }

  /// The start of every word.
  var root: Place { Place(offset: 0, unitsLeft: 0) }

  /// The cost of the word that ends at a place, or nil when none does.
  func cost(at place: Place) -> Int? {
    guard place.unitsLeft == 0 else { return nil }
    let lead = unit(Int(place.offset))
    if lead < 0x40 { return nil }
    if lead >= 0x8000 {
      let value = lead & 0x7FFF
      return value < 0x4000 ? value : 0x10000
    }
    return lead < 0x4040 ? lead >> 6 - 1 : 0x10000
  }

  /// Calls `body` with each unit that may follow, ascending, and the place after it.
  func forEachNext(_ place: Place, _ body: (UInt16, Place) -> Void) {
    var offset = Int(place.offset)
    if place.unitsLeft > 0 {
      body(UInt16(unit(offset)), Place(offset: Int32(offset + 1), unitsLeft: place.unitsLeft - 1))
      return
    }
    var lead = unit(offset)
    offset += 1
    if lead >= 0x8000 { return }
    if lead >= 0x40 {
      if lead >= 0x4040 { offset += lead < 0x7FC0 ? 1 : 2 }
      lead &= 0x3F
    }
    if lead >= 0x30 {
      body(
        UInt16(unit(offset)), Place(offset: Int32(offset + 1), unitsLeft: Int32(lead - 0x30)))
      return
    }
    if lead == 0 {
      lead = unit(offset)
      offset += 1
    }
    forEachBranch(offset, lead + 1, body)
  }

  private func forEachBranch(_ start: Int, _ count: Int, _ body: (UInt16, Place) -> Void) {
    var (offset, left) = (start, count)
    while left > 5 {
      // The unit at `offset` parts the lower half, some units away, from the upper.
      let (delta, next) = delta(offset + 1)
      guard next + delta > start, next + delta < units.count else { return }
      forEachBranch(next + delta, left / 2, body)
      left -= left / 2
      offset = next
    }
    while left > 1 {
      let unit = UInt16(unit(offset))
      let lead = self.unit(offset + 1)
      if lead >= 0x8000 {
        body(unit, Place(offset: Int32(offset + 1), unitsLeft: 0))
        offset = valueEnd(offset + 1)
      } else {
        let next = valueEnd(offset + 1)
        body(unit, Place(offset: Int32(next + jump(offset + 1)), unitsLeft: 0))
        offset = next
      }
      left -= 1
    }
    body(UInt16(unit(offset)), Place(offset: Int32(offset + 1), unitsLeft: 0))
  }

  // MARK: - Numbers

  /// The unit at an offset; a final value beyond the end, so that reading stops.
  private func unit(_ offset: Int) -> Int {
    units.indices.contains(offset) ? Int(units[offset]) : 0x8000
  }

  /// A distance, and where the text goes on after it.
  private func delta(_ offset: Int) -> (Int, next: Int) {
    let lead = unit(offset)
    if lead < 0xFC00 { return (lead, offset + 1) }
    if lead == 0xFFFF { return (unit(offset + 1) << 16 | unit(offset + 2), offset + 3) }
    return ((lead - 0xFC00) << 16 | unit(offset + 1), offset + 2)
  }

  private func valueEnd(_ offset: Int) -> Int {
    let lead = unit(offset) & 0x7FFF
    return offset + (lead < 0x4000 ? 1 : lead < 0x7FFF ? 2 : 3)
  }

  private func jump(_ offset: Int) -> Int {
    let lead = unit(offset)
    if lead < 0x4000 { return lead }
    if lead < 0x7FFF { return (lead - 0x4000) << 16 | unit(offset + 1) }
    return unit(offset + 1) << 16 | unit(offset + 2)
  }
}
