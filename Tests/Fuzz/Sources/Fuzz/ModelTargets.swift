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

  /// A manifest beside the weights of the shipped model: what passes, classifies.
  static func manifest(_ bytes: [UInt8]) {
    guard let manifest = try? ModelFile.decodeManifest(Data(bytes), path: "model.json") else {
      return
    }
    classify(try? ModelFile.assemble(manifest, shippedParts, folder: shippedFolder))
  }

  /// A scheme file: what passes can be counted and drawn.
  static func scheme(_ bytes: [UInt8]) {
    guard let scheme = try? JSONDecoder().decode(Scheme.self, from: Data(bytes)),
      (try? scheme.validate()) != nil
    else { return }
    precondition(scheme.outputCount <= Scheme.maximumPoleCount, "more outputs than poles")
    if scheme.cellCount <= 4096 {
      precondition(scheme.cells.count == scheme.cellCount, "cells are not counted right")
      precondition(Set(scheme.cells.map(scheme.cellID)).count <= scheme.cellCount, "cells")
    }
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
    classify(try? ModelFile.assemble(manifest, parts, folder: "input"))
  }

  /// A model that was read places a talk, or says why not.
  private static func classify(_ model: Model?) {
    guard let model, let classifier = try? Classifier(model: model),
      var scratch = try? ClassifierScratch()
    else { return }
    let talk = Talk(title: "slo と toil", text: "監視の SLO とチームの toil")
    guard let place = try? classifier.prediction(for: talk, scratch: &scratch) else { return }
    precondition(place.axes.count == model.scheme.axes.count, "an axis is lost")
    precondition(
      place.axes.allSatisfy { (0...1).contains($0.probability) }, "a probability is none")
  }

  static func vectors(_ bytes: [UInt8]) {
    _ = try? WordVectorReader.read(from: memoryFile(bytes))
    _ = try? WordVectorFile.read(from: memoryFile(bytes))
  }

  static func numpy(_ bytes: [UInt8]) {
    _ = try? NumPyArray.read(bytes, path: "input")
    _ = try? MessagePackMap.read(bytes, path: "input")
  }

  private static let shippedFolder =
    (ProcessInfo.processInfo.environment["FUZZ_ROOT"] ?? ".") + "/Models/sre-quadrant"

  private static let shippedParts = ModelParts(unchecked: [
    ModelFile.weightsName: contents(ModelFile.weightsName),
    ModelFile.lexiconName: contents(ModelFile.lexiconName),
  ])

  private static func contents(_ name: String) -> Data {
    (try? Data(contentsOf: URL(filePath: shippedFolder + "/" + name))) ?? Data()
  }

  private static let shipped: ModelManifest = {
    let path = shippedFolder + "/model.json"
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let manifest = try? ModelFile.decodeManifest(data, path: path)
    else { preconditionFailure("no manifest at \(path)") }
    return manifest
  }()
}
