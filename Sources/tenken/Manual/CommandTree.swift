import ArgumentParser
import FoundationEssentials

/// The verbs with their options, as the argument parser tells them (`--experimental-dump-help`, version 0 of its format).
struct CommandTree: Decodable {
  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let shouldDisplay: Bool
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// The words that call it.
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// The commands below that people are told of; the parser's own `help` is not ours to describe.
    var verbs: [Command] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional
      case option
      case flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      /// As it is typed.
      var written: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?

    /// What stands for the value: the choice where there is one, else its name.
    var value: String { allValues.map { $0.joined(separator: "|") } ?? valueName ?? "" }
  }

  let command: Command

  /// The tree of this program, in the language of its help.
  static func own() throws -> CommandTree {
    try JSONDecoder().decode(CommandTree.self, from: Data(Tenken._dumpHelp().utf8))
  }
}
