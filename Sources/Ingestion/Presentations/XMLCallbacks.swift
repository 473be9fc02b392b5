internal import CXml2

/// libxml2's calls, with C strings turned into Swift's.
///
/// SAFETY: each is called by a parser made in ``XMLPart`` only, whose user data
/// is an ``XMLContext`` that outlives it; strings end in NUL and last for the call.
enum XMLCallbacks {
  static let begin: startElementNsSAX2Func = {
    user, name, _, _, namespaceCount, _, attributeCount, _, attributes in
    guard let context = unsafe context(user), let name = unsafe name else { return }
    unsafe context.begin(String(cString: name), namespaceCount: Int(namespaceCount)) {
      guard let attributes = unsafe attributes else { return [] }
      return (0..<Int(attributeCount)).map { unsafe attribute(attributes + 5 * $0) }
    }
  }

  static let end: endElementNsSAX2Func = { user, name, _, _ in
    guard let context = unsafe context(user), let name = unsafe name else { return }
    unsafe context.end(String(cString: name))
  }

  static let text: charactersSAXFunc = { user, text, count in
    guard let context = unsafe context(user), context.wantsText, let text = unsafe text else {
      return
    }
    let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    unsafe context.text(String(decoding: buffer, as: UTF8.self))
  }

  @unsafe private static func context(_ user: UnsafeMutableRawPointer?) -> XMLContext? {
    unsafe user.map { unsafe Unmanaged<XMLContext>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Name, prefix, namespace, and the value's beginning and end.
  @unsafe private static func attribute(
    _ fields: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) -> (name: String, value: String) {
    var name = unsafe fields[0].map { unsafe String(cString: $0) } ?? ""
    if let namespace = unsafe fields[2], unsafe isRelationships(String(cString: namespace)) {
      name = "r:" + name
    }
    guard let start = unsafe fields[3], let end = unsafe fields[4] else { return (name, "") }
    let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
    return unsafe (name, String(decoding: value, as: UTF8.self))
  }

  /// The namespace of `r:id`, in either edition of OOXML.
  private static func isRelationships(_ namespace: String) -> Bool {
    namespace.hasSuffix("/officeDocument/relationships")
      || namespace.hasSuffix("/officeDocument/2006/relationships")
  }
}
