import Talks

@testable import Ingestion

/// Readers of talks and labels: any bytes, no crash, and texts that keep the rules.
enum IngestionTargets {
  private static let location = SourceLocation(path: "input")

  static func document(_ bytes: [UInt8]) {
    // A PDF is another program's to read.
    guard bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) == nil else { return }
    assemble(try? DocumentReader.read(bytes, as: nil, at: location))
  }

  static func layouts(_ bytes: [UInt8]) {
    for format in [
      SourceFormat.player, .speakerDeck, .googleSlides, .fortee, .cloudNativeDays, .slideShare,
      .transcript,
    ] {
      assemble(try? DocumentReader.read(bytes, as: format, at: location))
    }
  }

  static func markdown(_ bytes: [UInt8]) {
    assemble(try? DocumentReader.read(bytes, as: .markdown, at: location))
  }

  static func webPage(_ bytes: [UInt8]) {
    assemble(try? DocumentReader.read(bytes, as: .webPage, at: location))
  }

  /// A presentation, or else the XML of a slide in one: no mutation of a whole archive
  /// gets past its checksums.
  static func powerPoint(_ bytes: [UInt8]) {
    let isArchive = bytes.starts(with: [0x50, 0x4B])
    let archive =
      isArchive ? bytes : DeckWriter(slides: [String(decoding: bytes, as: UTF8.self)]).archive
    assemble(try? DocumentReader.read(archive, as: .powerPoint, at: location))
  }

  static func talkLines(_ bytes: [UInt8]) { parse(bytes, as: .talkLines) }

  static func table(_ bytes: [UInt8]) {
    parse(bytes, as: .commaSeparated)
    parse(bytes, as: .tabSeparated)
  }

  /// A list of an event's talks.
  static func programme(_ bytes: [UInt8]) {
    guard var programme = try? Programme(contentsOf: memoryFile(bytes)) else { return }
    programme.add(Talk(title: "監視", text: ""))
    precondition(programme.coveredCount + programme.missing.count > 0, "a list of nothing")
  }

  /// A cell comes back as it was, and never begins as a formula does.
  static func cell(_ bytes: [UInt8]) {
    let cell = String(decoding: bytes, as: UTF8.self)
    let written = FormulaGuard.guarded(cell)
    precondition(FormulaGuard.unguarded(written) == cell, "a cell is not what it was")
    let first = written.unicodeScalars.first
    precondition(first.map { !"=+-@\t\r\n".unicodeScalars.contains($0) } ?? true, "a formula")
    let quote = UInt8(ascii: "\"")
    let quoted = written.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    let row = String(decoding: Array("a,".utf8) + [quote] + quoted + [quote], as: UTF8.self)
    precondition(
      TableRow.fields(of: row, separator: UInt8(ascii: ",")) == ["a", written],
      "a quoted cell is not what it was")
  }

  static func labelled(_ bytes: [UInt8]) {
    for format in [SourceFormat.doccano, .prodigy, .labelStudio, .fastText] {
      parse(bytes, as: format)
    }
    _ = LabelledFormat.recognized(in: bytes)
  }

  static func labelFile(_ bytes: [UInt8]) {
    var labels = LabelFile()
    try? labels.add(contentsOf: memoryFile(bytes), scheme: .standard)
  }

  static func encoding(_ bytes: [UInt8]) {
    var notes = ReadingNotes()
    guard let text = try? EncodingConversion.utf8(from: bytes, at: location, notes: &notes) else {
      return
    }
    precondition(String(validating: text, as: UTF8.self) != nil, "a conversion that is not UTF-8")
  }

  static func repair(_ bytes: [UInt8]) {
    var content = DeckContent(layout: .transcript)
    let texts = String(decoding: bytes, as: UTF8.self).split(
      separator: "\u{1}", omittingEmptySubsequences: false)
    content.title = texts.first.map(String.init)
    content.slides = texts.enumerated().map { Slide(number: $0 + 1, text: String($1)) }
    let repair = TextRepair()
    repair.repair(&content)
    let once = content
    repair.repair(&content)
    precondition(content.slides == once.slides, "a second repair changes a slide")
    precondition(content.title == once.title, "a second repair changes the title")
  }

  private static func assemble(_ found: [DeckContent]?) {
    for content in found ?? [] {
      let talk = try? TalkAssembly.talk(content, id: "id", at: location, repair: TextRepair())
      if let talk { check(talk.talk) }
    }
  }

  private static func parse(_ bytes: [UInt8], as format: SourceFormat) {
    let options = ReadingOptions(format: format)
    var reader = RecordReader(InputFiles([memoryFile(bytes)]), options: options)
    let parser = RecordParser(options: options)
    while let record = reader.next() {
      for result in parser.parse(record) {
        if case .success(let ingested) = result { check(ingested.talk) }
      }
    }
  }

  private static func check(_ talk: Talk) {
    for text in [talk.title] + talk.slides.map(\.text) {
      precondition(
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 },
        "a control character is left")
    }
  }
}
