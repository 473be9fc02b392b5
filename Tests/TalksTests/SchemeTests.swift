import Talks
import Testing

@Suite("Schemes")
struct SchemeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var axes: [Axis]
    var error: SchemeError
    var message: String

    var testDescription: String { message }
  }

  /// An axis of so many poles.
  private static func wide(_ id: String, _ count: Int) -> Axis {
    Axis(id: id, name: id, poles: (0..<count).map { Pole(id: "p\($0)", name: "") })
  }

  static let cases = [
    Case(
      axes: [wide("a", 5000), wide("b", 5001)],
      error: .tooLarge(what: "poles", count: 10_001, limit: 10_000),
      message: "the scheme has 10001 poles, more than 10000; give it fewer poles"),
    Case(
      axes: [wide("a", 1001), wide("b", 1000), wide("c", 2)],
      error: .tooLarge(what: "cells of two axes", count: 1_001_000, limit: 1_000_000),
      message:
        "the scheme has 1001000 cells of two axes, more than 1000000; give it fewer poles"),
    Case(
      axes: [], error: .noAxis, message: "the scheme has no axis; give \"axes\" at least one"),
    Case(
      axes: [axis("depth", "basic")], error: .tooFewPoles(axis: "depth", count: 1),
      message: "axis 'depth' has 1 pole(s); give it two or more"),
    Case(
      axes: [axis("depth", "basic", "advanced"), axis("scope")],
      error: .tooFewPoles(axis: "scope", count: 0),
      message: "axis 'scope' has 0 pole(s); give it two or more"),
    Case(
      axes: [axis("", "basic", "advanced")], error: .badID("", in: "the axes"),
      message: "id '' in the axes is empty or occurs twice; give each its own"),
    Case(
      axes: [axis("depth", "a", "b"), axis("depth", "c", "d")],
      error: .badID("depth", in: "the axes"),
      message: "id 'depth' in the axes is empty or occurs twice; give each its own"),
    Case(
      axes: [axis("depth", "basic", "")], error: .badID("", in: "the poles of axis 'depth'"),
      message: "id '' in the poles of axis 'depth' is empty or occurs twice; give each its own"),
    Case(
      axes: [axis("depth", "basic", "advanced", "basic")],
      error: .badID("basic", in: "the poles of axis 'depth'"),
      message:
        "id 'basic' in the poles of axis 'depth' is empty or occurs twice; give each its own"),
  ]

  @Test("that cannot be used are refused with reason and remedy", arguments: cases)
  func refusal(of example: Case) throws {
    #expect(throws: example.error) { try Scheme(axes: example.axes) }
    #expect(example.error.description == example.message)
    var scheme = Scheme.standard
    scheme.axes = example.axes
    #expect(throws: example.error) { try scheme.validate() }
  }

  @Test("count their cells, however many there are")
  func cellCount() throws {
    #expect(Scheme.standard.cellCount == 4)
    #expect(try Scheme(axes: (0..<40).map { Self.wide("a\($0)", 2) }).cellCount == 1 << 40)
    #expect(try Scheme(axes: (0..<70).map { Self.wide("a\($0)", 2) }).cellCount == .max)
  }

  @Test("may name poles of two axes alike")
  func sharedPoleIDs() throws {
    _ = try Scheme(axes: [Self.axis("one", "yes", "no"), Self.axis("two", "yes", "no")])
  }

  @Test("of two axes of two poles are quadrant maps, others are not")
  func quadrantMaps() throws {
    #expect(Scheme.standard.isQuadrantMap)
    #expect(try !Scheme(axes: [Self.axis("depth", "basic", "advanced")]).isQuadrantMap)
    #expect(try !Self.mixed.isQuadrantMap)
    let three = ["a", "b", "c"].map { Self.axis($0, "no", "yes") }
    #expect(try !Scheme(axes: three).isQuadrantMap)
  }

  @Test("have the standard one's axes, first pole at the origin")
  func standard() throws {
    let scheme = Scheme.standard
    try scheme.validate()
    #expect(scheme.axes.map(\.id) == ["depth", "scope"])
    #expect(scheme.axes.map(\.name) == ["技術の高度さ", "組織の範囲"])
    #expect(
      scheme.axes.map { $0.poles.map(\.id) } == [
        ["basic", "advanced"], ["independent", "cross-cutting"],
      ])
    #expect(scheme.cells == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(
      scheme.cells.map(scheme.cellID) == [
        "basic/independent", "basic/cross-cutting", "advanced/independent",
        "advanced/cross-cutting",
      ])
    #expect(scheme.cellName([0, 1]) == "基本的な技術 × 横断的")
    #expect(scheme.cellName([1, 0]) == "高度な技術 × 独立")
  }

  @Test("let the last axis vary fastest among their cells")
  func cells() throws {
    let scheme = try Self.mixed
    #expect(scheme.cells == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
    #expect(scheme.cellID([1, 2]) == "advanced/team")
    #expect(try Scheme(axes: [Self.axis("kind", "x", "y", "z")]).cells == [[0], [1], [2]])
  }

  @Test("need one linear output for two poles and one a pole for more")
  func outputCounts() throws {
    let scheme = try Self.mixed
    #expect(scheme.axes.map(\.outputCount) == [1, 3])
    #expect(scheme.outputCount == 4)
    #expect(Scheme.standard.outputCount == 2)
  }

  @Test("find axes and poles by id")
  func lookup() throws {
    let scheme = try Self.mixed
    #expect(scheme.axis("size")?.index(ofPole: "unit") == 1)
    #expect(scheme.axis("size")?.index(ofPole: "basic") == nil)
    #expect(scheme.axis("scope") == nil)
  }

  private static var mixed: Scheme {
    get throws {
      try Scheme(axes: [
        axis("depth", "basic", "advanced"), axis("size", "company", "unit", "team"),
      ])
    }
  }

  private static func axis(_ id: String, _ poles: String...) -> Axis {
    Axis(id: id, name: id.uppercased(), poles: poles.map { Pole(id: $0, name: $0.uppercased()) })
  }
}
