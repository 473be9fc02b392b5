/// Words in kana that begin a sentence or a line of a slide: conjunctions,
/// demonstratives, and adverbs of time, degree and manner.
///
/// What begins with one goes on from the line above far less often than it begins
/// anew. Words that are endings or particles too are left out where those are the
/// commoner (そう, こう, ただ, けど); a closed list of grammar, taken from no corpus.
enum SentenceOpeners {
  private static let words = list(
    """
    あと あの あまり あれ いちばん いつ いま いろいろ いわば うち おそらく おなじ かつ かなり
    きっと きちんと ここ こちら この これ こんな さて さらに しかし しかも じつは じゃあ すぐ すでに
    すべて ずっと ぜひ ぜんぶ そこ そして そちら その それ そもそも そんな たいてい たとえば たぶん
    だが だから ちなみに ちゃんと ちょうど ちょっと ついで ついに つぎ つまり つねに できれば でも
    どう どこ どちら とくに とても とはいえ ところが ところで とにかく どの とりあえず どれ どんな
    なお なぜ なに なのに なので なるべく はじまり はじめ ひとつ ふだん ふつう ほか ほとんど ほぼ
    ほんとう まず まだ また まったく まるで みんな むしろ もう もし もちろん もっと もともと やがて
    やっと やっぱり やはり ゆっくり わざわざ わずか わたし
    """)
  /// What begins alike and goes on from what is above: して⏎います, か⏎もしれない.
  private static let endings = list("います いまし いませ もしれ")

  /// Kana that the words begin with.
  private static let firsts = Set(words.compactMap(\.first))

  private static func list(_ words: String) -> [[UInt32]] {
    words.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) }
  }

  /// Whether some text begins with such a word.
  static func begin(_ text: [UInt32]) -> Bool {
    guard let first = text.first, firsts.contains(first) else { return false }
    return words.contains { text.starts(with: $0) }
      && !endings.contains { text.starts(with: $0) }
  }
}
