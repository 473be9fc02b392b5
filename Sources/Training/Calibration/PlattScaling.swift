internal import Classification
internal import Glibc

/// Calibration by a temperature and a shift an output: s/T + b.
///
/// A shift mends what balanced class weights did to the poles' shares, but costs a
/// number an output to learn. Targets are smoothed as for ``Temperature``, and the
/// loss is convex in (1/T, b): Newton's method with halved steps finds its minimum.
/// Only differences of outputs count, so the first pole has no shift.
///
/// - SeeAlso: Platt, "Probabilistic Outputs for Support Vector Machines", 1999; Lin,
///   Lin and Weng, "A Note on Platt's Probabilistic Outputs", 2007.
struct PlattScaling {
  /// What outputs are divided by.
  var temperature: Double
  /// What is added to each output then.
  var shifts: [Double]
  /// The smoothed log loss.
  var logLoss: Double

  /// Newton steps at most; six are usual.
  private static let maximumSteps = 50
  private static let tolerance = 1e-8

  /// The scaling of the least loss, or nil where scores would be turned around or
  /// hardly count, beyond what ``Temperature`` allows.
  ///
  /// `talkCount` is smaller than the outputs where talks were placed repeatedly.
  static func best(outputs: [[Double]], classes: [Int], talkCount: Int) -> PlattScaling? {
    guard let width = outputs.first?.count, width > 0 else { return nil }
    let problem = Problem(outputs: outputs, classes: classes, talkCount: talkCount)
    var point = [1.0] + [Double](repeating: 0, count: problem.poleCount - 1)
    var loss = problem.loss(at: point)
    for _ in 0..<maximumSteps {
      let (gradient, hessian) = problem.derivatives(at: point)
      if gradient.allSatisfy({ abs($0) < tolerance }) { break }
      let step = Cholesky(hessian, order: point.count).solve(gradient)
      var size = 1.0
      var next = loss
      while size > 1e-6 {
        let candidate = zip(point, step).map { $0 - size * $1 }
        next = problem.loss(at: candidate)
        if next < loss {
          point = candidate
          break
        }
        size /= 2
      }
      guard next < loss else { break }
      loss = next
    }
    guard point[0] > 1 / 1000.0, point[0] < 1000, point.allSatisfy(\.isFinite) else { return nil }
    return PlattScaling(
      temperature: 1 / point[0], shifts: width == 1 ? [point[1]] : [0] + point[1...],
      logLoss: loss)
  }

  /// The loss and its derivatives in (1/T, shifts of the second pole on).
  private struct Problem {
    /// One score a pole.
    let scores: [[Double]]
    let classes: [Int]
    let poleCount: Int
    private let hit: Double
    private let miss: Double

    init(outputs: [[Double]], classes: [Int], talkCount: Int) {
      scores = outputs.map { $0.count == 1 ? [0, $0[0]] : $0 }
      self.classes = classes
      poleCount = scores.first?.count ?? 2
      let total = Double(talkCount + poleCount)
      (hit, miss) = (Double(talkCount + 1) / total, 1 / total)
    }

    private func probabilities(_ row: [Double], at point: [Double]) -> [Double] {
      Probabilities.ofPoles(
        row.indices.map { row[$0] * point[0] + ($0 == 0 ? 0 : point[$0]) })
    }

    func loss(at point: [Double]) -> Double {
      var sum = 0.0
      for (row, truth) in zip(scores, classes) {
        for (pole, probability) in probabilities(row, at: point).enumerated() {
          sum -= (pole == truth ? hit : miss) * log(max(probability, 1e-15))
        }
      }
      return sum / Double(max(1, classes.count))
    }

    func derivatives(at point: [Double]) -> (gradient: [Double], hessian: [Double]) {
      let order = point.count
      var gradient = [Double](repeating: 0, count: order)
      var hessian = [Double](repeating: 0, count: order * order)
      let share = 1 / Double(max(1, classes.count))
      for (row, truth) in zip(scores, classes) {
        let shares = probabilities(row, at: point)
        let mean = zip(shares, row).reduce(0) { $0 + $1.0 * $1.1 }
        for pole in shares.indices {
          let error = share * (shares[pole] - (pole == truth ? hit : miss))
          gradient[0] += error * row[pole]
          if pole > 0 { gradient[pole] += error }
          let weight = share * shares[pole]
          hessian[0] += weight * row[pole] * (row[pole] - mean)
          guard pole > 0 else { continue }
          let mixed = weight * (row[pole] - mean)
          hessian[pole] += mixed
          hessian[pole * order] += mixed
          for other in 1..<order {
            hessian[pole * order + other] -= weight * shares[other]
          }
          hessian[pole * order + pole] += weight
        }
      }
      return (gradient, hessian)
    }
  }
}
