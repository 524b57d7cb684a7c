/// A word of a Lua text, with where it stands.
struct LuaToken: Hashable {
  /// What kind of word it is.
  enum Kind: Hashable {
    case name
    case keyword
    case number
    case string
    /// An operator or a bracket.
    case symbol
    /// What follows the last word.
    case end
  }

  let kind: Kind
  /// The word as it is written; of a string, with its quotes.
  let text: String
  /// Where it stands, in bytes.
  let range: Range<Int>
  /// The line on which it begins, counted from 1.
  let line: Int
}

/// A comment of a Lua text.
struct LuaComment: Hashable {
  /// What it says, without the hyphens and brackets around it.
  let text: String
  /// The line on which it begins, counted from 1.
  let line: Int
}

/// Why a text is not Lua.
struct LuaTextFault: Error, Hashable {
  /// The line, counted from 1.
  let line: Int
}
