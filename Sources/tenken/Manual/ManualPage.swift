import Compliance
import Reports
import Wording

/// The manual page of the whole command, in the macros of man(7).
struct ManualPage {
  private let tree: CommandTree
  private let version: String
  private let language: Language

  init(_ tree: CommandTree, version: String, language: Language) {
    self.tree = tree
    self.version = version
    self.language = language
  }

  /// The page.
  var text: String {
    typealias Words = Wording.Setup
    let root = tree.command
    var lines = [".TH TENKEN 1 \"\" \"Tenken \(version)\""]
    // Neither stretched nor hyphenated: options are to be found again.
    lines += [".ad l", ".nh"]
    lines += section(Words.name) + [plain("\(root.commandName) - \(root.abstract ?? "")")]
    lines += section(Words.synopsis) + root.verbs.flatMap(synopses)
    lines += section(Words.verbs) + root.verbs.flatMap(descriptions)
    lines += section(Words.files) + Words.fileList.flatMap { item($0.path, $0.text[language]) }
    lines += section(Words.environment) + Words.environmentList.flatMap { item($0.path, $0.text[language]) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ heading: LocalizedText) -> [String] { [".SH \(heading[language])"] }

  private func item(_ tag: String, _ text: String) -> [String] {
    [".TP", "\\fB\(plain(tag))\\fR"] + paragraphs(text)
  }

  /// Each verb that does something itself, with its options.
  private func synopses(_ command: CommandTree.Command) -> [String] {
    if !command.verbs.isEmpty { return command.verbs.flatMap(synopses) }
    let words = ["\\fB\(plain(command.path.joined(separator: " ")))\\fR"]
    return [(words + options(command).map(usage)).joined(separator: " "), ".br"]
  }

  private func descriptions(_ command: CommandTree.Command) -> [String] {
    if !command.verbs.isEmpty { return command.verbs.flatMap(descriptions) }
    var lines = [".SS \"\(plain(command.path.joined(separator: " ")))\""]
    lines += paragraphs([command.abstract, command.discussion].compactMap(\.self).joined(separator: "\n"))
    for option in options(command) { lines += item(option) }
    return lines
  }

  private func options(_ command: CommandTree.Command) -> [CommandTree.Argument] {
    (command.arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  private func usage(_ argument: CommandTree.Argument) -> String {
    let name = (argument.names ?? []).first { $0.kind == "long" } ?? argument.names?.first
    let value = "\\fI\(plain(argument.value))\\fR"
    let text =
      switch argument.kind {
      case .positional: value
      case .flag: "\\fB\(plain(name?.written ?? ""))\\fR"
      case .option: "\\fB\(plain(name?.written ?? ""))\\fR \(value)"
      }
    return (argument.isOptional ? "[\(text)]" : text) + (argument.isRepeating ? "…" : "")
  }

  private func item(_ argument: CommandTree.Argument) -> [String] {
    let names = (argument.names ?? []).map { "\\fB\(plain($0.written))\\fR" }.joined(separator: ", ")
    let value = argument.kind == .flag ? "" : "\\fI\(plain(argument.value))\\fR"
    let preset = argument.defaultValue.map { Wording.Setup.preset($0)[language] } ?? ""
    let tag = [names, value].filter { !$0.isEmpty }.joined(separator: " ")
    return [".TP", tag] + paragraphs((argument.abstract ?? "") + preset)
  }

  /// The lines of a text, each ended as it is written.
  private func paragraphs(_ text: String) -> [String] {
    let lines = text.split(separator: "\n").map { plain(String($0)) }
    return Array(lines.map { [$0] }.joined(separator: [".br"]))
  }

  /// A text in which nothing means anything to troff(7).
  private func plain(_ text: String) -> String {
    var escaped = ""
    var mayBreak = false
    for character in text {
      // groff breaks lines at spaces alone; \: is a place where it may, too (groff(7)). No line begins with a closing mark.
      let isWide = NameColumns.width(of: String(character)) == 2
      if mayBreak, isWide, !"、。」』)".contains(character) { escaped += "\\:" }
      mayBreak = isWide && !"「『(".contains(character)
      switch character {
      case "\\": escaped += "\\e"
      // Minus, so that options can be copied.
      case "-": escaped += "\\-"
      default: escaped.append(character)
      }
    }
    return escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped
  }
}
