/// Compares tables with ICU's iterator on a fixed text before anything relies on them.
///
/// Another version of ICU may change its rules, which the tables follow, or the way
/// it searches its dictionary, which only this can tell.
enum SegmentationProbe {
  /// Every case that the search tells apart, between line ends.
  static let texts: [String] = [
    // Prose: words of one to many characters, ties, and characters of no word.
    "東京都に住んでいる日本語の文章を、スライド資料から自動分類します。すもももももももものうち。",
    "国際連合教育科学文化機関に関する可観測性と障害対応の事例を紹介する。外国人参政権、東京特許許可局局長",
    "龘靐齉爩鱻麤龗灪籲鸞の髙﨑さんと𠮷野家で㐂ぶ々〆〇、今日は良い天気ですねえええええ",
    "うらにわにはにわにわとりがいる。ははははははとわらう。なのでのでのでさせられられたくなかった",
    "吾輩は猫である名前はまだ無いどこで生れたかとんと見当がつかぬ何でも薄暗いじめじめした所でニャーニャー泣いていた",
    // Katakana runs of 1 to 21 characters, alone, between kana and kanji, with ー.
    "ア カナ カナカ オブザー オブザーバ オブザーバビリティ エラーバジェット ヌルポヌルポヌルポヌルポ",
    "アヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌ アヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌ アヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌヌ",
    "サイトリライアビリティエンジニアリングのヌ、ヌヌとヌヌヌがヌヌヌヌでヌヌヌヌヌ ージョン ーあ ーー カーー",
    "ソフトウェアアーキテクチャデザインパターンとドメインドリブンなヴァイオリン・ヸヹヺ・ヽヾゝゞ",
    // Latin letters and numbers beside Japanese, and what the rules join.
    "SREのSLO=99.95%を1,234.5件、v1.2.3 user@example.com https://example.com/a_b?c=d#e 12:34:56 don't",
    "C++とC#、a.b.c 1.a a.1 _a_ a_ア ア_ア_1 「引用」（括弧）…―〜 2024年3月16日(土) 10時30分 №5 €3",
    "a  b\t\tc\u{3000}\u{3000}d\r\n\r\ne\u{A0}f\u{200B}g 'q' \"q\" a'b 1;2 a:b a;b",
    // What goes to ICU: marks, Hangul, Thai, half-width and compatibility forms, emoji.
    "か\u{3099}は\u{309A} ｶﾞｷﾞｸﾞｱｲｳ ㍿㌔①⑳ ﾎﾞﾄﾙの中 漢\u{FE00}字 葛\u{E0100}城 か゛ ㇰㇱ",
    "한국어 텍스트와 일본어 ภาษาไทยและญี่ปุ่น ພາສາລາວ မြန်မာ ខ្មែរ עברית العربية हिन्दी Русский naïve Ǆ",
    "👨‍👩‍👧‍👦が🇯🇵🇺🇸で🎉👍🏽 ❤\u{FE0F}1\u{FE0F}\u{20E3} →⇒■●★♪ \u{D7FF}\u{E000}\u{FFFD} \u{1F1E6}",
    "〱〲〴〵 ゠カ゠ カ゠カ 〜カ 々々 〇〇 ゟヿ 𪚥𠀋 𛀀𛀁 東𠮷京 カ\u{200D}ナ 漢\u{200D}字 \u{AD}漢\u{AD}",
  ]

  /// Whether the tables cut the probe as ICU does, statuses included.
  static func agrees(_ tables: SegmentationTables) -> Bool {
    guard var reference = try? WordBreaker(), var fallback = try? WordBreaker() else {
      return false
    }
    var tableBreaker = TableBreaker(tables: tables)
    var (expected, found) = (WordPieces(), WordPieces())
    for text in texts + [texts.joined(separator: "\n"), texts.joined()] {
      let units = Array(text.utf16)
      guard (try? reference.breakWords(in: units[...], into: &expected)) != nil,
        (try? tableBreaker.breakWords(in: units[...], into: &found, fallback: &fallback)) != nil,
        expected == found
      else { return false }
    }
    return true
  }
}
