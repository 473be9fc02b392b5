import Testing

@testable import Reporting

@Suite("Decimals")
struct DecimalsTests {
  struct Case: CustomTestStringConvertible {
    var value: Double
    var places: Int
    var text: String
    var testDescription: String { "\(value) with \(places)" }
  }

  static let cases = [
    Case(value: 0.875, places: 2, text: "0.88"),
    Case(value: -0.875, places: 2, text: "-0.88"),
    Case(value: 0.05, places: 1, text: "0.1"),
    Case(value: 0.999, places: 2, text: "1.00"),
    Case(value: 12.3456, places: 3, text: "12.346"),
    Case(value: 7, places: 3, text: "7.000"),
    Case(value: 0.007, places: 2, text: "0.01"),
    Case(value: 1.05, places: 2, text: "1.05"),
    Case(value: 0, places: 2, text: "0.00"),
    Case(value: -0.0, places: 2, text: "0.00"),
    Case(value: -0.004, places: 2, text: "0.00"),
    Case(value: 0.5, places: 0, text: "1"),
    Case(value: -1.4, places: 0, text: "-1"),
    Case(value: 1e15, places: 0, text: "1000000000000000"),
    Case(value: 1e18, places: 2, text: "1e+18"),
    Case(value: .nan, places: 2, text: "–"),
    Case(value: .infinity, places: 2, text: "–"),
    Case(value: .leastNonzeroMagnitude, places: 3, text: "0.000"),
  ]

  @Test("rounds half away from zero and writes the same in every locale", arguments: cases)
  func fixed(_ example: Case) {
    #expect(Decimals.fixed(example.value, example.places) == example.text)
  }

  @Test("always shows a sign, and no minus before nothing")
  func signed() {
    #expect(Decimals.signed(0.5, 2) == "+0.50")
    #expect(Decimals.signed(-0.5, 2) == "-0.50")
    #expect(Decimals.signed(0, 2) == "+0.00")
    #expect(Decimals.signed(-0.001, 2) == "+0.00")
    #expect(Decimals.signed(.nan, 2) == "–")
  }

  @Test("parts thousands by commas")
  func grouped() {
    #expect(Decimals.grouped(0) == "0")
    #expect(Decimals.grouped(999) == "999")
    #expect(Decimals.grouped(1000) == "1,000")
    #expect(Decimals.grouped(-1_234_567) == "-1,234,567")
    #expect(Decimals.grouped(Int.min) == "-9,223,372,036,854,775,808")
  }
}
