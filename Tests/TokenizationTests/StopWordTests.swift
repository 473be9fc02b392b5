import Testing

@testable import Tokenization

@Suite("Stop words")
struct StopWordTests {
  @Test("are written in the form that text is compared in")
  func normalForm() throws {
    for word in StopWords.all {
      #expect(try Tokenizer.normalized(word) == Array(word.utf16), "\(word)")
    }
  }

  @Test("contain no ideograph")
  func noIdeographs() {
    let written = StopWords.all.filter { $0.utf16.contains { CharacterClasses.isHan($0) } }
    #expect(written == [])
  }
}
