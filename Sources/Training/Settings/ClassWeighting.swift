/// How much an example of each class counts.
public enum ClassWeighting: String, Sendable, Equatable, Codable, CaseIterable {
  /// Every example counts 1.
  case none
  /// n / (K · nₖ): every class counts alike, however many examples it has.
  case balanced

  /// The weight of each class, given how many examples it has.
  ///
  /// Classes without examples get weight 0.
  func weights(classCounts: [Int]) -> [Double] {
    switch self {
    case .none:
      return classCounts.map { _ in 1 }
    case .balanced:
      let present = classCounts.count(where: { $0 > 0 })
      let total = Double(classCounts.reduce(0, +))
      return classCounts.map { $0 == 0 ? 0 : total / (Double(present) * Double($0)) }
    }
  }
}
