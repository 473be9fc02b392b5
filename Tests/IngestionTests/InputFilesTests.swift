import Foundation
import Ingestion
import TestSupport
import Testing

@Suite("Input files")
struct InputFilesTests {
  /// Paths without the folder they are in.
  private func names(_ paths: [String], in folder: TemporaryFolder) -> [String] {
    paths.map { $0.replacing(folder.path + "/", with: "") }
  }

  @Test("of a folder come by path, nested ones too")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a/z.md", "a/b/c.tsv", "a.txt", "C.CSV", "十.ndjson", "10.jsonl", "9.text",
    ] {
      try folder.write("x", to: name)
    }
    let files = InputFiles([folder.path])
    #expect(
      names(files.files.map(\.path), in: folder)
        == ["10.jsonl", "9.text", "C.CSV", "a.txt", "a/b/c.tsv", "a/z.md", "b.txt", "十.ndjson"])
    #expect(
      files.files.map(\.stem) == ["10", "9", "C", "a", "a/b/c", "a/z", "b", "十"])
    #expect(files.failures == [])
    #expect(files.skipped == [])
    #expect(InputFiles([folder.path + "/"]) == files)
  }

  @Test("of a folder are those that may hold talks; what else is there is listed")
  func skipped() throws {
    let folder = try TemporaryFolder()
    for name in [
      "a.txt", "README.md", "readme.txt", "README", "b.pdf", "b.png", "c", "sub/labels.jsonl",
      "labels.jsonl", "labels.csv", ".hidden.txt", ".git/config.txt", "sub/.x/y.md", "e.",
    ] { try folder.write("x", to: name) }
    let files = InputFiles([folder.path])
    #expect(names(files.files.map(\.path), in: folder) == ["a.txt", "b.pdf", "labels.csv"])
    #expect(names(files.labelFiles, in: folder) == ["labels.jsonl", "sub/labels.jsonl"])
    #expect(
      names(files.skipped, in: folder)
        == ["README", "README.md", "b.png", "c", "e.", "readme.txt"])
  }

  @Test("of a folder with links that lead around in a circle are found once")
  func linkLoop() throws {
    let folder = try TemporaryFolder()
    try folder.write("題", to: "talks/a/a.txt")
    for (link, target) in [
      ("talks/a/up", ".."), ("talks/self", "self"), ("talks/b.txt", "b.txt"), ("talks/out", "/"),
    ] {
      #expect(symlink(target, folder.path + "/" + link) == 0)
    }
    let files = InputFiles([folder.path + "/talks"])
    #expect(files.files.map(\.stem) == ["a/a"])
    #expect(files.failures == [])
  }

  @Test("of a folder that are no files, such as pipes, are left out")
  func pipes() throws {
    let folder = try TemporaryFolder()
    try folder.write("題", to: "talks/a.txt")
    #expect(mkfifo(folder.path + "/talks/b.txt", 0o600) == 0)
    let files = InputFiles([folder.path + "/talks"])
    #expect(files.files.map(\.stem) == ["a"])
    #expect(files.skipped == [folder.path + "/talks/b.txt"])
  }

  @Test("named by the user are taken whatever they are called, in their order")
  func named() throws {
    let folder = try TemporaryFolder()
    let paths = try ["z.pdf", "README.md", ".hidden", "a.tar.gz", "labels.jsonl"].map {
      try folder.write("x", to: $0)
    }
    let files = InputFiles(paths + ["-"])
    #expect(files.files.map(\.path) == paths + ["-"])
    #expect(
      files.files.map(\.stem) == ["z", "README", ".hidden", "a.tar", "labels", "stdin"])
    #expect(files.labelFiles == [])
  }

  @Test("that are missing are told with a remedy, and the others read")
  func missing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("題\n", to: "a.txt")
    let reading = Reading(of: [folder.path + "/none.txt", path])
    #expect(
      reading.failures == [
        IngestionError(
          .missing, at: SourceLocation(path: folder.path + "/none.txt"),
          reason: "no such file or folder", remedy: "check the path")
      ])
    #expect(reading.talks.map(\.title) == ["題"])
  }

  @Test("that cannot be opened are told, and the others read", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let closed = try folder.write("題\n", to: "a.txt")
    try folder.write("話\n", to: "b.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    let reading = Reading(of: [folder.path])
    #expect(
      reading.failures == [
        IngestionError(
          .unreadable, at: SourceLocation(path: closed), reason: "the file cannot be opened",
          remedy: "check its permissions")
      ])
    #expect(reading.talks.map(\.title) == ["話"])
  }

  @Test("of one folder may have every format")
  func formats() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,title\nc,表\n", to: "1.csv")
    try folder.write("{\"id\":\"j\",\"title\":\"行\"}\n{\"id\":\"k\"}\n", to: "2.jsonl")
    try folder.write("文\n---\n二\n", to: "3.md")
    try folder.write("{\"id\":\"l\",\"title\":\"中身\"}\n", to: "4.txt")
    try folder.write("", to: "5.txt")
    let reading = Reading(of: [folder.path])
    #expect(reading.talks.map(\.id) == ["c", "j", "3", "l"])
    #expect(
      reading.ingested.map(\.layout) == [.table, .talkLines, .transcript, .talkLines])
    #expect(
      names(reading.failures.map(\.description), in: folder) == [
        "2.jsonl:2: no 'title', 'slides' or 'text'; give the talk one of them",
        "5.txt: the file is empty; give a file with a talk in it",
      ])
  }
}
