/// Undoes the sorting of combining marks by Unicode normalization.
///
/// CIDs of kana are code points of combining marks. Normalization sorts a sequence
/// of marks by their combining class, so している came out as いてしる. Within a
/// class the order is kept, so the text before was one of the ways to merge the
/// classes; the likeliest Japanese one is taken, by a beam search.
///
/// - Complexity: O(*n* · beam · classes) for *n* marks.
enum MarkOrder {
  private static let beam = 48
  /// Marks in a row; more is no writing.
  private static let longest = 24

  /// Orders the marks of a reading.
  ///
  /// - Parameters:
  ///   - reading: What the CIDs stand for; put in order.
  ///   - cids: The code points the marks are told by, as many.
  ///   - next: The character after the run.
  static func restore(_ reading: inout [UInt32], cids: [UInt32], next: UInt32) {
    let classes = cids.map(MojibakeText.combiningClass)
    var start = 0
    while start < classes.count {
      guard classes[start] != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < classes.count, classes[end] != 0 { end += 1 }
      if classes[start] != classes[end - 1], end - start <= longest {
        order(&reading, start..<end, classes, next)
      }
      start = end
    }
  }

  /// A beginning of the merged sequence.
  private struct Merge {
    /// How many were taken of each class, four bits each.
    var taken: UInt64
    var score: Float
    var a: UInt8
    var b: UInt8
    /// The indices taken, five bits each, in two words.
    var path: (UInt64, UInt64)
  }

  private static func order(
    _ reading: inout [UInt32], _ range: Range<Int>, _ classes: [UInt8], _ next: UInt32
  ) {
    // The marks of each class, in order. Sorted input has each class in one piece.
    var groups: [Range<Int>] = []
    for index in range {
      if let last = groups.last, classes[last.lowerBound] == classes[index] {
        groups[groups.count - 1] = last.lowerBound..<(index + 1)
      } else {
        groups.append(index..<(index + 1))
      }
    }
    guard groups.count <= 16, groups.allSatisfy({ $0.count <= 15 }) else { return }
    let model = JapaneseModel.shared
    // The marks and their neighbors, two before.
    let first = max(0, range.lowerBound - 2)
    let symbols = reading[first..<min(reading.count, range.upperBound + 1)].map(
      JapaneseModel.symbol)
    let other = JapaneseModel.other
    var merges = [
      Merge(
        taken: 0, score: 0, a: range.lowerBound > 1 ? symbols[0] : other,
        b: range.lowerBound > 0 ? symbols[range.lowerBound - 1 - first] : other, path: (0, 0))
    ]
    for step in 0..<range.count {
      var longer: [Merge] = []
      for merge in merges {
        for (group, marks) in groups.enumerated() {
          let taken = Int(merge.taken >> UInt64(group * 4) & 15)
          guard taken < marks.count else { continue }
          let index = marks.lowerBound + taken
          let symbol = symbols[index - first]
          var next = merge
          next.taken += 1 << UInt64(group * 4)
          next.score += model.logProbability(of: symbol, after: merge.a, merge.b)
          (next.a, next.b) = (merge.b, symbol)
          let offset = UInt64(index - range.lowerBound)
          if step < 12 {
            next.path.0 |= offset << UInt64(step * 5)
          } else {
            next.path.1 |= offset << UInt64((step - 12) * 5)
          }
          longer.append(next)
        }
      }
      if longer.count > beam {
        longer.sort { $0.score > $1.score }
        longer.removeSubrange(beam...)
      }
      merges = longer
    }
    let after =
      range.upperBound < reading.count ? symbols[range.upperBound - first] : symbol(next)
    var best: Merge?
    var bestScore = -Float.infinity
    for merge in merges {
      let score = merge.score + model.logProbability(of: after, after: merge.a, merge.b)
      if score > bestScore { (best, bestScore) = (merge, score) }
    }
    guard let best else { return }
    let marks = Array(reading[range])
    for step in 0..<range.count {
      let word = step < 12 ? best.path.0 : best.path.1
      reading[range.lowerBound + step] = marks[Int(word >> UInt64(step % 12 * 5) & 31)]
    }
  }

  private static func symbol(_ scalar: UInt32) -> UInt8 { JapaneseModel.symbol(scalar) }
}
