import Shogen
import TestSupport
import Testing

@Suite("Reviews")
struct ReviewTests {
  private static func review(
    _ talks: [Talk], candidates: Int = 10, lexicon: Lexicon = Lexicon()
  ) async throws -> Review {
    let trainer = Trainer(settings: TinyCorpus.settings, lexicon: lexicon)
    let labelled = try LabelledTalks(
      talks: talks, scheme: .standard, lexicon: lexicon, settings: TinyCorpus.settings)
    let outOfFold = try await OutOfFold(
      labelled, settings: TinyCorpus.settings,
      procedure: CrossValidation(foldCount: 3, repeatCount: 3, permutationCount: 0),
      workerCount: 2)
    return try Review(
      outOfFold: outOfFold, labelled: labelled, model: trainer.train(on: labelled),
      candidateCount: candidates)
  }

  private static func unlabelled(_ id: String, _ text: String) -> Talk {
    Talk(id: id, title: "", text: text)
  }

  @Test("rank a label that was flipped first", arguments: ["t02", "t09"])
  func flipped(id: String) async throws {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      if talk.id == id {
        talk.labels["depth"] = talk.labels["depth"] == "basic" ? "advanced" : "basic"
      }
      return talk
    }
    let review = try await Self.review(talks)
    let first = try #require(review.doubts.first)
    let talk = try #require(talks.first { $0.id == id })
    #expect(first.id == id)
    #expect(first.title == talk.title)
    #expect(first.axis == "depth")
    #expect(first.label == talk.labels["depth"])
    #expect(first.suggested == (first.label == "basic" ? "advanced" : "basic"))
    #expect(first.probability < 0.4)
    #expect(review.doubts.map(\.probability) == review.doubts.map(\.probability).sorted())
    #expect(review.doubts.allSatisfy { $0.label != $0.suggested && $0.probability <= 0.5 })
  }

  @Test("doubt no label of talks that can be told apart, and propose none of them")
  func clean() async throws {
    let review = try await Self.review(TinyCorpus.talks)
    #expect(review.doubts == [])
    #expect(review.candidates == [])
  }

  @Test("propose unlike talks: of two copies one comes late")
  func diverse() async throws {
    let talks =
      TinyCorpus.talks + [
        Self.unlabelled("u1", "監視 カーネル"), Self.unlabelled("u2", "監視 カーネル"),
        Self.unlabelled("u3", "手順 解析 全社"), Self.unlabelled("u4", "横断 チーム 最適"),
      ]
    let candidates = try await Self.review(talks).candidates
    #expect(Set(candidates.map(\.id)) == ["u1", "u2", "u3", "u4"])
    #expect(Set(candidates.prefix(2).map(\.id)) != ["u1", "u2"])
    #expect(["u1", "u2"].contains(candidates[3].id))
    #expect(abs(candidates[3].novelty) < 1e-9)
    #expect(candidates[0].novelty == 1)
    for candidate in candidates {
      #expect((0...1).contains(candidate.uncertainty))
      #expect((0...1).contains(candidate.novelty))
      #expect(candidate.axes == ["depth", "scope"])
    }
    #expect(try await Self.review(talks, candidates: 2).candidates == Array(candidates.prefix(2)))
    #expect(try await Self.review(talks, candidates: 0).candidates == [])
  }

  @Test("propose one talk of which nothing is known, not all of them")
  func unknown() async throws {
    let talks =
      TinyCorpus.talks + [
        Self.unlabelled("e1", ""), Self.unlabelled("e2", "。"), Self.unlabelled("u1", "監視 カーネル"),
      ]
    let candidates = try await Self.review(talks).candidates
    #expect(Set(candidates.prefix(2).map(\.id)) == ["e1", "u1"])
    #expect(candidates.last?.id == "e2")
    #expect(candidates.last?.novelty == 0)
  }

  @Test("propose talks with one label for the other axis alone")
  func partly() async throws {
    var talks = TinyCorpus.talks
    talks[4].labels["scope"] = nil
    let candidates = try await Self.review(talks).candidates
    #expect(candidates.map(\.id) == ["t05"])
    #expect(candidates.first?.axes == ["scope"])
  }

  @Test("without any label propose by the lexicon")
  func noLabels() async throws {
    let lexicon = Lexicon(entries: [
      LexiconEntry(term: "監視", hints: [.init(axis: "depth", pole: "basic", weight: 1)]),
      LexiconEntry(term: "全社", hints: [.init(axis: "scope", pole: "cross-cutting", weight: 1)]),
    ])
    let talks = [
      Self.unlabelled("u1", "監視 全社"), Self.unlabelled("u2", "カーネル 解析"),
    ]
    let review = try await Self.review(talks, lexicon: lexicon)
    #expect(review.doubts == [])
    #expect(review.candidates.map(\.id) == ["u2", "u1"])
    #expect(review.candidates.first?.uncertainty == 1)
  }
}
