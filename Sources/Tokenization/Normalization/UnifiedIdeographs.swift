/// Unicode's Equivalent_Unified_Ideograph for characters that NFKC leaves alone.
///
/// PDF extraction often yields radicals in place of ideographs (⻑ for 長). NFKC
/// folds the Kangxi Radicals block but only 2 of the 115 characters of CJK
/// Radicals Supplement, and no stroke; this covers the other 132.
///
/// - SeeAlso: UAX #44, property Equivalent_Unified_Ideograph, Unicode 15.0.
enum UnifiedIdeographs {
  /// A row a line of sixteen code points; an ideographic space means none.
  private static let rows: [(first: UInt32, ideographs: String)] = [
    (0x2E80, "　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣"),
    (0x2E90, "尢𡯂巳幺彑𫜹忄心扌攵　旡日月歺　"),
    (0x2EA0, "民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹"),
    (0x2EB0, "纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹"),
    (0x2EC0, "艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑"),
    (0x2ED0, "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠"),
    (0x2EE0, "饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜"),
    (0x2EF0, "龙龜亀"),
    (0x31C0, "　　　　　　𠃌　　　　　　　　乀"),
    (0x31D0, "一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚"),
    (0x31E0, "乙𠄎"),
  ]

  private static let table: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for row in rows {
      for (offset, scalar) in row.ideographs.unicodeScalars.enumerated()
      where scalar != "\u{3000}" {
        table[row.first + UInt32(offset)] = scalar.value
      }
    }
    return table
  }()

  /// The ideograph that looks like `codePoint`, or `codePoint` itself.
  static func ideograph(for codePoint: UInt32) -> UInt32 {
    guard (0x2E80...0x2EFF).contains(codePoint) || (0x31C0...0x31EF).contains(codePoint) else {
      return codePoint
    }
    return table[codePoint] ?? codePoint
  }
}
