import Compliance

/// Finds what can be changed in a file of a plugin.
struct MutationFinder {
  private let text: LuaText
  private let plugin: PluginFiles
  private let tenken: Set<String>
  private let outcomes: [String: String]
  private var found: [Found] = []

  /// A mutation whose place is still to be told.
  private struct Found {
    let start: Int
    let kind: Mutation.Kind
    let before: String
    let after: String
    let changes: [Mutation.Change]
    let lines: ClosedRange<Int>
  }

  /// Each comparison by one that is true in one more case or in one fewer, and by its opposite.
  private static let comparisons: [String: (bound: String?, opposite: String)] = [
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": (nil, "~="), "~=": (nil, "=="),
  ]
  /// Each outcome by those that a mistake would most harm by.
  private static let outcomes: [String: [String]] = [
    "pass": ["fail"], "fail": ["pass", "unknown"], "unknown": ["pass"], "notapplicable": ["pass"],
  ]
  private static let needMessage: Set<String> = ["fail", "unknown"]

  /// The mutations of a file in the order of the text.
  static func mutations(of text: LuaText, in plugin: PluginFiles) -> [Mutation] {
    var finder = MutationFinder(text, plugin)
    for part in text.parts { finder.take(part) }
    // The parts come in the order of their ends; what begins at one place stays as it came.
    let found = finder.found.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
    return zip(found, text.positions(of: found.map(\.start))).map { found, position in
      Mutation(
        place: plugin.place(text.name, line: position.line, column: position.column), kind: found.kind,
        before: found.before, after: found.after, file: text.name, changes: found.changes, lines: found.lines)
    }
  }

  private init(_ text: LuaText, _ plugin: PluginFiles) {
    self.text = text
    self.plugin = plugin
    (tenken, outcomes) = text.outcomeNames(Set(Self.outcomes.keys))
  }

  private mutating func take(_ part: LuaPart) {
    switch part {
    case .comparison(let comparison):
      guard let others = Self.comparisons[comparison.word.text] else { return }
      for other in [others.bound, comparison.isCondition ? nil : others.opposite].compactMap(\.self) {
        add(
          .comparison, at: comparison.word.range, comparison.whole, [.init(range: comparison.word.range, text: other)])
      }
    case .logical(let logical):
      let whole = logical.left.lowerBound..<logical.right.upperBound
      for operand in [logical.left, logical.right] {
        add(.operand, at: whole, whole, leaving(operand, of: whole))
      }
    case .negation(let negation):
      add(.negation, at: negation.whole, negation.whole, leaving(negation.operand, of: negation.whole))
    case .condition(let word, let range):
      // A loop that always goes on would only meet the time limit.
      let values = word == .if ? [true, false] : [word == .until]
      for value in values where text.text(range) != "\(value)" {
        add(.condition(always: value), at: range, range, [.init(range: range, text: "\(value)")])
      }
    case .returned(let range): add(.returned, at: range, range, [.init(range: range, text: "")])
    case .call(let call): take(call)
    case .local, .table: break
    }
  }

  private mutating func take(_ call: LuaPart.Call) {
    guard let first = call.callee.first, let last = call.callee.last else { return }
    let outcome: String
    if call.callee.count == 1, let named = outcomes[first.text] {
      outcome = named
    } else if call.callee.count == 3, tenken.contains(first.text), call.callee.dropFirst().first?.text == ".",
      Self.outcomes[last.text] != nil
    {
      outcome = last.text
    } else {
      return
    }
    let callee = first.range.lowerBound..<last.range.upperBound
    for other in Self.outcomes[outcome] ?? [] {
      var changes = [Mutation.Change(range: callee, text: "require(\"tenken\").\(other)")]
      if let arguments = call.arguments, Self.needMessage.contains(other) {
        changes.append(.init(range: arguments, text: "(\"changed\")"))
      }
      add(.outcome(from: outcome, to: other), at: callee, callee, changes, after: other)
    }
  }

  /// The changes after which there is only an operand, as an expression with one value, which it had as an operand.
  private func leaving(_ operand: Range<Int>, of whole: Range<Int>) -> [Mutation.Change] {
    let end = text.text(max(operand.lowerBound, operand.upperBound - 3)..<operand.upperBound)
    let (open, close) = [")", "}", "\"", "'", "]", "..."].contains { end.hasSuffix($0) } ? ("(", ")") : ("", "")
    return [
      .init(range: whole.lowerBound..<operand.lowerBound, text: open),
      .init(range: operand.upperBound..<whole.upperBound, text: close),
    ]
  }

  private mutating func add(
    _ kind: Mutation.Kind, at shown: Range<Int>, _ whole: Range<Int>, _ changes: [Mutation.Change], after: String? = nil
  ) {
    let last = text.line(of: max(whole.lowerBound, whole.upperBound - 1))
    found.append(
      Found(
        start: shown.lowerBound, kind: kind, before: text.line(whole), after: after ?? changed(whole, changes),
        changes: changes, lines: text.line(of: whole.lowerBound)...last))
  }

  /// A part of the text after changes, on one line.
  private func changed(_ whole: Range<Int>, _ changes: [Mutation.Change]) -> String {
    let changes = changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return LuaText.line { count in
      var bytes: [UInt8] = []
      var position = whole.lowerBound
      for change in changes where bytes.count < count {
        bytes += text.source[position..<change.range.lowerBound].prefix(count) + Array(change.text.utf8)
        position = change.range.upperBound
      }
      return (bytes + text.source[position..<whole.upperBound].prefix(count)).prefix(count)
    }
  }
}
