import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

/// What a reader finds when a writer is stopped, at each of its steps.
@Suite("A model while another takes its place")
struct ModelSwapTests {
  /// Copies of a model's folder after each step of writing another over it.
  private struct Stops {
    let before: String
    let after: String
    let folder: TemporaryFolder
    let count: Int

    init() throws {
      let stored = try StoredModel()
      before = try stored.read().hash
      let folder = try TemporaryFolder()
      var count = 0
      try ModelFile.write(HandMadeModel.make(intercepts: [4, 4]), to: stored.path) {
        try? FileManager.default.copyItem(atPath: stored.path, toPath: "\(folder.path)/\(count)")
        count += 1
      }
      after = try stored.read().hash
      self.folder = folder
      self.count = count
    }
  }

  @Test("is the old one until the manifest is renamed, and the new one from then on")
  func readAtEachStep() throws {
    let stops = try Stops()
    let hashes = try (0..<stops.count).map {
      try ModelFile.read(from: "\(stops.folder.path)/\($0)").hash
    }
    #expect(stops.before != stops.after)
    #expect(
      hashes == [Int](repeating: 0, count: 4).map { _ in stops.before } + [
        stops.after, stops.after,
      ])
  }

  @Test("gives way to a third one, whenever the writer of the second was stopped")
  func writtenOver() throws {
    let third = try HandMadeModel.make(intercepts: [5, 5])
    let expected = try StoredModel(third)
    let stops = try Stops()
    for stop in 0..<stops.count {
      let path = "\(stops.folder.path)/\(stop)"
      let hash = try ModelFile.read(from: path).hash
      // At each step of the third's writer there is the second or the third, whole.
      var found: [String] = []
      try ModelFile.write(third, to: path) {
        found.append((try? ModelFile.read(from: path).hash) ?? "none")
      }
      let new = try expected.read().hash
      #expect(found == [hash, hash, hash, hash, new, new])
      for name in StoredModel.names {
        #expect(
          try [UInt8](Data(contentsOf: URL(filePath: "\(path)/\(name)"))) == expected.bytes(name))
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: path).sorted() == StoredModel.names)
    }
  }

  @Test("is whole for readers beside a writer that never rests")
  func concurrentReaders() async throws {
    let stored = try StoredModel()
    let models = try (1...2).map { try HandMadeModel.make(intercepts: [Float($0), 4]) }
    var hashes: Set<String> = [try stored.read().hash]
    for model in models { hashes.insert(try StoredModel(model).read().hash) }
    let path = stored.path
    try await withThrowingTaskGroup(of: Set<String>.self) { group in
      group.addTask {
        for turn in 0..<60 { try ModelFile.write(models[turn % 2], to: path) }
        return []
      }
      group.addTask {
        var found: Set<String> = []
        for _ in 0..<200 { found.insert(try ModelFile.read(from: path).hash) }
        return found
      }
      for try await found in group { #expect(found.isSubset(of: hashes)) }
    }
  }

  @Test("that is damaged stays so: what lies aside has to be what the manifest names")
  func damaged() throws {
    let stored = try StoredModel()
    try stored.write([1, 2, 3], to: "weights.safetensors")
    try stored.write([1, 2, 3], to: "weights.safetensors.partial")
    #expect(throws: ModelError.checksumDiffers(path: stored.file("weights.safetensors"))) {
      try stored.read()
    }
  }

  @Test("keeps other files of its folder, and what links to it")
  func otherFiles() throws {
    let stored = try StoredModel()
    try stored.write(Array("a card".utf8), to: "README.md")
    let link = stored.folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: stored.path)
    try ModelFile.write(HandMadeModel.make(intercepts: [4, 4]), to: link)
    #expect(try stored.bytes("README.md") == Array("a card".utf8))
    #expect(try ModelFile.read(from: link).hash == stored.read().hash)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == stored.path)
  }
}
