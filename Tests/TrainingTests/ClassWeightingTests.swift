import Testing

@testable import Training

@Suite("Class weighting")
struct ClassWeightingTests {
  @Test("balanced is n / (K · nₖ)")
  func balanced() {
    // 30 / (2 · 24) and 30 / (2 · 6).
    #expect(ClassWeighting.balanced.weights(classCounts: [24, 6]) == [0.625, 2.5])
    #expect(ClassWeighting.balanced.weights(classCounts: [5, 5]) == [1, 1])
  }

  @Test("balanced gives every class the same total")
  func totals() {
    let counts = [4, 2, 6]
    let weights = ClassWeighting.balanced.weights(classCounts: counts)
    #expect(zip(counts, weights).map { Double($0) * $1 } == [4, 4, 4])
  }

  @Test("a class without examples weighs nothing and does not count among the classes")
  func emptyClass() {
    #expect(ClassWeighting.balanced.weights(classCounts: [3, 0, 1]) == [4 / 6.0, 0, 2])
  }

  @Test("none is 1 for every class")
  func none() {
    #expect(ClassWeighting.none.weights(classCounts: [24, 6, 0]) == [1, 1, 1])
  }
}
