import Features
import Talks
import TestSupport
import Testing
import Training

@testable import Classification

@Suite("A model with fragments")
struct FragmentModelTests {
  private static let model = Result {
    try Trainer(settings: TrainingSettings(features: .recommended)).train(on: TinyCorpus.talks)
  }

  @Test("is the same after it was stored, byte for byte when stored again")
  func stored() throws {
    let model = try Self.model.get()
    let folder = try TemporaryFolder()
    try ModelFile.write(model, to: folder.path + "/one")
    let (read, _) = try ModelFile.read(from: folder.path + "/one")
    #expect(read.features.usesFragments)
    #expect(read.vocabulary == model.vocabulary)
    try ModelFile.write(read, to: folder.path + "/two")
    for name in ["model.json", "weights.safetensors"] {
      #expect(try folder.bytes(of: "one/\(name)") == folder.bytes(of: "two/\(name)"))
    }
    #expect(try folder.text(of: "one/model.json").contains(#""format" : 2"#))
  }

  @Test("explains a score by words and fragments that add up, each with its place")
  func evidence() throws {
    let classifier = try Classifier(model: try Self.model.get())
    var scratch = try ClassifierScratch()
    var fragmentCount = 0
    for talk in TinyCorpus.talks {
      for axis in try classifier.evidence(for: talk, scratch: &scratch).axes {
        let sum = axis.items.reduce(axis.intercept) { $0 + $1.contribution }
        #expect(abs(sum - axis.score) < 1e-6)
        for item in axis.items where item.term.kind == .fragment {
          let text = item.place.slide == nil ? talk.title : talk.slides[0].text
          let bytes = Array(text.utf8)[item.place.byteRange]
          #expect(String(decoding: bytes, as: UTF8.self).lowercased() == item.term.text)
          fragmentCount += 1
        }
      }
    }
    #expect(fragmentCount > 100)
  }
}
