/// The hashes of a text's terms in their order, and which of them are single words.
///
/// A term is a word, a keyword or a pair of neighbours: what
/// ``Tokenizer/tokenize(_:scratch:keepsPlaces:body:)`` and a walk over its tokens
/// would give, without the tokens.
///
/// One a worker; memory is kept from text to text.
// SAFETY: because the memory is owned by this non-copyable value and freed once;
// `makeRoom` precedes every write, and there are `count` initialized entries.
@safe package struct TermNames: ~Copyable {
  /// The hashes; the first ``count`` are in use.
  private(set) var hashes: UnsafeMutablePointer<UInt64>
  /// 1 for a single word or keyword, otherwise 0.
  private(set) var areWords: UnsafeMutablePointer<UInt8>
  /// How many terms there are.
  package private(set) var count = 0
  /// How many of them are single words.
  package private(set) var wordCount = 0
  private var capacity = 0
  private var usesPairs = false
  private var previous: UInt64 = 0

  init() {
    unsafe hashes = .allocate(capacity: 0)
    unsafe areWords = .allocate(capacity: 0)
  }

  deinit {
    unsafe hashes.deallocate()
    unsafe areWords.deallocate()
  }

  /// Forgets all terms.
  package mutating func removeAll() { (count, wordCount) = (0, 0) }

  /// Prepares for one more block.
  ///
  /// - Parameters:
  ///   - unitCount: UTF-16 units the block has: it has no more tokens.
  ///   - usesPairs: Whether pairs of neighbours are terms.
  mutating func beginBlock(unitCount: Int, usesPairs: Bool) {
    self.usesPairs = usesPairs
    // A pair is written behind every token, and left there if it is one.
    makeRoom(for: 2 * unitCount + 2)
  }

  private mutating func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    let larger = max(1024, 2 * (count + more))
    let newHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
    let newWords = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe newHashes.update(from: hashes, count: count)
    unsafe newWords.update(from: areWords, count: count)
    unsafe hashes.deallocate()
    unsafe areWords.deallocate()
    unsafe hashes = newHashes
    unsafe areWords = newWords
    capacity = larger
  }
}

extension TermNames: TokenSink {
  @inline(__always)
  mutating func take(_ token: Token, of text: borrowing NormalizedText) {
    unsafe hashes[count] = token.hash
    unsafe areWords[count] = 1
    unsafe hashes[count &+ 1] = TermHash.pair(previous, token.hash)
    unsafe areWords[count &+ 1] = 0
    count &+= token.followsPrevious && usesPairs ? 2 : 1
    wordCount &+= 1
    previous = token.hash
  }
}
