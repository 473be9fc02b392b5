internal import ArgumentParser
internal import FoundationEssentials

/// What the argument parser knows of the command, decoded from its own description.
///
/// Its plugin for manual pages deletes every character that is not ASCII; its
/// description keeps them.
struct CommandDescription: Decodable {
  /// A verb, or the command itself.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
    var shouldDisplay: Bool
  }

  /// An input, an option or a flag.
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      var kind: String
      var name: String

      /// As it is typed: `-o`, `--output`.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  var command: Command

  /// The description of the command.
  ///
  /// - Throws: `DecodingError` when the argument parser describes it otherwise.
  static func current() throws -> CommandDescription {
    try JSONDecoder().decode(Self.self, from: Data(ShogenCommand._dumpHelp().utf8))
  }
}
