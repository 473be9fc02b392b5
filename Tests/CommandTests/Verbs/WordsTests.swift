import Foundation
import TestSupport
import Testing

@Suite("shogen tokenize and keywords")
struct WordsTests {
  @Test("tokenize prints a line a title or slide, words parted by spaces")
  func tokenizeText() throws {
    let run = try CommandRun(
      ["tokenize", "-"],
      input: #"{"id":"a","title":"オンコール入門","slides":["ＳＲＥと監視","","手順書"]}"#)
    #expect(run.status == 0)
    #expect(run.output == "オンコール 入門\nsre 監視\n手順 書\n")
    #expect(run.errors == "")
  }

  @Test("tokenize asks nothing of labels")
  func tokenizeLabelled() throws {
    let run = try CommandRun(
      ["tokenize", "-"], input: #"{"id":"a","text":"海","labels":{"topic":"geography"}}"#)
    #expect(run.status == 0)
    #expect(run.output == "海\n")
    #expect(run.errors == "")
  }

  @Test("tokenize keeps stop words when asked to, and lexicon terms whole")
  func tokenizeOptions() throws {
    let folder = try TemporaryFolder()
    try folder.write("term\tvariants\n手順書\tてじゅん書\n", to: "lexicon.tsv")
    let run = try CommandRun(
      ["tokenize", "-", "--lexicon", "lexicon.tsv", "--no-stop-words"],
      input: #"{"text":"これは監視てじゅん書"}"#, in: folder.path)
    #expect(run.output == "これ 監視 手順書\n")
  }

  @Test("tokenize as JSON lines gives ranges of the original bytes")
  func tokenizeJSON() throws {
    let text = "ＳＲＥと監視"
    let run = try CommandRun(
      ["tokenize", "-", "--format", "jsonl"],
      input: #"{"id":"a","title":"題","slides":[{"number":9,"text":"\#(text)"}]}"#)
    let objects = try run.lines.map { try jsonObject($0) }
    #expect(objects.map { $0["id"] as? String } == ["a", "a"])
    #expect(objects[0]["slide"] is NSNull)
    #expect(objects[1]["slide"] as? Int == 9)
    let tokens = try #require(objects[1]["tokens"] as? [[String: Any]])
    #expect(tokens.map { $0["text"] as? String } == ["sre", "監視"])
    let bytes = Array(text.utf8)
    let originals = tokens.map { token in
      String(
        decoding: bytes[(token["start"] as? Int ?? 0)..<(token["end"] as? Int ?? 0)],
        as: UTF8.self)
    }
    #expect(originals == ["ＳＲＥ", "監視"])
    #expect(tokens.map { $0["followsPrevious"] as? Bool } == [false, true])
  }

  @Test("keywords names the terms that set a talk apart")
  func keywords() throws {
    let fixture = try CommandFixture.shared()
    let run = try CommandRun(["keywords", fixture.talks, "--top", "2"])
    #expect(run.status == 0)
    #expect(run.lines.count == 24)
    #expect(run.lines[2] == "オンコール入門")
    // Both only in this title: equal weights, 1/√2 but for the words left out.
    #expect(run.lines[3] == "  オンコール 0.63 · 入門 0.63")
  }

  @Test("keywords as JSON lines are sorted, within 0...1, and as many as asked for")
  func keywordsJSON() throws {
    let fixture = try CommandFixture.shared()
    for arguments in [[], ["--model", fixture.model], ["--pairs"]] {
      let run = try CommandRun(
        ["keywords", fixture.talks, "--format", "jsonl", "--top", "3"] + arguments)
      #expect(run.status == 0)
      let objects = try run.lines.map { try jsonObject($0) }
      #expect(objects.map { $0["id"] as? String } == TinyCorpus.talks.map(\.id))
      for object in objects {
        let keywords = try #require(object["keywords"] as? [[String: Any]])
        let weights = keywords.compactMap { $0["weight"] as? Double }
        #expect(keywords.count == 3)
        #expect(weights == weights.sorted(by: >))
        #expect(weights.allSatisfy { (0...1).contains($0) })
      }
    }
  }
}
