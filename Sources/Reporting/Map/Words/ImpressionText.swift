internal import Classification
public import Comparison
internal import Features
internal import Ingestion
internal import Talks

/// What a reader of the talks would write about the map, built from its figures.
public struct ImpressionText {
  private let map: TalkMap

  /// Creates a writer.
  public init(_ map: TalkMap) { self.map = map }

  /// One paragraph about the whole map.
  public func paragraph(_ language: DisplayLanguage) -> String {
    language == .japanese ? japanese : english
  }

  /// Cells by falling count.
  private var ranked: [CellImpression] {
    map.cells.enumerated().sorted {
      ($1.element.members.count, $0.offset) < ($0.element.members.count, $1.offset)
    }.map(\.element)
  }

  private var labelledCount: Int { map.talks.count { MapWords.isLabelled($0, map) } }

  private func clearTerms(_ cell: CellImpression) -> [String] {
    cell.terms.filter(\.isClear).prefix(3).map(\.term.text)
  }

  /// The talk nearest to another cell, of all cells.
  private var nearest: PlacedTalk? {
    map.cells.compactMap(\.borderline.first).min { one, other in
      margin(map.talks[one]) < margin(map.talks[other])
    }.map { map.talks[$0] }
  }

  private func margin(_ talk: PlacedTalk) -> Double {
    map.axes.map { axis in
      talk.pole(onAxis: axis, of: map.scheme).map { talk.prediction.axes[axis].probabilities[$0] }
        ?? 0.5
    }.min() ?? 1
  }

  private var japanese: String {
    guard let largest = ranked.first, largest.members.count > 0 else {
      return "\(map.talks.count) 件の発表のうち、置き場所の決まったものはない。"
    }
    func counted(_ cell: CellImpression) -> String {
      "「\(MapWords.name(of: cell.cell, map))」\(Decimals.grouped(cell.members.count)) 件"
        + "(\(MapWords.percent(cell.share.share)))"
    }
    let axes = map.axes.map { "「\(map.scheme.axes[$0].name)」" }.joined(separator: "と")
    var text = "\(Decimals.grouped(map.talks.count)) 件の発表を\(axes)で分けた。"
    if labelledCount == map.talks.count {
      text += "どれも人のラベルに従う。"
    } else if labelledCount > 0 {
      text += "うち \(Decimals.grouped(labelledCount)) 件は人のラベルに従い、ほかはモデルの判定による。"
    }
    text += "最も多いのは\(counted(largest))"
    let others = ranked.dropFirst().filter { !$0.members.isEmpty }.prefix(3)
    text += others.isEmpty ? "である。" : "で、\(others.map(counted).joined(separator: "、"))が続く。"
    let empty = ranked.filter(\.members.isEmpty).map { "「\(MapWords.name(of: $0.cell, map))」" }
    if !empty.isEmpty { text += "\(empty.joined(separator: "と"))は 1 件もない。" }
    if !map.undecided.isEmpty {
      text += "\(Decimals.grouped(map.undecided.count)) 件は確率が "
      text += "\(MapWords.leastProbability(map)) に届かず、どちらとも決めていない。"
    }
    let marked = ranked.filter { !clearTerms($0).isEmpty }.prefix(2).map { cell in
      "「\(MapWords.name(of: cell.cell, map))」では"
        + clearTerms(cell).map { "「\($0)」" }.joined()
    }
    text +=
      marked.isEmpty
      ? "どの区画にも、はっきりと偏った言葉はない。" : "\(marked.joined(separator: "、"))がほかより多い。"
    if let nearest { text += "境目に最も近いのは「\(MapWords.title(of: nearest))」。" }
    if let programme = map.programme {
      text += "プログラムの \(Decimals.grouped(programme.titles.count)) 件のうち、スライドがあるのは "
      text += "\(Decimals.grouped(programme.coveredCount)) 件(\(MapWords.percent(coverage)))。"
    }
    return text
  }

  private var coverage: Double {
    guard let programme = map.programme, !programme.titles.isEmpty else { return 0 }
    return Double(programme.coveredCount) / Double(programme.titles.count)
  }

  private var english: String {
    guard let largest = ranked.first, largest.members.count > 0 else {
      return "None of \(map.talks.count) talks has a settled place."
    }
    func counted(_ cell: CellImpression) -> String {
      "“\(MapWords.name(of: cell.cell, map))” with \(Decimals.grouped(cell.members.count)) "
        + "(\(MapWords.percent(cell.share.share)))"
    }
    func talks(_ count: Int) -> String {
      "\(Decimals.grouped(count)) \(count == 1 ? "talk" : "talks")"
    }
    let axes = map.axes.map { "“\(map.scheme.axes[$0].name)”" }.joined(separator: " and ")
    var text = "\(talks(map.talks.count)) by \(axes). "
    if labelledCount == map.talks.count {
      text += "All stand where a person put them. "
    } else if labelledCount > 0 {
      text += "\(Decimals.grouped(labelledCount)) \(labelledCount == 1 ? "stands" : "stand") where "
      text += "a person put \(labelledCount == 1 ? "it" : "them"), the rest where the model does. "
    }
    text += "Most are in \(counted(largest))"
    let others = ranked.dropFirst().filter { !$0.members.isEmpty }.prefix(3)
    text +=
      others.isEmpty ? ". " : ", followed by \(others.map(counted).joined(separator: ", ")). "
    let empty = ranked.filter(\.members.isEmpty).map { "“\(MapWords.name(of: $0.cell, map))”" }
    if !empty.isEmpty { text += "None is in \(empty.joined(separator: " or in ")). " }
    if !map.undecided.isEmpty {
      text += "\(talks(map.undecided.count)) stayed undecided, below a probability of "
      text += "\(MapWords.leastProbability(map)). "
    }
    let marked = ranked.filter { !clearTerms($0).isEmpty }.prefix(2).map { cell in
      "\(clearTerms(cell).map { "“\($0)”" }.joined(separator: ", ")) in "
        + "“\(MapWords.name(of: cell.cell, map))”"
    }
    text +=
      marked.isEmpty
      ? "No word clearly sets a part apart. "
      : "More frequent than elsewhere: \(marked.joined(separator: "; ")). "
    if let nearest { text += "Nearest to a border is “\(MapWords.title(of: nearest))”. " }
    if let programme = map.programme {
      text += "Of the programme's \(talks(programme.titles.count)), "
      text += "\(Decimals.grouped(programme.coveredCount)) have slides "
      text += "(\(MapWords.percent(coverage))). "
    }
    return String(text.dropLast())
  }
}
