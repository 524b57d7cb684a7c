import Compliance

/// Values as Lua's source writes them.
enum LuaWriting {
  /// The words that cannot be names (Lua 5.4, 3.1).
  static let reservedWords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
    "not", "or",
    "repeat", "return", "then", "true", "until", "while",
  ]

  /// A string literal. Whatever the text holds, it ends where the literal does.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\0": literal += "\\0"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// A text in both languages.
  static func text(_ text: LocalizedText) -> String { "{ ja = \(string(text.ja)), en = \(string(text.en)) }" }

  /// A list of strings.
  static func list(_ items: [String]) -> String { "{ \(items.map(string).joined(separator: ", ")) }" }
}
