/// Times work by repeating it: the median over some rounds counts.
struct RepeatedTiming {
  /// Rounds of each measurement.
  let roundCount: Int
  /// Seconds a round takes at least.
  let minimumSeconds: Double

  /// The median seconds of one call.
  func median(_ work: () throws -> Void) rethrows -> Double {
    var rounds: [Double] = []
    for _ in 0..<roundCount { rounds.append(try round(work)) }
    return middle(rounds)
  }

  /// The seconds of one call of each of some works, round by round.
  ///
  /// Their rounds alternate, so that a machine that others slow down for a while slows
  /// all of them.
  func rounds<Failure: Error>(
    _ works: [() throws(Failure) -> Void]
  ) throws(Failure) -> [[Double]] {
    var rounds = [[Double]](repeating: [], count: works.count)
    for _ in 0..<roundCount {
      for (index, work) in works.enumerated() { rounds[index].append(try round(work)) }
    }
    return rounds
  }

  /// The median seconds of one call of each of some works, in alternating rounds.
  func medians(_ works: [() -> Void]) -> [Double] {
    rounds(works).map(middle)
  }

  /// The median seconds of one call.
  func median(_ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    var rounds: [Double] = []
    for _ in 0..<roundCount {
      var calls = 0
      let start = clock.now
      repeat {
        try await work()
        calls += 1
      } while Self.seconds(clock.now - start) < minimumSeconds
      rounds.append(Self.seconds(clock.now - start) / Double(calls))
    }
    return middle(rounds)
  }

  private func round<Failure: Error>(
    _ work: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    let clock = ContinuousClock()
    var calls = 0
    let start = clock.now
    repeat {
      try work()
      calls += 1
    } while Self.seconds(clock.now - start) < minimumSeconds
    return Self.seconds(clock.now - start) / Double(calls)
  }

  /// The median of the rounds.
  func middle(_ rounds: [Double]) -> Double { rounds.sorted()[roundCount / 2] }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
