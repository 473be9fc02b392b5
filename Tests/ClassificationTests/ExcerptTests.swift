import Testing

@testable import Classification

@Suite("Excerpts")
struct ExcerptTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var term: String
    var excerpt: String
  }

  static let cases = [
    Case(
      testDescription: "the whole of a short line", text: "a kernel b", term: "kernel",
      excerpt: "a kernel b"),
    Case(
      testDescription: "one line of many", text: "above\nthe kernel team\nbelow", term: "kernel",
      excerpt: "the kernel team"),
    Case(
      testDescription: "lines that end in CR LF", text: "above\r\nkernel\r\nbelow", term: "kernel",
      excerpt: "kernel"),
    Case(
      testDescription: "sixteen characters either side",
      text: "0123456789abcdefKERNELfedcba9876543210",
      term: "KERNEL", excerpt: "0123456789abcdefKERNELfedcba9876543210"),
    Case(
      testDescription: "an ellipsis for more", text: "z0123456789abcdefKERNELfedcba9876543210z",
      term: "KERNEL", excerpt: "…0123456789abcdefKERNELfedcba9876543210…"),
    Case(
      testDescription: "characters, not bytes",
      text: "あいうえおかきくけこさしすせそたち核ちたそせすしさこけくきかおえういあ", term: "核",
      excerpt: "…いうえおかきくけこさしすせそたち核ちたそせすしさこけくきかおえうい…"),
    Case(
      testDescription: "no cut through a family", text: "👩‍👩‍👧‍👦kernel👩‍👩‍👧‍👦", term: "kernel",
      excerpt: "👩‍👩‍👧‍👦kernel👩‍👩‍👧‍👦"),
    Case(testDescription: "the term alone", text: "kernel", term: "kernel", excerpt: "kernel"),
  ]

  @Test("show the line around a term", arguments: cases)
  func around(testCase: Case) throws {
    let bytes = Array(testCase.text.utf8)
    let term = Array(testCase.term.utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: term) })
    #expect(
      MarkedExcerpt(start..<start + term.count, in: testCase.text, reach: 16).text
        == testCase.excerpt)
  }
}
