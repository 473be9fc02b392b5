import Characters
import Foundation
import Talks
import Testing

@testable import Ingestion

/// A way to damage clean text, and how much of it must come back.
struct Mutation: Sendable, CustomTestStringConvertible {
  var name: String
  /// The share of lines that must come back exactly.
  var floor: Double
  var damage: @Sendable (String, inout SeededGenerator) -> String
  /// What is lost for good.
  var loss: @Sendable (String) -> String = { $0 }
  var testDescription: String { name }
}

@Suite("Damaged talks come back", .serialized) struct RepairMutationTests {
  /// Floors are just below what was measured; the test prints the rates.
  ///
  /// The models of Japanese and Latin were counted on the first 40 of these 112 talks.
  /// On those 40, with models that never saw them, the rates are 99.0 % for CIDs,
  /// 92.3 % for normalized ones, 97.3 % for ideographs set apart; the others stay
  /// within a point of those with the models that did.
  static let mutations: [Mutation] = [
    Mutation(name: "CIDs", floor: 0.99) { text, _ in DamagedDecks.mojibake(text) },
    // What normalization sorted cannot always be told: 動いた or 動たい.
    Mutation(name: "CIDs, normalized", floor: 0.96) { text, _ in
      DamagedDecks.mojibake(text, normalized: true)
    },
    Mutation(
      name: "CIDs and latin, controls kept", floor: 0.95,
      damage: { text, _ in DamagedDecks.mojibake(text, latin: true, keepsControls: true) },
      loss: { without($0, "()*+,?") }),
    Mutation(
      name: "CIDs and latin, controls lost", floor: 0.94,
      damage: { text, _ in DamagedDecks.mojibake(text, latin: true) },
      loss: { without($0, "!\"#$%&'()*+,-./0123456789:;<=>?") }),
    Mutation(name: "radicals", floor: 1) { text, _ in
      replaced(text) { scalar in radicals[scalar.value] ?? scalar }
    },
    Mutation(name: "typesetter's forms", floor: 0.98) { text, _ in
      replaced(text) { $0 == "？" ? "\u{FE16}" : $0 == "・" ? "\u{2027}" : $0 }
    },
    Mutation(name: "private use, U+FFFD, controls, zero width", floor: 1) { text, random in
      let junk: [Character] = ["\u{E123}", "\u{FFFD}", "\u{3}", "\u{200B}", "\u{FEFF}", "\u{90}"]
      return String(
        text.flatMap { character -> [Character] in
          // An emoji or a mark before would make U+200B part of its writing.
          guard Int.random(in: 0..<20, using: &random) == 0, isJapanese(character) else {
            return [character]
          }
          return [character, junk[Int.random(in: 0..<junk.count, using: &random)]]
        })
    },
    Mutation(
      name: "letters for bullets", floor: 0.98,
      damage: { text, _ in
        lines(text) { $0.hasPrefix("・") ? "\u{EE} " + $0.dropFirst() : $0 }
      }, loss: { text in lines(text) { $0.hasPrefix("・") ? String($0.dropFirst()) : $0 } }),
    Mutation(name: "ideographs set apart", floor: 0.985) { text, random in
      spaced(text, using: &random) { $0 && $1 }
    },
    Mutation(name: "wraps within words", floor: 0.895) { text, random in
      wrapped(text, using: &random)
    },
  ]

  @Test("lines come back", arguments: mutations)
  func mutation(_ mutation: Mutation) throws {
    var random = SeededGenerator(seed: 20_240_803)
    let clean = try DamagedDecks.clean()
    let wanted = clean.map { deck in
      DamagedDecks.changed(DamagedDecks.repaired(deck), mutation.loss)
    }
    var damaged = clean
    for index in damaged.indices {
      damaged[index] = DamagedDecks.changed(clean[index]) { mutation.damage($0, &random) }
    }
    let repaired = damaged.map(DamagedDecks.repaired)
    let rate = DamagedDecks.recovery(repaired, wanted)
    let before = DamagedDecks.recovery(damaged, wanted)
    print("recovery \(mutation.name): \(percent(before)) -> \(percent(rate)) of lines")
    #expect(rate >= mutation.floor)
    for deck in repaired {
      var again = deck
      TextRepair().repair(&again)
      #expect(again.slides == deck.slides)
    }
  }

  @Test("digits are counted as lost where they are, and only there")
  func lostDigits() throws {
    let clean = try DamagedDecks.clean()
    func count(_ damage: (String) -> String) -> Int {
      clean.reduce(0) { sum, deck in
        sum + DamagedDecks.repaired(DamagedDecks.changed(deck, damage)).notes[.lostDigits]
      }
    }
    #expect(count { DamagedDecks.mojibake($0) } == 0)
    #expect(count { DamagedDecks.mojibake($0, latin: true, keepsControls: true) } == 0)
    #expect(count { DamagedDecks.mojibake($0, latin: true) } >= 250)
  }

