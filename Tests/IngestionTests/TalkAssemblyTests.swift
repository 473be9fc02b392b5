import Talks
import Testing

@testable import Ingestion

@Suite("Talk assembly")
struct TalkAssemblyTests {
  private static let location = SourceLocation(path: "deck.txt", line: 3)

  private static func assembled(
    _ texts: [String], title: String? = nil, pictures: Int = 0
  ) throws -> IngestedTalk {
    var content = DeckContent(layout: .transcript, title: title)
    content.slides = texts.enumerated().map { Slide(number: $0 + 1, text: $1) }
    content.notes[.pictureSlides] = pictures
    return try TalkAssembly.talk(content, id: "deck", at: location, repair: TextRepair())
  }

  @Test("takes the first line with text for a title, unless it has one")
  func title() throws {
    #expect(try Self.assembled(["\n　\n 監視の話 \n本文"]).talk.title == "監視の話")
    #expect(try Self.assembled(["", "二枚目\n本文"]).talk.title == "二枚目")
    #expect(try Self.assembled(["監視の話\r\n本文"]).talk.title == "監視の話")
    #expect(try Self.assembled(["監視の話"], title: "題").talk.title == "題")
  }

  @Test("takes no line longer than a title may be")
  func longLine() throws {
    let line = String(repeating: "監", count: 100)
    #expect(try Self.assembled([line]).talk.title == line)
    #expect(try Self.assembled([line + "視\n短い行"]).talk.title == "")
  }

  @Test("leaves out slides without text, keeps the numbers of the others and counts")
  func empty() throws {
    let ingested = try Self.assembled(["", "一", " \n\t", "二"])
    #expect(ingested.talk.slides.map(\.number) == [2, 4])
    #expect(ingested.notes[.emptySlides] == 2)
    #expect(ingested.location == Self.location)
    #expect(ingested.talk.id == "deck")
  }

  @Test("counts a slide that is a picture as that alone")
  func pictures() throws {
    let notes = try Self.assembled(["", "一", "", ""], pictures: 2).notes
    #expect(notes[.pictureSlides] == 2)
    #expect(notes[.emptySlides] == 1)
    // A picture beside text makes no slide empty.
    #expect(try Self.assembled(["一", "二"], pictures: 1).notes[.emptySlides] == 0)
  }

  @Test("gives no talk without title and text, but one with a title alone")
  func nothing() throws {
    #expect(
      throws: IngestionError(
        at: Self.location, reason: "neither a title nor slide text in it",
        remedy: "save the talk's own page, or give its text")
    ) { try Self.assembled(["", " "]) }
    #expect(try Self.assembled([], title: "題").talk.slides == [])
  }

  @Test("is unfit from a twentieth of characters lost")
  func unfit() {
    func isUnfit(_ kind: ReadingNotes.Kind, lost: Int, kept: Int) -> Bool {
      var notes = ReadingNotes()
      notes[kind] = lost
      return IngestedTalk(
        talk: Talk(title: "", text: String(repeating: "監", count: kept)), location: Self.location,
        layout: .transcript, notes: notes
      ).isUnfit
    }
    for kind in [
      ReadingNotes.Kind.replacementCharacters, .privateUseCharacters, .undecodableCharacters,
    ] {
      #expect(!isUnfit(kind, lost: 5, kept: 95))
      #expect(isUnfit(kind, lost: 6, kept: 94))
    }
    // What else is lost says nothing of the text that is there.
    #expect(!isUnfit(.pictureSlides, lost: 50, kept: 10))
    #expect(!isUnfit(.replacementCharacters, lost: 0, kept: 0))
  }
}
