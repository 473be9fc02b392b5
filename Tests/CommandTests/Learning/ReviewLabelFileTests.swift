import Foundation
import TestSupport
import Testing

@Suite("The file of labels that shogen review writes")
struct ReviewLabelFileTests {
  @Test("keeps the labels of talks that were not read")
  func labelsOfOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"id":"elsewhere","labels":{"depth":"advanced"}}
      {"id":"t01","labels":{"depth":"basic"}}
      {"id":"away","labels":{"depth":"advanced","scope":"independent"}}

      """, to: "labels.jsonl")
    try folder.write(
      #"{"id":"away","labels":{"scope":"cross-cutting"}}"# + "\n", to: "more.jsonl")
    let run = try LearningFixture.review(
      [
        "--labels", "labels.jsonl", "--add", "more.jsonl", "-o", "model", "--labels-output",
        "labels.jsonl",
      ], in: folder)
    #expect(run.status == 0)
    let lines = try folder.text(of: "labels.jsonl").split(separator: "\n")
    #expect(lines.count == 14)
    #expect(
      lines.suffix(2) == [
        #"{"id":"away","labels":{"depth":"advanced","scope":"cross-cutting"}}"#,
        #"{"id":"elsewhere","labels":{"depth":"advanced"}}"#,
      ])
  }

  @Test("is not written over where a line of it would be lost")
  func wouldLose() throws {
    let folder = try TemporaryFolder()
    let labels =
      #"{"id":"t02","labels":{"depth":"basic"}}"# + "\n"
      + #"{"id":"t03","labels":{"depth":"abyss"}}"# + "\n"
    try folder.write(labels, to: "labels.jsonl")
    try folder.write(#"{"id":"t02","labels":{"depth":"basic"}}"# + "\n", to: "more.jsonl")
    let run = try LearningFixture.review(
      ["--add", "more.jsonl", "-o", "model", "--labels-output", "labels.jsonl"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors == "shogen: error: labels.jsonl:2: axis 'depth' has no pole 'abyss', and would "
        + "be lost; mend the line, or name another file with --labels-output\n")
    #expect(try folder.text(of: "labels.jsonl") == labels)
    #expect(try folder.names() == ["labels.jsonl", "more.jsonl", "talks.jsonl"])
  }

  @Test("is told to be ahead where the model cannot be written")
  func modelFails() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"t02","labels":{"depth":"basic"}}"# + "\n", to: "more.jsonl")
    // A folder where a file of the model is to be.
    try folder.write("x", to: "model/model.json/file")
    let run = try LearningFixture.review(
      ["--add", "more.jsonl", "-o", "model", "--labels-output", "labels.jsonl"], in: folder)
    #expect(run.status == 74)
    #expect(
      run.errors
        == "shogen: note: labels.jsonl has the corrections, and the model in model not yet; the "
        + "same command takes them in again\nshogen: error: model/model.json: cannot put the file "
        + "in its place: is a directory; check the path, permissions and free space\n")
    #expect(
      try folder.text(of: "labels.jsonl").contains(
        #"{"id":"t02","labels":{"depth":"basic","scope":"independent"}}"#))
  }
}
