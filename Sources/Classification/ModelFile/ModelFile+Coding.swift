internal import Features
internal import FoundationEssentials
internal import Talks
internal import Tokenization

extension ModelFile {
  static func tensors(of model: Model) -> SafeTensors {
    let terms = model.vocabulary.terms
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for term in terms {
      bytes += Array(term.text.utf8)
      offsets.append(UInt32(bytes.count))
    }
    var tensors = SafeTensors()
    // Widest first, so that every array begins at a multiple of its width.
    tensors.add("term_hashes", model.vocabulary.hashes)
    tensors.add(
      "weights", model.weights.values, shape: [terms.count, model.weights.outputCount])
    tensors.add("intercepts", model.weights.intercepts)
    tensors.add("idf", model.vocabulary.inverseDocumentFrequencies)
    tensors.add("term_offsets", offsets)
    tensors.add("term_kinds", terms.map(\.kind.rawValue))
    tensors.add("term_bytes", bytes)
    return tensors
  }

  static func manifestBytes(
    of model: Model, weights: [UInt8], lexicon: [UInt8]
  ) throws -> [UInt8] {
    let manifest = ModelManifest(
      format: ModelManifest.format(of: model.features), scheme: model.scheme,
      tokenization: model.tokenization, features: model.features,
      termCount: model.vocabulary.count, provenance: model.provenance, calibration: "identity",
      files: [
        weightsName: SHA256.hexDigest(of: weights), lexiconName: SHA256.hexDigest(of: lexicon),
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(manifest)) + [0x0A]
  }

  static func decodeManifest(_ bytes: Data, path: String) throws(ModelError) -> ModelManifest {
    let decoder = JSONDecoder()
    do {
      let probe = try decoder.decode(ModelFormatProbe.self, from: bytes)
      guard probe.format <= ModelManifest.currentFormat else {
        throw ModelError.newerFormat(
          path: path, found: probe.format, supported: ModelManifest.currentFormat)
      }
      guard probe.format >= 1 else {
        throw ModelError.badManifest(path: path, reason: "there is no format \(probe.format)")
      }
      let manifest = try decoder.decode(ModelManifest.self, from: bytes)
      try manifest.scheme.validate()
      guard manifest.calibration == "identity" else {
        throw ModelError.badManifest(
          path: path, reason: "unknown calibration '\(manifest.calibration)'")
      }
      return manifest
    } catch let error as ModelError {
      throw error
    } catch let error as SchemeError {
      throw .badManifest(path: path, reason: error.description)
    } catch {
      throw .badManifest(path: path, reason: "a field is missing or of the wrong kind")
    }
  }

  static func assemble(
    _ manifest: ModelManifest, _ parts: ModelParts, folder: String
  ) throws(ModelError) -> Model {
    let path = folder + "/" + weightsName
    let lexicon = try lexicon(parts.bytes(lexiconName), path: folder + "/" + lexiconName)
    let tensors = try SafeTensors(decoding: parts.bytes(weightsName), path: path)
    let terms = try terms(in: tensors, count: manifest.termCount, path: path)
    let hashes = try tensors.integers("term_hashes", as: UInt64.self, path: path)
    let frequencies = try tensors.floats("idf", path: path)
    guard frequencies.allSatisfy(\.isFinite) else { throw .notFinite }
    let vocabulary: Vocabulary
    do throws(VocabularyError) {
      vocabulary = try Vocabulary(
        terms: terms, hashes: hashes, inverseDocumentFrequencies: frequencies)
    } catch {
      throw .badVocabulary(error)
    }
    let intercepts = try tensors.floats("intercepts", path: path)
    let weights = try LinearWeights(
      values: tensors.floats("weights", shape: [terms.count, intercepts.count], path: path),
      intercepts: intercepts)
    return try Model(
      scheme: manifest.scheme, tokenization: manifest.tokenization, lexicon: lexicon,
      features: manifest.features, vocabulary: vocabulary, weights: weights,
      provenance: manifest.provenance)
  }

  private static func lexicon(_ bytes: Data, path: String) throws(ModelError) -> Lexicon {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .inputOutput(path: path, reason: "the file cannot be read")
    }
    do throws(LexiconError) {
      return try Lexicon(tabSeparated: text)
    } catch {
      throw .badManifest(path: path, reason: error.description)
    }
  }

  private static func terms(
    in tensors: SafeTensors, count: Int, path: String
  ) throws(ModelError) -> [Term] {
    let offsets = try tensors.integers("term_offsets", as: UInt32.self, path: path)
    let kinds = try tensors.integers("term_kinds", as: UInt8.self, path: path)
    let bytes = try tensors.integers("term_bytes", as: UInt8.self, path: path)
    guard kinds.count == count else {
      throw .shapesDiffer(what: "terms", expected: count, found: kinds.count)
    }
    guard offsets.count == count + 1 else {
      throw .shapesDiffer(what: "term offsets", expected: count + 1, found: offsets.count)
    }
    var terms: [Term] = []
    terms.reserveCapacity(count)
    for index in 0..<count {
      let (start, end) = (Int(offsets[index]), Int(offsets[index + 1]))
      guard start <= end, end <= bytes.count, let kind = Term.Kind(rawValue: kinds[index]) else {
        throw .badTensors(path: path, reason: "term \(index) lies outside the text or has no kind")
      }
      terms.append(Term(text: String(decoding: bytes[start..<end], as: UTF8.self), kind: kind))
    }
    return terms
  }
}
