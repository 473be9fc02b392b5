import TestSupport
import Testing

@testable import Training

@Suite("The vocab folder of a spaCy pipeline")
struct SpaCyVocabularyTests {
  struct Hash: Sendable {
    var text: String
    var value: UInt64
  }

  /// By a Python program that shares no code with this one; `coffee` and `apple` are
  /// those in spaCy's documentation.
  static let hashes = [
    Hash(text: "", value: 0xC6A4_A793_5BD0_64DC),
    Hash(text: "a", value: 0xA52B_E5B3_F667_4B2A),
    Hash(text: "apple", value: 8_566_208_034_543_834_098),
    Hash(text: "coffee", value: 3_197_928_453_018_144_401),
    Hash(text: "監視", value: 4_759_507_205_926_311_361),
    Hash(text: "可観測性", value: 6_647_647_502_382_087_588),
    Hash(text: "Kubernetes is long", value: 16_412_264_232_505_990_098),
  ]

  @Test("names strings by MurmurHash64A", arguments: hashes)
  func hash(_ example: Hash) {
    #expect(MurmurHash.hash(Array(example.text.utf8)) == example.value)
  }

  /// 監視 and coffee share row 1; apple has row 0; a string without a key is left out.
  private static func folder(
    vectors: [UInt8] = VectorFiles.npy([1, 2, 3, 4], shape: "(2, 2)"),
    map: [UInt8] = VectorFiles.map([
      (4_759_507_205_926_311_361, 1), (3_197_928_453_018_144_401, 1),
      (8_566_208_034_543_834_098, 0),
    ]),
    strings: String? = #"["coffee", "toil", "apple", "監視"]"#
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(vectors, to: "vocab/vectors")
    try folder.write(map, to: "vocab/key2row")
    if let strings { try folder.write(strings, to: "vocab/strings.json") }
    return folder
  }

  @Test("is read by rows, several words to one", arguments: [1, 2] as [UInt8])
  func reads(version: UInt8) throws {
    let folder = try Self.folder(
      vectors: VectorFiles.npy([1, 2, 3, 4], shape: "(2, 2)", version: version))
    let vectors = try WordVectorReader.read(from: folder.path + "/vocab")
    #expect(vectors.words == ["apple", "coffee", "監視"])
    #expect(vectors.rows == [0, 1, 1])
    #expect(vectors["監視"].map(Array.init) == [3, 4])
    #expect(vectors["coffee"].map(Array.init) == [3, 4])
    #expect(vectors["apple"].map(Array.init) == [1, 2])
    #expect(vectors["toil"] == nil)
    #expect(vectors.source == "vocab")
  }

  struct Failure: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var vectors: [UInt8]?
    var map: [UInt8]?
    var strings: String?
    /// The file at fault and the reason.
    var file: String
    var reason: String
  }

  private static let shape = "its size is not its shape's"

  static let failures = [
    Failure(
      testDescription: "no array", vectors: Array("not an array at all".utf8), file: "vectors",
      reason: "it is no .npy array"),
    Failure(
      testDescription: "cut header",
      vectors: Array(VectorFiles.npy([], shape: "(0, 2)").prefix(20)), file: "vectors",
      reason: "its header is cut"),
    Failure(
      testDescription: "float64",
      vectors: Array(VectorFiles.npy([1], shape: "(1, 1)")).map {
        $0 == UInt8(ascii: "4") ? UInt8(ascii: "8") : $0
      },
      file: "vectors", reason: "it is no little-endian float32 array in row order"),
    Failure(
      testDescription: "too few numbers", vectors: VectorFiles.npy([1, 2, 3], shape: "(2, 2)"),
      file: "vectors", reason: shape),
    Failure(
      testDescription: "one dimension", vectors: VectorFiles.npy([1, 2], shape: "(2,)"),
      file: "vectors", reason: shape),
    Failure(
      testDescription: "no columns", vectors: VectorFiles.npy([], shape: "(2, 0)"), file: "vectors",
      reason: shape),
    Failure(
      testDescription: "a forged shape that overflows",
      vectors: VectorFiles.npy([], shape: "(2, 9223372036854775807)"), file: "vectors",
      reason: shape),
    Failure(
      testDescription: "another that overflows",
      vectors: VectorFiles.npy([], shape: "(4611686018427387904, 1)"), file: "vectors",
      reason: shape),
    Failure(
      testDescription: "no map", map: [0x93, 1, 2, 3], file: "key2row",
      reason: "it is no map of numbers (byte 1)"),
    Failure(
      testDescription: "a map of strings", map: [0x81, 0xA1, 0x61, 0x01], file: "key2row",
      reason: "it is no map of numbers (byte 2)"),
    Failure(
      testDescription: "a cut map that claims 4 billion entries",
      map: [0xDF, 0xFF, 0xFF, 0xFF, 0xFF, 1], file: "key2row",
      reason: "it is no map of numbers (byte 6)"),
    Failure(
      testDescription: "a row of 33 bits", map: [0x81, 1, 0xCF, 0, 0, 0, 1, 0, 0, 0, 0],
      file: "key2row", reason: "it is no map of numbers (byte 11)"),
    Failure(
      testDescription: "no strings", strings: #"{"a": 1}"#, file: "strings.json",
      reason: "it is no JSON array of strings"),
  ]

  @Test("says which file is broken, and how", arguments: failures)
  func fails(_ example: Failure) throws {
    let folder = try Self.folder(
      vectors: example.vectors ?? VectorFiles.npy([1, 2, 3, 4], shape: "(2, 2)"),
      map: example.map ?? VectorFiles.map([(8_566_208_034_543_834_098, 0)]),
      strings: example.strings ?? #"["apple"]"#)
    let path = folder.path + "/vocab"
    #expect(
      throws: WordVectorError.badRecord(
        path: path + "/" + example.file, line: 1, reason: example.reason)
    ) { try WordVectorReader.read(from: path) }
  }

  @Test("refuses rows that are not there, strings that nobody has, and a missing file")
  func others() throws {
    let forged = try Self.folder(map: VectorFiles.map([(8_566_208_034_543_834_098, 2)]))
    #expect(throws: WordVectorError.shapesDiffer(words: 1, rows: 1, values: 4)) {
      try WordVectorReader.read(from: forged.path + "/vocab")
    }
    let strange = try Self.folder(strings: #"["toil"]"#)
    #expect(throws: WordVectorError.unknownFormat(path: strange.path + "/vocab")) {
      try WordVectorReader.read(from: strange.path + "/vocab")
    }
    let partial = try Self.folder(strings: nil)
    #expect(throws: WordVectorError.missing(path: partial.path + "/vocab/strings.json")) {
      try WordVectorReader.read(from: partial.path + "/vocab")
    }
  }

  @Test("reads every width of MessagePack's unsigned integers")
  func widths() throws {
    let bytes: [UInt8] =
      [0xDE, 0, 5, 0x7F, 0] + [0xCC, 0x80, 1] + [0xCD, 1, 0, 2]
      + [0xCE, 0, 1, 0, 0, 0xCC, 3] + [0xCF, 1, 0, 0, 0, 0, 0, 0, 0, 0xCE, 0xFF, 0xFF, 0xFF, 0xFF]
    #expect(
      try MessagePackMap.read(bytes, path: "m")
        == [0x7F: 0, 0x80: 1, 0x100: 2, 0x10000: 3, 1 << 56: UInt32.max])
  }
}
