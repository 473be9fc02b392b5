import Testing

@testable import Comparison

@Suite("Wilson's interval")
struct WilsonIntervalTests {
  @Test("of 28 of 37 is the textbook's")
  func literal() {
    let interval = WilsonInterval(count: 28, of: 37)
    #expect(abs(interval.share - 0.756757) < 1e-6)
    #expect(abs(interval.low - 0.598824) < 1e-5)
    #expect(abs(interval.high - 0.866388) < 1e-5)
  }

  @Test("of none and of all stays within 0 and 1 and has width")
  func ends() {
    let none = WilsonInterval(count: 0, of: 10)
    #expect(none.low == 0 && none.high > 0.2 && none.high < 0.35)
    let all = WilsonInterval(count: 10, of: 10)
    #expect(all.high == 1 && all.low == 1 - none.high)
  }

  @Test("of nothing is everything")
  func nothing() {
    let interval = WilsonInterval(count: 0, of: 0)
    #expect((interval.share, interval.low, interval.high) == (0, 0, 1))
  }
}
