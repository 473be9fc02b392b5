internal import CXml2

/// What libxml2 hands back to itself: whom to tell, and what is open.
///
/// Depth and open namespaces are bounded here, as libxml2 searches the latter one
/// by one at each element.
final class XMLContext {
  private static let maximumDepth = 256
  private static let maximumOpenNamespaceCount = 256

  private let handler: any XMLHandler
  /// Namespaces declared by each open element.
  private var namespaceCounts: [Int] = []
  private var openNamespaceCount = 0
  /// Depth below an alternative that is not read; 0 when reading.
  private var skippedDepth = 0
  /// For each open `mc:AlternateContent`, whether one was taken.
  private var alternatives: [Bool] = []

  /// Why the part is refused, once it is.
  private(set) var refusal: String?

  init(_ handler: any XMLHandler) { self.handler = handler }

  /// Whether text is of use just now.
  var wantsText: Bool { refusal == nil && skippedDepth == 0 && handler.wantsText }

  func begin(_ name: String, namespaceCount: Int, attributes: () -> [(name: String, value: String)])
  {
    guard refusal == nil else { return }
    namespaceCounts.append(namespaceCount)
    openNamespaceCount += namespaceCount
    if namespaceCounts.count > Self.maximumDepth {
      refusal = "nests elements more than \(Self.maximumDepth) deep"
    } else if openNamespaceCount > Self.maximumOpenNamespaceCount {
      refusal = "declares more than \(Self.maximumOpenNamespaceCount) namespaces"
    } else if skippedDepth > 0 || isTakenAlready(name) {
      skippedDepth += 1
    } else {
      if name == "AlternateContent" { alternatives.append(false) }
      handler.begin(XMLElement(name: name, attributes: attributes()))
    }
  }

  func end(_ name: String) {
    guard refusal == nil, let count = namespaceCounts.popLast() else { return }
    openNamespaceCount -= count
    if skippedDepth > 0 {
      skippedDepth -= 1
    } else {
      if name == "AlternateContent" { _ = alternatives.popLast() }
      handler.end(name)
    }
  }

  func text(_ text: String) { handler.text(text) }

  /// Whether the element is an alternative after the first.
  private func isTakenAlready(_ name: String) -> Bool {
    guard name == "Choice" || name == "Fallback", let last = alternatives.indices.last else {
      return false
    }
    defer { alternatives[last] = true }
    return alternatives[last]
  }
}
