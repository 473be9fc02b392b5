/// Runs work on several cores and hands the results on in the order of the input.
///
/// At most ``workerCount`` inputs are in work and as many results wait, so memory
/// does not grow with the input. Input is pulled and output consumed on the
/// caller's task, one at a time: neither needs to be thread-safe. Results do not
/// depend on the number of workers as long as `transform` depends on its input
/// alone.
public struct OrderedConcurrentMap: Sendable {
  /// How many inputs are worked on at once, at least 1.
  public let workerCount: Int

  /// Creates a map.
  public init(workerCount: Int) { self.workerCount = max(1, workerCount) }

  /// Maps a stream.
  ///
  /// - Parameters:
  ///   - isPaused: Whether `next` would wait; it is then called only once all
  ///     results are consumed, so that none waits for an input.
  ///   - next: Gives the next input, nil at the end.
  ///   - makeWorker: Makes the memory of one worker; called at most
  ///     ``workerCount`` times, and only when needed.
  ///   - transform: The work. A worker is never used by two calls at once.
  ///   - consume: Takes each result, in input order.
  /// - Throws: What the closures throw; work under way is then abandoned.
  public func run<Input: Sendable, Output: Sendable, Worker: AnyObject & Sendable>(
    isPaused: () -> Bool = { false },
    next: () throws -> Input?,
    makeWorker: () throws -> Worker,
    transform: @escaping @Sendable (Input, Worker) -> Output,
    consume: (Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(
      of: (index: Int, output: Output, worker: Worker).self
    ) { group in
      var idle: [Worker] = []
      var waiting: [Int: Output] = [:]
      var started = 0
      var consumed = 0
      var running = 0
      var isAtEnd = false
      while true {
        // The bound on `started` keeps results that wait for a slow one few.
        while !isAtEnd, running < workerCount, started < consumed + 2 * workerCount,
          running == 0 || !isPaused()
        {
          guard let input = try next() else {
            isAtEnd = true
            break
          }
          let worker = try idle.popLast() ?? makeWorker()
          let index = started
          group.addTask { (index, transform(input, worker), worker) }
          started += 1
          running += 1
        }
        guard running > 0, let finished = try await group.next() else { break }
        running -= 1
        idle.append(finished.worker)
        waiting[finished.index] = finished.output
        while let output = waiting.removeValue(forKey: consumed) {
          try consume(output)
          consumed += 1
        }
      }
    }
  }
}
