import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("Cutting into lines")
struct LineSplitterTests {
  /// The lines of a file, or what is said of one.
  private func lines(
    _ text: String, limit: Int = RecordParser.maximumByteCount
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let source = try ByteSource(path: folder.write(text, to: "lines"))
    var splitter = LineSplitter(source, beginning: [], maximumByteCount: limit)
    var found: [String] = []
    while true {
      // A file never has to be waited for.
      let isPaused = splitter.isPaused()
      #expect(!isPaused)
      do {
        guard let line = try splitter.next(path: "lines") else { return found }
        found.append(String(decoding: line, as: UTF8.self))
      } catch {
        found.append(error.description)
      }
    }
  }

  @Test("gives the same lines whatever their lengths and the chunks they are read in")
  func lengths() throws {
    // Around a chunk of 256 KB, and beyond what is copied.
    let sizes = [0, 1, 262_143, 262_144, 262_145, 3, 1_048_575, 1_048_576, 2_500_000, 0, 7]
    let texts = sizes.enumerated().map { index, size in
      String(repeating: "abcdefg"[index % 7], count: size)
    }
    for ending in ["\n", "\r\n"] {
      #expect(try lines(texts.joined(separator: ending)) == texts)
      #expect(try lines(texts.joined(separator: ending) + ending) == texts)
    }
    #expect(try lines("") == [])
    #expect(try lines("\n\n") == ["", ""])
  }

  @Test("a line that is too long costs itself alone", arguments: [10, 300_000, 600_000])
  func tooLong(limit: Int) throws {
    let long = String(repeating: "x", count: 900_000)
    #expect(
      try lines("first\n\(long)\nthird\n\(long)\n\(long)", limit: limit) == [
        "first", "lines:2: a line longer than \(limit) bytes; put one talk on a line", "third",
        "lines:4: a line longer than \(limit) bytes; put one talk on a line",
        "lines:5: a line longer than \(limit) bytes; put one talk on a line",
      ])
  }
}

extension String {
  fileprivate subscript(offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
