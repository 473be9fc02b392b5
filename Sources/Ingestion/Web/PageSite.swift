/// The site that a page comes from.
enum PageSite: Equatable {
  case speakerDeck, slideShare, googleSlides, fortee, other

  /// Recognizes the site by its name or the page's address.
  init(_ metadata: PageMetadata) {
    let name = (metadata.siteName ?? "").lowercased()
    let url = (metadata.url ?? "").lowercased()
    if name == "speaker deck" || url.contains("//speakerdeck.com/") {
      self = .speakerDeck
    } else if name.contains("slideshare") || url.contains("slideshare.net/") {
      self = .slideShare
    } else if url.contains("//docs.google.com/presentation/") {
      self = .googleSlides
    } else if url.contains("//fortee.jp/") {
      self = .fortee
    } else {
      self = .other
    }
  }

  /// What the site adds to the titles of its pages.
  var titleSuffixes: [String] {
    switch self {
    case .speakerDeck: [" - Speaker Deck"]
    case .slideShare: [" | PPT", " | PDF", " - SlideShare"]
    case .googleSlides, .other: [" - Google Slides", " - Google スライド"]
    case .fortee: [" - fortee.jp"]
    }
  }
}
