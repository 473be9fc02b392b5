/// Cuts a JSON array into its elements without parsing them.
///
/// Only strings and brackets are looked at: what is wrong within an element is
/// found when that element is parsed, and costs that element alone.
struct JSONArrayElements {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var isOpen = false
  private var isAtEnd = false

  /// Begins with the array at the start of a text, white space aside.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next element and the line it begins on, from 1; nil after the last.
  ///
  /// - Throws: ``NotClosed`` when the text ends within the array.
  mutating func next() throws(NotClosed) -> (bytes: ArraySlice<UInt8>, line: Int)? {
    guard !isAtEnd else { return nil }
    if !isOpen {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "[") else { throw fail() }
      isOpen = true
      offset += 1
    }
    skipSpace()
    let (start, startLine) = (offset, line)
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]") where depth == 0:
        isAtEnd = true
        let element = bytes[start..<offset]
        return element.isEmpty ? nil : (element, startLine)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        offset += 1
        return (bytes[start..<(offset - 1)], startLine)
      case 0x0A: line += 1
      default: break
      }
      offset += 1
    }
    throw fail()
  }

  /// The array has no end.
  struct NotClosed: Error, Equatable {
    /// Where the text ends.
    var line: Int
  }

  private mutating func fail() -> NotClosed {
    isAtEnd = true
    return NotClosed(line: line)
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      if bytes[offset] == 0x0A { line += 1 }
      offset += 1
    }
  }

  /// Moves to the quote that closes the string here, or to the last byte.
  private mutating func skipString() {
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") { offset += 1 }
      offset += 1
    }
  }
}
