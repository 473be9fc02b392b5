public import Shogen

/// Texts that every invariant must hold for.
public enum FixtureTexts {
  /// The invented decks.
  public static let decks = Corpus(reading: [Repository.path("Corpora/fictional-sre-talks")]).talks

  /// The real talks of which only titles are shipped.
  public static let titles = Corpus(reading: [Repository.path("Corpora/sre-next-2024")]).talks

  /// Text that no slide should have and some do.
  public static let hostile: [String] = [
    "", "\0", "監視\0監視", "\u{3099}", "\n\u{3099}か", "か\u{3099}\u{3099}\u{301}", "ー", "ー\u{3099}ー",
    "監視\r\n障害\r\nアラート", "監視\r障害", "\u{FEFF}監視", "監視\u{FEFF}障害", "障\u{AD}害", "エラー\u{200B}バジェット",
    "👨\u{200D}👩\u{200D}👧監視🇯🇵❤\u{FE0F}", "𠮷野家の𠮷", "㍿㌔㈱株", "⻑⾃⺇㇐", "ﾎﾞﾄﾙﾈｯｸﾞ", "@", "@@@sre", "http://",
    "https://監視",
    "\u{2028}監視\u{2029}障害\u{85}", "ＳＲＥ＠ｅｘａｍｐｌｅ．ｃｏｍ", "゠ーア〱ーあ", "한국어 ภาษาไทย 日本語",
    "\u{FFFF}\u{10FFFF}",
    String(decoding: [0x76E3, 0xD800, 0x8996, 0xDC00, 0x20, 0xDBFF] as [UInt16], as: UTF16.self),
    String(decoding: [0xE7, 0x9B, 0x20, 0xFF, 0xFE, 0xC0, 0x80, 0x41] as [UInt8], as: UTF8.self),
    "か" + String(repeating: "\u{301}", count: 2000),
    String(repeating: "可観測性", count: 3000), String(repeating: "エラーバジェット", count: 3000),
  ]

  /// Every text there is: titles, slides and hostile strings.
  public static let all: [String] =
    (decks + titles).flatMap { [$0.title] + $0.slides.map(\.text) } + hostile
}
