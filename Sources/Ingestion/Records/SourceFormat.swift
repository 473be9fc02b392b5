/// The formats that talks are read from, by the names that `--input-format` takes.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// One talk a line as a JSON object.
  case talkLines = "talk-jsonl"
  /// Comma-separated with named columns.
  case commaSeparated = "csv"
  /// Tab-separated with named columns.
  case tabSeparated = "tsv"
  /// Texts and labels as doccano exports them.
  case doccano
  /// Texts and labels as Prodigy exports them.
  case prodigy
  /// Texts and labels as Label Studio exports them.
  case labelStudio = "label-studio"
  /// Lines of labels and text as fastText reads them.
  case fastText = "fasttext"
  /// A Speaker Deck page saved as text.
  case speakerDeck = "speakerdeck"
  /// A page of Speaker Deck's player saved as text.
  case player = "speakerdeck-player"
  /// Google Slides' plain view saved as text.
  case googleSlides = "google-slides"
  /// A proposal or a list of proposals from fortee saved as text.
  case fortee
  /// A proposal from CloudNative Days saved as text.
  case cloudNativeDays = "cloudnative-days"
  /// A SlideShare page saved as text.
  case slideShare = "slideshare"
  /// Any web page saved as HTML.
  case webPage = "html"
  /// A Markdown deck.
  case markdown
  /// A PDF.
  case pdf
  /// A PowerPoint presentation.
  case powerPoint = "pptx"
  /// Plain text.
  case transcript

  /// How a file of the format is cut into records.
  var cutting: Cutting {
    switch self {
    case .talkLines: .talkLines
    case .commaSeparated: .table(separator: UInt8(ascii: ","))
    case .tabSeparated: .table(separator: UInt8(ascii: "\t"))
    case .doccano: .labelled(.doccano)
    case .prodigy: .labelled(.prodigy)
    case .labelStudio: .labelled(.labelStudio)
    case .fastText: .labelled(.fastText)
    default: .document
    }
  }
}

/// How a file is cut into records.
enum Cutting: Equatable {
  /// A talk a line.
  case talkLines
  /// A talk a row.
  case table(separator: UInt8)
  /// A record of an annotation tool a line, or an element of one array.
  case labelled(LabelledFormat)
  /// The whole file.
  case document

  /// Recognizes the cutting by the file's beginning first and its name second.
  init(beginning: [UInt8], path: String) {
    let body = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    if let format = LabelledFormat.recognized(in: beginning) {
      self = .labelled(format)
    } else if body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
      || path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson")
    {
      self = .talkLines
    } else if path.hasSuffix(".csv") {
      self = .table(separator: UInt8(ascii: ","))
    } else if path.hasSuffix(".tsv") {
      self = .table(separator: UInt8(ascii: "\t"))
    } else if let separator = TableColumns.separator(
      ofHeader: body.prefix { $0 != 0x0A && $0 != 0x0D })
    {
      self = .table(separator: separator)
    } else {
      self = .document
    }
  }

  /// Whether a text has a line that is a talk by its look, or has blank lines only:
  /// an object with the name of a field that holds text.
  static func hasTalkLine(_ text: [UInt8]) -> Bool {
    guard text.contains(where: { $0 > 0x20 }) else { return true }
    return text.split(separator: 0x0A).contains { line in
      guard line.starts(with: [UInt8(ascii: "{"), UInt8(ascii: "\"")]) else { return false }
      let beginning = String(decoding: line, as: UTF8.self)
      return ["title", "text", "slides"].contains { beginning.contains("\"\($0)\"") }
    }
  }
}
