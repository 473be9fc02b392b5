import Features
import Shogen
import Talks
import Testing
import Tokenization

@testable import Training

@Suite("Vectors from contexts")
struct ContextVectorsTests {
  @Test("are a linear map of the mean context, learned on words with vectors")
  func transform() throws {
    // v = T·c with T = [[2, 0, 1], [0, -1, 0], [0, 0, 3]].
    let numbers = SeededProblem.point(seed: 5, count: 600)
    let examples = (0..<200).map { index in
      let context = Array(numbers[index * 3..<index * 3 + 3])
      return ContextTransform.Example(
        context: context,
        vector: [2 * context[0] + context[2], -context[1], 3 * context[2]], weight: 1)
    }
    let transform = try #require(
      ContextTransform(examples, dimension: 3, ridges: [10, 1, 1e-9]))
    for (found, wanted) in zip(transform.applied(to: [1, 2, 3]), [5.0, -2, 9]) {
      #expect(abs(found - wanted) < 1e-6)
    }
    let silent = examples.map { example in
      var example = example
      example.context = [0, 0, 0]
      return example
    }
    #expect(ContextTransform(silent, dimension: 3, ridges: [1]) == nil)
  }

  @Test("put a word without a vector among the words it stands beside")
  func induced() throws {
    let knowledge = try PriorKnowledge(
      vectors: TwoClusters.vectors(), unlabelled: UnlabelledClusters.talks(),
      settings: TwoClusters.settings)
    let sky = try #require(knowledge.factor(of: Term(text: "cloudto", kind: .word)))
    let sea = try #require(knowledge.factor(of: Term(text: "oceanka", kind: .word)))
    #expect(sky[0] > 0.5)
    #expect(sea[0] < -0.5)
    // Words with vectors keep them, words of too few contexts get none.
    let plain = PriorKnowledge(vectors: try TwoClusters.vectors())
    let word = Term(text: TwoClusters.word(0, 0, isSky: false), kind: .word)
    #expect(knowledge.factor(of: word) == plain.factor(of: word))
    #expect(plain.factor(of: Term(text: "cloudto", kind: .word)) == nil)
    let few = try PriorKnowledge(
      vectors: TwoClusters.vectors(), unlabelled: UnlabelledClusters.talks(4),
      settings: TwoClusters.settings)
    #expect(few.factor(of: Term(text: "cloudto", kind: .word)) == nil)
  }

  @Test("average the words within five of each occurrence, block by block")
  func means() throws {
    let talk = Talk(
      id: "a", title: "",
      slides: [Slide(number: 1, text: "sea sky new sea"), Slide(number: 2, text: "new sky")])
    let contexts = try WordContexts([talk], tokenizer: Tokenizer())
    #expect(contexts.words.map(\.text) == ["sea", "sky", "new"])
    #expect(contexts.words.map(\.count) == [2, 2, 2])
    let means = contexts.means(
      of: [false, false, true], vectors: [[3, 0], [0, 6], nil], dimension: 2)
    // Beside sea, sky, sea: (2, 2); beside sky: (0, 6).
    #expect(means == [nil, nil, [1, 4]])
  }
}
