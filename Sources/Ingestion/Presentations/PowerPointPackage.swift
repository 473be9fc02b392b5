internal import Talks

/// The parts of one presentation, followed from its relationships.
struct PowerPointPackage {
  private let archive: ZipArchive
  private let location: SourceLocation

  init(_ archive: ZipArchive, _ location: SourceLocation) {
    self.archive = archive
    self.location = location
  }

  /// The whole deck.
  func deck() throws(IngestionError) -> DeckContent {
    let package = try relationships(of: "")
    guard let main = package[type: "officeDocument"] else { throw notAPresentation() }
    let presentation = PresentationPart()
    guard try read(main, into: presentation), presentation.root == "presentation" else {
      throw notAPresentation()
    }
    let count = presentation.slides.count
    guard count <= PowerPointReader.maximumSlideCount else {
      throw IngestionError(
        at: location,
        reason: "the deck has \(count) slides; \(PowerPointReader.maximumSlideCount) at most",
        remedy: "split it in parts")
    }
    var deck = DeckContent(layout: .powerPoint)
    let properties = try properties(package)
    deck.title = properties.title
    deck.speaker = properties.author
    let targets = try relationships(of: main).byID
    for (index, id) in presentation.slides.enumerated() {
      do throws(IngestionError) {
        try addSlide(targets[id]?.part, number: index + 1, to: &deck)
      } catch {
        var error = error
        error.reason = "slide \(index + 1): \(error.reason)"
        throw error
      }
    }
    guard deck.slides.contains(where: { !$0.text.isEmpty }) else { throw noText(deck) }
    return deck
  }

  private func addSlide(
    _ part: String?, number: Int, to deck: inout DeckContent
  ) throws(IngestionError) {
    let shapes = SlideShapes()
    guard let part, try read(part, into: shapes) else { throw damaged("its part is missing") }
    let targets = try relationships(of: part)
    var texts: [String] = []
    for piece in shapes.pieces {
      switch piece {
      case .text(let text): texts.append(text)
      case .part(let id):
        if let text = try text(of: targets.byID[id]), !text.isEmpty { texts.append(text) }
      }
    }
    let slide = Slide(
      number: number, text: texts.joined(separator: "\n"),
      speakerNotes: try notes(targets), isHidden: shapes.isHidden)
    if shapes.isHidden { deck.notes[.hiddenSlides] += 1 }
    if slide.text.isEmpty, shapes.pictureCount > 0 { deck.notes[.pictureSlides] += 1 }
    deck.title = deck.title ?? shapes.title
    deck.slides.append(slide)
  }

  /// The text of a chart or a diagram; nil for anything else, which has none.
  private func text(
    of target: Relationships.Relationship?
  ) throws(IngestionError) -> String? {
    guard let target else { return nil }
    switch target.type {
    case "chart", "chartEx":
      let chart = ChartText()
      return try read(target.part, into: chart) ? chart.text : nil
    case "diagramData":
      let diagram = DiagramText()
      return try read(target.part, into: diagram) ? diagram.text : nil
    default: return nil
    }
  }

  private func notes(_ targets: Relationships) throws(IngestionError) -> String? {
    guard let part = targets[type: "notesSlide"] else { return nil }
    let page = SlideShapes()
    guard try read(part, into: page), !page.body.isEmpty else { return nil }
    return page.body.joined(separator: "\n")
  }

  private func properties(_ package: Relationships) throws(IngestionError) -> CoreProperties {
    let properties = CoreProperties()
    if let part = package[type: "core-properties"] { _ = try read(part, into: properties) }
    return properties
  }

  private func relationships(of part: String) throws(IngestionError) -> Relationships {
    let relationships = Relationships(of: part)
    _ = try read(Relationships.member(of: part), into: relationships)
    return relationships
  }

  /// Reads a part; false when the package has none of this name.
  private func read(
    _ part: String, into handler: any XMLHandler
  ) throws(IngestionError) -> Bool {
    guard let bytes = try archive.contents(of: part) else { return false }
    if let refusal = XMLPart.refusal(bytes, handler: handler) {
      throw damaged("\(part) \(refusal)")
    }
    return true
  }

  private func damaged(_ reason: String) -> IngestionError {
    IngestionError(
      at: location, reason: reason, remedy: "open the deck in PowerPoint and save it again")
  }

  private func notAPresentation() -> IngestionError {
    IngestionError(
      at: location, reason: "the archive holds no PowerPoint presentation",
      remedy: "give a .pptx file")
  }

  private func noText(_ deck: DeckContent) -> IngestionError {
    IngestionError(
      at: location,
      reason: "no slide has text: \(deck.slides.count) slides, "
        + "\(deck.notes[.pictureSlides]) of them pictures",
      remedy: "give a version with text, for example through OCR")
  }
}
