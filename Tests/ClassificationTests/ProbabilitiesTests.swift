import Testing

@testable import Classification

@Suite("Probabilities")
struct ProbabilitiesTests {
  @Test("the logistic function has its literal values and never overflows")
  func logistic() {
    #expect(Probabilities.logistic(0) == 0.5)
    #expect(abs(Probabilities.logistic(2 / 3.0) - 0.6607563687658172) < 1e-15)
    #expect(abs(Probabilities.logistic(-1.125) - 0.24508501313237172) < 1e-15)
    #expect(Probabilities.logistic(1000) == 1)
    #expect(Probabilities.logistic(-1000) == 0)
    #expect(Probabilities.logistic(-700) > 0)
    #expect(Probabilities.logistic(.infinity) == 1)
    #expect(Probabilities.logistic(-.infinity) == 0)
  }

  @Test("one output gives the second pole's probability last")
  func twoPoles() {
    #expect(Probabilities.ofPoles([0]) == [0.5, 0.5])
    #expect(Probabilities.ofPoles([1000]) == [0, 1])
    #expect(Probabilities.ofPoles([-1000]) == [1, 0])
  }

  @Test("softmax does not change when all outputs grow alike, and sums to 1")
  func softmax() {
    let small = Probabilities.ofPoles([1, 2, 4])
    let large = Probabilities.ofPoles([1001, 1002, 1004])
    #expect(small == large)
    #expect(abs(small.reduce(0, +) - 1) < 1e-15)
    #expect(Probabilities.ofPoles([3, 3, 3, 3]) == [0.25, 0.25, 0.25, 0.25])
    #expect(Probabilities.ofPoles([-1e308, 0, 1e308]) == [0, 0, 1])
  }
}
