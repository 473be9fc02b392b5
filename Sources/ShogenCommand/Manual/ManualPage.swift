internal import Shogen

/// The manual page of the command: every verb and option, from the command's own
/// description, with what no option says.
struct ManualPage {
  private let command: CommandDescription.Command

  init(_ description: CommandDescription) { command = description.command }

  /// The page in the language of troff's `man` macros; the same on every machine.
  var text: String {
    let name = command.commandName
    return
      ".TH \(name.uppercased()) 1 \"\(ShogenVersion.date)\" \"\(name) \(ShogenVersion.number)\"\n"
      + ManualText.section("NAME")
      + ManualText.escaped("\(name) - \(Self.withoutStop(command.abstract ?? ""))") + "\n"
      + ManualText.section("SYNOPSIS") + synopsis
      + ManualText.section("DESCRIPTION")
      + ManualText.paragraphs(Self.paragraphs(of: command.discussion))
      + ManualText.section("VERBS") + verbs.map(verb).joined()
      + ManualSections.exitStatus + ManualSections.environment + ManualSections.files
      + ManualSections.examples + ManualSections.seeAlso
  }

  private var verbs: [CommandDescription.Command] {
    (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  private var synopsis: String {
    verbs.map { verb in
      let arguments = Self.displayed(verb)
      let options =
        arguments.contains { $0.kind != .positional } ? " [\(ManualText.italic("options"))]" : ""
      let inputs = arguments.filter { $0.kind == .positional }.map { " " + Self.usage($0) }
      return ManualText.bold("\(command.commandName) \(verb.commandName)") + options
        + inputs.joined()
    }.joined(separator: "\n.br\n") + "\n"
  }

  private func verb(_ verb: CommandDescription.Command) -> String {
    let arguments = Self.displayed(verb)
    return ManualText.subsection("\(command.commandName) \(verb.commandName)")
      + ManualText.paragraphs(
        Self.paragraphs(of: verb.abstract) + Self.paragraphs(of: verb.discussion))
      + arguments.map { argument in
        ManualText.entry(Self.term(argument), Self.meaning(of: argument))
      }.joined()
  }

  /// What a verb takes; help and version, which all have, are left out.
  private static func displayed(
    _ verb: CommandDescription.Command
  ) -> [CommandDescription.Argument] {
    (verb.arguments ?? []).filter { argument in
      argument.shouldDisplay && !["help", "version"].contains(argument.valueName)
    }
  }

  private static func usage(_ argument: CommandDescription.Argument) -> String {
    let name = ManualText.italic(argument.valueName ?? "")
    let repeated = name + (argument.isRepeating ? " ..." : "")
    return argument.isOptional ? "[\(repeated)]" : repeated
  }

  private static func term(_ argument: CommandDescription.Argument) -> String {
    guard let names = argument.names, !names.isEmpty else { return usage(argument) }
    let typed = names.map { ManualText.bold($0.typed) }.joined(separator: ", ")
    return argument.kind == .flag
      ? typed : typed + " " + ManualText.italic(argument.valueName ?? "")
  }

  private static func meaning(of argument: CommandDescription.Argument) -> [String] {
    var first = argument.abstract ?? ""
    // How many cores there are is the machine's affair.
    if let value = argument.defaultValue, argument.valueName != "workers" {
      first += " (default: \(value))"
    }
    return [first] + (argument.discussion.map { [$0] } ?? [])
  }

  private static func paragraphs(of text: String?) -> [String] {
    (text ?? "").split(separator: "\n\n").map(String.init)
  }

  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
