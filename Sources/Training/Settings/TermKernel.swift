internal import Features

/// What terms of one kind add to the kernel of some talks, ready for any strengths.
struct TermKernel {
  private let kind: Term.Kind
  /// XXᵀ, row-major.
  private let plain: [Double]
  /// The same of X divided by the inverse document frequencies.
  private let common: [Double]

  /// Takes the columns of some kinds that are of equal strength.
  init(_ design: PriorDesign, kinds: [Term.Kind]) {
    kind = kinds[0]
    plain = design.kernel(kinds: Set(kinds), overRarity: false)
    common = design.kernel(kinds: Set(kinds), overRarity: true)
  }

  /// Adds X·D²·Xᵀ.
  func add(to kernel: inout [Double], _ strengths: PriorStrengths) {
    let strength = strengths.strength(of: kind)
    guard strength > 0 else { return }
    let (square, rest) = (strength * strength, strengths.common * strengths.common)
    for index in kernel.indices {
      kernel[index] += square * (plain[index] + rest * common[index])
    }
  }
}
