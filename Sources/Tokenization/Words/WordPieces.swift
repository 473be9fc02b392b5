/// Where the pieces of a text end, and what they are.
///
/// Memory is kept from text to text.
struct WordPieces: Equatable {
  /// The end of each piece, in UTF-16 units.
  var ends: [Int32] = []
  /// ICU's rule status of each piece (``WordStatus``).
  var statuses: [UInt16] = []
  /// How many entries of `ends` and `statuses` are in use.
  var count = 0

  /// Makes room for the pieces of a text: no text has more than units.
  mutating func begin(unitCount: Int) {
    count = 0
    guard ends.count < unitCount else { return }
    ends = [Int32](repeating: 0, count: unitCount)
    statuses = [UInt16](repeating: 0, count: unitCount)
  }

  /// Appends the pieces of a later part of the text that begins at `offset`.
  mutating func append(_ part: WordPieces, offset: Int) {
    for piece in 0..<part.count {
      ends[count] = part.ends[piece] + Int32(truncatingIfNeeded: offset)
      statuses[count] = part.statuses[piece]
      count += 1
    }
  }

  static func == (one: WordPieces, other: WordPieces) -> Bool {
    one.ends[..<one.count] == other.ends[..<other.count]
      && one.statuses[..<one.count] == other.statuses[..<other.count]
  }
}
