public import Talks

/// Finds talks that are one deck stored twice.
///
/// Not thread-safe: talks are given one after the other.
///
/// - Complexity: memory of about 2 kB a talk.
public struct DuplicateFinder {
  /// An earlier talk that a talk repeats.
  public struct Match: Sendable, Equatable {
    /// The position of the earlier talk among those given.
    public var index: Int
    /// Its id.
    public var id: String
    /// The estimated share of shingles in common.
    public var likeness: Double
  }

  /// The likeness from which two talks are one.
  public static let threshold = 0.7
  /// Hashes two sketches must share before they are compared.
  private static let sharedHashes = 24

  private var sketches: [TextSketch] = []
  private var ids: [String] = []
  private var talksOfHash: [UInt64: [Int32]] = [:]
  private var talkOfText: [UInt64: Int32] = [:]

  /// Creates a finder that knows no talk.
  public init() {}

  /// The earlier talk that this one repeats, if any; remembers this one either way.
  public mutating func match(_ talk: Talk) -> Match? {
    let sketch = TextSketch(talk)
    let index = sketches.count
    defer {
      sketches.append(sketch)
      ids.append(talk.id)
      if talkOfText[sketch.whole] == nil { talkOfText[sketch.whole] = Int32(index) }
      if sketch.isLong {
        for hash in sketch.hashes { talksOfHash[hash, default: []].append(Int32(index)) }
      }
    }
    if let same = talkOfText[sketch.whole] {
      return Match(index: Int(same), id: ids[Int(same)], likeness: 1)
    }
    guard sketch.isLong else { return nil }
    var shared: [Int32: Int] = [:]
    for hash in sketch.hashes {
      for earlier in talksOfHash[hash] ?? [] { shared[earlier, default: 0] += 1 }
    }
    var best: Match?
    for (earlier, count) in shared.sorted(by: { $0.key < $1.key })
    where count >= Self.sharedHashes {
      let likeness = sketch.likeness(to: sketches[Int(earlier)])
      if likeness >= max(Self.threshold, (best?.likeness ?? 0) + 1e-12) {
        best = Match(index: Int(earlier), id: ids[Int(earlier)], likeness: likeness)
      }
    }
    return best
  }
}
