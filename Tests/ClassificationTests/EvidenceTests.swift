import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing

@Suite("Evidence")
struct EvidenceTests {
  @Test("names terms, contributions and places as worked out on paper")
  func onPaper() throws {
    let talk = Talk(
      id: "t", title: "＜ＫＥＲＮＥＬ＞の話",
      slides: [
        Slide(number: 3, text: "はじめに\n私の team です"),
        Slide(number: 7, text: "最初の行\nこの Kernel　Team の話"),
      ])
    // kernel 3 + 1, kernel team 1, team 2; times idf (4, 4, 4), norm 4√3.
    let value = 1 / 3.0.squareRoot()
    let evidence = try HandMadeModel.classifier().explain(talk)
    #expect(evidence.axes.map(\.axis) == ["depth", "scope"])
    #expect(evidence.axes.map(\.positivePole) == ["advanced", "cross-cutting"])
    #expect(evidence.axes.map(\.negativePole) == ["basic", "independent"])
    #expect(evidence.axes.map(\.intercept) == [0.25, -0.125])
    let depth = evidence.axes[0].items
    #expect(depth.map(\.term.text) == ["team", "kernel team", "kernel"])
    #expect(depth.map(\.count) == [2, 1, 4])
    for (item, weight) in zip(depth, [-1.25, 0.75, 0.5]) {
      #expect(abs(item.value - value) < 1e-15)
      #expect(abs(item.contribution - value * weight) < 1e-15)
    }
    #expect(evidence.axes[1].items.map(\.term.text) == ["kernel", "kernel team", "team"])
    #expect(depth.map(\.place.slide) == [3, 7, nil])
    #expect(depth.map { Self.text(at: $0.place, in: talk) } == ["team", "Kernel　Team", "ＫＥＲＮＥＬ"])
    #expect(
      depth.map(\.place.excerpt) == ["私の team です", "この Kernel　Team の話", "＜ＫＥＲＮＥＬ＞の話"])
  }

  @Test("of an axis of three poles speaks for each pole")
  func threePoles() throws {
    let scheme = try Scheme(axes: [HandMadeModel.axis("topic", ["x", "y", "z"])])
    let model = try HandMadeModel.make(
      scheme: scheme, values: [1, 2, 3, 0, 0, 0, -1, -2, -3], intercepts: [0.5, -1.25, 2])
    let evidence = try Classifier(model: model).explain(Talk(title: "kernel", text: ""))
    #expect(evidence.axes.map(\.axis) == ["topic", "topic", "topic"])
    #expect(evidence.axes.map(\.positivePole) == ["x", "y", "z"])
    #expect(evidence.axes.map(\.negativePole) == [nil, nil, nil])
    #expect(evidence.axes.map(\.score) == [1.5, 0.75, 5])
  }

  @Test("equal pushes stand in the order of the terms")
  func equalPushes() throws {
    let model = try HandMadeModel.make(values: [1, 1, -1, 1, 0.5, 0.25])
    let evidence = try Classifier(model: model).explain(
      Talk(title: "", text: "kernel team\nkernel kernel kernel"))
    // kernel 4 · 1 and kernel team 1 · 4 weigh alike.
    #expect(evidence.axes[0].items.map(\.term.text) == ["kernel", "kernel team", "team"])
  }

  @Test("counts a term of the title as often as titles weigh, each time it is there")
  func titleCounts() throws {
    let talk = Talk(title: "team to team", text: "kernel\nteam")
    let items = try HandMadeModel.classifier(titleWeight: 2.5).explain(talk).axes[0].items
    #expect(items.map(\.term.text) == ["team", "kernel"])
    #expect(items.map(\.count) == [6, 1])
    #expect(items.map(\.place.slide) == [nil, 1])
  }

  @Test("a talk without known terms has none")
  func noTerms() throws {
    let evidence = try HandMadeModel.classifier().explain(Talk(title: "", text: "zebra"))
    #expect(evidence.axes.allSatisfy { $0.items.isEmpty && $0.score == $0.intercept })
  }

  @Test("adds up to the score and points at its terms in every talk of the corpora")
  func invariants() throws {
    let classifier = try Classifier(model: TinyCorpus.makeTinyModel())
    var scratch = try ClassifierScratch()
    var itemCount = 0
    for talk in CorporaTalks.all {
      let evidence = try classifier.evidence(for: talk, scratch: &scratch)
      #expect(try classifier.prediction(for: talk, scratch: &scratch) == evidence.prediction)
      for (axis, place) in zip(evidence.axes, evidence.prediction.axes) {
        let sum = axis.items.reduce(axis.intercept) { $0 + $1.contribution }
        #expect(abs(sum - place.score) < 1e-9)
        #expect(axis.score == place.score)
        let pushes = axis.items.map { abs($0.contribution) }
        #expect(pushes == pushes.sorted(by: >))
        for item in axis.items {
          itemCount += 1
          #expect(!item.place.excerpt.contains { $0.isNewline })
          let found = Self.text(at: item.place, in: talk)
          #expect(item.place.excerpt.contains(found))
          let normalized = try String(decoding: Tokenizer.normalized(found), as: UTF16.self)
          let words = item.term.text.split(separator: " ")
          #expect(normalized.hasPrefix(words[0]) && normalized.hasSuffix(words[words.count - 1]))
          #expect(item.term.kind == .pair || normalized == item.term.text)
        }
      }
    }
    #expect(itemCount > 500)
  }

  /// The original text a place covers.
  private static func text(at place: Evidence.Place, in talk: Talk) -> String {
    let text =
      place.slide.flatMap { number in talk.slides.first { $0.number == number }?.text }
      ?? talk.title
    return String(decoding: Array(text.utf8)[place.byteRange], as: UTF8.self)
  }
}
