internal import Files
internal import FoundationEssentials

/// The files behind the inputs a user names.
public struct InputFiles: Sendable, Equatable {
  /// One file, or standard input.
  public struct File: Sendable, Equatable {
    /// The path to open; `-` for standard input.
    public var path: String
    /// What a talk read from the whole file is called: the path within the named
    /// folder without its extension.
    public var stem: String
  }

  /// The files in the order of the inputs, those of a folder by path.
  public private(set) var files: [File] = []
  /// `labels.jsonl` files found in folders.
  public private(set) var labelFiles: [String] = []
  /// Files of folders that were left out: READMEs, pipes, and what has no known extension.
  public private(set) var skipped: [String] = []
  /// Inputs that are not there.
  public private(set) var failures: [IngestionError] = []

  /// Extensions read from folders; a file named by the user is read whatever it
  /// is called.
  public static let extensions: Set<String> = [
    "txt", "text", "md", "markdown", "jsonl", "ndjson", "json", "csv", "tsv", "html", "htm", "pdf",
    "pptx",
  ]

  /// Finds the files.
  ///
  /// In folders, hidden files, README files and files with other extensions are
  /// left out, and `labels.jsonl` is set apart as labels. Pipes and devices are left out
  /// too, since reading one may never end, and links to folders are not followed.
  public init(_ inputs: [String]) {
    for input in inputs {
      var isFolder = false
      if input == "-" {
        files.append(File(path: "-", stem: "stdin"))
      } else if !FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) {
        failures.append(
          IngestionError(
            .missing, at: SourceLocation(path: input), reason: "no such file or folder",
            remedy: "check the path"))
      } else if isFolder {
        addFolder(input)
      } else {
        files.append(File(path: input, stem: Self.stem(of: Self.lastComponent(of: input))))
      }
    }
  }

  private mutating func addFolder(_ folder: String) {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: root) else {
      failures.append(
        IngestionError(
          .unreadable, at: SourceLocation(path: folder), reason: "the folder cannot be listed",
          remedy: "check its permissions"))
      return
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = root + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder, !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      let last = Self.lastComponent(of: name)
      if last == "labels.jsonl" {
        labelFiles.append(path)
      } else if Self.isReadMe(last) || !FileSource.isRegular(path)
        || !Self.extensions.contains(Self.fileExtension(of: last))
      {
        skipped.append(path)
      } else {
        files.append(File(path: path, stem: Self.stem(of: name)))
      }
    }
  }

  /// Whether a path names a file about its folder, which holds no talk.
  public static func isReadMe(_ path: String) -> Bool {
    lastComponent(of: path).uppercased().hasPrefix("README")
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func fileExtension(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func stem(of name: String) -> String {
    let known = fileExtension(of: lastComponent(of: name))
    return known.isEmpty ? name : String(name.dropLast(known.count + 1))
  }
}
