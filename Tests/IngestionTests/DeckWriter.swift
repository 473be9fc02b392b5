/// Writes decks with the least that makes a PowerPoint presentation.
struct DeckWriter {
  static let namespaces =
    #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
    + #"xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#

  var zip = ZipWriter()

  /// A deck whose slides 1… have these parts; nil leaves a part out.
  init(slides: [String?]) {
    zip.add("_rels/.rels", Self.relationships([("officeDocument", "ppt/presentation.xml")]))
    let ids = slides.indices.map { #"<p:sldId id="\#(256 + $0)" r:id="rId\#($0 + 1)"/>"# }
    zip.add(
      "ppt/presentation.xml",
      "<p:presentation \(Self.namespaces)><p:sldIdLst>\(ids.joined())</p:sldIdLst>"
        + "</p:presentation>")
    zip.add(
      "ppt/_rels/presentation.xml.rels",
      Self.relationships(slides.indices.map { ("slide", "slides/slide\($0 + 1).xml") }))
    for (index, slide) in slides.enumerated() {
      if let slide { zip.add("ppt/slides/slide\(index + 1).xml", slide) }
    }
  }

  var archive: [UInt8] { zip.archive }

  /// A slide with one shape for each text.
  static func slide(_ texts: String...) -> String {
    let shapes = texts.map {
      "<p:sp><p:txBody><a:p><a:r><a:t>\($0)</a:t></a:r></a:p></p:txBody></p:sp>"
    }
    return "<p:sld \(namespaces)>\(shapes.joined())</p:sld>"
  }

  static func relationships(_ targets: [(type: String, target: String)]) -> String {
    let list = targets.enumerated().map {
      #"<Relationship Id="rId\#($0 + 1)" Type="http://x/\#($1.type)" Target="\#($1.target)"/>"#
    }
    return "<Relationships>\(list.joined())</Relationships>"
  }
}
