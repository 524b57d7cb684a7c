import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

/// What the Tab key offers: ids within a string, names outside of one, commands behind a colon.
final class Completions {
  /// As many candidates are shown; beyond, their number is.
  private static let mostShown = 120

  private let repl: Repl
  /// The ids of all requirements in the order of their bytes, so that a prefix is found by halving.
  private var requirements: [String] = []
  /// Which reading of the catalogue they are from.
  private var reading = 0

  init(_ repl: Repl) {
    self.repl = repl
    // What the first Tab would wait for is done before anybody types: the ids in order, and the start of the worker.
    _ = requirements(from: "")
    _ = repl.session.names(after: [])
  }

  /// Completes the text before the cursor.
  func complete(_ text: String) -> LineEditor.Completion {
    let place = Place(of: text)
    let candidates: [String]
    switch place {
    case .command(let word): candidates = names(ColonCommand.words, from: word)
    case .topic(let word): candidates = names(ReplTopic.all.map(\.name), from: word)
    case .name(let path, let word): candidates = names(repl.session.names(after: path), from: word)
    case .string(let function, let word, _): candidates = ids(for: function, from: word)
    }
    // What the first and the last in order share, all between them share.
    guard let first = candidates.min(), let last = candidates.max() else { return .nothing }
    let common = first.prefix(sharedWith: last)
    let rest = common.dropFirst(place.word.count)
    if candidates.count == 1 { return .insert(String(rest) + place.closing) }
    return rest.isEmpty ? .show(listing(candidates)) : .insert(String(rest))
  }

  private func names(_ names: [String], from word: String) -> [String] {
    Set(names.filter { $0.hasPrefix(word) }).sorted()
  }

  /// The ids that make sense as an argument of a function; of any other, all of them.
  private func ids(for function: String, from word: String) -> [String] {
    let desk = repl.desk
    let guidelines = { desk.catalogue.guidelines.map(\.id.description) }
    switch function {
    case "uncovered", "map", "requirements": return names(guidelines(), from: word)
    case "source": return names(desk.sources.flatMap { [$0.name, $0.declaration.id] }, from: word)
    case "run":
      return names(desk.plugins.map(\.id.description) + desk.checks.map(\.id.description), from: word)
    case "req": return requirements(from: word)
    default:
      return names(guidelines() + desk.checks.map(\.id.description), from: word) + requirements(from: word)
    }
  }

  private func requirements(from word: String) -> [String] {
    if reading != repl.desk.readings {
      requirements = repl.desk.catalogue.requirements.map(\.id.description).sorted()
      reading = repl.desk.readings
    }
    var (low, high) = (0, requirements.count)
    while low < high {
      let middle = (low + high) / 2
      if requirements[middle] < word { low = middle + 1 } else { high = middle }
    }
    return Array(requirements[low...].prefix { $0.hasPrefix(word) })
  }

  private func listing(_ candidates: [String]) -> String {
    let shown = candidates.prefix(Self.mostShown)
    let text = NameColumns.text(Array(shown), width: Terminal.width)
    let left = candidates.count - shown.count
    return left > 0 ? text + Wording.Repl.moreNames(left)[repl.desk.language] + "\n" : text
  }

  /// What stands before the cursor.
  enum Place: Equatable {
    case command(String)
    case topic(String)
    case name(path: [String], String)
    case string(function: String, String, quote: Character)

    /// What is to be completed.
    var word: String {
      switch self {
      case .command(let word), .topic(let word), .name(_, let word), .string(_, let word, _): word
      }
    }

    /// What stands behind a candidate that is the only one.
    var closing: String {
      if case .string(_, _, let quote) = self { String(quote) } else { "" }
    }

    init(of text: String) {
      if text.hasPrefix(":") {
        let words = text.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        self = words.count > 1 ? .topic(String(words[1])) : .command(String(words[0]))
        return
      }
      var quote: Character?
      var start = text.startIndex
      var isEscaped = false
      for index in text.indices {
        let character = text[index]
        if let open = quote {
          if !isEscaped, character == open { quote = nil }
          isEscaped = !isEscaped && character == "\\"
        } else if character == "\"" || character == "'" {
          (quote, start) = (character, index)
        }
      }
      if let quote {
        let before = text[..<start].trimmingSuffix(while: { $0 == " " || $0 == "(" })
        let function = before.suffix(while: { $0.isLetter || $0 == "_" || $0.isNumber })
        self = .string(function: String(function), String(text[start...].dropFirst()), quote: quote)
        return
      }
      let isPart = { (character: Character) in
        character == "_" || character == "." || character == ":"
          || (character.isASCII && (character.isLetter || character.isNumber))
      }
      let path = text.suffix(while: isPart).split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == ":" }
      ).map(String.init)
      self = .name(path: path.dropLast(), path.last ?? "")
    }
  }
}

extension StringProtocol {
  fileprivate func prefix(sharedWith other: String) -> SubSequence {
    var (a, b) = (startIndex, other.startIndex)
    while a < endIndex, b < other.endIndex, self[a] == other[b] {
      formIndex(after: &a)
      other.formIndex(after: &b)
    }
    return self[..<a]
  }

  fileprivate func suffix(while fits: (Character) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, fits(self[index(before: start)]) { formIndex(before: &start) }
    return self[start...]
  }

  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> SubSequence {
    self[..<suffix(while: fits).startIndex]
  }
}
