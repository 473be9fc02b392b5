internal import Talks
internal import Tokenization

/// The words of talks without labels, in their order.
struct WordContexts {
  /// A word met, and how often.
  struct Word {
    var text: String
    var count: Int
  }

  /// Words to each side that are a word's context.
  static let window = 5

  /// Every word, in the order of its first occurrence.
  private(set) var words: [Word] = []
  /// Blocks of text as positions in ``words``.
  private var blocks: [[Int32]] = []

  /// Reads talks.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  init(_ talks: [Talk], tokenizer: Tokenizer) throws(ICUError) {
    var scratch = try TokenizationScratch()
    var positions: [UInt64: Int32] = [:]
    for talk in talks {
      for text in [talk.title] + talk.slides.map(\.text) {
        try tokenizer.tokenize(text, scratch: &scratch) { block in
          var line: [Int32] = []
          line.reserveCapacity(block.tokens.count)
          for token in block.tokens {
            let position = positions[token.hash] ?? Int32(words.count)
            if Int(position) == words.count {
              positions[token.hash] = position
              words.append(Word(text: block.text(of: token), count: 0))
            }
            words[Int(position)].count += 1
            line.append(position)
          }
          blocks.append(line)
        }
      }
    }
  }

  /// For each word, the mean over its occurrences of the mean vector of the words within
  /// ``window`` of it; nil for words not asked for and without such neighbours.
  ///
  /// `vectors` has a vector or nil a word.
  func means(of isWanted: [Bool], vectors: [[Float]?], dimension: Int) -> [[Double]?] {
    var sums = [[Double]?](repeating: nil, count: words.count)
    var counts = [Double](repeating: 0, count: words.count)
    var context = [Double](repeating: 0, count: dimension)
    for block in blocks {
      for (place, word) in block.enumerated() where isWanted[Int(word)] {
        let near = max(0, place - Self.window)..<min(block.count, place + Self.window + 1)
        let known = near.filter { block[$0] != word && vectors[Int(block[$0])] != nil }
        guard !known.isEmpty else { continue }
        for index in 0..<dimension { context[index] = 0 }
        for neighbor in known {
          guard let vector = vectors[Int(block[neighbor])] else { continue }
          for index in 0..<dimension { context[index] += Double(vector[index]) }
        }
        let factor = 1 / Double(known.count)
        var sum = sums[Int(word)] ?? [Double](repeating: 0, count: dimension)
        sums[Int(word)] = nil
        for index in 0..<dimension { sum[index] += factor * context[index] }
        sums[Int(word)] = sum
        counts[Int(word)] += 1
      }
    }
    return words.indices.map { word in
      sums[word].map { sum in sum.map { $0 / counts[word] } }
    }
  }
}
