internal import CSimdJSON

// SAFETY: because the handle is made, used and closed in this file only, by one
// owner, and the C side checks every index against the text parsed last.
/// Reads JSON texts one after the other, in memory it keeps from text to text.
///
/// All of a text is checked, strictly by RFC 8259; numbers may have any size. The
/// values are nodes of the text parsed last; a node of an earlier text is no
/// longer one, and asking for it gives nil or some other value, never a crash.
///
/// Texts nested deeper than 512 containers, or of more than 1,048,576 values, are
/// refused. Not thread-safe: one a worker.
///
/// - Complexity: O(*n*) for *n* bytes, at about 2 GB/s a core.
@safe struct JSONParser: ~Copyable {
  /// A value of the text parsed last.
  struct Node: Sendable, Equatable {
    fileprivate var index: Int
    /// The whole text.
    static let root = Node(index: 0)
  }

  /// What a value is.
  enum Kind: Sendable { case null, boolean, number, string, array, object }

  /// The values of a container that are still to come.
  struct Cursor: Sendable {
    fileprivate var next: Int
    fileprivate var end: Int
  }

  /// nil only when memory is short; every text is then refused.
  private let handle: OpaquePointer?

  init() { unsafe handle = csimdjson_parser_open() }

  deinit {
    guard let handle = unsafe handle else { return }
    unsafe csimdjson_parser_close(handle)
  }

  /// Parses a text; its values take the place of the last text's.
  ///
  /// - Throws: ``IngestionError`` saying what is wrong with it.
  mutating func parse(_ bytes: [UInt8], at location: SourceLocation) throws(IngestionError) {
    guard let handle = unsafe handle else { throw Self.error(CSIMDJSON_NO_MEMORY, location) }
    // SAFETY: because the call copies the bytes within their count.
    let status = unsafe bytes.withUnsafeBufferPointer {
      unsafe csimdjson_parser_parse(handle, $0.baseAddress, $0.count)
    }
    if status == CSIMDJSON_NOT_UTF8 {
      try TextDecoding.validate(bytes, at: location)
    }
    guard status == CSIMDJSON_OK else { throw Self.error(status, location) }
  }

  /// What a value is.
  func kind(of node: Node) -> Kind? {
    guard let record = unsafe record(node.index) else { return nil }
    return switch unsafe record.kind {
    case CSIMDJSON_NULL: .null
    case CSIMDJSON_FALSE, CSIMDJSON_TRUE: .boolean
    case CSIMDJSON_NUMBER: .number
    case CSIMDJSON_STRING: .string
    case CSIMDJSON_ARRAY: .array
    case CSIMDJSON_OBJECT: .object
    default: nil
    }
  }

  /// The text of a string, or nil.
  func string(_ node: Node) -> String? {
    guard let record = unsafe record(node.index),
      unsafe record.kind == CSIMDJSON_STRING
    else { return nil }
    return unsafe text(record)
  }

  /// The value of `true` or `false`, or nil.
  func boolean(_ node: Node) -> Bool? {
    guard kind(of: node) == .boolean, let record = unsafe record(node.index) else { return nil }
    return unsafe record.kind == CSIMDJSON_TRUE
  }

  /// The JSON of a value as it stands in the text.
  func rawText(_ node: Node) -> String {
    guard let handle = unsafe handle, let record = unsafe record(node.index),
      let bytes = unsafe csimdjson_parser_bytes(handle)
    else { return "" }
    let buffer = unsafe UnsafeBufferPointer(
      start: bytes + Int(record.start), count: Int(record.end - record.start))
    return unsafe Self.string(buffer)
  }

  /// Walks the values of an array or object; any other value has none.
  func cursor(over node: Node) -> Cursor {
    guard let record = unsafe record(node.index) else { return Cursor(next: 0, end: 0) }
    return Cursor(next: node.index + 1, end: Int(unsafe record.next))
  }

  /// The next element of an array.
  func nextElement(_ cursor: inout Cursor) -> Node? {
    guard cursor.next < cursor.end, let record = unsafe record(cursor.next) else { return nil }
    defer { cursor.next = Int(unsafe record.next) }
    return Node(index: cursor.next)
  }

  /// How many elements an array has.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  func elementCount(of node: Node) -> Int {
    var elements = cursor(over: node)
    var count = 0
    while nextElement(&elements) != nil { count += 1 }
    return count
  }

  /// The next member of an object.
  func nextMember(_ cursor: inout Cursor) -> (name: String, value: Node)? {
    guard cursor.next < cursor.end, let name = unsafe record(cursor.next),
      let value = unsafe record(cursor.next + 1)
    else { return nil }
    defer { cursor.next = Int(unsafe value.next) }
    return unsafe (text(name), Node(index: cursor.next + 1))
  }

  private func record(_ index: Int) -> csimdjson_node? {
    guard let handle = unsafe handle else { return nil }
    // SAFETY: because the call checks the index, and the node is copied at once.
    return unsafe csimdjson_parser_node(handle, index)?.pointee
  }

  private func text(_ record: csimdjson_node) -> String {
    unsafe Self.string(UnsafeBufferPointer(start: record.text, count: Int(record.length)))
  }

  private static func string(_ buffer: UnsafeBufferPointer<UInt8>) -> String {
    // SAFETY: because the text was checked to be UTF-8 before it was parsed, and
    // decoded escapes for half a surrogate pair were refused.
    unsafe String(copying: UTF8Span(unchecked: buffer.span))
  }
}