  @Test("footers and page numbers go from all slides but one, and only they")
  func footers() throws {
    for deck in try DamagedDecks.clean() where deck.slides.count >= 4 {
      var sound = DamagedDecks.repaired(deck)
      sound.notes = ReadingNotes()
      var number = 0
      let damaged = DamagedDecks.changed(sound) { text in
        number += 1
        return text + "\n社外秘 第\(number)版\n\(number)"
      }
      let repaired = DamagedDecks.repaired(damaged)
      #expect(repaired.slides[0].text == sound.slides[0].text + "\n社外秘 第1版\n1")
      #expect(repaired.slides.dropFirst().map(\.text) == sound.slides.dropFirst().map(\.text))
      #expect(repaired.notes[.repeatedLines] == (deck.slides.count - 1) * 2)
    }
  }

  @Test("clean talks lose their footers, and next to nothing else changes")
  func clean() throws {
    var notes = ReadingNotes()
    for deck in try DamagedDecks.clean() { notes.add(DamagedDecks.repaired(deck).notes) }
    #expect(Set(notes.sorted.map(\.kind)) == [.joinedSpaces, .joinedLines, .repeatedLines])
    // All of these were read one by one, in 112 talks. Of the joined lines twelve were
    // wrapped within a sentence; one begins a sentence, in kana (きいろの宣言は), which
    // nothing tells apart.
    print("joined in clean talks: \(notes[.joinedLines]) lines, \(notes[.joinedSpaces]) spaces")
    #expect(notes[.joinedSpaces] <= 32)
    #expect(notes[.joinedLines] <= 13)
  }

  @Test("any bytes are repaired without a crash, and once is enough")
  func hostile() {
    var random = SeededGenerator(seed: 1)
    let alphabet: [Unicode.Scalar] = [
      " ", "\n", "\u{360}", "\u{36F}", "\u{34D}", "\u{B7}", ";", "\u{2B9}", "৴", "པ", "ੑ", "ͱ", "信",
      "頼", "の",
      "ク", "ー", "ッ", "4", "3", "&", "w", "î", "[", "/", ":", "\u{1}", "\u{200D}", "\u{E000}", "⾃",
      "\u{10FFFF}",
      "\u{93C}", "\u{915}", "Λ", "\u{FFFD}", "\u{E9}", "\u{85}", "A", "z",
    ]
    for _ in 0..<400 {
      let slides = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        var text = ""
        for _ in 0..<Int.random(in: 0...60, using: &random) {
          text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return text
      }
      let once = DamagedDecks.repaired(DamagedDecks.deck(slides))
      let twice = DamagedDecks.repaired(once)
      #expect(twice.slides == once.slides, "\(slides)")
    }
    for text in ["", "\n", " ", "é", "\u{FFFD}", "[email", "/http", "/https/", "://a:1/https/"] {
      _ = DamagedDecks.repaired(DamagedDecks.deck([text], title: text))
    }
  }

  @Test("a long line of anything takes time by its length")
  func long() {
    for piece in [
      "\u{360}\u{36F}\u{34D}", "৴པੑ", "信 頼 ", "é ", "[email ", "/https/", "a:1/https/b.c", " \n",
      "[a]", "î 課\n",
    ] {
      let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
      let clock = ContinuousClock()
      let time = clock.measure { _ = DamagedDecks.repaired(DamagedDecks.deck([text])) }
      #expect(time < .seconds(5), "\(piece)")
    }
  }

  // MARK: Damage

  private static let radicals: [UInt32: Unicode.Scalar] = {
    var radicals: [UInt32: Unicode.Scalar] = [:]
    for value in (0x2E80 as UInt32)..<0x2FE0 {
      let ideograph = UnifiedIdeographs.ideograph(for: value)
      if ideograph != value { radicals[ideograph] = Unicode.Scalar(value) }
    }
    return radicals
  }()

  private static func replaced(_ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar)
    -> String
  {
    String(String.UnicodeScalarView(text.unicodeScalars.map(change)))
  }

  private static func without(_ text: String, _ characters: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !characters.unicodeScalars.contains($0) }))
  }

  private static func lines(_ text: String, _ change: (String) -> String) -> String {
    text.components(separatedBy: "\n").map(change).joined(separator: "\n")
  }

  private static func isJapanese(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      (0x3041...0x30FA).contains($0.value) || isIdeograph($0.value)
    }
  }

  private static func isIdeograph(_ value: UInt32) -> Bool { (0x4E00...0x9FFF).contains(value) }

  /// A space within every tenth word of two ideographs.
  private static func spaced(
    _ text: String, using random: inout SeededGenerator, _ isGap: (Bool, Bool) -> Bool
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      result.append(scalar)
      guard index > 0, index + 2 < scalars.count else { continue }
      let run = scalars[(index - 1)...(index + 2)].map { isIdeograph($0.value) }
      if run == [false, true, true, false], Int.random(in: 0..<10, using: &random) == 0 {
        result.append(" ")
      }
    }
    return String(result)
  }

  /// A space or line end at a place within every long line between two kana.
  private static func wrapped(_ text: String, using random: inout SeededGenerator) -> String {
    lines(text) { line in
      let characters = Array(line)
      let places = characters.indices.filter { index in
        index >= 15 && isJapanese(characters[index - 1]) && isKana(characters[index])
      }
      guard let place = places.randomElement(using: &random) else { return line }
      let gap = Bool.random(using: &random) ? " " : "\n"
      return String(characters[..<place]) + gap + String(characters[place...])
    }
  }

  private static func isKana(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x3041...0x30FC).contains($0.value) }
  }
}

private func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
