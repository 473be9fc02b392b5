/// The ideographs that CJK radicals stand for.
///
/// PDF programs often give a radical in place of the ideograph with the same
/// shape: ⾃ for 自, ⻑ for 長. The Kangxi Radicals have a compatibility mapping
/// (NFKC); for CJK Radicals Supplement it is Equivalent_Unified_Ideograph.
/// (Tokenization folds both too, for text that comes to it by other ways; here
/// the text itself is mended, for people to read.)
///
/// - SeeAlso: UAX #44, Unicode 15.0.
enum Radicals {
  /// A row of code points in a row; an ideographic space means none.
  private static let rows: [(first: UInt32, ideographs: String)] = [
    (0x2E80, "　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵　旡日月歺　"),
    (0x2EA0, "民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹"),
    (0x2EC0, "艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠"),
    (0x2EE0, "饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"),
    (0x2F00, "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土"),
    (0x2F20, "士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手"),
    (0x2F40, "支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉"),
    (0x2F60, "瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳"),
    (0x2F80, "聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"),
    (0x2FA0, "辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"),
    (0x2FC0, "鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"),
  ]

  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 0x2FE0 - 0x2E80)
    for row in rows {
      for (offset, scalar) in row.ideographs.unicodeScalars.enumerated()
      where scalar != "\u{3000}" {
        table[Int(row.first) - 0x2E80 + offset] = scalar.value
      }
    }
    return table
  }()

  /// The ideograph of a radical; nil for any other character.
  static func ideograph(for scalar: UInt32) -> UInt32? {
    guard (0x2E80..<0x2FE0).contains(scalar) else { return nil }
    let ideograph = table[Int(scalar) - 0x2E80]
    return ideograph == 0 ? nil : ideograph
  }
}
