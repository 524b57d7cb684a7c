import Compliance
import Wording

/// What can be said to the REPL itself, behind a colon.
enum ColonCommand: Equatable {
  case help
  case doc(String)
  case reload
  case quit
  case unknown(String)

  static let words = ["doc", "help", "quit", "reload"]

  /// Reads a line that begins with a colon; nil for any other. Lua has no statement that begins with one colon alone.
  init?(_ line: String) {
    guard line.hasPrefix(":"), !line.hasPrefix("::") else { return nil }
    let words = line.dropFirst().split(separator: " ", maxSplits: 1)
    let argument = words.count > 1 ? words[1].trimmed : ""
    switch words.first {
    case "help"?, "h"?: self = .help
    case "doc"?: self = .doc(argument)
    case "reload"?, "r"?: self = .reload
    case "quit"?, "q"?, "exit"?: self = .quit
    default: self = .unknown(words.first.map(String.init) ?? "")
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// Something that `:doc` explains.
typealias ReplTopic = Wording.ReplTopic

extension ColonCommand {
  /// What a command shows.
  func text(in language: Language) -> String? {
    switch self {
    case .help: return Wording.Repl.help[language] + "\n"
    case .doc(""):
      let column = ReplTopic.all.map(\.usage.count).max() ?? 0
      return ReplTopic.all.map { topic in
        topic.usage.padded(to: column + 2) + topic.summary[language] + "\n"
      }.joined()
    case .doc(let name):
      guard let topic = ReplTopic.all.first(where: { $0.name == name }) else {
        return Wording.Repl.noTopic(name, meant: nearest(to: name, among: ReplTopic.all.map(\.name)))[language] + "\n"
      }
      return "\(topic.usage)\n    \(topic.summary[language])\n" + (topic.details.map { "\n\($0[language])\n" } ?? "")
    case .unknown(let word):
      return Wording.Repl.unknownCommand(word, meant: nearest(to: word, among: Self.words))[language] + "\n"
    case .reload, .quit: return nil
    }
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String { self + String(repeating: " ", count: max(0, count - self.count)) }
}
