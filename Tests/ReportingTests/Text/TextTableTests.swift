import Testing

@testable import Reporting

@Suite("Text table")
struct TextTableTests {
  private static func table(_ rows: [[String]]) -> TextTable {
    var table = TextTable([
      .init("term", maximumWidth: 10), .init("weight", .right), .init("slide"),
    ])
    for row in rows { table.add(row) }
    return table
  }

  @Test("sets words left and numbers right, without spaces at the end")
  func alignment() {
    let table = Self.table([["監視", "1.50", "3"], ["SLO", "-0.2", ""]])
    #expect(
      table.rendered() == """
        term  weight  slide
        監視    1.50  3
        SLO     -0.2

        """)
  }

  @Test("cuts a cell that is wider than its column may be")
  func longCells() {
    let table = Self.table([["オブザーバビリティ", "123456789", "x"]])
    #expect(
      table.rendered() == """
        term           weight  slide
        オブザー…   123456789  x

        """)
  }

  @Test("has a heading alone without rows")
  func empty() {
    #expect(Self.table([]).rendered() == "term  weight  slide\n")
  }

  @Test("makes the heading bold where colors are wanted, and only the heading")
  func style() {
    #expect(
      Self.table([["a", "1", "2"]]).rendered(.colored)
        == "\u{1B}[1mterm  weight  slide\u{1B}[0m\na          1  2\n")
    #expect(TextStyle.colored.dim("x") == "\u{1B}[2mx\u{1B}[0m")
    #expect(TextStyle.plain.dim("x") == "x")
    #expect(TextStyle.plain.bold("x") == "x")
  }
}
