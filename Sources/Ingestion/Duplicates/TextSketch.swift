public import Talks

/// A small picture of a talk's text from which the likeness of two talks is read.
///
/// Letters, digits, kana and ideographs alone, in small letters, form shingles of
/// eight; of their hashes the ``size`` smallest are kept (bottom-k). For two sketches,
/// among the smallest hashes of both together, the share that both have estimates the
/// Jaccard likeness of their shingles, with a standard error of at most .05. Spaces,
/// punctuation, line ends, the width of letters and the order of slides do not matter,
/// so one deck read from a page, a PDF and a Markdown file looks the same.
///
/// - SeeAlso: Broder, "On the resemblance and containment of documents", 1997.
public struct TextSketch: Sendable, Equatable {
  /// Hashes kept.
  public static let size = 128
  /// Characters of a shingle.
  static let shingleLength = 8
  /// Shingles that a text needs to be compared by likeness; a shorter one is a
  /// duplicate of an equal text only.
  static let minimumShingles = 64

  /// Ascending, without repeats.
  let hashes: [UInt64]
  /// Names the whole text, punctuation included: titles such as `C` and `C++` differ
  /// in it alone.
  let whole: UInt64
  /// Whether the text is long enough to be compared by likeness.
  let isLong: Bool

  /// Pictures title and slides.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public init(_ talk: Talk) {
    var window: [UInt64] = []
    var smallest = SmallestHashes(count: Self.size)
    var whole: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0
    for text in [talk.title] + talk.slides.map(\.text) {
      TextFolding.fold(text) { value in
        whole = Self.mixed(whole ^ UInt64(value))
        guard TextFolding.isLetter(value) else { return }
        length += 1
        window.append(UInt64(value))
        if window.count > Self.shingleLength { window.removeFirst() }
        if window.count == Self.shingleLength {
          smallest.insert(window.reduce(0x9E37_79B9_7F4A_7C15) { Self.mixed($0 ^ $1) })
        }
      }
    }
    hashes = smallest.sorted
    self.whole = whole
    // Titles alone are too alike to tell talks of a series apart by.
    isLong =
      length >= Self.minimumShingles + Self.shingleLength
      && talk.slides.contains { !$0.text.isEmpty }
  }

  /// The estimated share of shingles that two talks have in common, in 0...1.
  public func likeness(to other: TextSketch) -> Double {
    guard isLong, other.isLong else { return whole == other.whole ? 1 : 0 }
    var (one, two, shared, seen) = (0, 0, 0, 0)
    while seen < Self.size, one < hashes.count, two < other.hashes.count {
      if hashes[one] == other.hashes[two] {
        shared += 1
        one += 1
        two += 1
      } else if hashes[one] < other.hashes[two] {
        one += 1
      } else {
        two += 1
      }
      seen += 1
    }
    seen = min(Self.size, seen + hashes.count - one + other.hashes.count - two)
    return seen == 0 ? 0 : Double(shared) / Double(seen)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9FB2_1C65_1E98_DF25
    return product ^ (product >> 32)
  }
}

/// The smallest of many hashes.
private struct SmallestHashes {
  private let count: Int
  private var kept: [UInt64] = []
  private var bound = UInt64.max

  init(count: Int) { self.count = count }

  mutating func insert(_ hash: UInt64) {
    guard hash < bound else { return }
    kept.append(hash)
    // Room for many before the next sort keeps insertion cheap.
    if kept.count >= 8 * count { shrink() }
  }

  private mutating func shrink() {
    kept = Array(Set(kept).sorted().prefix(count))
    if kept.count == count, let last = kept.last { bound = last }
  }

  var sorted: [UInt64] { Array(Set(kept).sorted().prefix(count)) }
}
