import Foundation
import Shogen
import TestSupport
import Testing

/// The library examples of README.md, as they stand there, compiled and run.
///
/// Paths are taken from the repository, since a test has no working folder.
@Suite("Library examples")
struct ReadmeExampleTests {
  @Test("three lines classify a talk")
  func classify() throws {
    let classifier = try Classifier(contentsOf: Repository.path("Models/sre-quadrant"))
    let place = try classifier.classify(Talk(title: "はじめてのSLO", text: "監視の基本を学ぶ"))
    #expect((place.quadrant ?? "no quadrant") == "basic/independent")
  }

  @Test("five lines train and store a model")
  func train() throws {
    let folder = try TemporaryFolder()
    let corpus = Corpus(reading: [Repository.path("Corpora/fictional-sre-talks")])
    let lexicon = try Lexicon(contentsOf: Repository.path("Corpora/lexicons/sre.tsv"))
    let model = try Trainer(lexicon: lexicon).train(on: corpus.talks)
    try ModelFile.write(model, to: folder.path + "/my-model")
    #expect(
      try ModelFile.read(from: folder.path + "/my-model").model.vocabulary == model.vocabulary)
  }

  @Test(
    "the shipped model is the one that its corpus and lexicon give",
    .enabled(if: ShippedModel.hasTheLinkedICU, "the model was trained with another ICU"))
  func shippedModel() throws {
    let folder = try TemporaryFolder()
    let corpus = Corpus(reading: [Repository.path("Corpora/fictional-sre-talks")])
    let lexicon = try Lexicon(contentsOf: Repository.path("Corpora/lexicons/sre.tsv"))
    let settings = TrainingSettings(search: SettingsSearch())
    let model = try Trainer(settings: settings, lexicon: lexicon).train(on: corpus.talks)
    try ModelFile.write(model, to: folder.path)
    for name in ["weights.safetensors", "lexicon.tsv"] {
      let shipped = try Data(
        contentsOf: URL(filePath: Repository.path("Models/sre-quadrant/\(name)")))
      #expect(try folder.bytes(of: name) == Array(shipped), "run 'make model' and commit")
    }
  }

  @Test("README shows these lines")
  func readmeShowsThem() throws {
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    for block in readme.split(separator: "```swift\n").dropFirst() {
      for line in block.prefix(while: { $0 != "`" }).split(separator: "\n")
      where line.contains("=") {
        let call = line.replacing(#/"(Corpora|Models)[^"]*"|"my-model"/#, with: "…")
        let tested = source.replacing(
          #/Repository\.path\("[^"]*"\)|folder\.path \+ "/my-model"/#, with: "…")
        #expect(tested.contains(call), "README shows a line that no test runs: \(line)")
      }
    }
  }
}

enum ShippedModel {
  /// Whether the linked ICU cuts words as the one the shipped model was made with.
  static let hasTheLinkedICU: Bool = {
    guard let model = try? ModelFile.read(from: Repository.path("Models/sre-quadrant")).model
    else { return true }
    return model.provenance.icuVersion == UnicodeVersions.icu
  }()
}
