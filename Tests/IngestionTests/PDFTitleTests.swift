import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("A PDF's own title")
struct PDFTitleTests {
  /// The title of a file of which a stand-in for `pdfinfo` says `stored`.
  ///
  /// The stand-in is no file of this process: one that is still open for writing in a
  /// child forked meanwhile cannot be run.
  private static func title(_ stored: String, firstPage: String) throws -> String? {
    let folder = try TemporaryFolder()
    let file = try folder.write("Title:          \(stored)\nPages:          3\n", to: "talk.pdf")
    return PDFTitle.read(
      path: file, firstPage: firstPage, limits: ChildLimits(),
      program: Repository.path("Tests/IngestionTests/Fixtures/pdfinfo-stub"))
  }

  @Test("is believed when the first page says it, over several lines too, or says nothing")
  func believed() throws {
    #expect(
      try Self.title("データベースの引っ越しを手伝う", firstPage: "データベースの引っ越しを\n手伝う\n架空の発表者")
        == "データベースの引っ越しを手伝う")
    #expect(try Self.title("Small SLO", firstPage: "SMALL\nSLO") == "Small SLO")
    #expect(try Self.title("ログを捨てる技術", firstPage: "") == "ログを捨てる技術")
  }

  @Test(
    "is not believed when it names a file or a template",
    arguments: [
      "Microsoft PowerPoint - ログ.pptx", "ログ.key", "untitled", "PowerPoint プレゼンテーション", "",
    ])
  func notBelieved(_ stored: String) throws {
    #expect(try Self.title(stored, firstPage: "") == nil)
    #expect(try Self.title("会社の雛形", firstPage: "ログを捨てる技術") == nil)
  }

  @Test("is none where the program is missing")
  func missing() {
    #expect(
      PDFTitle.read(
        path: "talk.pdf", firstPage: "", limits: ChildLimits(), program: "/no/such/pdfinfo") == nil)
  }
}

@Suite("A presentation's core properties")
struct CorePropertiesTests {
  private static func read(title: String, creator: String) -> CoreProperties {
    let properties = CoreProperties()
    let xml =
      "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>\(title)</dc:title>"
      + "<dc:creator>\(creator)</dc:creator></cp:coreProperties>"
    #expect(XMLPart.refusal(Array(xml.utf8), handler: properties) == nil)
    return properties
  }

  @Test("give title and author, but for what programs write by themselves")
  func values() {
    let told = Self.read(title: "ログを捨てる技術", creator: "八代 奏")
    #expect(told.title == "ログを捨てる技術")
    #expect(told.author == "八代 奏")
    let standard = Self.read(title: "PowerPoint Presentation", creator: "Microsoft Office User")
    #expect(standard.title == nil)
    #expect(standard.author == nil)
  }
}
