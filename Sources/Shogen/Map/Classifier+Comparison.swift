public import Classification
public import Comparison
internal import Talks
internal import Tokenization

extension Classifier {
  /// Compares two bodies of talks, the second as the later one.
  ///
  /// - Parameters:
  ///   - bodies: The talks with their labels.
  ///   - names: What the bodies are called.
  ///   - axes: Positions of the axes whose cells are compared.
  ///   - seed: Drives the test of the shares.
  ///   - workerCount: Cores used at once; the result does not depend on it.
  /// - Returns: The terms that rose and fell, and the shares of the cells.
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func compare(
    _ bodies: Sides<Corpus>, names: Sides<String>, axes: [Int], seed: UInt64,
    workerCount: Int = 1
  ) async throws -> BodyComparison {
    let placer = TalkPlacer(classifier: self, reasonCount: 0)
    let placed =
      try await placer.places(of: bodies.first, workerCount: workerCount)
      + placer.places(of: bodies.second, workerCount: workerCount)
    let cells = TalkMap.cells(ofAxes: axes, scheme: model.scheme)
    return BodyComparison(
      names: names,
      frequencies: try placer.frequencies(of: bodies.first.talks + bodies.second.talks),
      cells: placed.map { talk in
        TalkMap.cell(of: talk, axes: axes, scheme: model.scheme).flatMap {
          cells.firstIndex(of: $0)
        }
      }, firstCount: bodies.first.talks.count, cellCount: cells.count, seed: seed)
  }
}
