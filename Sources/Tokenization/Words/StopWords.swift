/// Words that carry no topic, in normalized form.
///
/// Japanese: particles, auxiliaries, copulas, demonstratives and the formal
/// nouns and verbs that slides are held together with, as ICU cuts them. Written
/// in kana only: a word in kanji is always kept. English: articles, prepositions,
/// pronouns and auxiliaries. Slide furniture: words of copyright lines.
enum StopWords {
  static let japanese = """
    あと あなた あの あり ある あれ あんな いう いえ いく いい いた いたし いただき いただく いつ いて いない
    いま います いる いろいろ いわゆる うち おいて おき おく おける および おらず おり おる かつ から かなり
    かも かもしれ かもしれない くる くれる けど けれど けれども こう ここ こちら こと この これ これら ころ
    こんな ござい ございます ご さ さい さえ さっき さて さまざま さらに され されて される さん し しか しかし
    した して している しない しまい しまう しまった します しました しよう じゃ すぐ すでに すべて すべ する
    すると ずつ せず せて せる そう そこ そして その そのまま それ それぞれ そんな それら た たい ただ ただし
    たち たとえば たびに たぶん ため だ だけ だけど だった だったり だれ だろう ちゃん ちょっと つ ついて つく
    つつ つまり つもり て ていく ています ている てから ても で でき できた できない できて できます できる
    です でした でしょう では でも と という といった とか とき ときに ところ とし として とても とも どう
    どこ どの どれ どれくらい どんな な ない ないで なお なか なかった なく なくて なけれ なければ なし なぜ など
    なの なのか なので なら なり なる なった なって なり なりたい なんて に にて には にも によって により による
    ぬ ね の ので のに のみ のよう は はい はじめ はず ば ばかり ひとつ ふう べき ほか ほしい ほど ほとんど ほぼ
    ま ます まし ました ません また または まだ まで まま み みたい みる みんな む むしろ め も もう もし もっと
    もと もの や やすい やる ゆえ よ よい よう ような ように よく よって より よる らしい られ られる られた
    り る れ れる わけ わたし を ん んだ んで んです あたり あまり いくつ いったん いつか うえ おかげ かどうか
    きちんと くらい ぐらい こういう ごと さらなる しっかり じつは すごい せい そういう それでも だから だが
    だった ちなみに であり である であれ です どうして どうやって ながら にかけて において にとって
    のだ のである はじめて まず まとめ めっちゃ やっと やっぱり やはり やり ゆく わかった わかる
    """

  static let english = """
    a about after again all also am an and any are as at be because been before being between both but by can
    could did do does doing don't done down each few for from further get go had has have having he her here
    him his how i if in into is isn't it it's its just let let's like lot made make many may me might more most
    much must my no nor not now of off on once one only or other our out over own per please same she should
    so some such than that that's the their them then there these they this those through to too under until
    up us use used using very via vs was we were what when where which while who why will with within without
    would you your
    """

  static let furniture = """
    all copyright inc ltd co corp llc reserved rights com www html http https jp org net slide slides page
    """

  /// All of them.
  static let all: [String] = [japanese, english, furniture].flatMap {
    $0.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Their hashes.
  static let table = HashTable(Array(Set(all.map { TermHash.word($0) }))) ?? none

  /// None of them.
  static let none = HashTable()
}
