import Features
import Reporting
import Talks
import Testing

@Suite("Vectors as svmlight text")
struct SVMLightTextTests {
  private static func axis(_ poles: [String]) -> Axis {
    Axis(id: "kind", name: "種類", poles: poles.map { Pole(id: $0, name: "極 \($0)") })
  }

  @Test("features count from 1 and ascend, whatever order they come in, without zeros")
  func line() {
    #expect(
      SVMLightText.line(target: 1, columns: [4, 0, 7], values: [0.1, 0.25, 0])
        == "+1 1:0.25 5:0.1\n")
    #expect(
      SVMLightText.line(target: -1, columns: [2], values: [1.0 / 3])
        == "-1 3:0.3333333333333333\n")
  }

  @Test("a vector without features is its target alone")
  func empty() {
    #expect(SVMLightText.line(target: 3, columns: [], values: []) == "+3\n")
  }

  @Test("two poles are −1 and +1, more are 1, 2, 3")
  func targets() {
    let two = Self.axis(["low", "high"])
    let three = Self.axis(["a", "b", "c"])
    #expect(two.poles.indices.map { SVMLightText.target(ofPole: $0, on: two) } == [-1, 1])
    #expect(three.poles.indices.map { SVMLightText.target(ofPole: $0, on: three) } == [1, 2, 3])
    #expect(
      SVMLightText.targets(of: two) == "target\tpole\tname\n-1\tlow\t極 low\n1\thigh\t極 high\n")
  }

  @Test("a vocabulary is a table with a row a feature")
  func features() throws {
    let vocabulary = try Vocabulary(
      terms: [Term(text: "監視", kind: .word), Term(text: "監視 基本", kind: .pair)],
      hashes: [1, 2], inverseDocumentFrequencies: [1, 1.5])
    #expect(
      SVMLightText.features(of: vocabulary)
        == "feature\tkind\tidf\tterm\n1\tword\t1.0\t監視\n2\tpair\t1.5\t監視 基本\n")
  }
}
