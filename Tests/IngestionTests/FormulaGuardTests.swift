import Testing

@testable import Ingestion

@Suite("Cells that a spreadsheet would run")
struct FormulaGuardTests {
  @Test(
    "get an apostrophe",
    arguments: [
      "=HYPERLINK(\"http://example.com\")", "+1", "-1+cmd|' /C calc'!A1", "@SUM(1)", "\t=1", "\r=1",
      "\n=1", "＝1", "＋1", "－1", "＠a", "'=1", "''+1",
    ])
  func guarded(cell: String) {
    #expect(FormulaGuard.guarded(cell) == "'" + cell)
    #expect(FormulaGuard.unguarded("'" + cell) == cell)
  }

  @Test(
    "are few: other cells stay as they are, both ways",
    arguments: ["", "題", "a=b", "1-2", "'", "'a'", "''", "’=1", "#1", "100 %", "'80s", "ー", "〜"])
  func others(cell: String) {
    #expect(FormulaGuard.guarded(cell) == cell)
    #expect(FormulaGuard.unguarded(cell) == cell)
  }

  @Test("come back as they were, whatever they were")
  func roundTrip() {
    let pieces = ["'", "=", "+", "@", "\t", "a", "題", "\u{3099}", ""]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let cell = first + second + third
          let written = FormulaGuard.guarded(cell)
          #expect(FormulaGuard.unguarded(written) == cell)
          #expect(!["=", "+", "-", "@", "\t"].contains(written.unicodeScalars.first ?? " "))
        }
      }
    }
  }
}
