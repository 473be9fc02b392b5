internal import CXml2

/// Reads XML, in time and memory that grow with its length only.
///
/// libxml2 2.9 compares each attribute of a tag with all others, and keeps all
/// names in a table that stops growing: 26 MB of different names took it 88 s. So
/// attributes are counted before it sees any, and names as it goes.
enum XMLPart {
  /// Attributes one tag may have.
  private static let maximumAttributeCount = 1024
  /// Different names, prefixes and namespaces a part may use.
  private static let maximumNameCount: Int32 = 20_000
  private static let chunkByteCount = 64 << 10
  private static let documentType = Array("<!DOCTYPE".utf8)

  /// Hands what is in a part to a handler.
  ///
  /// - Returns: Why the part cannot be read, or nil.
  static func refusal(_ bytes: [UInt8], handler: any XMLHandler) -> String? {
    guard bytes.first == UInt8(ascii: "<") || bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x3C]) else {
      return "is not XML in UTF-8"
    }
    if let refusal = refusalBeforeParsing(bytes) { return refusal }
    let context = XMLContext(handler)
    return parse(bytes, context)
  }

  /// Looks for what libxml2 is not to see.
  ///
  /// `<` stands in no tag and no attribute, so the `=` after the last one bound the
  /// attributes of a tag. (A run of text with as many is refused too.) OPC forbids
  /// document types (ECMA-376 part 2, 8.1.4), and with them go entities.
  private static func refusalBeforeParsing(_ bytes: [UInt8]) -> String? {
    var count = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "<") {
        count = 0
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "!"),
          bytes[index...].starts(with: documentType)
        {
          return "declares a document type"
        }
      } else if bytes[index] == UInt8(ascii: "=") {
        count += 1
        if count > maximumAttributeCount {
          return "has a tag with more than \(maximumAttributeCount) attributes"
        }
      }
    }
    return nil
  }

  private static func parse(_ bytes: [UInt8], _ context: XMLContext) -> String? {
    // SAFETY: because `context` outlives the parser, which is freed on return.
    let user = unsafe Unmanaged.passUnretained(context).toOpaque()
    guard
      let parser = unsafe cxml2_parser_create(
        user, XMLCallbacks.begin, XMLCallbacks.end, XMLCallbacks.text)
    else { return "cannot be parsed for want of memory" }
    defer { unsafe xmlFreeParserCtxt(parser) }
    return withExtendedLifetime(context) {
      // SAFETY: because the buffer holds each chunk while it is parsed.
      unsafe bytes.withUnsafeBytes { buffer in
        var start = 0
        while start < buffer.count {
          let end = min(start + chunkByteCount, buffer.count)
          let chunk = unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<end])
          let base = unsafe chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
          unsafe xmlParseChunk(parser, base, Int32(chunk.count), end == buffer.count ? 1 : 0)
          if let refusal = context.refusal { return refusal }
          if unsafe xmlDictSize(parser.pointee.dict) > maximumNameCount {
            return "uses more than \(maximumNameCount) names"
          }
          guard unsafe parser.pointee.wellFormed != 0 else {
            return "is not well-formed XML at line \(unsafe line(parser))"
          }
          start = end
        }
        return nil
      }
    }
  }

  @unsafe private static func line(_ parser: xmlParserCtxtPtr) -> Int32 {
    guard let error = unsafe xmlCtxtGetLastError(parser) else { return 1 }
    return unsafe error.pointee.line
  }
}
