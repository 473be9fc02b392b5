import Shogen
import TestSupport
import Testing

@testable import Features
@testable import Tokenization

@Suite("Looking fragments up without hashes")
struct FragmentTableTests {
  @Test("finds those of a vocabulary that the plain walk finds, in its order", arguments: 1...3)
  func texts(keepsEvery step: Int) throws {
    var hashes: Set<UInt64> = []
    for text in TermNamesTests.texts { hashes.formUnion(try Self.fragments(of: text)) }
    let known = hashes.sorted().enumerated().filter { $0.offset % step == 0 }.map(\.element)
    #expect(known.count > 1000)
    try Self.compare(FragmentTable(known), known, TermNamesTests.texts)
  }

  @Test("finds the fragments of every character of the basic plane")
  func everyCharacter() throws {
    for first in stride(from: 0, to: 0x10000, by: 1024) {
      // Each between letters, beside a space and at an end of the text.
      let scalars = (first..<first + 1024).compactMap { Unicode.Scalar(UInt32($0)) }
      let text = scalars.map { "監\($0)視 \($0)\n\($0)\($0)\u{20BB7}\($0)" }.joined()
      let hashes = try Self.fragments(of: text)
      #expect(scalars.isEmpty || !hashes.isEmpty)
      let known = Set(hashes).sorted().enumerated().filter { $0.offset % 3 > 0 }.map(\.element)
      try Self.compare(FragmentTable(known), known, [text])
    }
  }

  @Test("takes hashes in the order of a vocabulary and in any other")
  func orders() throws {
    let terms = ["ab", "abc", "abd", "ac", "ba", "bac", "障害", "障害対", "害対"]
    let ascending = terms.map { term in
      let units = Array(term.utf16) + [0]
      return TermHash.fragment(units[0], units[1], units[2])
    }
    let texts = ["abc abd bac", "障害対応", "ab", "", "a"]
    try Self.compare(FragmentTable(ascending), ascending, texts)
    let descending = Array(ascending.reversed())
    try Self.compare(FragmentTable(descending), descending, texts)
    // Three units whose first two are no term.
    try Self.compare(FragmentTable([ascending[1]]), [ascending[1]], texts)
  }

  @Test("finds nothing where there are no fragments")
  func nothing() throws {
    let others = [TermHash.word("障害"), TermHash.pair(1, 2), 0, .max]
    try Self.compare(FragmentTable(others), others, ["障害 対応"])
    try Self.compare(FragmentTable([]), [], ["障害 対応", ""])
  }

  @Test("gets the units of a fragment back from its hash")
  func inverse() {
    for units: UInt64 in [0, 1, 0x5BB3_969C, 0x5FDC_5BFE_5BB3, .max, 0x0123_4567_89AB_CDEF] {
      #expect(TermHash.units(ofFragment: TermHash.fragment(ofUnits: units)) == units)
    }
  }

  private static func fragments(of text: String) throws -> [UInt64] {
    var scratch = try TokenizationScratch()
    var hashes: [UInt64] = []
    try Tokenizer().tokenize(text, scratch: &scratch) { block in
      Fragments.forEach(in: block.units.span) { hash, _ in hashes.append(hash) }
    }
    return hashes
  }

  /// What a table finds beside the positions of the hashes that the plain walk gives.
  private static func compare(
    _ table: FragmentTable, _ known: [UInt64], _ texts: [String]
  ) throws {
    let positions = Dictionary(
      uniqueKeysWithValues: known.enumerated().map { ($0.element, Int32($0.offset)) })
    let tokenizer = try Tokenizer()
    var scratch = try TokenizationScratch()
    var found = FoundTerms()
    for text in texts {
      var places: [Int32] = []
      var cutter = BlockCutter()
      while try tokenizer.addTermNames(
        of: text, from: &cutter, usesPairs: true, scratch: &scratch)
      {
        table.find(in: scratch, into: &found)
        found.withPositions { start in places += (0..<found.count).map { start[$0] } }
      }
      let expected = try fragments(of: text).compactMap { positions[$0] }
      #expect(places == expected, "\(text.prefix(40))")
    }
  }
}
