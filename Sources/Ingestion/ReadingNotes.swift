/// What reading mended or lost, by kind, with counts.
public struct ReadingNotes: Sendable, Equatable {
  /// What can be mended or lost.
  public enum Kind: String, Sendable, CaseIterable {
    // Mended; nothing of the talk is missing.

    /// Characters of a Japanese font read by the wrong table and decoded.
    case decodedCharacters = "decoded-characters"
    /// CJK radicals in place of ideographs.
    case radicals
    /// Spaces taken out between the characters of a word.
    case joinedSpaces = "joined-spaces"
    /// Lines joined that were wrapped within a word.
    case joinedLines = "joined-lines"
    /// Punctuation in forms for vertical or other typesetting.
    case punctuation
    /// Letters that stand for list bullets.
    case bulletLetters = "bullet-letters"
    /// Lines that repeat on most slides, taken out but for the first.
    case repeatedLines = "repeated-lines"
    /// Marks that sites put in place of e-mail addresses.
    case maskedMail = "masked-mail"
    /// Addresses that a mirror of a site had rewritten to itself.
    case rewrittenLinks = "rewritten-links"
    /// Lines of a page that belong to other talks or to the site.
    case boilerplateLines = "boilerplate-lines"
    /// Control characters that were taken out.
    case controlCharacters = "control-characters"
    /// Text that was not UTF-8 and was converted; counts documents.
    case convertedEncoding = "converted-encoding"

    // Lost; the talk had more than was read.

    /// Slides without text.
    case emptySlides = "empty-slides"
    /// Slides that the source hides; their text is read.
    case hiddenSlides = "hidden-slides"
    /// Digits that a wrong font table turned into nothing.
    case lostDigits = "lost-digits"
    /// Characters of a broken font that no table decodes.
    case undecodableCharacters = "undecodable-characters"
    /// Private-use characters, which mean nothing outside their font.
    case privateUseCharacters = "private-use-characters"
    /// U+FFFD, where an earlier program already lost the character.
    case replacementCharacters = "replacement-characters"
    /// The page has no transcript.
    case missingTranscript = "missing-transcript"
    /// Slides that are pictures only.
    case pictureSlides = "picture-slides"

    /// Whether something of the talk is missing.
    public var isLoss: Bool {
      switch self {
      case .emptySlides, .hiddenSlides, .lostDigits, .undecodableCharacters,
        .privateUseCharacters, .replacementCharacters, .missingTranscript, .pictureSlides:
        true
      default: false
      }
    }
  }

  /// The kinds met; a talk has few, so looking through them is faster than hashing.
  private var counts: [(kind: Kind, count: Int)] = []

  /// Creates empty notes.
  public init() {}

  /// How often a kind was met.
  public subscript(kind: Kind) -> Int {
    get { counts.first { $0.kind == kind }?.count ?? 0 }
    set {
      if let index = counts.firstIndex(where: { $0.kind == kind }) {
        counts[index].count = newValue
      } else if newValue != 0 {
        counts.append((kind, newValue))
      }
    }
  }

  /// Adds the counts of other notes.
  public mutating func add(_ other: ReadingNotes) {
    for (kind, count) in other.counts { self[kind] += count }
  }

  /// Whether notes have the same counts.
  public static func == (first: ReadingNotes, second: ReadingNotes) -> Bool {
    first.counts.allSatisfy { second[$0.kind] == $0.count }
      && second.counts.allSatisfy { first[$0.kind] == $0.count }
  }

  /// Kinds met and their counts, in the order of declaration.
  public var sorted: [(kind: Kind, count: Int)] {
    Kind.allCases.map { ($0, self[$0]) }.filter { $0.1 != 0 }
  }
}
