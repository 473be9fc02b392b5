import Shogen
import TestSupport
import Testing

@Suite("Two models compared")
struct ModelComparisonTests {
  /// The lexicon's own model on one axis: a hint of weight 1 weighs 3.
  private static func model(_ hints: [String: String], poles: [String]) throws -> Model {
    let lexicon = Lexicon(
      entries: hints.sorted { $0.key < $1.key }.map { term, pole in
        LexiconEntry(term: term, hints: [.init(axis: "depth", pole: pole, weight: 1)])
      })
    let scheme = try Scheme(axes: [
      Axis(id: "depth", name: "depth", poles: poles.map { Pole(id: $0, name: $0) })
    ])
    return try Trainer(settings: TinyCorpus.settings, lexicon: lexicon).train(
      on: [Talk(id: "1", title: "", text: "監視 カーネル 手順")], scheme: scheme)
  }

  private static let talks = [
    Talk(id: "moves", title: "深部", text: "カーネル"), Talk(id: "stays", title: "", text: "監視"),
    Talk(id: "knows nothing", title: "", text: "手順"),
  ]

  @Test("names the talk that moved, and the terms that moved it")
  func moved() throws {
    let poles = ["basic", "advanced"]
    let comparison = try ModelComparison(
      from: Self.model(["カーネル": "advanced", "監視": "basic"], poles: poles),
      to: Self.model(["カーネル": "basic", "監視": "basic"], poles: poles), talks: Self.talks)
    #expect(comparison.talkCount == 3)
    let move = try #require(comparison.moves.first)
    #expect(comparison.moves.count == 1)
    #expect(move.id == "moves")
    #expect(move.title == "深部")
    #expect(move.axis == "depth")
    #expect(move.from == "advanced")
    #expect(move.to == "basic")
    // From 3 against basic to 3 for it, in a talk of this term alone.
    #expect(move.terms.map(\.term) == ["カーネル"])
    #expect(abs(try #require(move.terms.first).change - 6) < 1e-6)
  }

  @Test("does so for more than two poles")
  func threePoles() throws {
    let poles = ["basic", "middle", "advanced"]
    let comparison = try ModelComparison(
      from: Self.model(["カーネル": "advanced", "監視": "basic"], poles: poles),
      to: Self.model(["カーネル": "middle", "監視": "basic"], poles: poles), talks: Self.talks)
    let move = try #require(comparison.moves.first)
    #expect(comparison.moves.count == 1)
    #expect([move.from, move.to] == ["advanced", "middle"])
    #expect(move.terms.map(\.term) == ["カーネル"])
    #expect(abs(try #require(move.terms.first).change - 3) < 1e-6)
  }

  @Test("of a model with itself moves nobody")
  func same() throws {
    let model = try TinyCorpus.makeTinyModel()
    #expect(try ModelComparison(from: model, to: model, talks: TinyCorpus.talks).moves == [])
  }
}
