internal import Files
internal import FoundationEssentials
internal import Glibc

/// The files that a manifest names, each with the bytes it was written for.
///
/// A file is found by its name or, where a writer has not come so far or was stopped,
/// as `name.partial`; the digest tells which it is.
struct ModelParts {
  private var byName: [String: Data] = [:]

  /// Takes files as they are.
  init(unchecked byName: [String: Data]) { self.byName = byName }

  /// Finds the files and checks them.
  ///
  /// - Throws: ``ModelError`` naming the file that is missing or damaged.
  init(of manifest: ModelManifest, in folder: String) throws(ModelError) {
    for (name, digest) in manifest.files.sorted(by: { $0.key < $1.key }) {
      guard !name.contains("/"), name != ".." else {
        throw .badManifest(
          path: folder + "/" + ModelFile.manifestName, reason: "file name '\(name)'")
      }
      byName[name] = try Self.part(folder + "/" + name, digest)
    }
    guard byName[ModelFile.weightsName] != nil, byName[ModelFile.lexiconName] != nil else {
      throw .badManifest(
        path: folder + "/" + ModelFile.manifestName,
        reason: "it lists no \(ModelFile.weightsName) or \(ModelFile.lexiconName)")
    }
  }

  /// The bytes of a file that the manifest names.
  func bytes(_ name: String) -> Data { byName[name] ?? Data() }

  private static func part(_ path: String, _ digest: String) throws(ModelError) -> Data {
    if let bytes = try? contents(path), isWhole(bytes, digest) { return bytes }
    if let bytes = unfinished(path), isWhole(bytes, digest) { return bytes }
    // The writer may have renamed it between the two looks.
    let bytes = try contents(path)
    guard isWhole(bytes, digest) else { throw .checksumDiffers(path: path) }
    return bytes
  }

  private static func isWhole(_ bytes: Data, _ digest: String) -> Bool {
    SHA256.hexDigest(of: Array(bytes)) == digest
  }

  /// A file that may yet be cut and written anew, and so is not mapped.
  private static func unfinished(_ path: String) -> Data? {
    (try? FileSource.contents(of: path + AtomicFile.partialSuffix, limit: 1 << 30)).flatMap {
      $0.map { Data($0) }
    }
  }

  /// The bytes of a file.
  static func contents(_ path: String) throws(ModelError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    } catch {
      throw .inputOutput(path: path, reason: "the file cannot be read")
    }
  }

  /// Does what a stopped writer had left to do, so that the next one may write to
  /// `name.partial` again.
  ///
  /// - Throws: ``FileError`` when a file cannot be renamed.
  static func finishWriting(in folder: String) throws(FileError) {
    let path = folder + "/" + ModelFile.manifestName
    guard let bytes = try? contents(path),
      let manifest = try? ModelFile.decodeManifest(bytes, path: path)
    else { return }
    for (name, digest) in manifest.files where !name.contains("/") {
      let part = folder + "/" + name
      if let bytes = try? contents(part), isWhole(bytes, digest) { continue }
      guard let bytes = unfinished(part), isWhole(bytes, digest) else { continue }
      try AtomicFile.finish(part)
    }
  }
}
