import Compliance
import Wording

/// A comment that says why no test need notice a change of a line: `-- no test: REASON`, on the line or alone above it.
struct MutationExcuse {
  /// The line that it excuses.
  let line: Int
  /// Where the comment is.
  let place: Place
  private let reason: String

  private static let word = "no test:"

  /// The excuses of a file.
  static func all(in text: LuaText, of plugin: PluginFiles) -> [MutationExcuse] {
    text.comments.compactMap { comment in
      let said = comment.text.drop(while: \.isWhitespace)
      guard said.hasPrefix(word) else { return nil }
      let lines = text.tokens.lazy.filter { $0.kind != .end }.map(\.line)
      let isAlone = !lines.contains(comment.line)
      return MutationExcuse(
        line: isAlone ? lines.first { $0 > comment.line } ?? comment.line : comment.line,
        place: plugin.place(text.name, line: comment.line),
        reason: String(said.dropFirst(word.count).filter { !$0.isWhitespace }))
    }
  }

  private init(line: Int, place: Place, reason: String) {
    self.line = line
    self.place = place
    self.reason = reason
  }

  /// What is wrong with the excuse itself.
  var problem: Problem? { reason.isEmpty ? Problem(at: place, Wording.excuseWithoutReason) : nil }
}
