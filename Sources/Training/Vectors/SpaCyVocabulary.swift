internal import Files
internal import FoundationEssentials

/// Word vectors in the `vocab` folder of a spaCy pipeline.
///
/// `vectors` is a .npy array of little-endian float32, rows × dimension; `key2row` a
/// MessagePack map from 64-bit keys to rows, several keys to a row where vectors were
/// pruned; `strings.json` the strings, whose keys are their MurmurHash64A with seed 1.
enum SpaCyVocabulary {
  static func exists(at folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/key2row")
      && FileManager.default.fileExists(atPath: folder + "/vectors")
  }

  static func read(from folder: String) throws(WordVectorError) -> WordVectors {
    let (values, dimension) = try NumPyArray.read(
      contents(folder + "/vectors"), path: folder + "/vectors")
    let keys = try MessagePackMap.read(contents(folder + "/key2row"), path: folder + "/key2row")
    let path = folder + "/strings.json"
    let json = Data(try contents(path))
    guard let strings = try? JSONDecoder().decode([String].self, from: json) else {
      throw .badRecord(path: path, line: 1, reason: "it is no JSON array of strings")
    }
    var entries: [(word: String, row: UInt32)] = []
    for string in strings {
      guard let row = keys[MurmurHash.hash(Array(string.utf8))] else { continue }
      entries.append((string, row))
    }
    guard !entries.isEmpty else { throw .unknownFormat(path: folder) }
    // Rows stand by falling frequency, strings do not.
    entries.sort { one, other in
      one.row == other.row
        ? one.word.utf8.lexicographicallyPrecedes(other.word.utf8) : one.row < other.row
    }
    return try WordVectorReader.vectors(
      words: entries.map(\.word), rows: entries.map(\.row), values: values, dimension: dimension,
      path: folder)
  }

  private static func contents(_ path: String) throws(WordVectorError) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try FileSource.contents(of: path, limit: WordVectorReader.maximumByteCount)
    } catch {
      throw WordVectorError(error)
    }
    guard let bytes else { throw .unreadable(path: path, reason: "more than 16 GB") }
    return bytes
  }
}
