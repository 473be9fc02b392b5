internal import ArgumentParser
internal import Shogen

/// `shogen manual`: the manual page, made of what the command says of itself.
struct ManualVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man.",
    discussion: "To read it: shogen manual | man -l -")

  func run() async throws {
    try await exiting { _ in
      let sink = try OutputSink()
      try sink.write(ManualPage(try CommandDescription.current()).text)
      try sink.finish()
      return .good
    }
  }
}
