import Foundation
import Testing

@testable import Classification

@Suite("The safetensors format")
struct SafeTensorsTests {
  /// A file from its header's text and its data, as another program would write it.
  private static func file(_ header: String, _ data: [UInt8] = []) -> Data {
    let length = UInt64(header.utf8.count)
    return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
      + Data(header.utf8) + Data(data)
  }

  @Test("is written byte by byte as the format says")
  func literalBytes() throws {
    var tensors = SafeTensors()
    tensors.add("b", [0x0102_0304_0506_0708] as [UInt64])
    tensors.add("a", [1, -2] as [Float], shape: [2, 1])
    tensors.add("c", [7, 8, 9] as [UInt8])
    let header =
      #"{"a":{"data_offsets":[8,16],"dtype":"F32","shape":[2,1]},"#
      + #""b":{"data_offsets":[0,8],"dtype":"U64","shape":[1]},"#
      + #""c":{"data_offsets":[16,19],"dtype":"U8","shape":[3]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let data: [UInt8] = [8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 7, 8, 9]
    #expect(try Data(tensors.encoded()) == Self.file(padded, data))
  }

  @Test("is read as another program writes it")
  func readsOthers() throws {
    let file = Self.file(
      #"{"n":{"dtype":"U32","shape":[2],"data_offsets":[0,8]},"#
        + #""x":{"shape":[1,2],"data_offsets":[8,16],"dtype":"F32"},"#
        + #""k":{"dtype":"U8","shape":[0],"data_offsets":[16,16]}}"#,
      [1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])
    let tensors = try SafeTensors(decoding: file, path: "f")
    #expect(try tensors.integers("n", as: UInt32.self, path: "f") == [1, .max])
    #expect(try tensors.floats("x", path: "f") == [1, -2])
    #expect(try tensors.integers("k", as: UInt8.self, path: "f") == [])
    // A slice of a larger buffer has indices of its own.
    let slice = (Data([1, 2, 3]) + file).dropFirst(3)
    #expect(try SafeTensors(decoding: slice, path: "f").floats("x", path: "f") == [1, -2])
  }

  @Test("with arrays that share bytes is refused before they take memory")
  func sharedBytes() throws {
    let size = 1 << 20
    let entries = (0..<8000).map {
      #""t\#($0)":{"dtype":"U8","shape":[\#(size)],"data_offsets":[0,\#(size)]}"#
    }
    let file = Self.file(
      "{" + entries.joined(separator: ",") + "}", [UInt8](repeating: 0, count: size))
    #expect(throws: ModelError.badTensors(path: "f", reason: "its tensors lie on each other")) {
      try SafeTensors(decoding: file, path: "f")
    }
  }

  struct Damage: CustomTestStringConvertible {
    var testDescription: String
    var file: Data
    var reason: String
  }

  private static func entry(
    _ name: String, _ type: String, _ shape: String, _ offsets: String
  ) -> String {
    #"{"\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}}"#
  }

  static let damages: [Damage] = [
    Damage(
      testDescription: "empty file", file: Data(), reason: "0 bytes, shorter than its header"),
    Damage(
      testDescription: "seven bytes", file: Data(count: 7),
      reason: "7 bytes, shorter than its header"),
    Damage(
      testDescription: "header beyond the file", file: Data([3, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D]),
      reason: "header of 3 bytes in a file of 10"),
    Damage(
      testDescription: "header of all ones", file: Data(repeating: 0xFF, count: 64),
      reason: "header of 18446744073709551615 bytes in a file of 64"),
    Damage(
      testDescription: "header of the largest signed length",
      file: Data(repeating: 0xFF, count: 7) + Data([0x7F]) + Data(count: 8),
      reason: "header of 9223372036854775807 bytes in a file of 16"),
    Damage(
      testDescription: "header longer than any of ours",
      file: Data([1, 0, 0x10, 0, 0, 0, 0, 0]) + Data(count: 1 << 20 + 1),
      reason: "header of 1048577 bytes in a file of 1048585"),
    Damage(
      testDescription: "no header", file: Data(count: 8), reason: "its header is no valid JSON"),
    Damage(
      testDescription: "header that is no JSON", file: file("kernel team"),
      reason: "its header is no valid JSON"),
    Damage(
      testDescription: "header that is no UTF-8",
      file: Data([2, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFE]), reason: "its header is no valid JSON"),
    Damage(
      testDescription: "an entry without a shape",
      file: file(#"{"x":{"dtype":"U8","data_offsets":[0,0]}}"#),
      reason: "its header is no valid JSON"),
    Damage(
      testDescription: "an offset too large for a number",
      file: file(entry("x", "U8", "[1]", "[0,99999999999999999999]"), [0]),
      reason: "its header is no valid JSON"),
    Damage(
      testDescription: "one offset", file: file(entry("x", "U8", "[0]", "[0]")),
      reason: "tensor 'x' lies outside the file"),
    Damage(
      testDescription: "offset beyond the file",
      file: file(entry("x", "U8", "[2]", "[0,2]"), [0]),
      reason: "tensor 'x' lies outside the file"),
    Damage(
      testDescription: "negative offset", file: file(entry("x", "U8", "[1]", "[-1,0]"), [0]),
      reason: "tensor 'x' lies outside the file"),
    Damage(
      testDescription: "offsets that go back", file: file(entry("x", "U8", "[1]", "[1,0]"), [0]),
      reason: "tensor 'x' lies outside the file"),
    Damage(
      testDescription: "offsets at the end of all numbers",
      file: file(entry("x", "U8", "[1]", "[9223372036854775806,9223372036854775807]"), [0]),
      reason: "tensor 'x' lies outside the file"),
    Damage(
      testDescription: "a shape larger than the data",
      file: file(entry("x", "F32", "[2]", "[0,4]"), [0, 0, 0, 0]),
      reason: "tensor 'x' has a size that is not its shape's"),
    Damage(
      testDescription: "a shape that overflows",
      file: file(entry("x", "U64", "[4294967296,4294967296]", "[0,0]")),
      reason: "tensor 'x' has a size that is not its shape's"),
    Damage(
      testDescription: "a shape that overflows to the right size",
      file: file(entry("x", "F32", "[4611686018427387904]", "[0,0]")),
      reason: "tensor 'x' has a size that is not its shape's"),
    Damage(
      testDescription: "a negative shape", file: file(entry("x", "U8", "[-1,-1]", "[0,1]"), [0]),
      reason: "tensor 'x' has a size that is not its shape's"),
    Damage(
      testDescription: "a type that is unknown",
      file: file(entry("x", "BF16", "[1]", "[0,2]"), [0, 0]),
      reason: "tensor 'x' has a size that is not its shape's"),
  ]

  @Test("is refused where a length in it cannot be trusted", arguments: damages)
  func damage(testCase: Damage) {
    #expect(throws: ModelError.badTensors(path: "f", reason: testCase.reason)) {
      try SafeTensors(decoding: testCase.file, path: "f")
    }
  }

  @Test("has no array of another name or type")
  func missing() throws {
    var tensors = SafeTensors()
    tensors.add("x", [1, 2] as [UInt32])
    #expect(throws: ModelError.badTensors(path: "f", reason: "no tensor 'y' of type U32")) {
      try tensors.integers("y", as: UInt32.self, path: "f")
    }
    #expect(throws: ModelError.badTensors(path: "f", reason: "no tensor 'x' of type U8")) {
      try tensors.integers("x", as: UInt8.self, path: "f")
    }
    #expect(throws: ModelError.badTensors(path: "f", reason: "no tensor 'x' of type F32")) {
      try tensors.floats("x", path: "f")
    }
  }
}
