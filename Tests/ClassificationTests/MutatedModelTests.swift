import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

/// Five hundred damages drawn by a seeded generator.
@Suite("A mutated model")
struct MutatedModelTests {
  /// One to four bytes changed, removed, repeated or put in, or the end cut off.
  private static func mutated(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes = bytes
    for _ in 0...generator.below(4) {
      // Half of the damage goes to the header, where it can do most.
      let position = generator.below(generator.below(2) == 0 ? bytes.count : min(bytes.count, 600))
      switch generator.below(6) {
      case 0: bytes[position] ^= UInt8(1 << generator.below(8))
      case 1: bytes[position] = UInt8(generator.below(256))
      case 2: bytes[position] = UInt8(0x30 + generator.below(10))
      case 3: bytes.remove(at: position)
      case 4: bytes.insert(UInt8(generator.below(256)), at: position)
      default: bytes.removeSubrange((position + 1)...)
      }
    }
    return bytes
  }

  /// One byte of the header or two of the arrays changed, and the length kept.
  private static func flipped(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes = bytes
    let header = 8 + Int(bytes[0]) + Int(bytes[1]) << 8
    if generator.below(4) == 0 {
      bytes[8 + generator.below(header - 8)] = UInt8(0x20 + generator.below(0x5F))
    } else {
      for _ in 0..<2 {
        bytes[header + generator.below(bytes.count - header)] ^= UInt8(1 << generator.below(8))
      }
    }
    return bytes
  }

  @Test("gives its arrays or an error, and never more bytes than it has")
  func tensors() throws {
    let bytes = try ModelFile.tensors(of: StoredModel.example()).encoded()
    var refused = 0
    for seed in 0..<500 {
      let mutant = Self.mutated(bytes, seed: UInt64(seed))
      do throws(ModelError) {
        let tensors = try SafeTensors(decoding: Data(mutant), path: "f")
        #expect(tensors.tensors.allSatisfy { $0.tensor.bytes.count <= mutant.count })
        for (name, _) in tensors.tensors {
          _ = try? tensors.floats(name, path: "f")
          _ = try? tensors.integers(name, as: UInt64.self, path: "f")
          _ = try? tensors.integers(name, as: UInt32.self, path: "f")
          _ = try? tensors.integers(name, as: UInt8.self, path: "f")
        }
      } catch {
        refused += 1
        guard case .badTensors("f", _) = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
    #expect((100..<500).contains(refused))
  }

  @Test("is refused by its checksum")
  func checksum() throws {
    let stored = try StoredModel()
    let bytes = try stored.bytes("weights.safetensors")
    for seed in 500..<600 {
      let mutant = Self.mutated(bytes, seed: UInt64(seed))
      try stored.write(mutant, to: "weights.safetensors")
      if mutant == bytes { continue }
      #expect(throws: ModelError.checksumDiffers(path: stored.file("weights.safetensors"))) {
        try stored.read()
      }
    }
  }

  @Test("with a checksum that fits is refused or scores in finite numbers")
  func forged() throws {
    let stored = try StoredModel()
    let bytes = try stored.bytes("weights.safetensors")
    let talk = Talk(title: "kernel", text: "kernel team エラーバジェット")
    var read = 0
    for seed in 1000..<1200 {
      try stored.forge("weights.safetensors", Self.flipped(bytes, seed: UInt64(seed)))
      guard let model = try? stored.read().model else { continue }
      read += 1
      let prediction = try Classifier(model: model).classify(talk)
      for axis in prediction.axes {
        #expect(axis.score.isFinite)
        #expect((0...1).contains(axis.probability))
        #expect(abs(axis.probabilities.reduce(0, +) - 1) < 1e-9)
      }
    }
    #expect((50..<190).contains(read))
  }
}
