import Foundation
import TestSupport
import Testing

@Suite("Environment")
struct EnvironmentTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private static let bold = "\u{1B}[1m"

  @Test("an empty environment and another folder change nothing")
  func emptyEnvironment() throws {
    let elsewhere = try TemporaryFolder()
    for arguments in [
      ["classify", fixture.talks, "--model", fixture.model],
      ["evaluate", fixture.talks, "--model", fixture.model, "--permutations", "2"],
      ["explain", fixture.talks, "--model", fixture.model, "--id", "t07"],
      ["keywords", fixture.talks], ["tokenize", fixture.talks], ["model", fixture.model],
      ["--version"],
    ] {
      let usual = try CommandRun(arguments)
      let bare = try CommandRun(arguments, in: elsewhere.path, environment: [:])
      #expect(bare.status == 0)
      #expect(bare.output == usual.output)
      #expect(bare.errors == "")
    }
  }

  @Test("the model in the working folder is the default")
  func defaultModel() throws {
    let folder = try TemporaryFolder()
    for file in ["model.json", "weights.safetensors", "lexicon.tsv"] {
      try folder.write(
        fixture.folder.bytes(of: "model/" + file), to: "Models/sre-quadrant/" + file)
    }
    let run = try CommandRun(["classify", fixture.talks], in: folder.path)
    let named = try CommandRun(["classify", fixture.talks, "--model", fixture.model])
    #expect(run.status == 0)
    #expect(run.output == named.output)
  }

  @Test("colors are for those who ask, and for terminals")
  func color() throws {
    let arguments = ["classify", fixture.talks, "--model", fixture.model]
    let plain = try CommandRun(arguments)
    #expect(!plain.output.contains("\u{1B}"))
    #expect(try CommandRun(arguments + ["--color", "never"]).output == plain.output)
    let colored = try CommandRun(
      arguments + ["--color", "always"], environment: ["NO_COLOR": "1"])
    #expect(colored.output.hasPrefix(Self.bold + "題名"))
    let stripped = colored.output.replacing(Self.bold, with: "").replacing("\u{1B}[0m", with: "")
    #expect(stripped == plain.output)
  }

  @Test(
    "on a terminal the heading is bold unless NO_COLOR is set",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func terminal() throws {
    let command =
      "'\(CommandRun.executable)' classify '\(fixture.talks)' --model '\(fixture.model)'"
    func screen(_ environment: [String: String]) throws -> String {
      try CommandRun(
        ["-qec", command, "/dev/null"], environment: environment, program: "/usr/bin/script"
      ).output
    }
    let path = ["PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"]
    #expect(try screen(path).contains(Self.bold + "題名"))
    #expect(try screen(path.merging(["NO_COLOR": ""]) { $1 }).contains(Self.bold))
    let plain = try screen(path.merging(["NO_COLOR": "1"]) { $1 })
    #expect(plain.contains("題名"))
    #expect(!plain.contains(Self.bold))
  }
}
