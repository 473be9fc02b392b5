/// Finds the lines that a deck repeats on most slides: footers, headers, numbers.
///
/// Lines are compared with the spaces at their ends dropped and each run of digits
/// taken for one mark, so `© 2026 X | 7` repeats `© 2026 X | 12`. A line counts
/// once a slide. Lines of digits alone are told from figures by what page numbers
/// do: their distance to the number of the slide stays the same.
///
/// - Complexity: O(*n*) for *n* bytes where lines repeat; where none do, only the
///   beginning of each line is looked at.
struct RepeatedLines {
  /// Slides a deck must have.
  static let leastSlideCount = 4
  /// Bytes of a line that the first comparison looks at.
  private static let beginning = 12

  private var counts: LineCounts
  /// More than this many slides are most.
  private let half: Int

  /// Prepares for a deck.
  init(slideCount: Int, lineCount: Int) {
    counts = LineCounts(capacity: lineCount)
    half = slideCount / 2
  }

  /// Counts the lines of a slide by their beginnings.
  mutating func count(_ text: Span<UInt8>, slide: Int) {
    SlideLines.forEach(in: text) { line in
      let line = Self.trimmed(line, text)
      if !line.isEmpty { counts.add(Self.key(text, line, limit: Self.beginning), slide: slide) }
    }
  }

  /// Whether any beginning stands on most slides.
  var mayRepeat: Bool { counts.highest > half }

  /// A line whose beginning repeats.
  struct Candidate {
    fileprivate var start: Int
    /// The hash of the whole line.
    fileprivate var key: UInt64
  }

  /// The lines of a slide whose beginnings repeat.
  func candidates(_ text: Span<UInt8>, slide: Int) -> [Candidate] {
    var candidates: [Candidate] = []
    SlideLines.forEach(in: text) { line in
      let line = Self.trimmed(line, text)
      if !line.isEmpty, counts.count(of: Self.key(text, line, limit: Self.beginning)) > half {
        candidates.append(
          Candidate(start: line.lowerBound, key: Self.fullKey(text, line, slide: slide)))
      }
    }
    return candidates
  }

  /// Where the lines begin that repeat one of a slide before and stand on most.
  ///
  /// - Parameters:
  ///   - slides: The candidates of each slide.
  ///   - first: The number of the first slide.
  /// - Returns: Offsets in each slide, ascending.
  func repeats(_ slides: [[Candidate]], from first: Int) -> [[Int]] {
    var full = LineCounts(capacity: slides.reduce(0) { $0 + $1.count })
    for (slide, candidates) in slides.enumerated() {
      for candidate in candidates { full.add(candidate.key, slide: first + slide) }
    }
    guard full.highest > half else { return slides.map { _ in [] } }
    return slides.enumerated().map { slide, candidates in
      candidates.filter {
        full.count(of: $0.key) > half && full.firstSlide(of: $0.key) != first + slide
      }.map(\.start)
    }
  }

  /// Whether dropping lines leaves a deck enough text to be what it was.
  ///
  /// Slides that are alike but for a number are a table, a count or a test, and no
  /// deck of footers: at least half of the slides with text must keep some.
  static func leaveText(_ slides: [(textLineCount: Int, dropCount: Int)]) -> Bool {
    let before = slides.count { $0.textLineCount > 0 }
    let after = slides.count { $0.textLineCount > $0.dropCount }
    return 2 * after >= before
  }

  /// How many lines of a slide are not blank.
  static func textLineCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    SlideLines.forEach(in: text) { line in count += trimmed(line, text).isEmpty ? 0 : 1 }
    return count
  }

  /// A line without the spaces at its ends.
  private static func trimmed(_ line: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while start < end, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// A hash (FNV-1a) of a line with each run of digits taken for one mark.
  private static func key(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var taken = 0
    var wasDigit = false
    var index = range.lowerBound
    while index < range.upperBound, taken < limit {
      var byte = text[index]
      let isDigit = byte &- 0x30 < 10
      index += 1
      if isDigit {
        if wasDigit { continue }
        byte = 0x23
      }
      wasDigit = isDigit
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      taken += 1
    }
    return hash
  }

  private static func fullKey(_ text: Span<UInt8>, _ range: Range<Int>, slide: Int) -> UInt64 {
    var number = 0
    for index in range {
      guard text[index] &- 0x30 < 10, range.count <= 6 else {
        return key(text, range, limit: .max)
      }
      number = number * 10 + Int(text[index] - 0x30)
    }
    // Page numbers: the key is the distance.
    return UInt64(bitPattern: Int64(number - slide)) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63
  }
}
