import Talks
import TestSupport
import Testing

@testable import Ingestion

@Suite("PowerPoint presentations")
struct PowerPointReaderTests {
  private static let location = SourceLocation(path: "deck.pptx")

  private static func fixture(_ name: String) throws -> DeckContent {
    try PowerPointReader.read(
      path: Repository.path("Tests/IngestionTests/Fixtures/" + name), location: location)
  }

  private static func read(_ slides: String?...) throws -> DeckContent {
    try PowerPointReader.read(DeckWriter(slides: slides).archive, location: location)
  }

  @Test("are read whole, in the order of presentation")
  func whole() throws {
    let deck = try Self.fixture("deck.pptx")
    #expect(deck.layout == .powerPoint)
    #expect(deck.title == "小さな監視の物語")
    #expect(deck.slides.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
    #expect(
      deck.slides.map(\.text) == [
        "小さな監視の物語\n架空の発表者 & <友人>",
        "障害から\n学ぶ\n手順書を書く\n当番を回す",
        "検知\n対応\n振り返り\n新しい図形",
        "指標\t目標\t実績\n可用性\t99.9%\n外の箱\n内の箱",
        "予備の資料",
        "季節と障害\n障害の件数\t当番の人数\n春\t夏",
        "",
      ])
    #expect(deck.slides.map(\.isHidden) == [false, false, false, false, true, false, false])
    #expect(deck.slides[1].speakerNotes == "ここで三分話す\n質問を待つ")
    #expect(deck.slides.count { $0.speakerNotes != nil } == 1)
    #expect(deck.notes[.hiddenSlides] == 1)
    #expect(deck.notes[.pictureSlides] == 1)
  }

  @Test("are the same from a file and from memory")
  func fromMemory() throws {
    let path = Repository.path("Tests/IngestionTests/Fixtures/deck.pptx")
    let bytes = try ByteSource(path: path).next()
    #expect(
      try PowerPointReader.read(bytes, location: Self.location) == Self.fixture("deck.pptx"))
  }

  @Test("take their title from the first title placeholder when none is stored")
  func titlePlaceholder() throws {
    let title =
      "<p:sld \(DeckWriter.namespaces)><p:sp><p:nvSpPr><p:nvPr><p:ph type='title'/></p:nvPr>"
      + "</p:nvSpPr><p:txBody><a:p><a:r><a:t>監視の</a:t></a:r><a:br/><a:r><a:t>話</a:t></a:r>"
      + "</a:p></p:txBody></p:sp></p:sld>"
    let deck = try Self.read(DeckWriter.slide("はじめに"), title)
    #expect(deck.title == "監視の 話")
    #expect(deck.slides[1].text == "監視の\n話")
  }

  @Test("of pictures only are refused as having no text")
  func pictures() {
    #expect {
      try Self.fixture("pictures.pptx")
    } throws: { error in
      (error as? IngestionError)?.description
        == "deck.pptx: no slide has text: 2 slides, 2 of them pictures; "
        + "give a version with text, for example through OCR"
    }
  }

  @Test("keep white space out and entities in")
  func text() throws {
    let deck = try Self.read(
      DeckWriter.slide("  A &amp; B&#x3042; ", " \t "), DeckWriter.slide("x"))
    #expect(deck.slides.map(\.text) == ["A & Bあ", "x"])
  }

  /// Packages that are refused, and why.
  struct Refusal: CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var reason: String

    init(_ description: String, _ reason: String, _ bytes: [UInt8]) {
      testDescription = description
      self.reason = reason
      self.bytes = bytes
    }

    init(_ description: String, _ reason: String, slide: String?) {
      self.init(
        description, reason, DeckWriter(slides: [DeckWriter.slide("x"), slide]).archive)
    }
  }

  static let refusals: [Refusal] = {
    let namespaces = DeckWriter.namespaces
    let honest = DeckWriter(slides: [DeckWriter.slide("監視")]).archive
    var encrypted = ZipWriter()
    encrypted.add("_rels/.rels", "xxxxxxxxxxxxxxxx", flags: 1)
    var word = ZipWriter()
    word.add("_rels/.rels", DeckWriter.relationships([("officeDocument", "word/document.xml")]))
    word.add("word/document.xml", "<document/>")
    let bomb =
      "<!DOCTYPE p:sld [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
      + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><p:sld \(namespaces)>&c;</p:sld>"
    let external =
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
    let part = "slide 2: ppt/slides/slide2.xml"
    return [
      Refusal("nothing", "the file is no PowerPoint presentation", []),
      Refusal("text", "the file is no PowerPoint presentation", Array("PK hello".utf8)),
      Refusal(
        "an OLE file", "the deck is encrypted, or in PowerPoint's format before 2007",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)),
      Refusal(
        "a truncated archive", "the archive is cut off: its table of contents is missing",
        Array(honest.dropLast(40))),
      Refusal(
        "an empty archive", "the archive holds no PowerPoint presentation", ZipWriter().archive),
      Refusal("a Word document", "the archive holds no PowerPoint presentation", word.archive),
      Refusal("an encrypted member", "_rels/.rels is encrypted in the archive", encrypted.archive),
      Refusal("an entity bomb", "\(part) declares a document type", slide: bomb),
      Refusal("an external entity", "\(part) declares a document type", slide: external),
      Refusal(
        "an unknown entity", "\(part) is not well-formed XML at line 1",
        slide: "<p:sld \(namespaces)>&unknown;</p:sld>"),
      Refusal(
        "a truncated part", "\(part) is not well-formed XML at line 1",
        slide: String(DeckWriter.slide("監視").dropLast(9))),
      Refusal("an empty part", "\(part) is not XML in UTF-8", slide: ""),
      Refusal("a missing part", "slide 2: its part is missing", slide: nil),
      Refusal(
        "deep nesting", "\(part) nests elements more than 256 deep",
        slide: String(repeating: "<a>", count: 100_000)),
      Refusal(
        "many attributes", "\(part) has a tag with more than 1024 attributes",
        slide: "<a \((0..<5000).map { "b\($0)='' " }.joined())/>"),
      Refusal(
        "many names", "\(part) uses more than 20000 names",
        slide: "<a>\((0..<40_000).map { "<b\($0)/>" }.joined())</a>"),
      Refusal(
        "many namespaces", "\(part) declares more than 256 namespaces",
        slide: "<a \((0..<300).map { "xmlns:b\($0)='c' " }.joined())/>"),
    ]
  }()

  @Test("that are hostile or broken are refused with a reason", arguments: refusals)
  func hostile(_ refusal: Refusal) {
    #expect {
      try PowerPointReader.read(refusal.bytes, location: Self.location)
    } throws: { error in
      (error as? IngestionError)?.reason == refusal.reason
    }
  }

  @Test("that are damaged in any byte are read or refused, and never crash")
  func damagedBytes() {
    let honest = DeckWriter(slides: [DeckWriter.slide("監視"), DeckWriter.slide("手順書")]).archive
    for index in stride(from: 4, to: honest.count, by: 3) {
      var bytes = honest
      bytes[index] ^= 0x55
      _ = try? PowerPointReader.read(bytes, location: Self.location)
      _ = try? PowerPointReader.read(Array(honest.prefix(index)), location: Self.location)
    }
  }

  @Test("that unpack to too much are refused before they do")
  func zipBomb() {
    var deck = DeckWriter(slides: [nil])
    deck.zip.addZeros("ppt/slides/slide1.xml", 40 << 20)
    let reasons: [(ZipLimits, String)] = [
      (ZipLimits(), "slide 1: ppt/slides/slide1.xml unpacks to more than 33554432 bytes"),
      (
        ZipLimits(ratio: 100),
        "slide 1: ppt/slides/slide1.xml unpacks to more than 100 times its size"
      ),
      (
        ZipLimits(totalByteCount: 5 << 20),
        "slide 1: the archive unpacks to more than 5242880 bytes"
      ),
    ]
    for (limits, reason) in reasons {
      #expect {
        try PowerPointReader.read(deck.archive, location: Self.location, limits: limits)
      } throws: { error in
        (error as? IngestionError)?.reason == reason
      }
    }
  }

  @Test("with a table of contents that is too large are refused unread")
  func largeDirectory() {
    let deck = DeckWriter(slides: [DeckWriter.slide("監視")])
    #expect {
      try PowerPointReader.read(
        deck.archive, location: Self.location, limits: ZipLimits(directoryByteCount: 64))
    } throws: { error in
      (error as? IngestionError)?.reason.hasPrefix("the archive's table of contents has ") == true
    }
  }

  @Test("of a hundred thousand slides are refused")
  func manySlides() {
    let deck = DeckWriter(slides: [String?](repeating: nil, count: 100_000))
    #expect {
      try PowerPointReader.read(deck.archive, location: Self.location)
    } throws: { error in
      (error as? IngestionError)?.reason == "the deck has 100000 slides; 10000 at most"
    }
  }

  @Test("never lead out of their archive")
  func targets() {
    let base = "ppt/slides/slide1.xml"
    #expect(Relationships.resolve("../charts/chart1.xml", against: base) == "ppt/charts/chart1.xml")
    #expect(Relationships.resolve("/ppt/x.xml", against: base) == "ppt/x.xml")
    #expect(Relationships.resolve("./y.xml", against: base) == "ppt/slides/y.xml")
    #expect(Relationships.resolve("../../../etc/passwd", against: base) == nil)
    #expect(Relationships.resolve("/../etc/passwd", against: base) == nil)
    #expect(Relationships.resolve("", against: "presentation.xml") == nil)
    #expect(Relationships.member(of: base) == "ppt/slides/_rels/slide1.xml.rels")
    #expect(Relationships.member(of: "") == "_rels/.rels")
  }

  @Test("that are not there are missing")
  func missing() {
    #expect {
      try PowerPointReader.read(path: "/no/such.pptx", location: Self.location)
    } throws: { error in
      (error as? IngestionError)?.kind == .missing
    }
  }
}
