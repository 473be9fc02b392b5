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

  /// Checks that a model could be written, before the work of training one.
  ///
  /// - Throws: ``ModelError/inputOutput(path:reason:)`` when the folder, or where it is
  ///   not there yet the one that it would be made in, is none or cannot be written.
  public static func checkWritable(_ folder: String) throws(ModelError) {
    do throws(FileError) {
      try FolderAccess.check(folder)
    } catch {
      throw .inputOutput(path: folder, reason: error.reason)
    }
  }

  /// Writes a model over the one that is there, if any.
  ///
  /// A reader finds the old model or the new one, whenever this stops: all files are
  /// written aside as `….partial` and synced; then the manifest is renamed, and from
  /// there on the new model is in force; then the others, which ``read(from:)`` finds
  /// under either name. Where a file cannot be written, the old model stays.
  ///
  /// - Throws: ``ModelError/inputOutput(path:reason:)``.
  public static func write(_ model: Model, to folder: String) throws(ModelError) {
    try write(model, to: folder) {}
  }

  /// Writes a model, telling of each step on the disk.
  static func write(
    _ model: Model, to folder: String, step: () -> Void
  ) throws(ModelError) {
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
      let lock = try FolderLock(folder)
      try ModelParts.finishWriting(in: folder)
      step()
      var weightsFile = try AtomicFile(path: folder + "/" + weightsName)
      var lexiconFile = try AtomicFile(path: folder + "/" + lexiconName)
      let manifestFile = try AtomicFile(path: folder + "/" + manifestName)
      step()
      try weightsFile.write(weights)
      try lexiconFile.write(lexicon)
      try manifestFile.write(manifest)
      step()
      try weightsFile.sync()
      try lexiconFile.sync()
      weightsFile.keepPartial()
      lexiconFile.keepPartial()
      step()
      try manifestFile.commit()
      step()
      try weightsFile.commit()
      step()
      try lexiconFile.commit()
      lock.release()
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
    let path = folder + "/" + manifestName
    var manifestBytes = try ModelParts.contents(path)
    while true {
      do throws(ModelError) {
        let manifest = try decodeManifest(manifestBytes, path: path)
        let parts = try ModelParts(of: manifest, in: folder)
        let model = try assemble(manifest, parts, folder: folder)
        return (model, String(SHA256.hexDigest(of: Array(manifestBytes)).prefix(16)))
      } catch {
        // Another model may have taken its place in the meantime.
        let latest = try ModelParts.contents(path)
        guard latest != manifestBytes else { throw error }
        manifestBytes = latest
      }
    }
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
}
