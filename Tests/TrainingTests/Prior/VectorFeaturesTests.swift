import Features
import Glibc
import Testing

@testable import Training

@Suite("What a linear model sees of word vectors")
struct VectorFeaturesTests {
  private static let rowCount = 1_200
  private static let width = 30
  /// The standard deviation of number `index` of the vectors; the first 24 are the largest.
  private static func deviation(_ index: Int) -> Double { Double(2 * width - index) }

  /// Vectors whose numbers are uncorrelated, with mean 0.
  ///
  /// They are cosines of different whole frequencies, so that the principal components are
  /// the numbers themselves.
  private static func vectors(rows: Int = rowCount) throws -> WordVectors {
    var values: [Float] = []
    for row in 0..<rows {
      for index in 0..<width {
        let angle = 2 * Double.pi * Double((index + 1) * row) / Double(rows)
        values.append(Float(2.0.squareRoot() * cos(angle) * deviation(index)))
      }
    }
    return try WordVectors(
      dimension: width, words: (0..<rows).map { "word\($0)" }, rows: (0..<rows).map(UInt32.init),
      values: values, source: "made")
  }

  private static func dot(_ one: ArraySlice<Float>, _ other: ArraySlice<Float>) -> Double {
    zip(one, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  @Test("are the vector, and products whose kernel is the square of the components'")
  func kernel() throws {
    let vectors = try Self.vectors()
    let features = VectorFeatures(vectors)
    #expect(features.dimension == 30 + 300)
    let rows = [1, 7, 250, 611, 1_199]
    var ratios: [Double] = []
    for one in rows {
      for other in rows where other != one {
        let (a, b) = (
          features(try #require(vectors["word\(one)"])),
          features(try #require(vectors["word\(other)"]))
        )
        #expect(a.count == 330)
        #expect(zip(a, try #require(vectors["word\(one)"])).allSatisfy { abs($0 - $1) < 1e-3 })
        // z of the 24 numbers that vary most, each of variance 1.
        let z = (0..<24).map { Double(a[$0]) / Self.deviation($0) }
        let y = (0..<24).map { Double(b[$0]) / Self.deviation($0) }
        let product = zip(z, y).reduce(0) { $0 + $1.0 * $1.1 }
        let wanted =
          product * product - z.reduce(0) { $0 + $1 * $1 } - y.reduce(0) { $0 + $1 * $1 } + 24
        ratios.append(Self.dot(a[30...], b[30...]) / wanted)
      }
    }
    // One factor c² for all pairs of words.
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    #expect(mean > 0)
    #expect(ratios.allSatisfy { abs($0 / mean - 1) < 1e-3 }, "\(ratios)")
  }

  @Test("have both halves of the same mean square")
  func halves() throws {
    let vectors = try Self.vectors()
    let features = VectorFeatures(vectors)
    var squares = (vectors: 0.0, products: 0.0)
    for word in vectors.words {
      let found = features(try #require(vectors[word]))
      squares.vectors += Self.dot(found[..<30], found[..<30])
      squares.products += Self.dot(found[30...], found[30...])
    }
    #expect(abs(squares.products / squares.vectors - 1) < 1e-4)
  }

  @Test("are the centered vector alone where vectors are few or short")
  func few() throws {
    let few = try Self.vectors(rows: 999)
    #expect(VectorFeatures(few).dimension == 30)
    let short = try WordVectors(
      dimension: 1, words: (0..<2_000).map { "word\($0)" }, rows: (0..<2_000).map(UInt32.init),
      values: (0..<2_000).map(Float.init), source: "made")
    let features = VectorFeatures(short)
    #expect(features.dimension == 1)
    #expect(features(try #require(short["word0"])) == [-999.5])
  }

  @Test("are the same bits every time")
  func repeatable() throws {
    let vectors = try Self.vectors()
    let word = try #require(vectors["word5"])
    #expect(VectorFeatures(vectors)(word) == VectorFeatures(vectors)(word))
  }
}
