package import FoundationEssentials

/// Named arrays in the open safetensors format.
///
/// Layout: the header's length as 8 little-endian bytes; the header, a JSON object
/// from names to `{"dtype", "shape", "data_offsets"}`, padded with spaces to a
/// multiple of 8; then the arrays without gaps. All numbers are little-endian.
///
/// - SeeAlso: the format description of the safetensors project.
package struct SafeTensors {
  /// One array.
  struct Tensor {
    /// `F32`, `U64`, `U32` or `U8`.
    var type: String
    var shape: [Int]
    var bytes: [UInt8]
  }

  private struct Entry: Codable {
    var dtype: String
    var shape: [Int]
    var data_offsets: [Int]
  }

  /// Bytes a header may have: more is no model of ours.
  static let maximumHeaderLength = 1 << 20

  private(set) var tensors: [(name: String, tensor: Tensor)] = []

  package mutating func add<T: FixedWidthInteger>(
    _ name: String, _ values: [T], shape: [Int]? = nil
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * T.bitWidth / 8)
    for value in values {
      var rest = value.littleEndian
      for _ in 0..<T.bitWidth / 8 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= T.bitWidth > 8 ? 8 : 0
      }
    }
    let tensor = Tensor(type: "U\(T.bitWidth)", shape: shape ?? [values.count], bytes: bytes)
    tensors.append((name, tensor))
  }

  package mutating func add(_ name: String, _ values: [Float], shape: [Int]? = nil) {
    add(name, values.map(\.bitPattern), shape: shape)
    tensors[tensors.count - 1].tensor.type = "F32"
  }

  /// The file's bytes: the same arrays always give the same bytes.
  package func encoded() throws -> [UInt8] {
    var entries: [String: Entry] = [:]
    var offset = 0
    for (name, tensor) in tensors {
      entries[name] = Entry(
        dtype: tensor.type, shape: tensor.shape,
        data_offsets: [offset, offset + tensor.bytes.count])
      offset += tensor.bytes.count
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var header = Array(try encoder.encode(entries))
    while !header.count.isMultiple(of: 8) { header.append(0x20) }
    let length = UInt64(header.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
      + header + tensors.flatMap(\.tensor.bytes)
  }

  /// Creates a file without arrays.
  package init() {}

  /// The shape of an array, or nil when it is not there.
  package func shape(of name: String) -> [Int]? {
    tensors.first { $0.name == name }?.tensor.shape
  }

  /// Reads a file; trusts no length in it.
  ///
  /// - Throws: ``ModelError/badTensors(path:reason:)``.
  package init(decoding bytes: Data, path: String) throws(ModelError) {
    func bad(_ reason: String) -> ModelError { .badTensors(path: path, reason: reason) }
    guard bytes.count >= 8 else { throw bad("\(bytes.count) bytes, shorter than its header") }
    let first = bytes.startIndex
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[first + $1]) << (8 * UInt64($1)) }
    guard length <= Self.maximumHeaderLength, 8 + Int(length) <= bytes.count else {
      throw bad("header of \(length) bytes in a file of \(bytes.count)")
    }
    let start = first + 8 + Int(length)
    let entries: [String: Entry]
    do {
      entries = try JSONDecoder().decode([String: Entry].self, from: bytes[(first + 8)..<start])
    } catch {
      throw bad("its header is no valid JSON")
    }
    // A header of 1 MB names 15,000 arrays: all of them on the same bytes would take
    // 15,000 times the file's memory.
    var total = 0
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let offsets = entry.data_offsets
      guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1],
        offsets[1] <= bytes.endIndex - start
      else { throw bad("tensor '\(name)' lies outside the file") }
      guard let size = Self.byteCount(entry.dtype, entry.shape), size == offsets[1] - offsets[0]
      else { throw bad("tensor '\(name)' has a size that is not its shape's") }
      total += size
      guard total <= bytes.endIndex - start else { throw bad("its tensors lie on each other") }
      let tensor = Tensor(
        type: entry.dtype, shape: entry.shape,
        bytes: Array(bytes[(start + offsets[0])..<(start + offsets[1])]))
      tensors.append((name, tensor))
    }
  }

  private static func byteCount(_ type: String, _ shape: [Int]) -> Int? {
    let widths = ["F32": 4, "U64": 8, "U32": 4, "U8": 1]
    guard var count = widths[type] else { return nil }
    for dimension in shape {
      guard dimension >= 0 else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }

  /// An array of integers by its name.
  ///
  /// - Throws: ``ModelError/badTensors(path:reason:)`` when it is not there or has
  ///   another type.
  package func integers<T: FixedWidthInteger>(
    _ name: String, as type: T.Type, path: String
  ) throws(ModelError) -> [T] {
    try values(name, type: "U\(T.bitWidth)", as: type, path: path)
  }

  /// An array of floats by its name.
  ///
  /// - Throws: ``ModelError/badTensors(path:reason:)`` when it is not there or has
  ///   another type.
  package func floats(_ name: String, path: String) throws(ModelError) -> [Float] {
    try values(name, type: "F32", as: UInt32.self, path: path).map(Float.init(bitPattern:))
  }

  /// An array of floats by its name, if it has the expected shape.
  ///
  /// - Throws: ``ModelError/badTensors(path:reason:)`` when it is not there or has
  ///   another type or shape.
  func floats(_ name: String, shape: [Int], path: String) throws(ModelError) -> [Float] {
    let values = try floats(name, path: path)
    let found = tensors.first { $0.name == name }?.tensor.shape ?? []
    guard found == shape else {
      throw .badTensors(
        path: path, reason: "tensor '\(name)' has shape \(found) instead of \(shape)")
    }
    return values
  }

  private func values<T: FixedWidthInteger>(
    _ name: String, type: String, as integer: T.Type, path: String
  ) throws(ModelError) -> [T] {
    guard let tensor = tensors.first(where: { $0.name == name })?.tensor, tensor.type == type else {
      throw .badTensors(path: path, reason: "no tensor '\(name)' of type \(type)")
    }
    let width = T.bitWidth / 8
    let bytes = tensor.bytes.span
    return (0..<tensor.bytes.count / width).map { index in
      var value: T = 0
      for byte in (0..<width).reversed() {
        value = (width > 1 ? value << 8 : 0) | T(truncatingIfNeeded: bytes[index * width + byte])
      }
      return value
    }
  }
}
