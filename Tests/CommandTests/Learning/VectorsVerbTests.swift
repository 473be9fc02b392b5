import Foundation
import TestSupport
import Testing

@Suite("shogen vectors")
struct VectorsVerbTests {
  private static let text = "4 2\n監視 1 0\n手順 1 0.5\nカーネル -1 0\n解析 -1 0.5\n"

  @Test("makes a file that trains the same model as its source")
  func converts() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "v.vec")
    try folder.write(TinyCorpus.jsonLines, to: "talks.jsonl")
    let run = try CommandRun(
      ["vectors", "v.vec", "-o", "v.safetensors", "--name", "by hand"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "4 words of 2 numbers written to v.safetensors\n")
    for (vectors, model) in [("v.vec", "one"), ("v.safetensors", "two")] {
      let train = try CommandRun(
        [
          "train", "talks.jsonl", "--vectors", vectors, "--vector-strength", "2", "-o", model,
          "--no-validation",
        ] + LearningFixture.quick, in: folder.path)
      #expect(train.status == 0)
    }
    #expect(
      try folder.bytes(of: "one/weights.safetensors")
        == folder.bytes(of: "two/weights.safetensors"))
    #expect(try folder.text(of: "two/model.json").contains(#"by hand"#))
    #expect(try folder.text(of: "one/model.json").contains(#"v.vec"#))
  }

  @Test("reads standard input whole")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    // More than one chunk of reading.
    let words = (0..<30_000).map { "w\($0) 1.5 2.5\n" }.joined()
    let run = try CommandRun(
      ["vectors", "-", "-o", "v"], input: "30000 2\n" + words, in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "30,000 words of 2 numbers written to v\n")
  }

  @Test("tells what is wrong with vectors by message and exit code")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write("監視 1 0\n手順 1\n", to: "bad.vec")
    try folder.write(Self.text, to: "v.vec")
    try folder.write(TinyCorpus.jsonLines, to: "talks.jsonl")
    let bad = try CommandRun(["vectors", "bad.vec", "-o", "v"], in: folder.path)
    #expect(bad.status == 1)
    #expect(
      bad.errors
        == "shogen: error: bad.vec:2: 1 numbers where 2 belong; fetch the file again\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/v"))
    for arguments in [
      ["vectors", "gone", "-o", "v"],
      ["train", "talks.jsonl", "--vectors", "gone", "-o", "model"],
    ] {
      let missing = try CommandRun(arguments, in: folder.path)
      #expect(missing.status == 66)
      #expect(missing.errors == "shogen: error: gone: no such word vectors; check the path\n")
    }
    let unwritable = try CommandRun(["vectors", "v.vec", "-o", "no/such/v"], in: folder.path)
    #expect(unwritable.status == 74)
    #expect(unwritable.errors.hasPrefix("shogen: error: no/such/v: "))
  }
}
