/// The axes talks are placed on.
///
/// Two axes of two poles make a quadrant map; one axis of K poles is plain
/// classification into K classes. The first axis is drawn left to right, the
/// second bottom to top.
public struct Scheme: Sendable, Equatable, Codable {
  /// The axes, at least one.
  public var axes: [Axis]

  /// Creates a scheme.
  ///
  /// - Throws: ``SchemeError`` when there is no axis, an axis has fewer than two
  ///   poles, an id is empty or repeated, or there are too many poles.
  public init(axes: [Axis]) throws(SchemeError) {
    self.axes = axes
    try validate()
  }

  /// Poles that all axes may have together.
  public static let maximumPoleCount = 10_000
  /// Cells that the two axes with the most poles may make.
  public static let maximumCellCount = 1_000_000

  private init(trusted axes: [Axis]) { self.axes = axes }

  /// 技術の高度さ × 組織の範囲, the map this project began with.
  public static let standard = Scheme(trusted: [
    Axis(
      id: "depth", name: "技術の高度さ",
      poles: [Pole(id: "basic", name: "基本的な技術"), Pole(id: "advanced", name: "高度な技術")]),
    Axis(
      id: "scope", name: "組織の範囲",
      poles: [
        Pole(id: "independent", name: "独立"), Pole(id: "cross-cutting", name: "横断的"),
      ]),
  ])

  /// Checks what the initializer checks; a decoded scheme is not yet checked.
  ///
  /// - Throws: ``SchemeError`` naming the first rule that does not hold.
  public func validate() throws(SchemeError) {
    guard !axes.isEmpty else { throw .noAxis }
    let counts = axes.map(\.poles.count).sorted(by: >)
    let poles = counts.reduce(0, +)
    guard poles <= Self.maximumPoleCount else {
      throw .tooLarge(what: "poles", count: poles, limit: Self.maximumPoleCount)
    }
    let cells = counts.prefix(2).reduce(1, *)
    guard cells <= Self.maximumCellCount else {
      throw .tooLarge(what: "cells of two axes", count: cells, limit: Self.maximumCellCount)
    }
    var axisIDs: Set<String> = []
    for axis in axes {
      guard !axis.id.isEmpty, axisIDs.insert(axis.id).inserted else {
        throw .badID(axis.id, in: "the axes")
      }
      guard axis.poles.count >= 2 else {
        throw .tooFewPoles(axis: axis.id, count: axis.poles.count)
      }
      var poleIDs: Set<String> = []
      for pole in axis.poles where pole.id.isEmpty || !poleIDs.insert(pole.id).inserted {
        throw .badID(pole.id, in: "the poles of axis '\(axis.id)'")
      }
    }
  }

  /// Whether the scheme draws a map of four quadrants.
  public var isQuadrantMap: Bool {
    axes.count == 2 && axes.allSatisfy { $0.poles.count == 2 }
  }

  /// The axis of an id, or nil.
  public func axis(_ id: String) -> Axis? { axes.first { $0.id == id } }

  /// Linear outputs of all axes together.
  public var outputCount: Int { axes.reduce(0) { $0 + $1.outputCount } }

  /// How many ``cells`` there are; `Int.max` if they cannot be counted.
  public var cellCount: Int {
    axes.reduce(1) { count, axis in
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.poles.count)
      return overflow ? .max : product
    }
  }

  /// Every combination of one pole from each axis as pole indices; the last
  /// axis varies fastest.
  ///
  /// - Complexity: O(``cellCount``), which doubles with each axis: ask for it first.
  public var cells: [[Int]] {
    axes.reduce([[]]) { cells, axis in
      cells.flatMap { cell in axis.poles.indices.map { cell + [$0] } }
    }
  }

  /// `basic/cross-cutting`: pole ids joined in the order of the axes.
  public func cellID(_ poles: [Int]) -> String {
    zip(axes, poles).map { $0.poles[$1].id }.joined(separator: "/")
  }

  /// `基本的な技術 × 横断的`: pole names joined in the order of the axes.
  public func cellName(_ poles: [Int]) -> String {
    zip(axes, poles).map { $0.poles[$1].name }.joined(separator: " × ")
  }
}
