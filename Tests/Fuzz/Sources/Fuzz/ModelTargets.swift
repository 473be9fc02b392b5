import FoundationEssentials
import Talks

@testable import Classification
@testable import Tokenization
@testable import Training

/// Readers of what training needs and makes.
enum ModelTargets {
  static func lexicon(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let lexicon = try? Lexicon(tabSeparated: text) else { return }
    guard let again = try? Lexicon(tabSeparated: lexicon.tabSeparated) else {
      preconditionFailure("a lexicon that cannot be read again")
    }
    precondition(again.entries.count == lexicon.entries.count, "entries are lost")
    _ = try? Tokenizer(lexicon: lexicon)
  }

  static func manifest(_ bytes: [UInt8]) {
    _ = try? ModelFile.decodeManifest(Data(bytes), path: "model.json")
  }

  /// Weights beside the manifest of the shipped model, whose checksums are not asked for.
  static func model(_ bytes: [UInt8]) {
    guard let tensors = try? SafeTensors(decoding: Data(bytes), path: "input") else { return }
    let count = tensors.shape(of: "term_kinds")?.first ?? 0
    var manifest = shipped
    manifest.termCount = count
    let parts = ModelParts(unchecked: [
      ModelFile.weightsName: Data(bytes), ModelFile.lexiconName: Data("term\n".utf8),
    ])
    _ = try? ModelFile.assemble(manifest, parts, folder: "input")
  }

  static func vectors(_ bytes: [UInt8]) {
    _ = try? WordVectorReader.read(from: memoryFile(bytes))
    _ = try? WordVectorFile.read(from: memoryFile(bytes))
  }

  static func numpy(_ bytes: [UInt8]) {
    _ = try? NumPyArray.read(bytes, path: "input")
    _ = try? MessagePackMap.read(bytes, path: "input")
  }

  private static let shipped: ModelManifest = {
    let root = ProcessInfo.processInfo.environment["FUZZ_ROOT"] ?? "."
    let path = root + "/Models/sre-quadrant/model.json"
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let manifest = try? ModelFile.decodeManifest(data, path: path)
    else { preconditionFailure("no manifest at \(path)") }
    return manifest
  }()
}
