/// The hashes of a text's terms in their order, and which of them are single words.
///
/// A term is a word, a keyword, a pair of neighbours, or whatever else is added: what
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

  /// Adds every two and three neighbouring characters of a block, as
  /// ``Fragments/forEach(in:_:)`` finds them.
  mutating func addFragments(of text: borrowing NormalizedText) {
    makeRoom(for: 2 * text.count + 2)
    let start = unsafe hashes + count
    var next = unsafe start
    // The one or two characters before this one, the nearer above the other; 0 where
    // a fragment cannot reach back.
    var before: UInt64 = 0
    let units = text.storage.span.extracting(0..<text.count)
    for index in units.indices {
      var unit = UInt64(units[index])
      if !Fragments.isPlain(units[index]) {
        if unit & 0xF800 == 0xD800 {
          before = 0
          continue
        }
        if Fragments.isSpace(units[index]) {
          unit = 0x20
          if before >> 16 == 0x20 { continue }
        }
      }
      // Both are written, and left there if they are fragments.
      let two = before >> 16 | unit << 16
      unsafe next[0] = TermHash.fragment(ofUnits: two)
      unsafe next += before >> 16 == 0 ? 0 : 1
      unsafe next[0] = TermHash.fragment(ofUnits: before | unit << 32)
      unsafe next += before & 0xFFFF == 0 ? 0 : 1
      before = two
    }
    let added = unsafe next - start
    unsafe (areWords + count).update(repeating: 0, count: added)
    count += added
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
