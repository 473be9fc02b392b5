import Training
import Classification
import Evaluation
import Foundation
import Synchronization
import Testing

@Suite("Mapping in order on several cores")
struct OrderedConcurrentMapTests {
  /// Memory that notices when two calls use it at once.
  private final class Worker: Sendable {
    let uses = Atomic(0)
    let clashes = Atomic(0)

    func use(_ body: () -> Void) {
      if uses.add(1, ordering: .sequentiallyConsistent).newValue > 1 {
        clashes.add(1, ordering: .relaxed)
      }
      body()
      uses.subtract(1, ordering: .sequentiallyConsistent)
    }
  }

  private enum Stop: Error { case next, makeWorker, consume }

  @Test("keeps the order of the input", arguments: [1, 2, 7])
  func order(workerCount: Int) async throws {
    var generator = SeededGenerator(seed: 5)
    var inputs = (0..<300).map { (index: $0, rounds: generator.below(4) * generator.below(2000)) }
    inputs.reverse()
    var workers: [Worker] = []
    var nilCount = 0
    var results: [Int] = []
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: {
        let input = inputs.popLast()
        if input == nil { nilCount += 1 }
        return input
      },
      makeWorker: {
        workers.append(Worker())
        return workers[workers.count - 1]
      },
      transform: { input, worker in
        worker.use {
          var sum = 0
          for round in 0..<input.rounds { sum &+= round }
          if sum % 7 == 3 { Thread.sleep(forTimeInterval: 0.000_1) }
        }
        return input.index
      },
      consume: { results.append($0) })
    #expect(results == Array(0..<300))
    #expect(nilCount == 1, "the end is asked for once")
    #expect((1...workerCount).contains(workers.count))
    #expect(workers.allSatisfy { $0.clashes.load(ordering: .relaxed) == 0 })
  }

  /// The first input ends only after every other that may be in flight with it, so
  /// that as much as ever can waits for it; unless there is but one thread, when it
  /// gives up waiting.
  @Test(
    "pulls at most two inputs a worker ahead of the output", .serialized, arguments: [1, 2, 7])
  func bound(workerCount: Int) async throws {
    let bound = workerCount == 1 ? 1 : 2 * workerCount
    let isLastInFlightDone = DispatchSemaphore(value: 0)
    let hasGivenUp = Atomic(false)
    var workers: [Worker] = []
    var pulled = 0
    var consumed = 0
    var farthest = 0
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: { () -> Int? in
        guard pulled < 100 else { return nil }
        pulled += 1
        farthest = max(farthest, pulled - consumed)
        return pulled - 1
      },
      makeWorker: {
        workers.append(Worker())
        return workers[workers.count - 1]
      },
      transform: { input, worker in
        worker.use { if input >= bound { Thread.sleep(forTimeInterval: 0.000_2) } }
        if input == 0, bound > 1, isLastInFlightDone.wait(timeout: .now() + 2) == .timedOut {
          hasGivenUp.store(true, ordering: .relaxed)
        }
        if input == bound - 1 { isLastInFlightDone.signal() }
        return input
      },
      consume: {
        #expect($0 == consumed)
        consumed += 1
      })
    #expect(consumed == 100)
    #expect(workers.allSatisfy { $0.clashes.load(ordering: .relaxed) == 0 })
    #expect(farthest <= bound)
    #expect(farthest == bound || hasGivenUp.load(ordering: .relaxed))
  }

  @Test("makes workers only for inputs there are", arguments: [0, 1, 3])
  func fewInputs(count: Int) async throws {
    var inputs = Array(0..<count)
    var made = 0
    var results = 0
    try await OrderedConcurrentMap(workerCount: 7).run(
      next: { inputs.popLast() },
      makeWorker: {
        made += 1
        return Worker()
      },
      transform: { input, _ in input },
      consume: { _ in results += 1 })
    #expect(made <= count)
    #expect(results == count)
  }

  @Test("has one worker at least", arguments: [-1, 0, 1])
  func workerCount(_ count: Int) {
    #expect(OrderedConcurrentMap(workerCount: count).workerCount == 1)
  }

  @Test("throws what its closures throw, after results in order", arguments: [1, 2, 7])
  func errors(workerCount: Int) async {
    for (stop, expected) in [(Stop.next, 0...20), (.makeWorker, 0...0), (.consume, 10...10)] {
      var pulled = 0
      var results: [Int] = []
      await #expect(throws: stop) {
        try await OrderedConcurrentMap(workerCount: workerCount).run(
          next: { () throws -> Int? in
            if stop == .next, pulled == 20 { throw stop }
            pulled += 1
            return pulled - 1
          },
          makeWorker: {
            if stop == .makeWorker { throw stop }
            return Worker()
          },
          transform: { input, _ in input },
          consume: {
            if stop == .consume, results.count == 10 { throw stop }
            results.append($0)
          })
      }
      #expect(expected.contains(results.count))
      #expect(results == Array(0..<results.count))
    }
  }
}
