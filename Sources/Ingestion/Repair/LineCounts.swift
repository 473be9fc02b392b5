/// On how many slides lines stand, by a hash of the line.
///
/// A table with open addressing, as a dictionary's hashing would cost more than
/// all else that is done with a line.
struct LineCounts {
  private struct Entry {
    var key: UInt64 = 0
    var count: Int32 = 0
    var first: Int32 = 0
    var last: Int32 = 0
  }

  private var entries: [Entry]
  private let mask: Int
  /// The highest count.
  private(set) var highest = 0

  /// Makes room for as many lines as `capacity`.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    entries = [Entry](repeating: Entry(), count: size)
    mask = size - 1
  }

  /// Counts a line on a slide; a second time on the same slide counts nothing.
  mutating func add(_ key: UInt64, slide: Int) {
    guard let index = place(of: key) else { return }
    let slide = Int32(truncatingIfNeeded: slide)
    if entries[index].count == 0 {
      entries[index] = Entry(key: key, count: 1, first: slide, last: slide)
    } else if entries[index].last != slide {
      entries[index].count += 1
      entries[index].last = slide
    }
    highest = max(highest, Int(entries[index].count))
  }

  /// On how many slides a line stands.
  func count(of key: UInt64) -> Int { place(of: key).map { Int(entries[$0].count) } ?? 0 }

  /// The first slide a line stands on.
  func firstSlide(of key: UInt64) -> Int { place(of: key).map { Int(entries[$0].first) } ?? 0 }

  /// Where a line is or can be counted; nil where its neighborhood is full, as no
  /// honest text makes it.
  private func place(of key: UInt64) -> Int? {
    var index = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    for _ in 0..<64 {
      if entries[index].count == 0 || entries[index].key == key { return index }
      index = (index + 1) & mask
    }
    return nil
  }
}
