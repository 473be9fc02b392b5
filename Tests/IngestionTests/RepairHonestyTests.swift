import Talks
import Testing

@testable import Ingestion

@Suite("Text repair leaves sound text alone") struct RepairHonestyTests {
  static let sound: [String] = [
    // Greek, modern and ancient, with its question mark and raised point.
    "Η αξιοπιστία είναι το πιο σημαντικό χαρακτηριστικό ενός συστήματος· γιατί;",
    "ΑΞΙΟΠΙΣΤΙΑ ΣΥΣΤΗΜΑΤΩΝ",
    "Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν",
    "α版 β版 λ = μ ± 3σ、Δt と ΣX",
    "π", "Ω Ω Ω",
    // Cyrillic, also with letters beyond Russian.
    "Надёжность — самая важная функция любой системы", "Найважливіша функція — надійність",
    "Өнөөдөр бид найдвартай байдлын тухай ярина",
    "Сенімділік кез келген жүйенің ең маңызды қасиеті",
    // Scripts that CIDs of ideographs fall into.
    "নির্ভরযোগ্যতা যেকোনো ব্যবস্থার সবচেয়ে গুরুত্বপূর্ণ বৈশিষ্ট্য",
    "विश्वसनीयता किसी भी प्रणाली की सबसे महत्वपूर्ण विशेषता है",
    "אמינות היא התכונה החשובה ביותר של כל מערכת", "שָׁלוֹם עֲלֵיכֶם",
    "الموثوقية هي أهم ميزة في أي نظام", "قابلیت اطمینان مهم\u{200C}ترین ویژگی است",
    "ความน่าเชื่อถือเป็นคุณสมบัติที่สำคัญที่สุดของระบบ",
    "நம்பகத்தன்மை எந்த அமைப்பின் மிக முக்கியமான அம்சம்", "ብልሽት የሌለው ሥርዓት", "საიმედოობა უმნიშვნელოვანესია",
    "Հուսալիությունը ամենակարևորն է", "ཡིད་ཆེས་རུང་བ་ནི་གལ་ཆེ་ཤོས་ཡིན།", "ယုံကြည်စိတ်ချရမှုသည် အရေးကြီးဆုံးဖြစ်သည်",
    "ភាពជឿជាក់គឺសំខាន់បំផុត", "ᐊᑐᖅᑕᐅᔪᓐᓇᕐᓂᖓ", "신뢰성은 가장 중요한 기능이다",
    "Độ tin cậy là tính năng quan trọng nhất của mọi hệ thống",
    // Phonetic notation, diacritics, mathematics, arrows.
    "/ɹɪˌlaɪəˈbɪlɪti/ と [ʃoːɡeɴ]、t͡ʃ ɲ̟", "Škoda, Łódź, naïve café, Ærø, İstanbul, Ñandú",
    "∀ε>0 ∃δ>0: |x−a|<δ ⇒ |f(x)−f(a)|<ε、∑ᵢ xᵢ² ≤ ∫₀^∞ e⁻ˣ dx", "→ ⇒ ↔ • – — … ‰ № ™ Ⅳ ①②③",
    // Emoji joined by U+200D, faces made of letters, and marks piled up.
    "👩\u{200D}💻 と 👨\u{200D}👩\u{200D}👧 と ❤\u{FE0F}",
    "¯\\_(ツ)_/¯ ヽ(´▽`)ノ (ಠ_ಠ) ʕ•ᴥ•ʔ ( ͡° ͜ʖ ͡°) ٩(◕‿◕)۶",
    "Z̴̢͍̲͊a̸͖͛l̵̙̈́g̶͚͐o̷̪͌ ḩ̵͎͛e̸̦͗ c̷̱͒o̴͎͐m̵͙̓e̶͇͝s̴͓̈́",
    // Japanese as people write it, with spaces and line ends that mean something.
    "林 太郎\n田中 誠\n八重樫 みのり", "月 火 水 木 金", "ア 課題\nイ 対策", "・課題\n・対策\n・結果",
    "信頼性 可用性 性能", "課題\n人\n物", "サーバー クライアント", "まとめ\nこれから\nやること", "SRE と SLO の 話",
    "第 3 章 運用", "× 失敗\n○ 成功", "hy\u{2027}phen\u{2027}ate",
    // What looks like a mask or a mirror and is none.
    "[email] と me@example.com", "https://web.archive.org/web/2020/https://example.com/",
    "https://example.com/https/guide.html", "git@example.com:443/https/x",
    "x = [a, b]; y = f(x)[0]; §3 ¶ «a»",
  ]

  @Test("sound text stays as it is, byte for byte", arguments: sound)
  func unchanged(_ text: String) {
    let deck = DamagedDecks.deck([text], title: text)
    let repaired = DamagedDecks.repaired(deck)
    #expect(repaired == deck)
    #expect(Array(repaired.slides[0].text.utf8) == Array(text.utf8))
  }

  @Test("one deck of all of it stays as it is")
  func all() {
    let deck = DamagedDecks.deck(Self.sound)
    #expect(DamagedDecks.repaired(deck) == deck)
  }

  @Test("in a broken deck, sound text of other scripts stays too", arguments: sound[6...29])
  func besideMojibake(_ text: String) {
    let deck = DamagedDecks.deck(["৴པੑͷ։ൃऀͱͱ΋ʹ", text])
    #expect(DamagedDecks.repaired(deck).slides[1].text == text)
  }
}
