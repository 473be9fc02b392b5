import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen export")
struct ExportTests {
  @Test("writes a vector of length 1 for each labelled talk, and what its numbers mean")
  func writesVectors() throws {
    let fixture = try CommandFixture.shared()
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["export", fixture.talks, "--model", fixture.model, "--axis", "scope", "-o", "talks.svm"],
      in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    let rows = try folder.text(of: "talks.svm").split(separator: "\n").map(Row.init)
    #expect(rows.map(\.target) == [-1, -1, -1, 1, 1, 1, -1, -1, -1, 1, 1, 1])
    let features = try folder.text(of: "talks.svm.features.tsv").split(separator: "\n")
    #expect(features[0] == "feature\tkind\tidf\tterm")
    #expect(run.errors == "12 talks, \(features.count - 1) features, axis 'scope'\n")
    for row in rows {
      #expect(row.features == row.features.sorted())
      #expect(Set(row.features).count == row.features.count)
      #expect(row.features.allSatisfy { (1..<features.count).contains($0) })
      #expect(abs(row.values.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
    }
    // t04 alone has 障害 and 対応, once each in a title.
    let words = rows[3].features.map { features[$0].split(separator: "\t")[3] }
    #expect(words.contains("障害"))
    #expect(!words.contains("カーネル"))
    #expect(
      try folder.text(of: "talks.svm.targets.tsv")
        == "target\tpole\tname\n-1\tindependent\t独立\n1\tcross-cutting\t横断的\n")
    let labels = try folder.text(of: "talks.svm.labels.jsonl").split(separator: "\n")
    #expect(labels.count == 12)
    #expect(labels[3] == #"{"id":"t04","labels":{"scope":"cross-cutting"}}"#)
  }

  @Test("leaves out talks without a label, tells how many, and writes to standard output")
  func leavesOutUnlabelled() throws {
    let fixture = try CommandFixture.shared()
    let input =
      #"{"id":"a","title":"監視","labels":{"depth":"basic"}}"# + "\n"
      + #"{"id":"b","title":"監視","labels":{"scope":"independent"}}"# + "\n"
    let run = try CommandRun(
      ["export", "-", "--model", fixture.model, "--axis", "depth"], input: input)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("-1 "))
    #expect(run.errors.contains("1 talk(s) have no label on 'depth' and are left out"))
  }

  @Test("says what is wrong with the axis or the labels, and writes nothing")
  func refuses() throws {
    let fixture = try CommandFixture.shared()
    let folder = try TemporaryFolder()
    func errors(_ arguments: [String], input: String = "") throws -> String {
      let run = try CommandRun(
        ["export", "--model", fixture.model, "-o", "talks.svm"] + arguments, input: input,
        in: folder.path)
      #expect(run.status == 1)
      #expect(try folder.names().isEmpty)
      return run.errors
    }
    #expect(
      try errors([fixture.talks])
        == "shogen: error: the model has several axes; name one of 'depth', 'scope' by --axis\n")
    #expect(
      try errors([fixture.talks, "--axis", "height"])
        == "shogen: error: --axis height: name one of 'depth', 'scope'\n")
    #expect(
      try errors(["-", "--axis", "depth"], input: #"{"id":"a","title":"監視"}"#)
        == "shogen: error: no talk has a label on axis 'depth'; labels come with --labels\n")
  }

  static let liblinear = "/usr/bin/liblinear-train"

  /// LIBLINEAR minimizes ½ wᵀw + C Σ loss, as we do, but over the bias too, which with
  /// `-B 1000` is 1000 times its weight: of that a square is a millionth as large.
  @Test(
    "LIBLINEAR learns the same weights from the vectors, to 1e-6",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: liblinear),
      "liblinear-train is not installed; it is in Debian's liblinear-tools"))
  func retrainsElsewhere() throws {
    let fixture = try CommandFixture.shared()
    let folder = try TemporaryFolder()
    let train = try CommandRun(
      [
        "train", fixture.talks, "--minimum-document-frequency", "1", "--no-search",
        "--no-fragments", "--no-validation", "--class-weight", "none", "--C", "10", "-o", "model",
      ], in: folder.path)
    #expect(train.status == 0)
    for (index, axis) in ["depth", "scope"].enumerated() {
      let export = try CommandRun(
        ["export", fixture.talks, "--model", "model", "--axis", axis, "-o", axis + ".svm"],
        in: folder.path)
      #expect(export.status == 0)
      let other = try CommandRun(
        ["-s", "0", "-c", "10", "-B", "1000", "-e", "1e-10", "-q", axis + ".svm", axis + ".model"],
        in: folder.path, program: Self.liblinear)
      #expect(other.status == 0)
      let lines = try folder.text(of: axis + ".model").split(separator: "\n")
      let start = try #require(lines.firstIndex(of: "w")) + 1
      // The weights are those of the label named first.
      let sign = lines.contains("label 1 -1") ? 1.0 : -1.0
      let learned = lines[start...].compactMap {
        Double($0.trimmingCharacters(in: .whitespaces)).map { sign * $0 }
      }
      let weights = try ModelFile.read(from: folder.path + "/model").model.weights
      #expect(learned.count == weights.termCount + 1)
      let ours = (0..<weights.termCount).map { Double(weights.weight(ofTerm: $0, output: index)) }
      #expect(ours.contains { abs($0) > 0.5 }, "there is nothing to compare")
      for (one, other) in zip(ours, learned) { #expect(abs(one - other) < 1e-6) }
      #expect(abs(Double(weights.intercepts[index]) - 1000 * learned[learned.count - 1]) < 1e-6)
    }
  }

  /// A line of the vectors.
  private struct Row {
    var target: Int
    var features: [Int]
    var values: [Double]

    init(_ line: Substring) {
      let fields = line.split(separator: " ")
      target = Int(fields[0]) ?? 0
      let entries = fields.dropFirst().map { $0.split(separator: ":") }
      features = entries.map { Int($0[0]) ?? 0 }
      values = entries.map { Double($0[1]) ?? .nan }
    }
  }
}
