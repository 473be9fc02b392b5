internal import Features
internal import Files
internal import FoundationEssentials
internal import Talks
internal import Tokenization

/// A model on disk: a folder with three files.
///
/// - `model.json`: the manifest (`ModelManifest`) with the SHA-256 of the others;
/// - `weights.safetensors`: `weights` F32 terms × outputs, `intercepts` F32, `idf`
///   F32, `term_hashes` U64, `term_kinds` U8, `term_offsets` U32 (terms + 1) into
///   `term_bytes` U8, the terms' UTF-8;
/// - `lexicon.tsv`: the lexicon in its own file format.
///
/// The same model always gives the same bytes.
public enum ModelFile {
  static let manifestName = "model.json"
  static let weightsName = "weights.safetensors"
  static let lexiconName = "lexicon.tsv"

  /// Writes a model over the one that is there, if any.
  ///
  /// All files are written aside and synced before the first is renamed, the
  /// manifest last: where one cannot be written, the old model stays whole.
  ///
  /// - Throws: ``ModelError/inputOutput(path:reason:)``.
  public static func write(_ model: Model, to folder: String) throws(ModelError) {
    let weights: [UInt8]
    let manifest: [UInt8]
    let lexicon = Array(model.lexicon.tabSeparated.utf8)
    do {
      weights = try tensors(of: model).encoded()
      manifest = try manifestBytes(of: model, weights: weights, lexicon: lexicon)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .inputOutput(path: folder, reason: "the folder cannot be made")
    }
    do throws(FileError) {
      // All are on disk before any takes its place: a full disk costs nothing.
      let weightsFile = try AtomicFile(path: folder + "/" + weightsName)
      let lexiconFile = try AtomicFile(path: folder + "/" + lexiconName)
      let manifestFile = try AtomicFile(path: folder + "/" + manifestName)
      try weightsFile.write(weights)
      try lexiconFile.write(lexicon)
      try manifestFile.write(manifest)
      try weightsFile.commit()
      try lexiconFile.commit()
      try manifestFile.commit()
    } catch {
      throw .inputOutput(path: error.path, reason: error.reason)
    }
  }

  /// Reads a model, checking every file against the manifest.
  ///
  /// - Returns: The model and its hash: the first 16 hexadecimal digits of the
  ///   manifest's SHA-256, which covers the other files by theirs.
  /// - Throws: ``ModelError`` naming the file that is missing, damaged or newer.
  public static func read(from folder: String) throws(ModelError) -> (model: Model, hash: String) {
    let manifestBytes = try contents(folder + "/" + manifestName)
    let manifest = try decodeManifest(manifestBytes, path: folder + "/" + manifestName)
    for (name, expected) in manifest.files.sorted(by: { $0.key < $1.key }) {
      guard !name.contains("/"), name != ".." else {
        throw .badManifest(path: folder + "/" + manifestName, reason: "file name '\(name)'")
      }
      let path = folder + "/" + name
      guard SHA256.hexDigest(of: Array(try contents(path))) == expected else {
        throw .checksumDiffers(path: path)
      }
    }
    guard manifest.files[weightsName] != nil, manifest.files[lexiconName] != nil else {
      throw .badManifest(
        path: folder + "/" + manifestName, reason: "it lists no \(weightsName) or \(lexiconName)")
    }
    let model = try assemble(manifest, folder: folder)
    return (model, String(SHA256.hexDigest(of: Array(manifestBytes)).prefix(16)))
  }

  /// The manifest of a model as text.
  ///
  /// - Throws: ``ModelError/inputOutput(path:reason:)`` when it cannot be encoded.
  public static func manifestText(of model: Model) throws(ModelError) -> String {
    do {
      let weights = try tensors(of: model).encoded()
      let lexicon = Array(model.lexicon.tabSeparated.utf8)
      return String(
        decoding: try manifestBytes(of: model, weights: weights, lexicon: lexicon), as: UTF8.self)
    } catch {
      throw .inputOutput(path: manifestName, reason: "the manifest cannot be encoded")
    }
  }

  private static func contents(_ path: String) throws(ModelError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    } catch {
      throw .inputOutput(path: path, reason: "the file cannot be read")
    }
  }
}
