import Talks
import Testing

@testable import Ingestion

@Suite("Text sketch")
struct TextSketchTests {
  /// A generator of letters with a fixed seed (splitmix64).
  private struct Letters {
    var state: UInt64

    mutating func text(_ count: Int) -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<count {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        // Hiragana, of which texts are of: 40 letters from あ.
        if let scalar = Unicode.Scalar(0x3042 + UInt32((bits ^ (bits >> 31)) % 40)) {
          scalars.append(scalar)
        }
      }
      return String(scalars)
    }
  }

  private static func talk(_ text: String) -> Talk { Talk(title: "", text: text) }

  /// The share of shingles of eight characters in common, counted one by one.
  private static func jaccard(_ one: String, _ two: String) -> Double {
    func shingles(_ text: String) -> Set<String> {
      let letters = Array(text)
      return Set((0...(letters.count - 8)).map { String(letters[$0..<($0 + 8)]) })
    }
    let (one, two) = (shingles(one), shingles(two))
    return Double(one.intersection(two).count) / Double(one.union(two).count)
  }

  @Test(
    "estimates the share of common shingles within four standard errors",
    arguments: [0, 100, 400, 700, 850, 950, 1000])
  func estimate(_ commonCount: Int) {
    var sum = 0.0
    let rounds = 12
    for seed in 1...rounds {
      var letters = Letters(state: UInt64(seed * 1009 + commonCount))
      let common = letters.text(commonCount)
      let (one, two) = (
        common + letters.text(1000 - commonCount), common + letters.text(1000 - commonCount)
      )
      let exact = Self.jaccard(one, two)
      let estimate = TextSketch(Self.talk(one)).likeness(to: TextSketch(Self.talk(two)))
      let error = (exact * (1 - exact) / Double(TextSketch.size)).squareRoot()
      #expect(abs(estimate - exact) <= 4 * error + 1e-9)
      sum += estimate - exact
    }
    // The mean over all rounds shows a bias that a single round would hide.
    #expect(abs(sum / Double(rounds)) <= 4 * 0.5 / (Double(TextSketch.size * rounds)).squareRoot())
  }

  @Test("of texts with fewer shingles than it keeps gives the share exactly")
  func exact() {
    var letters = Letters(state: 7)
    for commonCount in [10, 40, 60, 78] {
      let common = letters.text(commonCount)
      let (one, two) = (
        common + letters.text(80 - commonCount), common + letters.text(80 - commonCount)
      )
      let estimate = TextSketch(Self.talk(one)).likeness(to: TextSketch(Self.talk(two)))
      // 73 shingles each, so at most 146 in both and 128 looked at.
      let exact = Self.jaccard(one, two)
      #expect(exact < 0.2 ? abs(estimate - exact) < 0.1 : estimate == exact)
    }
  }

  @Test("is symmetric, keeps the smallest hashes in order and no more than its size")
  func invariants() {
    var letters = Letters(state: 3)
    let texts = [0, 5, 71, 72, 200, 5000].map { letters.text($0) }
    let sketches = texts.map { TextSketch(Self.talk($0)) }
    #expect(sketches.map(\.isLong) == [false, false, false, true, true, true])
    #expect(sketches.map(\.hashes.count) == [0, 0, 64, 65, 128, 128])
    for sketch in sketches {
      #expect(zip(sketch.hashes, sketch.hashes.dropFirst()).allSatisfy(<))
      #expect(sketch.likeness(to: sketch) == 1)
      for other in sketches { #expect(sketch.likeness(to: other) == other.likeness(to: sketch)) }
    }
  }

  @Test("does not depend on spaces, punctuation, case, width and where slides end")
  func insensitive() {
    let plain =
      "障害対応の手順書をSLOから書く・夜の当番2024年版。監視の話は長く、当番の夜も長い。だから手順書を短く書く。一行ずつ、声に出して読めるように書く。それから捨てる。"
    let spaced =
      "障害 対応の\n手順書を　ＳＬＯから書く 夜の当番２０２４年版 監視の話は長く 当番の夜も長い\n• だから手順書を短く書く\r\n一行ずつ 声に出して読めるように書く！ それから捨てる"
    let parts = spaced.split(separator: "\n").enumerated().map {
      Slide(number: $0.offset + 1, text: String($0.element))
    }
    let one = TextSketch(Talk(id: "a", title: "題", slides: [Slide(number: 1, text: plain)]))
    let two = TextSketch(Talk(id: "b", title: "題", slides: parts))
    #expect(parts.count > 1)
    #expect(one.isLong)
    #expect(one.hashes == two.hashes)
    #expect(one.likeness(to: two) == 1)
  }
}
