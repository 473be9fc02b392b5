internal import Dispatch
internal import Synchronization

/// Work on the parts of a range, on several cores.
///
/// Parts are of one size and their results come in their order: which core did which
/// does not show, nor how many there are.
package enum Parts {
  /// Calls `work` once with each part of `0..<count`, `size` positions each and the last
  /// maybe fewer, on `workerCount` cores at once.
  package static func map<Result: Sendable>(
    _ count: Int, size: Int, workerCount: Int, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let partCount = (count + size - 1) / size
    let part = { @Sendable (index: Int) in index * size..<min(count, (index + 1) * size) }
    if workerCount <= 1 || partCount <= 1 { return (0..<partCount).map { work(part($0)) } }
    let results = Mutex([Result?](repeating: nil, count: partCount))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(workerCount, partCount)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < partCount else { return }
        let result = work(part(index))
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
