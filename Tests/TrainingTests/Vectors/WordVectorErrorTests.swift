import Foundation
import TestSupport
import Testing

@testable import Training

@Suite("Word vectors that cannot be used")
struct WordVectorErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    /// A record's line and reason, or nil for a file of no known format.
    var line: Int?
    var reason = ""

    init(_ name: String, _ text: String, line: Int? = nil, reason: String = "") {
      self.init(name, bytes: Array(text.utf8), line: line, reason: reason)
    }

    init(_ name: String, bytes: [UInt8], line: Int? = nil, reason: String = "") {
      testDescription = name
      self.bytes = bytes
      self.line = line
      self.reason = reason
    }
  }

  private static let binary = VectorFiles.binary([("監視", [1, -2]), ("slo", [10, 0])])

  static let cases = [
    Case("an empty file", ""), Case("prose", "これは ベクトル では ない\n"),
    Case("one word a line", "監視\nslo\n"), Case("a negative count", "-3 2\n監視 1 2\n"),
    Case("a dimension out of bounds", "1 99999\n監視 1 2\n"),
    Case(
      "numbers missing", "2 3\n監視 1 2 3\nslo 1 2\n", line: 3, reason: "2 numbers where 3 belong"),
    Case("no number", "監視 1 2\nslo 1 x\n", line: 2, reason: "a field is no finite number"),
    Case("nan", "監視 1 2\nslo 1 nan\n", line: 2, reason: "a field is no finite number"),
    Case("too large", "監視 1 1e99\n", line: 1, reason: "a field is no finite number"),
    Case(
      "text that was cut", "3 2\n監視 1 2\nslo 1 2\n", line: 4,
      reason: "the file ends after 2 of 3 words"),
    Case("counts alone", "3 2\n", line: 2, reason: "the file ends after 0 of 3 words"),
    Case(
      "binary that was cut", bytes: binary.dropLast(3), line: 3,
      reason: "the file ends after 1 of 2 words"),
  ]

  @Test("say where and why", arguments: cases)
  func messages(_ example: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(example.bytes, to: "v")
    let wanted: WordVectorError =
      example.line.map { .badRecord(path: path, line: $0, reason: example.reason) }
      ?? .unknownFormat(path: path)
    #expect(throws: wanted) { try WordVectorReader.read(from: path) }
  }

  @Test("tell a missing file from an unreadable and an unwritable one")
  func system() throws {
    let folder = try TemporaryFolder()
    let gone = folder.path + "/gone"
    #expect(throws: WordVectorError.missing(path: gone)) { try WordVectorReader.read(from: gone) }
    #expect(
      throws: WordVectorError.unreadable(path: folder.path, reason: "cannot read: is a directory")
    ) { try WordVectorReader.read(from: folder.path) }
    let vectors = try WordVectors(
      dimension: 1, words: ["a"], rows: [0], values: [1], source: "s")
    let error = try #require(
      throws: WordVectorError.self,
      performing: { try WordVectorFile.write(vectors, to: gone + "/deep/file") })
    guard case .unwritable(gone + "/deep/file", _) = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("in memory: shapes that do not fit and numbers that are none")
  func shapes() {
    func make(_ dimension: Int, _ rows: [UInt32], _ values: [Float]) throws -> WordVectors {
      try WordVectors(
        dimension: dimension, words: ["a", "b"], rows: rows, values: values, source: "s")
    }
    #expect(throws: WordVectorError.shapesDiffer(words: 2, rows: 2, values: 3)) {
      try make(2, [0, 1], [1, 2, 3])
    }
    #expect(throws: WordVectorError.shapesDiffer(words: 2, rows: 1, values: 2)) {
      try make(1, [0], [1, 2])
    }
    #expect(throws: WordVectorError.shapesDiffer(words: 2, rows: 2, values: 2)) {
      try make(1, [0, 2], [1, 2])
    }
    #expect(throws: WordVectorError.shapesDiffer(words: 2, rows: 2, values: 0)) {
      try make(0, [0, 0], [])
    }
    #expect(throws: WordVectorError.notFinite) { try make(1, [0, 1], [1, .infinity]) }
    #expect(throws: WordVectorError.notFinite) { try make(1, [0, 1], [.nan, 1]) }
  }

  @Test("every message names the thing and a remedy")
  func descriptions() {
    let errors: [WordVectorError] = [
      .missing(path: "p"), .unreadable(path: "p", reason: "r"), .unwritable(path: "p", reason: "r"),
      .unknownFormat(path: "p"), .badRecord(path: "p", line: 7, reason: "r"),
      .shapesDiffer(words: 1, rows: 2, values: 3), .notFinite,
    ]
    for error in errors {
      #expect(error.description.contains("; "))
      #expect(error.description.first?.isUppercase == false)
      #expect(error.description.last != ".")
    }
    #expect(errors[4].description == "p:7: r; fetch the file again")
  }
}
