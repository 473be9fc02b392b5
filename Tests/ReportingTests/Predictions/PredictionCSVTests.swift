import Ingestion
import Talks
import Testing

@testable import Reporting

@Suite("Prediction CSV")
struct PredictionCSVTests {
  /// A reader of RFC 4180 written for this test alone.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch (scalar, isQuoted) {
      case ("\"", _):
        // The second of two quotes within a field is content.
        if !isQuoted, previous == "\"" { field.append("\"") }
        isQuoted.toggle()
      case (",", false), ("\n", false):
        row.append(String(field))
        field = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      default: field.append(scalar)
      }
      previous = scalar
    }
    return rows
  }

  @Test("has a row a prediction with as many fields as the header")
  func literal() throws {
    let csv = PredictionCSV(classifier: try HandMade.classifier())
    #expect(
      csv.line(HandMade.prediction(warnings: [.fewKnownTerms, .titleOnly]))
        == "a,題,basic/independent,basic,0.75,-1.5,independent,0.75,-1.5,0.5,"
        + "few-known-terms title-only,0123456789abcdef,\n")
  }

  @Test(
    "quotes what would break a row, and reads back as it was",
    arguments: [
      "a,b", "say \"SLO\"", "\"", "\"\"", "two\nlines", "cr\r\nlf", " spaces ", "", "監視、基本",
      "tab\there", ",\",\n\"", "\"\u{350}", "a\"\u{3099},",
    ])
  func quoting(text: String) throws {
    let csv = PredictionCSV(classifier: try HandMade.classifier())
    let line = csv.line(HandMade.prediction(id: text, title: text + "x"))
    let rows = Self.rows(csv.header + line)
    #expect(rows.count == 2)
    #expect(rows[1].count == rows[0].count)
    #expect(rows[1][0].unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(rows[1][1].unicodeScalars.elementsEqual((text + "x").unicodeScalars))
  }

  @Test("makes text of what a spreadsheet would run, and leaves numbers alone")
  func formulas() throws {
    let csv = PredictionCSV(classifier: try HandMade.classifier())
    let title = #"=HYPERLINK("http://example.com","x")"#
    let row = Self.rows(csv.header + csv.line(HandMade.prediction(id: "@a", title: title)))[1]
    #expect(row[0] == "'@a")
    #expect(row[1] == "'" + title)
    #expect(row[5] == "-1.5")
    let error = IngestionError(
      at: SourceLocation(path: "-", line: 3), id: "+b", reason: "bad", remedy: "mend it")
    let failed = Self.rows(csv.header + csv.line(error))[1]
    #expect(failed.first == "'+b")
    #expect(failed.last == "'-:3: bad; mend it")
  }

  @Test("quotes a lone carriage return, which some readers take for a row's end")
  func carriageReturn() throws {
    let csv = PredictionCSV(classifier: try HandMade.classifier())
    #expect(csv.line(HandMade.prediction(id: "a\rb")).hasPrefix("\"a\rb\",題,"))
  }

  @Test("puts a failure in its place, with the error in the last column")
  func failure() throws {
    let csv = PredictionCSV(classifier: try HandMade.classifier())
    let error = IngestionError(
      at: SourceLocation(path: "a,b.jsonl", line: 3), id: "x", reason: "bad", remedy: "mend it")
    let rows = Self.rows(csv.header + csv.line(error))
    #expect(rows[1].first == "x")
    #expect(rows[1].last == "a,b.jsonl:3: bad; mend it")
    #expect(rows[1].count == rows[0].count)
    #expect(rows[1].dropFirst().dropLast().allSatisfy { $0.isEmpty })
  }

  @Test("fits every scheme", arguments: [HandMade.fivePoles, HandMade.threeAxes])
  func schemes(scheme: Scheme) throws {
    let csv = PredictionCSV(classifier: try HandMade.classifier(scheme))
    let rows = Self.rows(csv.header + csv.line(HandMade.prediction(scheme: scheme)))
    #expect(rows[0].count == 3 + 3 * scheme.axes.count + 4)
    #expect(rows[1].count == rows[0].count)
    #expect(rows[1][2] == "")
    #expect(rows[1][3] == "p1")
  }
}
