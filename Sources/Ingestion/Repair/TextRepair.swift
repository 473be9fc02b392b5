internal import Talks

/// Mends the text of a deck: what fonts, programs and sites did to it.
///
/// In this order: CIDs are decoded, as any normalization would destroy them;
/// single characters are mended; masks, mirrors and bullets are taken out of
/// lines; lines that repeat on most slides are kept once, unless that would leave most
/// slides empty; words parted by spaces and line ends are joined. Sound text is left as it is, byte for byte. Repairing
/// a second time changes nothing.
///
/// - Complexity: O(*n*) for *n* bytes; about the speed of memory on sound text.
struct TextRepair: Sendable {
  /// Creates a repair.
  init() {}

  /// Passes at most.
  ///
  /// Sound text takes one and damaged text two or three; hostile text must not take as
  /// many as it likes.
  private static let maximumPasses = 8

  /// Repairs title, slides and speaker notes, and counts in `content.notes`.
  func repair(_ content: inout DeckContent) {
    var deck = DeckTexts(content)
    // What one pass joins or takes out can show the next what repeats or belongs
    // together.
    for _ in 0..<Self.maximumPasses where pass(&deck, &content.notes) { break }
    deck.write(to: &content)
  }

  /// Repairs once what changed since the last pass; whether nothing was left to do.
  private func pass(_ deck: inout DeckTexts, _ notes: inout ReadingNotes) -> Bool {
    var isSound = true
    // What is taken out of a run of CIDs can make it one that is known for one.
    for _ in 0..<4 {
      decode(&deck, &notes)
      var isMended = false
      for index in deck.texts.indices where deck.texts[index].isNew {
        deck.texts[index].isNew = false
        if mend(&deck.texts[index], &notes) { isMended = true }
      }
      if isMended { isSound = false }
      guard isMended, deck.mayHaveRuns else { break }
    }
    dropRepeats(&deck, &notes)
    for index in deck.texts.indices { join(&deck.texts[index], &notes) }
    return isSound && !deck.texts.contains(where: \.isNew)
  }

  private func decode(_ deck: inout DeckTexts, _ notes: inout ReadingNotes) {
    guard deck.mayHaveRuns else { return }
    var texts = deck.texts.map { text in
      text.scan.damage.contains(.suspects) ? text.scalars : []
    }
    let isSuspect = texts.map { !$0.isEmpty }
    guard
      MojibakeRepair.repair(
        &texts, of: { isSuspect[$0] ? nil : deck.texts[$0].scalars }, notes: &notes)
    else { return }
    for index in texts.indices {
      let decoded = CodePoints.encode(texts[index])
      texts[index] = []
      let utf8 = deck.texts[index].string.utf8
      if utf8.count != decoded.count || !utf8.elementsEqual(decoded) {
        deck.texts[index].replace(by: decoded)
      }
    }
  }

  /// Mends characters and lines; whether there was anything to mend.
  private func mend(_ text: inout DeckTexts.Text, _ notes: inout ReadingNotes) -> Bool {
    var isMended = false
    if text.scan.damage.contains(.characters),
      let mended = CharacterRepair.repair(Array(text.string.utf8), notes: &notes)
    {
      text.replace(by: mended)
      isMended = true
    }
    if !text.scan.damage.isDisjoint(with: [.bullets, .masks, .mirrors]),
      let mended = LineRepair.repair(Array(text.string.utf8), text.scan.damage, notes: &notes)
    {
      text.replace(by: mended)
      isMended = true
    }
    return isMended
  }

  private func dropRepeats(_ deck: inout DeckTexts, _ notes: inout ReadingNotes) {
    let slides = deck.slides
    guard slides.count >= RepeatedLines.leastSlideCount, deck.hasNewLines else { return }
    deck.hasNewLines = false
    let lineCount = deck.texts[slides].reduce(0) { $0 + $1.scan.lineCount }
    var counted = RepeatedLines(slideCount: slides.count, lineCount: lineCount)
    for index in slides {
      counted.count(deck.texts[index].string.utf8Span.span, slide: index)
    }
    guard counted.mayRepeat else { return }
    let candidates = slides.map { index in
      counted.candidates(deck.texts[index].string.utf8Span.span, slide: index)
    }
    let drops = counted.repeats(candidates, from: slides.lowerBound)
    guard drops.contains(where: { !$0.isEmpty }) else { return }
    let sizes = zip(deck.texts[slides], drops).map { text, drops in
      (RepeatedLines.textLineCount(text.string.utf8Span.span), drops.count)
    }
    guard RepeatedLines.leaveText(sizes) else { return }
    for (index, drops) in zip(slides, drops) where !drops.isEmpty {
      notes[.repeatedLines] += drops.count
      deck.texts[index].removeLines(holding: drops)
    }
  }

  private func join(_ text: inout DeckTexts.Text, _ notes: inout ReadingNotes) {
    // A join can give a reason for another one; each time there are fewer gaps.
    for _ in 0..<4 where text.mayHaveJoins {
      text.mayHaveJoins = false
      let joins = WordJoin().joins(in: text.string.utf8Span.span, text.scan)
      guard !joins.isEmpty else { return }
      text.removeGaps(joins, &notes)
    }
  }
}
