extension JSONParser {
  /// The value of a whole number that fits, also where it is written `3.0` or
  /// `3e0`; else nil.
  func integer(_ node: Node) -> Int? {
    guard kind(of: node) == .number else { return nil }
    let json = rawText(node)
    return Int(json) ?? Double(json).flatMap(Int.init(exactly:))
  }

  /// An identifier: a string, or a whole number of any size as its digits.
  func identifier(_ node: Node) -> String? {
    if let text = string(node) { return text }
    guard kind(of: node) == .number else { return nil }
    if let number = integer(node) { return String(number) }
    let json = rawText(node)
    return json.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
      ? json : nil
  }
}
