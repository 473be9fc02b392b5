import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

@Suite("A damaged model")
struct ModelDamageTests {
  @Test("is missing where there is no folder, or an empty one")
  func missing() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path + "/nowhere"] {
      #expect(throws: ModelError.missing(path: path + "/model.json")) {
        try ModelFile.read(from: path)
      }
    }
  }

  @Test("names the file that is missing", arguments: StoredModel.names)
  func missingFile(name: String) throws {
    let stored = try StoredModel()
    try FileManager.default.removeItem(atPath: stored.file(name))
    #expect(throws: ModelError.missing(path: stored.file(name))) { try stored.read() }
  }

  @Test("names the file that is a folder", arguments: StoredModel.names)
  func folderForFile(name: String) throws {
    let stored = try StoredModel()
    try FileManager.default.removeItem(atPath: stored.file(name))
    try FileManager.default.createDirectory(
      atPath: stored.file(name), withIntermediateDirectories: true)
    let error = try #require(throws: ModelError.self) { try stored.read() }
    guard case .inputOutput(stored.file(name), _) = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test(
    "is refused for any byte flipped, cut or added in weights and lexicon",
    arguments: ["lexicon.tsv", "weights.safetensors"])
  func checksums(name: String) throws {
    let stored = try StoredModel()
    let bytes = try stored.bytes(name)
    let error = ModelError.checksumDiffers(path: stored.file(name))
    for position in stride(from: 0, to: bytes.count, by: 13) {
      var flipped = bytes
      flipped[position] ^= 1
      try stored.write(flipped, to: name)
      #expect(throws: error) { try stored.read() }
      try stored.write(Array(bytes[..<position]), to: name)
      #expect(throws: error) { try stored.read() }
    }
    try stored.write(bytes + [0], to: name)
    #expect(throws: error) { try stored.read() }
    try stored.write(bytes, to: name)
    #expect(throws: Never.self) { try stored.read() }
  }

  @Test("with a byte flipped in the manifest is refused or has another hash")
  func flippedManifest() throws {
    let stored = try StoredModel()
    let bytes = try stored.bytes("model.json")
    let hash = try stored.read().hash
    var refused = 0
    let positions = Array(stride(from: 0, to: bytes.count, by: 3))
    for position in positions {
      var flipped = bytes
      flipped[position] ^= UInt8(1 << (position % 7))
      try stored.write(flipped, to: "model.json")
      do throws(ModelError) {
        #expect(try stored.read().hash != hash)
      } catch {
        refused += 1
        #expect(
          error.description.hasPrefix(stored.path) || error.description.hasPrefix("the model"))
      }
    }
    #expect(refused > positions.count / 2)
  }

  @Test("with a manifest cut short is not a manifest")
  func truncatedManifest() throws {
    let stored = try StoredModel()
    let bytes = try stored.bytes("model.json")
    let error = ModelError.badManifest(
      path: stored.file("model.json"), reason: "a field is missing or of the wrong kind")
    // The line feed at the end is no part of the JSON.
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      try stored.write(Array(bytes[..<length]), to: "model.json")
      #expect(throws: error) { try stored.read() }
    }
  }

  @Test(
    "with something else for a manifest is not a manifest",
    arguments: [
      "", " ", "null", "[]", "1", "{}", "{\"format\":\"1\"}", "{\"format\":1}", "\u{FEFF}{}",
      "<html></html>", String(repeating: "[", count: 100_000), "{\"format\":1e99}",
    ])
  func otherManifest(text: String) throws {
    let stored = try StoredModel()
    try stored.write(Array(text.utf8), to: "model.json")
    let error = ModelError.badManifest(
      path: stored.file("model.json"), reason: "a field is missing or of the wrong kind")
    #expect(throws: error) { try stored.read() }
  }
}
