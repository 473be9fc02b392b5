import TestSupport
import Testing

@Suite("Messages about the usage of learning verbs")
struct LearningUsageTests {
  private static func usage(_ arguments: [String], _ message: String) -> ErrorCase {
    ErrorCase(
      id: arguments.joined(separator: " "), arguments: arguments,
      said: .first("Error: " + message), status: 64)
  }

  private static let twice = "standard input (-) can be read once only"
  private static let strengths =
    "--lexicon-strength, --vector-strength and --unlabelled-strength must be 0 or more"

  static let cases = [
    usage(["review"], "Missing expected argument '<inputs> ...'"),
    usage(["review", "tiny.jsonl", "--add", "more.jsonl"], "--add retrains: say where with -o"),
    usage(
      ["review", "tiny.jsonl", "-o", "new"],
      "-o goes with --add; 'shogen train' trains without corrections"),
    usage(
      ["review", "tiny.jsonl", "--labels-output", "new"], "--labels-output goes with --add"),
    usage(["review", "tiny.jsonl", "--top=-1"], "--top must be 0 or more"),
    usage(["review", "-", "--labels", "-"], twice),
    usage(["review", "-", "--add", "-", "-o", "new"], twice),
    usage(["lexicon", "tiny.jsonl"], "give a lexicon by --lexicon"),
    usage(["lexicon", "-", "--labels", "-", "--lexicon", "l.tsv"], twice),
    usage(["vectors"], "Missing expected argument '<source>'"),
    usage(["vectors", "v.vec"], "Missing expected argument '--output <file>'"),
    usage(
      ["evaluate", "tiny.jsonl", "--learning-curve", "30;70"],
      "--learning-curve 30;70: write sizes as in 30,70,200"),
    usage(
      ["evaluate", "tiny.jsonl", "--learning-curve", "1,5"],
      "--learning-curve 1,5: write sizes as in 30,70,200"),
    usage(
      ["evaluate", "tiny.jsonl", "--learning-curve", ""],
      "--learning-curve : write sizes as in 30,70,200"),
    usage(
      ["evaluate", "tiny.jsonl", "--learning-curve", "5", "--model", "model"],
      "--learning-curve trains models; leave --model out"),
    usage(
      ["evaluate", "tiny.jsonl", "--other-model", "model"],
      "--other-model is compared with --model; give both"),
    usage(
      ["evaluate", "tiny.jsonl", "--without", "pairs", "--model", "model"],
      "--without trains twice; leave --model and --learning-curve out"),
    usage(["evaluate", "tiny.jsonl", "--draws", "0"], "--draws must be 1 or more"),
    usage(["train", "tiny.jsonl", "-o", "new", "--vector-strength=-1"], strengths),
    usage(["train", "tiny.jsonl", "-o", "new", "--lexicon-strength=nan"], strengths),
    usage(["train", "tiny.jsonl", "-o", "new", "--unlabelled-strength=-1"], strengths),
    usage(["train", "-", "-o", "new", "--unlabelled", "-"], twice),
    usage(
      ["classify", "tiny.jsonl", "--undecided-below", "1.5"],
      "--undecided-below must be from 0 to 1"),
    usage(
      ["classify", "tiny.jsonl", "--error-rate", "1.1"],
      "--error-rate must be from 0 to 1"),
    usage(
      ["classify", "tiny.jsonl", "--error-rate", "0.1", "--undecided-below", "0.6"],
      "give --undecided-below or --error-rate, not both"),
    usage(
      ["classify", "tiny.jsonl", "--undecided-below", "nan"],
      "--undecided-below must be from 0 to 1"),
  ]

  @Test("say which option is wrong, with exit code 64", arguments: cases)
  func messages(_ example: ErrorCase) throws {
    #expect(try example.check().output == "")
  }
}
