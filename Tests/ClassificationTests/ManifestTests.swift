import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

@Suite("An edited manifest")
struct ManifestTests {
  private static let wrong = "a field is missing or of the wrong kind"

  private func expect(
    _ makeError: (StoredModel) -> ModelError, _ edit: (inout [String: Any]) -> Void,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let stored = try StoredModel()
    try stored.editManifest(edit)
    #expect(throws: makeError(stored), sourceLocation: sourceLocation) { try stored.read() }
  }

  private func bad(_ reason: String) -> (StoredModel) -> ModelError {
    { .badManifest(path: $0.file("model.json"), reason: reason) }
  }

  @Test("of a newer format says so, whatever else it holds")
  func newerFormat() throws {
    let newer: (StoredModel) -> ModelError = {
      .newerFormat(path: $0.file("model.json"), found: 3, supported: 2)
    }
    try expect(newer) { $0["format"] = 3 }
    try expect(newer) { $0 = ["format": 3, "axes": "elsewhere", "files": [1, 2, 3]] }
  }

  @Test("of a format that never was is refused", arguments: [0, -1])
  func noFormat(format: Int) throws {
    try expect(bad("there is no format \(format)")) { $0["format"] = format }
  }

  @Test(
    "without one of its fields is no manifest",
    arguments: [
      "format", "scheme", "tokenization", "features", "termCount", "provenance", "calibration",
      "files",
    ])
  func missingField(name: String) throws {
    try expect(bad(Self.wrong)) { $0[name] = nil }
    try expect(bad(Self.wrong)) { $0[name] = ["wrong": ["kind": true]] }
  }

  @Test("with another count of terms does not fit the weights", arguments: [0, 2, 4, -1, .max])
  func termCount(count: Int) throws {
    try expect({ _ in .shapesDiffer(what: "terms", expected: count, found: 3) }) {
      $0["termCount"] = count
    }
  }

  @Test("with an axis more does not fit the weights")
  func axes() throws {
    try expect({ _ in .shapesDiffer(what: "linear outputs", expected: 3, found: 2) }) { manifest in
      let poles = [["id": "a", "name": "a"], ["id": "b", "name": "b"]]
      var scheme = manifest["scheme"] as? [String: Any] ?? [:]
      scheme["axes"] =
        (scheme["axes"] as? [Any] ?? []) + [["id": "third", "name": "third", "poles": poles]]
      manifest["scheme"] = scheme
    }
  }

  @Test("with a scheme that is none says what is wrong with it")
  func badScheme() throws {
    try expect(bad(SchemeError.noAxis.description)) { $0["scheme"] = ["axes": [Any]()] }
    try expect(bad(SchemeError.tooFewPoles(axis: "depth", count: 1).description)) {
      $0["scheme"] = [
        "axes": [["id": "depth", "name": "n", "poles": [["id": "basic", "name": "n"]]]]
      ]
    }
  }

  @Test("with a calibration of the future is refused")
  func calibration() throws {
    try expect(bad("unknown calibration 'platt'")) { $0["calibration"] = "platt" }
  }

  @Test(
    "that names files outside its folder opens none of them",
    arguments: ["../secret", "/etc/passwd", "..", "sub/weights.safetensors", "..\u{2F}x"])
  func traversal(name: String) throws {
    try expect(bad("file name '\(name)'")) { manifest in
      var files = manifest["files"] as? [String: Any] ?? [:]
      files[name] = "00"
      manifest["files"] = files
    }
  }

  @Test(
    "that lists no weights or no lexicon is refused",
    arguments: [
      "weights.safetensors", "lexicon.tsv",
    ])
  func unlisted(name: String) throws {
    try expect(bad("it lists no weights.safetensors or lexicon.tsv")) { manifest in
      var files = manifest["files"] as? [String: Any] ?? [:]
      files[name] = nil
      manifest["files"] = files
    }
  }

  @Test("that lists a file more wants it to be there")
  func oneFileMore() throws {
    try expect({ .missing(path: $0.file("calibration.json")) }) { manifest in
      var files = manifest["files"] as? [String: Any] ?? [:]
      files["calibration.json"] = "00"
      manifest["files"] = files
    }
  }

  @Test("with another checksum blames the file")
  func checksum() throws {
    try expect({ .checksumDiffers(path: $0.file("lexicon.tsv")) }) { manifest in
      var files = manifest["files"] as? [String: Any] ?? [:]
      files["lexicon.tsv"] = String(repeating: "0", count: 64)
      manifest["files"] = files
    }
  }

  @Test("with unknown fields beside its own is read")
  func unknownFields() throws {
    let stored = try StoredModel()
    try stored.editManifest { $0["note"] = "kept by hand" }
    #expect(throws: Never.self) { try stored.read() }
  }
}
