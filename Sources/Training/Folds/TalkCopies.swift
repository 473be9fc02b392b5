internal import Features

/// Which talks repeat another, told by their terms.
///
/// A copy in the training part of a fold gives the answer for its original in the
/// tested part away. Two talks are copies when their sets of terms (words, pairs of
/// neighbouring words, keywords) have a Jaccard likeness of ``threshold`` or more;
/// copies of copies are copies.
///
/// Candidates come from minwise hashing: each term's hash falls into one of 64 bins,
/// a talk keeps the smallest hash of each bin, and talks that agree in all four bins
/// of a band are compared exactly. Two talks of likeness .7 meet in some band with a
/// probability of .99, two of .1 with one of .002.
///
/// - Complexity: one pass over the terms, and an exact comparison a candidate.
/// - SeeAlso: Broder, "On the resemblance and containment of documents", 1997; Li,
///   Owen and Zhang, "One permutation hashing", 2012.
struct TalkCopies {
  /// The likeness from which talks are copies.
  static let threshold = 0.7

  private static let binCount = 64
  private static let binsInBand = 4
  /// Talks that a worker looks at before it hands them on.
  private static let talksInPart = 256

  /// For each talk the position of the first talk it is a copy of, or its own.
  private(set) var originals: [Int]

  /// Compares talks by their terms, on `workerCount` cores at once; fragments, which
  /// texts share far more of, do not count.
  init(_ counted: CountedTalks, workerCount: Int = 1) {
    originals = Array(counted.rows.indices)
    let talks = Parts.map(
      counted.rows.count, size: Self.talksInPart, workerCount: workerCount
    ) { part in
      counted.rows[part].map { row in
        let terms = row.compactMap { counted.kinds[Int($0.term)] == .fragment ? nil : $0.term }
        return (terms: terms, keys: Self.bandKeys(terms, counted.hashes))
      }
    }.flatMap(\.self)
    var bands: [UInt64: [Int]] = [:]
    for (talk, (_, keys)) in talks.enumerated() {
      for key in keys {
        var isCopy = false
        for other in bands[key] ?? [] where !isCopy {
          isCopy = join(talk, other) { Self.likeness(talks[$0].terms, talks[$1].terms) }
        }
        // One of several copies stands for all of them.
        if !isCopy { bands[key, default: []].append(talk) }
      }
    }
    for talk in originals.indices { originals[talk] = root(talk) }
  }

  /// Makes two talks copies if they are alike; whether they are copies now.
  private mutating func join(
    _ talk: Int, _ other: Int, likeness: (Int, Int) -> Double
  ) -> Bool {
    let (one, two) = (root(talk), root(other))
    if one == two { return true }
    guard likeness(talk, other) >= Self.threshold else { return false }
    originals[max(one, two)] = min(one, two)
    return true
  }

  private func root(_ talk: Int) -> Int {
    var talk = talk
    while originals[talk] != talk { talk = originals[talk] }
    return talk
  }

  /// A key for each band in which the talk has a term.
  private static func bandKeys(_ row: [Int32], _ hashes: [UInt64]) -> [UInt64] {
    var smallest = [UInt64](repeating: .max, count: binCount)
    for term in row {
      // Hashes of pairs and words are mixed again so that the bins fill evenly.
      let hash = mixed(hashes[Int(term)])
      let bin = Int(hash >> 58)
      smallest[bin] = min(smallest[bin], hash)
    }
    return stride(from: 0, to: binCount, by: binsInBand).compactMap { start in
      let band = smallest[start..<start + binsInBand]
      guard band.contains(where: { $0 != .max }) else { return nil }
      return band.reduce(UInt64(start) &+ 1) { mixed($0 ^ $1) }
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// The Jaccard likeness of two lists without repetitions.
  static func likeness(_ one: [Int32], _ two: [Int32]) -> Double {
    let terms = Set(one)
    let shared = two.count { terms.contains($0) }
    let union = one.count + two.count - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }
}
