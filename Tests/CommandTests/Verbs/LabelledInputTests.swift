import Foundation
import Shogen
import TestSupport
import Testing

/// The tiny corpus as annotation tools write it; every talk is its text alone.
private enum Export: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case doccano, prodigy, labelStudio, fastText, folders

  var testDescription: String { rawValue }

  /// The name of the file or folder.
  var name: String {
    switch self {
    case .doccano, .prodigy: "set.jsonl"
    case .labelStudio: "set.json"
    case .fastText: "set.txt"
    case .folders: "set"
    }
  }

  func write(to folder: TemporaryFolder) throws {
    let talks = TinyCorpus.talks.map { talk in
      (
        id: talk.id, text: talk.title + " " + talk.slides[0].text,
        depth: talk.labels["depth"] ?? "", scope: talk.labels["scope"] ?? ""
      )
    }
    func choice(_ axis: String, _ pole: String) -> String {
      #"{"from_name":"\#(axis)","to_name":"t","type":"choices","value":{"choices":["\#(pole)"]}}"#
    }
    switch self {
    case .doccano:
      try folder.write(
        talks.map {
          #"{"id":"\#($0.id)","text":"\#($0.text)","label":["\#($0.depth)","\#($0.scope)"]}"# + "\n"
        }.joined(), to: name)
    case .prodigy:
      try folder.write(
        talks.map {
          #"{"text":"\#($0.text)","meta":{"id":"\#($0.id)"},"accept":["\#($0.depth)","#
            + #""\#($0.scope)"],"answer":"accept"}"# + "\n"
        }.joined() + #"{"text":"別","label":"basic","answer":"reject"}"# + "\n", to: name)
    case .labelStudio:
      let tasks = talks.map { talk in
        let choices = choice("depth", talk.depth) + "," + choice("scope", talk.scope)
        return #"{"id":"\#(talk.id)","data":{"text":"\#(talk.text)"},"#
          + #""annotations":[{"result":[\#(choices)]}]}"#
      }
      try folder.write("[" + tasks.joined(separator: ",\n") + "]", to: name)
    case .fastText:
      try folder.write(
        talks.map { "__label__\($0.depth) __label__\($0.scope) \($0.text)\n" }.joined(), to: name)
    case .folders:
      for talk in talks {
        try folder.write(talk.text, to: "set/\(talk.depth)/\(talk.scope)/\(talk.id).txt")
      }
    }
  }
}

@Suite("Labelled data of other tools")
struct LabelledInputTests {
  private static let settings = ["--minimum-document-frequency", "1", "--no-search"]

  @Test("trains a model", arguments: Export.allCases)
  fileprivate func train(_ export: Export) throws {
    let folder = try TemporaryFolder()
    try export.write(to: folder)
    let run = try CommandRun(
      ["train", export.name, "-o", "model", "--no-validation"] + Self.settings, in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "model written to model\n")
    for line in [
      "depth 技術の高度さ  trained on 6 basic, 6 advanced;",
      "scope 組織の範囲  trained on 6 independent, 6 cross-cutting;",
    ] {
      #expect(run.lines.contains { $0.hasPrefix(line) })
    }
    let placed = try CommandRun(
      ["classify", "-", "--model", "model", "--format", "jsonl"], input: "カーネルとeBPFの解析を最適化",
      in: folder.path)
    #expect(placed.output.contains("advanced"))
  }

  /// The same talks as talk JSONL, written by hand in the order of the export.
  private static func lines(_ export: Export) -> String {
    let talks = TinyCorpus.talks.map { talk in
      (
        text: talk.title + " " + talk.slides[0].text, depth: talk.labels["depth"] ?? "",
        scope: talk.labels["scope"] ?? "", id: talk.id
      )
    }
    let byFolder = talks.sorted { ($0.depth, $0.scope, $0.id) < ($1.depth, $1.scope, $1.id) }
    return (export == .folders ? byFolder : talks).map { talk in
      #"{"id":"\#(talk.id)","title":"\#(talk.text)","text":"\#(talk.text)","#
        + #""labels":{"depth":"\#(talk.depth)","scope":"\#(talk.scope)"}}"# + "\n"
    }.joined()
  }

  @Test("is evaluated as the same talks in JSONL are", arguments: Export.allCases)
  fileprivate func evaluate(_ export: Export) throws {
    let folder = try TemporaryFolder()
    try export.write(to: folder)
    try folder.write(Self.lines(export), to: "talks.jsonl")
    let runs = try [export.name, "talks.jsonl"].map { input in
      try CommandRun(
        ["evaluate", input, "--permutations", "0", "--repeats", "1"] + Self.settings,
        in: folder.path)
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].lines[0].hasPrefix("1 × stratified 5-fold cross-validation"))
    #expect(runs[0].lines.contains { $0.hasPrefix("accuracy  1.000") })
    #expect(runs[0].output == runs[1].output)
  }

  @Test(
    "is ingested with its labels, and trains the same model afterwards", arguments: Export.allCases)
  fileprivate func ingest(_ export: Export) throws {
    let folder = try TemporaryFolder()
    try export.write(to: folder)
    let run = try CommandRun(["ingest", export.name, "-o", "talks.jsonl"], in: folder.path)
    #expect(run.status == 0)
    let talks = Reading(of: [folder.path + "/talks.jsonl"]).talks
    #expect(talks.count == 12)
    let labels = Dictionary(uniqueKeysWithValues: TinyCorpus.talks.map { ($0.id, $0.labels) })
    if export == .fastText {
      #expect(talks.map(\.labels) == TinyCorpus.talks.map(\.labels))
    } else {
      for talk in talks {
        let id = talk.id.split(separator: "/").last.map(String.init) ?? ""
        #expect(talk.labels == labels[id])
      }
    }
    for (input, model) in [(export.name, "one"), ("talks.jsonl", "two")] {
      _ = try CommandRun(
        ["train", input, "-o", model, "--no-validation"] + Self.settings, in: folder.path)
    }
    #expect(
      try folder.bytes(of: "one/weights.safetensors") == folder.bytes(of: "two/weights.safetensors")
    )
  }

  @Test("with a label that no axis has is an error that names the poles")
  func unknownLabel() throws {
    let run = try CommandRun(
      ["ingest", "-"], input: "__label__basic 監視\n__label__expert 障害\n")
    #expect(run.status == 2)
    #expect(
      run.errors == "shogen: error: -:2: no axis has a pole 'expert'; "
        + "use 'basic', 'advanced', 'independent', 'cross-cutting'\n")
  }
}
