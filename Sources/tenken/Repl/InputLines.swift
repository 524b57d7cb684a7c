import Checks
import Wording

/// Takes lines together until they are an input, and runs it.
struct InputLines {
  private let repl: Repl
  private let name: String
  private var pending: [String] = []
  private var line = 0

  /// - Parameter name: what errors call the lines.
  init(_ repl: Repl, name: String) {
    self.repl = repl
    self.name = name
  }

  /// Whether lines wait for more.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes the next line.
  /// - Returns: nil if more lines are needed.
  mutating func take(
    _ text: String, show: (String) throws(Failure) -> Void = Terminal.out,
    wish: @escaping () -> Session.Wish = { .goOn }
  ) throws(Failure) -> Repl.Step? {
    line += 1
    if pending.isEmpty, text.allSatisfy(\.isWhitespace) { return .ran }
    pending.append(text)
    let step = try repl.run(
      pending.joined(separator: "\n"), of: name, line: line - pending.count + 1, show: show, wish: wish)
    if case .isUnfinished = step { return nil }
    pending = []
    return step
  }

  /// Counts a line that is not part of an input.
  mutating func skip() { line += 1 }

  /// Says so if lines still wait for more that does not come.
  /// - Returns: false if there were any.
  mutating func finish() throws(Failure) -> Bool {
    guard isWaiting else { return true }
    guard
      case .isUnfinished(let failure) = try repl.run(
        pending.joined(separator: "\n"), of: name, line: line - pending.count + 1)
    else { return true }
    pending = []
    try repl.fail(Wording.sentences([failure.text, Wording.Repl.inputEndsEarly]), at: failure.place)
    return false
  }

  /// Gives up the lines that wait.
  mutating func drop() { pending = [] }
}
