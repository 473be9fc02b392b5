import Evaluation
import TestSupport
import Testing

@testable import Training

@Suite("Hostile word vector files")
struct HostileVectorTests {
  struct Original: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Files by name; the first is cut and changed.
    var files: [String: [UInt8]]
    var changed: String
  }

  private static let vocabulary: [String: [UInt8]] = [
    "v/vectors": VectorFiles.npy([1, 2, 3, 4], shape: "(2, 2)"),
    "v/key2row": VectorFiles.map([(8_566_208_034_543_834_098, 0), (3_197_928_453_018_144_401, 1)]),
    "v/strings.json": Array(#"["apple", "coffee"]"#.utf8),
  ]

  static let originals =
    [
      Original(
        testDescription: "text", files: ["v": Array("2 2\n監視 1 2\nslo -3 0.5\n".utf8)],
        changed: "v"),
      Original(
        testDescription: "GloVe", files: ["v": Array("監視 1 2\nslo -3 0.5\n".utf8)], changed: "v"),
      Original(
        testDescription: "binary",
        files: ["v": VectorFiles.binary([("監視", [1, -2]), ("slo", [10, 0])])], changed: "v"),
    ]
    + vocabulary.keys.sorted().map {
      Original(testDescription: $0, files: vocabulary, changed: $0)
    }

  /// Reads files; what is not read must be refused by an error of its own.
  private static func tryToRead(_ files: [String: [UInt8]]) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    do {
      let vectors = try WordVectorReader.read(from: folder.path + "/v")
      #expect(vectors.values.allSatisfy { $0.isFinite })
      #expect(vectors.words.allSatisfy { vectors[$0]?.count == vectors.dimension })
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test("cut anywhere never crash", arguments: originals)
  func cut(_ original: Original) throws {
    let bytes = original.files[original.changed] ?? []
    for length in 0..<bytes.count {
      var files = original.files
      files[original.changed] = Array(bytes.prefix(length))
      try Self.tryToRead(files)
    }
  }

  @Test("changed at random never crash", arguments: originals)
  func mutated(_ original: Original) throws {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<150 {
      var files = original.files
      var bytes = original.files[original.changed] ?? []
      for _ in 0...generator.below(4) {
        bytes[generator.below(bytes.count)] = UInt8(generator.below(256))
      }
      files[original.changed] = bytes
      try Self.tryToRead(files)
    }
  }

  @Test("of the compact form, cut and changed, never crash")
  func compact() throws {
    let folder = try TemporaryFolder()
    try WordVectorFile.write(
      WordVectors(
        dimension: 2, words: ["監視", "slo"], rows: [0, 1], values: [1, 2, 3, 4], source: "s"),
      to: folder.path + "/v")
    let bytes = try folder.bytes(of: "v")
    for length in stride(from: 0, to: bytes.count, by: 7) {
      try Self.tryToRead(["v": Array(bytes.prefix(length))])
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      var changed = bytes
      for _ in 0...generator.below(3) {
        changed[generator.below(changed.count)] = UInt8(generator.below(256))
      }
      try Self.tryToRead(["v": changed])
    }
  }
}
