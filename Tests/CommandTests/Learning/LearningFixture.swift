import TestSupport

/// Files for the verbs that learn from few labels.
enum LearningFixture {
  /// Options under which the tiny corpus is learned in no time.
  static let quick = [
    "--minimum-document-frequency", "1", "--folds", "3", "--repeats", "2", "--no-search",
  ]

  /// Two hints and a term without any.
  static let lexicon = """
    term\tvariants\taxis\tpole\tweight
    監視\t\tdepth\tbasic\t1
    カーネル\t\tdepth\tadvanced\t1
    eBPF\t\tdepth\tbasic\t1
    全社\t\tscope\tcross-cutting\t1
    チーム\t\t\t\t

    """

  /// The tiny corpus as talk JSONL without its labels.
  static let unlabelled = TinyCorpus.talks.map { talk in
    #"{"id":"\#(talk.id)","title":"\#(talk.title)","text":"\#(talk.slides[0].text)"}"# + "\n"
  }.joined()

  /// The tiny corpus with one label of t02 flipped, and two talks without any.
  static let doubtful: String = {
    let lines = TinyCorpus.jsonLines.split(separator: "\n").map { line in
      String(line.contains(#""id":"t02""#) ? line.replacing("basic", with: "advanced") : line)
    }
    let open = [
      #"{"id":"u1","title":"監視とカーネル","text":"チームの解析"}"#,
      #"{"id":"u2","title":"全社の手順書","text":"横断組織"}"#,
    ]
    return (lines + open).map { $0 + "\n" }.joined()
  }()

  /// Runs `shogen review` on talks, in a folder of its own or one that has its files.
  static func review(
    _ arguments: [String], talks: String = doubtful, in folder: TemporaryFolder? = nil
  ) throws -> CommandRun {
    let folder = try folder ?? TemporaryFolder()
    try folder.write(talks, to: "talks.jsonl")
    return try CommandRun(["review", "talks.jsonl"] + quick + arguments, in: folder.path)
  }
}
