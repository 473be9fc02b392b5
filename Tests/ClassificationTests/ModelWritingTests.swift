import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

@Suite("Writing a model")
struct ModelWritingTests {
  private func expectUntouched(
    _ stored: StoredModel, _ before: [[UInt8]],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    for (name, bytes) in zip(StoredModel.names, before) {
      #expect(try stored.bytes(name) == bytes, sourceLocation: sourceLocation)
    }
    #expect(throws: Never.self, sourceLocation: sourceLocation) { try stored.read() }
    let names = try FileManager.default.contentsOfDirectory(atPath: stored.path).sorted()
    #expect(names == StoredModel.names, sourceLocation: sourceLocation)
  }

  @Test("leaves the old model whole where a file cannot be written", arguments: StoredModel.names)
  func unwritable(name: String) throws {
    let stored = try StoredModel()
    let before = try StoredModel.names.map(stored.bytes)
    // A folder where the file would be written first; root may write anywhere else.
    try stored.folder.write("kept", to: "model/\(name).partial/inside")
    let other = try HandMadeModel.make(intercepts: [4, 4])
    let error = try #require(throws: ModelError.self) {
      try ModelFile.write(other, to: stored.path)
    }
    guard case .inputOutput(stored.file(name), _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(try stored.folder.text(of: "model/\(name).partial/inside") == "kept")
    try FileManager.default.removeItem(atPath: stored.file(name + ".partial"))
    try expectUntouched(stored, before)
  }

  @Test("where a file's place is taken by a folder leaves that folder's content alone")
  func blockedTarget() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept", to: "model/weights.safetensors/inside")
    let error = try #require(throws: ModelError.self) {
      try ModelFile.write(StoredModel.example(), to: folder.path + "/model")
    }
    guard case .inputOutput(folder.path + "/model/weights.safetensors", _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(try folder.text(of: "model/weights.safetensors/inside") == "kept")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/model")
    #expect(names == ["weights.safetensors"])
  }

  @Test("where a file is in the way of the folder names the folder")
  func blockedFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept", to: "model")
    let error = try #require(throws: ModelError.self) {
      try ModelFile.write(StoredModel.example(), to: folder.path + "/model")
    }
    guard case .inputOutput(folder.path + "/model", _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(try folder.text(of: "model") == "kept")
  }

  @Test("goes over what an interrupted writer left behind")
  func leftovers() throws {
    let stored = try StoredModel()
    for name in StoredModel.names {
      try stored.write(Array("half a fi".utf8), to: name + ".partial")
    }
    let before = try StoredModel.names.map(stored.bytes)
    try ModelFile.write(StoredModel.example(), to: stored.path)
    try expectUntouched(stored, before)
  }

  @Test("makes the folders on the way")
  func makesFolders() throws {
    let folder = try TemporaryFolder()
    try ModelFile.write(StoredModel.example(), to: folder.path + "/a/b/c")
    #expect(throws: Never.self) { try ModelFile.read(from: folder.path + "/a/b/c") }
  }
}
