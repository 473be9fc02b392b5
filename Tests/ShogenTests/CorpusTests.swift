import Shogen
import TestSupport
import Testing

@Suite("Corpus")
struct CorpusTests {
  @Test("joins labels by id: the talk's own, its folder's, then those given; the last wins")
  func join() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"id":"a","title":"一","labels":{"depth":"basic","scope":"independent"}}
      {"id":"b","title":"二","labels":{"depth":"basic"}}
      {"id":"c","title":"三"}
      """, to: "talks/talks.jsonl")
    try folder.write("四\n", to: "talks/d.txt")
    try folder.write(
      """
      {"id":"a","labels":{"depth":"advanced"}}
      {"id":"b","labels":{"scope":"cross-cutting"}}
      {"id":"z","labels":{"depth":"basic"}}
      """, to: "talks/labels.jsonl")
    let given = try folder.write(
      """
      {"id":"b","labels":{"scope":"independent"}}
      {"id":"d","labels":{"depth":"advanced"}}
      {"id":"y","labels":{"depth":"basic"}}
      """, to: "more.jsonl")
    let corpus = Corpus(reading: [folder.path + "/talks"], labels: [given])
    #expect(corpus.talks.map(\.id) == ["d", "a", "b", "c"])
    #expect(
      corpus.talks.map(\.labels) == [
        ["depth": "advanced"], ["depth": "advanced", "scope": "independent"],
        ["depth": "basic", "scope": "independent"], [:],
      ])
    #expect(corpus.unusedLabelIDs == ["y", "z"])
    #expect(corpus.replacedLabelCount == 1)
    #expect(corpus.repeatedIDs == [])
    #expect(corpus.failures == [])
  }

  @Test("gives labels to every talk of a repeated id, and lists the id")
  func repeatedIDs() throws {
    let folder = try TemporaryFolder()
    let talks = try folder.write(
      """
      {"id":"b","title":"一"}
      {"id":"a","title":"二"}
      {"id":"b","title":"三"}
      {"id":"a","title":"四"}
      {"id":"a","title":"五"}
      """, to: "talks.jsonl")
    let labels = try folder.write("{\"id\":\"b\",\"labels\":{\"depth\":\"basic\"}}", to: "l.jsonl")
    let corpus = Corpus(reading: [talks], labels: [labels])
    #expect(corpus.repeatedIDs == ["a", "b"])
    #expect(corpus.talks.map { $0.labels["depth"] } == ["basic", nil, "basic", nil, nil])
  }

  @Test("keeps a talk whose label is not the scheme's, without labels")
  func badLabel() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      {"id":"a","title":"一","labels":{"depth":"deep","scope":"independent"}}
      {"id":"b","title":"二","labels":{"depth":"basic"}}
      """, to: "talks.jsonl")
    let corpus = Corpus(reading: [path])
    #expect(corpus.talks.map(\.labels) == [[:], ["depth": "basic"]])
    #expect(
      corpus.failures == [
        IngestionError(
          at: SourceLocation(path: path, line: 1), id: "a",
          reason: "axis 'depth' has no pole 'deep'", remedy: "use 'basic', 'advanced'")
      ])
  }

  @Test("collects what cannot be read, and reads the rest")
  func failures() throws {
    let folder = try TemporaryFolder()
    let talks = try folder.write("{\"id\":\"a\",\"title\":\"一\"}\n{\n", to: "talks.jsonl")
    let labels = try folder.write(
      "{\"id\":\"a\",\"labels\":{\"depth\":\"basic\"}}\nx\n", to: "l.jsonl")
    let corpus = Corpus(reading: ["none.txt", talks], labels: ["none.jsonl", labels])
    #expect(corpus.talks.map(\.id) == ["a"])
    #expect(corpus.talks.first?.labels == ["depth": "basic"])
    #expect(
      corpus.failures.map { "\($0.location): \($0.reason)" } == [
        "none.txt: no such file or folder", "\(talks):2: not valid JSON",
        "none.jsonl: no such file", "\(labels):2: not valid JSON",
      ])
  }

  @Test("reads tables with the scheme's axes and the columns named")
  func table() throws {
    let scheme = try Scheme(axes: [
      Axis(id: "kind", name: "種類", poles: [Pole(id: "x", name: "甲"), Pole(id: "y", name: "乙")])
    ])
    let folder = try TemporaryFolder()
    let path = try folder.write("演題,kind,depth\n一,x,basic\n二,z,basic\n", to: "talks.csv")
    let corpus = Corpus(reading: [path], scheme: scheme, columns: ["title": "演題"])
    #expect(corpus.talks.map(\.title) == ["一", "二"])
    #expect(corpus.talks.map(\.labels) == [["kind": "x"], [:]])
    #expect(corpus.failures.map(\.reason) == ["axis 'kind' has no pole 'z'"])
  }

  @Test("holds every shipped talk with both labels")
  func shipped() {
    let fictional = Corpus(reading: [Repository.path("Corpora/fictional-sre-talks")])
    let real = Corpus(reading: [Repository.path("Corpora/sre-next-2024")])
    #expect(cells(fictional) == ["a/c": 30, "a/i": 30, "b/c": 30, "b/i": 30])
    #expect(cells(real) == ["a/c": 5, "a/i": 1, "b/c": 13, "b/i": 9])
    for corpus in [fictional, real] {
      #expect(corpus.failures == [])
      #expect(corpus.unusedLabelIDs == [])
      #expect(corpus.repeatedIDs == [])
      #expect(corpus.replacedLabelCount == 0)
    }
  }

  /// Talks by the first letters of their poles.
  private func cells(_ corpus: Corpus) -> [String: Int] {
    corpus.talks.reduce(into: [:]) { counts, talk in
      let letters = talk.labels.sorted.map { String($0.pole.prefix(1)) }
      counts[letters.joined(separator: "/"), default: 0] += 1
    }
  }
}
