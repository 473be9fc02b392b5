internal import ArgumentParser
internal import Shogen

/// The `shogen` command: parse, wire, print, exit; the work is in the libraries.
@main
struct ShogenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shogen",
    abstract: "Places conference talks on a map of two axes, and says why.",
    discussion: """
      Reads Japanese slide text (Speaker Deck pages, plain transcripts, JSONL, CSV), \
      classifies it with a small linear model, and learns from labelled talks.

      Exit codes: 0 all good, 1 nothing could be done, 2 some records failed, \
      64 wrong usage, 65 bad data under --strict, 66 input missing, 74 input or output \
      failed, 141 the reader of the output closed it.
      """,
    version: version,
    subcommands: [
      ClassifyVerb.self, IngestVerb.self, TrainVerb.self, EvaluateVerb.self, ReviewVerb.self,
      ExplainVerb.self, MapVerb.self, CompareVerb.self,
      KeywordsVerb.self, TokenizeVerb.self, LexiconVerb.self, ModelVerb.self, ExportVerb.self,
      VectorsVerb.self, BenchVerb.self, ManualVerb.self,
    ])

  /// The version, those of ICU and Unicode, and what cuts words here.
  private static var version: String {
    let versions =
      "\(ShogenVersion.number) (ICU \(UnicodeVersions.icu), Unicode \(UnicodeVersions.unicode))"
    // Asked for at every start; making tables to tell is for those who want to know.
    guard CommandLine.arguments.contains("--version") else { return versions }
    return "\(versions)\nwords are cut by \(SegmentationEngine.prepare())"
  }
}
