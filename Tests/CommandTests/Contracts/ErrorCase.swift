import TestSupport
import Testing

/// A run that fails, and all it must say.
///
/// It runs in a folder of its own that has ``files``, `tiny.jsonl` and the fixture's
/// model in `model/`, so that messages have short paths.
struct ErrorCase: CustomTestStringConvertible, Sendable {
  /// How standard error is compared.
  enum Said: Sendable {
    /// All of it.
    case exactly(String)
    /// Its first line; usage follows.
    case first(String)
  }

  var id: String
  var files: [String: [UInt8]] = [:]
  var input = ""
  var arguments: [String]
  var said: Said
  var status: Int32
  /// The file of `model/` to change, and how.
  var damage: (file: String, change: @Sendable (inout [UInt8]) -> Void)?

  var testDescription: String { id }

  /// Words that stand in the texts of every case and must stay out of messages.
  static let secret = "秘密の本文"

  /// A line of talk JSONL with the secret in title and text.
  static func talk(_ id: String, _ labels: String = "") -> String {
    #"{"id":"\#(id)","title":"\#(secret)","text":"\#(secret)","labels":{\#(labels)}}"# + "\n"
  }

  /// A line of talk JSONL with a pole on both axes.
  static func talk(_ id: String, depth: String, scope: String = "independent") -> String {
    talk(id, #""depth":"\#(depth)","scope":"\#(scope)""#)
  }

  /// Runs the command.
  func run() throws -> CommandRun {
    let fixture = try CommandFixture.shared()
    let folder = try TemporaryFolder()
    try fixture.copyModel(to: folder, changing: damage?.file ?? "") { damage?.change(&$0) }
    try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    return try CommandRun(arguments, input: input, in: folder.path)
  }
}

extension [UInt8] {
  /// The UTF-8 bytes of a text.
  static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Replaces the first occurrence of a text.
  mutating func replace(_ text: String, with other: String) {
    let whole = String(decoding: self, as: UTF8.self)
    guard let range = whole.firstRange(of: text) else { return removeAll() }
    self = Array(whole.replacingCharacters(in: range, with: other).utf8)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
