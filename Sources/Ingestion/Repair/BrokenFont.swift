/// Finds text of a font whose numbers no table knows: `BDfB]^d7C`.
///
/// Fonts cut down to the glyphs a deck uses may number them as they please. Such
/// text cannot be read. It is dropped where the evidence is strong: in a deck
/// known to have broken fonts, characters in a row that are no Latin text, shifted
/// or not, and do not look like code.
enum BrokenFont {
  /// A run of ASCII and whether it is of such a font.
  struct Part {
    var range: Range<Int>
    var isBroken = false
  }

  /// Nats for a character below which text is taken for none.
  ///
  /// Random characters give about -6.5, prose and code -2 to -5.
  private static let leastEvidence: Float = -5.6
  private static let leastCount = 7

  /// Marks the runs that are of a broken font.
  ///
  /// - Parameters:
  ///   - text: A text.
  ///   - runs: Its runs of ASCII, ascending.
  ///   - notes: Takes the count of characters lost.
  /// - Returns: All runs, in order.
  static func without(
    _ text: [UInt32], _ runs: [Range<Int>], _ notes: inout ReadingNotes
  ) -> [Part] {
    var parts = runs.map { Part(range: $0) }
    var start = 0
    while start < parts.count {
      // Runs with one space between them are judged as one.
      var end = start + 1
      while end < parts.count, parts[end].range.lowerBound == parts[end - 1].range.upperBound + 1,
        text[parts[end - 1].range.upperBound] == 0x20
      {
        end += 1
      }
      if isUnreadable(text, parts[start..<end].map(\.range)) {
        for index in start..<end {
          parts[index].isBroken = true
          notes[.undecodableCharacters] += parts[index].range.count
        }
      }
      start = end
    }
    return parts
  }

  private static func isUnreadable(_ text: [UInt32], _ runs: [Range<Int>]) -> Bool {
    let count = runs.reduce(0) { $0 + $1.count }
    guard count >= leastCount else { return false }
    let model = LatinModel.shared
    var evidence: Float = 0
    for run in runs { evidence += max(model.intact(text[run]), model.shifted(text[run])) }
    guard evidence / Float(count + runs.count) < leastEvidence else { return false }
    return !runs.contains { looksLikeCode(text[$0]) }
  }

  /// Whether brackets and quotation marks are balanced, or a word is in it.
  private static func looksLikeCode(_ run: ArraySlice<UInt32>) -> Bool {
    var depth = 0
    var pairs = 0
    var small = 0
    for scalar in run {
      switch scalar {
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D:
        depth -= 1
        pairs += depth >= 0 ? 1 : 0
      default: break
      }
      small = (0x61...0x7A).contains(scalar) ? small + 1 : 0
      if small >= 4 { return true }
    }
    return depth == 0 && pairs > 0
  }
}
