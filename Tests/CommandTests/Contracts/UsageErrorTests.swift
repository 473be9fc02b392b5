import TestSupport
import Testing

@Suite("Messages about usage")
struct UsageErrorTests {
  private static func usage(_ arguments: [String], _ message: String) -> ErrorCase {
    ErrorCase(
      id: arguments.joined(separator: " "), arguments: arguments,
      said: .first("Error: " + message), status: 64)
  }

  private static let twice = "standard input (-) can be read once only"

  static let cases = [
    usage(["classify"], "Missing expected argument '<inputs> ...'"),
    usage(["explode"], "Unexpected argument 'explode'"),
    usage(["classify", "tiny.jsonl", "--workers", "0"], "--workers must be 1 or more"),
    usage(["bench", "tiny.jsonl", "--workers", "0"], "--workers must be 1 or more"),
    usage(
      ["classify", "tiny.jsonl", "--workers", "many"],
      "The value 'many' is invalid for '--workers <workers>'"),
    usage(
      ["classify", "tiny.jsonl", "--format", "xml"],
      "The value 'xml' is invalid for '--format <format>'. "
        + "Please provide one of 'table', 'jsonl' or 'csv'."),
    usage(
      ["classify", "tiny.jsonl", "--column", "x"],
      "--column x: write field=name, for example text=本文"),
    usage(["classify", "-", "-"], twice),
    usage(["train", "-", "--labels", "-", "-o", "new"], twice),
    usage(["evaluate", "tiny.jsonl", "--labels", "-", "--labels", "-"], twice),
    usage(["train", "tiny.jsonl"], "Missing expected argument '--output <folder>'"),
    usage(["train", "tiny.jsonl", "-o", "new", "--C=-1"], "--C must be above 0"),
    usage(["train", "tiny.jsonl", "-o", "new", "--C=nan"], "--C must be above 0"),
    usage(["train", "tiny.jsonl", "-o", "new", "--C=inf"], "--C must be above 0"),
    usage(["train", "tiny.jsonl", "-o", "new", "--C", "-1"], "Missing value for '--C <C>'"),
    usage(
      ["evaluate", "tiny.jsonl", "--folds", "1"],
      "--folds must be 2 or more and --repeats 1 or more"),
    usage(
      ["evaluate", "tiny.jsonl", "--title-weight=-1"], "--title-weight must be 0 or more"),
    usage(
      ["evaluate", "tiny.jsonl", "--maximum-vocabulary", "0"],
      "--minimum-document-frequency and --maximum-vocabulary must be 1 or more"),
    usage(
      ["evaluate", "tiny.jsonl", "--model", "model", "--permutations=-1"],
      "--permutations must be 0 or more"),
    usage(["map", "tiny.jsonl", "--top=-1"], "--top must be 0 or more"),
    usage(["map", "-", "--labels", "-"], twice),
    usage(
      ["map", "tiny.jsonl", "--undecided-below", "1.5"], "--undecided-below must be from 0 to 1"),
    usage(["compare", "tiny.jsonl"], "compare takes two inputs, A and B, and got 1"),
    usage(
      ["compare", "a", "b", "--names", "one"],
      "--names one: write two names, for example 2023,2024"),
    usage(["explain", "tiny.jsonl", "--top=-1"], "--top must be 0 or more"),
    usage(["keywords", "tiny.jsonl", "--top=-1"], "--top must be 0 or more"),
    usage(["model", "model", "--top=-1"], "--top must be 0 or more"),
    usage(["train", "tiny.jsonl", "-o", "new", "--top=-1"], "--top must be 0 or more"),
    usage(
      ["bench", "tiny.jsonl", "--seconds", "nan"],
      "--rounds must be 1 or more and --seconds 0 or more"),
    usage(
      ["bench", "tiny.jsonl", "--rounds", "0"],
      "--rounds must be 1 or more and --seconds 0 or more"),
  ]

  @Test("say which option is wrong, with exit code 64", arguments: cases)
  func messages(_ example: ErrorCase) throws {
    #expect(try example.check().output == "")
  }
}
