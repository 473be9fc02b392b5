/// The beginning of an element of an XML part.
struct XMLElement: Equatable {
  /// The name without its prefix.
  ///
  /// OOXML's two editions, transitional and strict,
  /// differ in namespaces and agree in names.
  var name: String
  /// Attributes in their order; those of the relationships namespace are called
  /// `r:…` whatever prefix the part declares, others lose their prefix.
  var attributes: [(name: String, value: String)] = []

  /// The value of an attribute, or nil.
  subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.attributes.elementsEqual(right.attributes, by: ==)
  }
}

/// Takes what is in an XML part, in the order of the part.
///
/// Of alternatives (`mc:AlternateContent`) it sees the first only.
protocol XMLHandler: AnyObject {
  /// Whether ``text(_:)`` is to be called here.
  var wantsText: Bool { get }
  /// An element begins.
  func begin(_ element: XMLElement)
  /// The element of this name that began last ends.
  func end(_ name: String)
  /// Text, possibly a part of what stands between two tags.
  func text(_ text: String)
}
