/// The ideographs that CJK radicals and strokes stand for.
///
/// PDF programs often give a radical in place of the ideograph with the same shape:
/// ⾃ for 自, ⻑ for 長. The Kangxi Radicals have a compatibility mapping (NFKC), but only
/// 2 of the 115 characters of CJK Radicals Supplement and no stroke; for these it is
/// Unicode's Equivalent_Unified_Ideograph. Ingestion mends text with it for people to
/// read, and tokenization folds text that came to it by other ways.
///
/// - SeeAlso: UAX #44, property Equivalent_Unified_Ideograph, Unicode 15.0.
public enum UnifiedIdeographs {
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
    (0x2F00, "一丨丶丿乙亅二亠人儿入八冂冖冫几"),
    (0x2F10, "凵刀力勹匕匚匸十卜卩厂厶又口囗土"),
    (0x2F20, "士夂夊夕大女子宀寸小尢尸屮山巛工"),
    (0x2F30, "己巾干幺广廴廾弋弓彐彡彳心戈戶手"),
    (0x2F40, "支攴文斗斤方无日曰月木欠止歹殳毋"),
    (0x2F50, "比毛氏气水火爪父爻爿片牙牛犬玄玉"),
    (0x2F60, "瓜瓦甘生用田疋疒癶白皮皿目矛矢石"),
    (0x2F70, "示禸禾穴立竹米糸缶网羊羽老而耒耳"),
    (0x2F80, "聿肉臣自至臼舌舛舟艮色艸虍虫血行"),
    (0x2F90, "衣襾見角言谷豆豕豸貝赤走足身車辛"),
    (0x2FA0, "辰辵邑酉釆里金長門阜隶隹雨靑非面"),
    (0x2FB0, "革韋韭音頁風飛食首香馬骨高髟鬥鬯"),
    (0x2FC0, "鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠"),
    (0x2FD0, "鼻齊齒龍龜龠"),
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
  ///
  /// - Complexity: O(1); nothing is looked up for other characters than radicals and
  ///   strokes.
  @inlinable
  public static func ideograph(for codePoint: UInt32) -> UInt32 {
    guard (0x2E80..<0x2FE0).contains(codePoint) || (0x31C0...0x31EF).contains(codePoint) else {
      return codePoint
    }
    return tabled(codePoint)
  }

  @usableFromInline
  static func tabled(_ codePoint: UInt32) -> UInt32 { table[codePoint] ?? codePoint }
}
