import Foundation
import Shogen
import TestSupport

@testable import Classification

/// A model on disk, to be damaged.
struct StoredModel {
  static let names = ["lexicon.tsv", "model.json", "weights.safetensors"]

  let folder: TemporaryFolder
  /// The folder of the model itself.
  var path: String { folder.path + "/model" }

  /// Stores the example.
  init() throws {
    folder = try TemporaryFolder()
    for (name, bytes) in try Self.exampleFiles.get() { try write(bytes, to: name) }
  }

  /// Stores a model.
  init(_ model: Model) throws {
    folder = try TemporaryFolder()
    try ModelFile.write(model, to: folder.path + "/model")
  }

  /// The example's files, written properly once: a hundred times would sync the
  /// disk for seconds.
  private static let exampleFiles = Result {
    let stored = try StoredModel(example())
    return try names.map { ($0, try stored.bytes($0)) }
  }

  /// The hand-made model with a lexicon.
  static func example() throws -> Model {
    try HandMadeModel.make(
      lexicon: Lexicon(entries: [
        LexiconEntry(
          term: "エラーバジェット", variants: ["error budget", "エラー予算"],
          hints: [
            .init(axis: "depth", pole: "basic", weight: 0.75),
            .init(axis: "scope", pole: "independent", weight: 0.1),
          ]),
        LexiconEntry(term: "可観測性"),
      ]))
  }

  func file(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { try folder.bytes(of: "model/" + name) }

  /// Replaces a file; a new one, since file systems flush one that is cut and
  /// written anew.
  func write(_ bytes: [UInt8], to name: String) throws {
    try? FileManager.default.removeItem(atPath: file(name))
    try folder.write(bytes, to: "model/" + name)
  }

  func read() throws(ModelError) -> (model: Model, hash: String) {
    try ModelFile.read(from: path)
  }

  /// Changes the manifest as a JSON object.
  func editManifest(_ edit: (inout [String: Any]) -> Void) throws {
    let data = try Data(bytes("model.json"))
    var object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    edit(&object)
    try write(
      Array(JSONSerialization.data(withJSONObject: object, options: .sortedKeys)),
      to: "model.json")
  }

  /// Replaces a file and its checksum, as someone who knows the format could.
  func forge(_ name: String, _ bytes: [UInt8]) throws {
    try write(bytes, to: name)
    try editManifest { manifest in
      var files = manifest["files"] as? [String: Any] ?? [:]
      files[name] = SHA256.hexDigest(of: bytes)
      manifest["files"] = files
    }
  }

  /// Changes the arrays of the example's weights file, and its checksum with them.
  func forgeTensors(_ edit: (inout SafeTensors) -> Void) throws {
    var tensors = ModelFile.tensors(of: try Self.example())
    edit(&tensors)
    try forge("weights.safetensors", tensors.encoded())
  }
}

extension SafeTensors {
  /// The same arrays without one.
  func without(_ name: String) -> SafeTensors {
    var result = SafeTensors()
    for (other, tensor) in tensors where other != name { result.add(other, tensor) }
    return result
  }

  private mutating func add(_ name: String, _ tensor: Tensor) {
    switch tensor.type {
    case "F32":
      add(name, Self.words(tensor.bytes).map { Float(bitPattern: $0) }, shape: tensor.shape)
    case "U32": add(name, Self.words(tensor.bytes), shape: tensor.shape)
    case "U64":
      let words = Self.words(tensor.bytes)
      add(
        name,
        stride(from: 0, to: words.count, by: 2).map {
          UInt64(words[$0]) | UInt64(words[$0 + 1]) << 32
        }, shape: tensor.shape)
    default: add(name, tensor.bytes, shape: tensor.shape)
    }
  }

  private static func words(_ bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count, by: 4).map { start in
      (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
    }
  }
}
