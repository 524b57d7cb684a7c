/// As much of Swift's grammar as it takes to find the texts in a source file: names, punctuation, and string literals with what they
/// interpolate. Comments and white space are left out; regular expression literals are not known.
struct SwiftSource {
  indirect enum Token: Equatable {
    /// An identifier, a keyword, a closure's `$0`, or a number.
    case word(String)
    /// One character of anything else.
    case mark(Character)
    /// A string literal.
    case text([Segment])
  }

  enum Segment: Equatable {
    case words(String)
    case interpolation([Token])
  }

  /// A token with the line that it begins on, from 1.
  struct Located {
    let token: Token
    let line: Int
  }

  let tokens: [Located]

  init(_ source: String) {
    var scanner = Scanner(source)
    tokens = scanner.tokens(until: nil)
  }

  /// The tokens of the arguments of each call that begins with the label `ja`, without the parentheses, and the call's line.
  var calls: [(line: Int, arguments: [Token])] {
    var calls: [(Int, [Token])] = []
    for index in tokens.indices.dropFirst() where index + 1 < tokens.count {
      guard tokens[index - 1].token == .mark("("), tokens[index].token == .word("ja"),
        tokens[index + 1].token == .mark(":")
      else {
        continue
      }
      var depth = 0
      let rest = tokens[index...].prefix { located in
        if case .mark(let mark) = located.token {
          if "([{".contains(mark) { depth += 1 }
          if ")]}".contains(mark) { depth -= 1 }
        }
        return depth >= 0
      }
      calls.append((tokens[index - 1].line, rest.map(\.token)))
    }
    return calls
  }
}

private struct Scanner {
  private let characters: [Character]
  private var position = 0
  private var line = 1

  init(_ source: String) { characters = Array(source) }

  private func looking(at text: String) -> Bool {
    let text = Array(text)
    return position + text.count <= characters.count && Array(characters[position..<position + text.count]) == text
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < characters.count {
      if characters[position].isNewline { line += 1 }
      position += 1
    }
  }

  /// The tokens up to the end of the source, or to the parenthesis that closes an interpolation.
  mutating func tokens(until closing: Character?) -> [SwiftSource.Located] {
    var tokens: [SwiftSource.Located] = []
    var depth = 0
    while position < characters.count {
      let character = characters[position]
      let start = line
      if looking(at: "//") {
        while position < characters.count, !characters[position].isNewline { advance() }
      } else if looking(at: "/*") {
        while position < characters.count, !looking(at: "*/") { advance() }
        advance(2)
      } else if character == "\"" || looking(at: "#\"") || looking(at: "##\"") {
        tokens.append(.init(token: .text(literal()), line: start))
      } else if character.isLetter || character.isNumber || character == "_" || character == "$" {
        var word = ""
        while position < characters.count,
          characters[position].isLetter || characters[position].isNumber || "_$".contains(characters[position])
        {
          word.append(characters[position])
          advance()
        }
        tokens.append(.init(token: .word(word), line: start))
      } else if character.isWhitespace {
        advance()
      } else {
        if character == "(" { depth += 1 }
        if character == ")" {
          if depth == 0, closing == ")" {
            advance()
            return tokens
          }
          depth -= 1
        }
        tokens.append(.init(token: .mark(character), line: start))
        advance()
      }
    }
    return tokens
  }

  private mutating func literal() -> [SwiftSource.Segment] {
    var hashes = ""
    while characters[position] == "#" {
      hashes.append("#")
      advance()
    }
    let quote = (looking(at: "\"\"\"") ? "\"\"\"" : "\"")
    advance(quote.count)
    var segments: [SwiftSource.Segment] = []
    var words = ""
    while position < characters.count, !looking(at: quote + hashes) {
      if looking(at: "\\\(hashes)(") {
        if !words.isEmpty { segments.append(.words(words)) }
        words = ""
        advance(2 + hashes.count)
        segments.append(.interpolation(tokens(until: ")").map(\.token)))
      } else if looking(at: "\\\(hashes)") {
        advance(1 + hashes.count)
        // What an escape stands for does not matter here, and the letter that spells it must not count as one.
        words.append(" ")
        if looking(at: "u{") { while position < characters.count, characters[position] != "}" { advance() } }
        advance()
      } else {
        words.append(characters[position])
        advance()
      }
    }
    advance(quote.count + hashes.count)
    if !words.isEmpty { segments.append(.words(words)) }
    return segments
  }
}
