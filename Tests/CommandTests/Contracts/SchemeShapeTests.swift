import Foundation
import TestSupport
import Testing

@Suite("Schemes of other shapes")
struct SchemeShapeTests {
  struct Shape: CustomTestStringConvertible {
    var axes: [(id: String, poles: Int)]
    var testDescription: String { axes.map { "\($0.poles)" }.joined(separator: " × ") }

    var scheme: String {
      let axes = axes.map { axis in
        let poles = (0..<axis.poles).map { #"{"id":"p\#($0)","name":"長い名前の極その\#($0)"}"# }
        return
          #"{"id":"\#(axis.id)","name":"長い名前の軸","poles":[\#(poles.joined(separator: ","))]}"#
      }
      return #"{"axes":[\#(axes.joined(separator: ","))]}"#
    }

    /// Four talks for each combination of poles, with a word a pole.
    var talks: String {
      let cells = axes.reduce(into: [[Int]]([[]])) { cells, axis in
        cells = cells.flatMap { cell in (0..<axis.poles).map { cell + [$0] } }
      }
      return (0..<4).flatMap { _ in cells }.enumerated().map { index, cell in
        let words = zip(axes, cell).map { $0.id + ["red", "green", "blue", "black", "white"][$1] }
        let labels = zip(axes, cell).map { #""\#($0.id)":"p\#($1)""# }
        return #"{"id":"\#(index)","title":"\#(words.joined(separator: " "))","#
          + #""labels":{\#(labels.joined(separator: ","))}}"# + "\n"
      }.joined()
    }
  }

  static let shapes = [
    Shape(axes: [("kind", 5)]),
    Shape(axes: [("one", 2), ("two", 3), ("three", 2)]),
    Shape(axes: [("left", 3), ("right", 2)]),
  ]

  @Test("break no verb and no writer", arguments: shapes)
  func everyWriter(shape: Shape) throws {
    let folder = try TemporaryFolder()
    try folder.write(shape.scheme, to: "scheme.json")
    try folder.write(shape.talks, to: "talks.jsonl")
    func run(_ arguments: [String]) throws -> CommandRun {
      let run = try CommandRun(arguments, in: folder.path)
      #expect(run.status == 0)
      return run
    }
    let trained = try run([
      "train", "talks.jsonl", "--scheme", "scheme.json", "-o", "model", "--repeats", "1",
      "--folds", "2",
    ])
    #expect(trained.errors == "model written to model\n")
    let talkCount = shape.talks.split(separator: "\n").count
    let classify = ["classify", "talks.jsonl", "--model", "model"]

    let table = try run(classify)
    for line in table.lines.prefix(talkCount + 1) { #expect(TerminalWidth.of(line) <= 80) }
    let cellCount = shape.axes.reduce(1) { $0 * $1.poles }
    let cells = table.lines.suffix(cellCount)
    #expect(cells.count == cellCount)
    #expect(cells.allSatisfy { $0.hasPrefix("4  長い名前の極その") })

    let rows = try run(classify + ["--format", "csv"]).lines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).count
    }
    #expect(rows == Array(repeating: 7 + 3 * shape.axes.count, count: talkCount + 1))

    for (line, talk) in zip(
      try run(classify + ["--format", "jsonl"]).lines, shape.talks.split(separator: "\n"))
    {
      let object = try jsonObject(line)
      let labels = try #require(try jsonObject(talk)["labels"] as? [String: String])
      let axes = try #require(object["axes"] as? [String: [String: Any]])
      #expect(axes.mapValues { $0["pole"] as? String } == labels.mapValues { Optional($0) })
      #expect((object["quadrant"] is NSNull) == (shape.axes.count != 2))
      for axis in shape.axes {
        let all = axes[axis.id]?["probabilities"] as? [String: Double]
        #expect(all?.count == (axis.poles > 2 ? axis.poles : nil))
        if let all { #expect(abs(all.values.reduce(0, +) - 1) < 1e-9) }
      }
    }

    let explain = try run([
      "explain", "talks.jsonl", "--model", "model", "--id", "1", "--format", "json",
    ])
    let outputs = try #require(try jsonObject(explain.output)["axes"] as? [Any])
    #expect(outputs.count == shape.axes.reduce(0) { $0 + ($1.poles == 2 ? 1 : $1.poles) })
    _ = try run(["explain", "talks.jsonl", "--model", "model", "--id", "1"])
    _ = try run(["evaluate", "talks.jsonl", "--model", "model", "--permutations", "1"])
    let judged = try run([
      "evaluate", "talks.jsonl", "--model", "model", "--permutations", "1", "--format", "json",
    ])
    let axes = try #require(try jsonObject(judged.output)["axes"] as? [[String: Any]])
    #expect(axes.map { ($0["poles"] as? [String])?.count } == shape.axes.map(\.poles))
    _ = try run(["model", "model"])
  }
}
