import Classification
import Foundation
import Synchronization
import Testing

/// One at a time, since a test here makes a thread wait.
@Suite("The ordered concurrent map", .serialized)
struct OrderedConcurrentMapTests {
  struct Failure: Error, Equatable {}

  final class Worker: Sendable {
    let isBusy = Mutex(false)
  }

  final class Progress: Sendable {
    let finished = Mutex(0)
  }

  @Test("hands results on in the order of the input", arguments: [-1, 1, 2, 7])
  func keepsOrder(workerCount: Int) async throws {
    var inputs = Array(0..<200).makeIterator()
    var outputs: [Int] = []
    var workerTotal = 0
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: { inputs.next() },
      makeWorker: {
        workerTotal += 1
        return Worker()
      },
      transform: { input, worker in
        let wasBusy = worker.isBusy.withLock { busy in
          defer { busy = true }
          return busy
        }
        defer { worker.isBusy.withLock { $0 = false } }
        // Early inputs take longest, so that results come in another order.
        var sum = 0
        for step in 0..<(200 - input) * 20 { sum &+= step }
        return wasBusy ? -1 : input * 2 + (sum == .min ? 1 : 0)
      },
      consume: { outputs.append($0) })
    #expect(outputs == (0..<200).map { $0 * 2 })
    #expect((1...max(1, workerCount)).contains(workerTotal))
  }

  @Test("of nothing makes no worker")
  func emptyInput() async throws {
    try await OrderedConcurrentMap(workerCount: 2).run(
      next: { nil as Int? },
      makeWorker: {
        Issue.record("a worker was made")
        return Worker()
      },
      transform: { input, _ in input }, consume: { _ in Issue.record("there was a result") })
  }

  @Test("pulls at most twice the workers ahead of a slow result", arguments: [1, 2, 7])
  func isBounded(workerCount: Int) async throws {
    var (pulled, consumed, furthest) = (0, 0, 0)
    let progress = Progress()
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: {
        guard pulled < 100 else { return nil }
        pulled += 1
        furthest = max(furthest, pulled - consumed)
        return pulled
      },
      makeWorker: { Worker() },
      transform: { (input: Int, _) in
        // The first waits until the others have gone as far as they may, and then
        // some; where only one runs at a time it gives up waiting.
        if input == 1, workerCount > 1 {
          for _ in 0..<100 where progress.finished.withLock({ $0 }) < 2 * workerCount - 1 {
            Thread.sleep(forTimeInterval: 0.005)
          }
          Thread.sleep(forTimeInterval: 0.02)
        }
        progress.finished.withLock { $0 += 1 }
        return input
      },
      consume: { (_: Int) in consumed += 1 })
    #expect(consumed == 100)
    #expect(furthest <= 2 * workerCount)
  }

  @Test("throws what a closure throws")
  func failures() async {
    let map = OrderedConcurrentMap(workerCount: 2)
    await #expect(throws: Failure()) {
      try await map.run(
        next: { throw Failure() }, makeWorker: { Worker() },
        transform: { (input: Int, _) in input }, consume: { _ in })
    }
    await #expect(throws: Failure()) {
      try await map.run(
        next: { 1 }, makeWorker: { () throws -> Worker in throw Failure() },
        transform: { (input: Int, _: Worker) in input }, consume: { _ in })
    }
    var consumed = 0
    await #expect(throws: Failure()) {
      try await map.run(
        next: { 1 }, makeWorker: { Worker() }, transform: { input, _ in input },
        consume: { (_: Int) in
          consumed += 1
          if consumed == 5 { throw Failure() }
        })
    }
    #expect(consumed == 5)
  }
}
