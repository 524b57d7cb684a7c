/// Divides a text into the words of Lua 5.4 (manual, 3.1), as llex.c does.
struct LuaLexer {
  private let source: [UInt8]
  private var position = 0
  private var line = 1
  private var tokens: [LuaToken] = []
  private var comments: [LuaComment] = []

  private static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
    "not",
    "or", "repeat", "return", "then", "true", "until", "while",
  ]
  /// Longer ones first, so that the longest that fits counts.
  private static let symbols = [
    "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "+", "-", "*", "/", "%", "^", "#", "&", "~", "|", "<",
    ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
  ].map { (text: $0, bytes: Array($0.utf8)) }

  /// The words of a text, the last of which is its end, and its comments.
  /// - Throws: ``LuaTextFault`` where no word of Lua stands.
  static func read(_ source: [UInt8]) throws(LuaTextFault) -> (tokens: [LuaToken], comments: [LuaComment]) {
    var lexer = LuaLexer(source)
    try lexer.run()
    return (lexer.tokens, lexer.comments)
  }

  private init(_ source: [UInt8]) { self.source = source }

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < source.count ? source[position + offset] : nil
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  private mutating func run() throws(LuaTextFault) {
    while let byte = self.byte() {
      switch byte {
      case ascii("\n"), ascii("\r"): newline()
      case ascii(" "), ascii("\t"), 0x0B, 0x0C: position += 1
      case ascii("-") where self.byte(1) == ascii("-"): try comment()
      case ascii("\""), ascii("'"): try string(byte)
      case ascii("[") where bracketLevel() != nil: try longString()
      case ascii("[") where self.byte(1) == ascii("="): throw LuaTextFault(line: line)
      case _ where isDigit(byte): try number()
      case ascii(".") where self.byte(1).map(isDigit) ?? false: try number()
      case _ where isLetter(byte): word()
      default: try symbol()
      }
    }
    tokens.append(LuaToken(kind: .end, text: "", range: position..<position, line: line))
  }

  private mutating func add(_ kind: LuaToken.Kind, from start: Int, line: Int) {
    tokens.append(LuaToken(kind: kind, text: text(start..<position), range: start..<position, line: line))
  }

  /// Passes over the end of a line, which may have two bytes.
  private mutating func newline() {
    let first = byte()
    position += 1
    if let second = self.byte(), second == ascii("\n") || second == ascii("\r"), second != first { position += 1 }
    line += 1
  }

  private mutating func word() {
    let start = position
    while let byte = self.byte(), isLetter(byte) || isDigit(byte) { position += 1 }
    add(Self.keywords.contains(text(start..<position)) ? .keyword : .name, from: start, line: line)
  }

  private mutating func symbol() throws(LuaTextFault) {
    for symbol in Self.symbols where source[position...].starts(with: symbol.bytes) {
      position += symbol.bytes.count
      add(.symbol, from: position - symbol.bytes.count, line: line)
      return
    }
    throw LuaTextFault(line: line)
  }

  /// A numeral: digits, letters of hexadecimal ones, points, and a sign behind the letter of an exponent.
  private mutating func number() throws(LuaTextFault) {
    let start = position
    let isHexadecimal = byte() == ascii("0") && (byte(1) == ascii("x") || byte(1) == ascii("X"))
    let exponent = isHexadecimal ? [ascii("p"), ascii("P")] : [ascii("e"), ascii("E")]
    if isHexadecimal { position += 2 }
    var (points, digits, exponents, exponentDigits) = (0, 0, 0, 0)
    while let byte = self.byte() {
      if exponents == 0, exponent.contains(byte) {
        exponents = 1
        position += 1
        if let sign = self.byte(), sign == ascii("+") || sign == ascii("-") { position += 1 }
        continue
      }
      if byte == ascii(".") {
        points += exponents == 0 ? 1 : 2
      } else if exponents == 0 ? isDigit(byte) || isHexadecimal && isHexadecimalDigit(byte) : isDigit(byte) {
        if exponents == 0 { digits += 1 } else { exponentDigits += 1 }
      } else {
        break
      }
      position += 1
    }
    let isFollowed = byte().map(isLetter) ?? false
    guard points <= 1, digits > 0, exponents == 0 || exponentDigits > 0, !isFollowed else {
      throw LuaTextFault(line: line)
    }
    add(.number, from: start, line: line)
  }

  private mutating func string(_ quote: UInt8) throws(LuaTextFault) {
    let (start, first) = (position, line)
    position += 1
    while let byte = self.byte() {
      switch byte {
      case quote:
        position += 1
        return add(.string, from: start, line: first)
      case ascii("\\"):
        position += 1
        switch self.byte() {
        case ascii("\n"), ascii("\r"): newline()
        case ascii("z"):
          position += 1
          skipSpace()
        case nil: throw LuaTextFault(line: line)
        default: position += 1
        }
      case ascii("\n"), ascii("\r"): throw LuaTextFault(line: line)
      default: position += 1
      }
    }
    throw LuaTextFault(line: line)
  }

  private mutating func skipSpace() {
    while let byte = self.byte() {
      switch byte {
      case ascii("\n"), ascii("\r"): newline()
      case ascii(" "), ascii("\t"), 0x0B, 0x0C: position += 1
      default: return
      }
    }
  }

  // MARK: - Long brackets

  /// The number of equals signs of the long bracket that opens here; nil if none does.
  private func bracketLevel() -> Int? {
    guard byte() == ascii("[") else { return nil }
    var level = 0
    while byte(1 + level) == ascii("=") { level += 1 }
    return byte(1 + level) == ascii("[") ? level : nil
  }

  private mutating func longString() throws(LuaTextFault) {
    let (start, first) = (position, line)
    _ = try longBracket()
    add(.string, from: start, line: first)
  }

  /// Passes over a long bracket, and gives what is in it.
  private mutating func longBracket() throws(LuaTextFault) -> Range<Int> {
    let level = bracketLevel() ?? 0
    let first = line
    position += level + 2
    let start = position
    while let byte = self.byte() {
      switch byte {
      case ascii("]"):
        var count = 0
        while self.byte(1 + count) == ascii("=") { count += 1 }
        if count == level, self.byte(1 + count) == ascii("]") {
          defer { position += level + 2 }
          return start..<position
        }
        position += 1 + count
      case ascii("\n"), ascii("\r"): newline()
      default: position += 1
      }
    }
    throw LuaTextFault(line: first)
  }

  private mutating func comment() throws(LuaTextFault) {
    let first = line
    position += 2
    if bracketLevel() != nil {
      let inside = try longBracket()
      return comments.append(LuaComment(text: text(inside), line: first))
    }
    let start = position
    while let byte = self.byte(), byte != ascii("\n"), byte != ascii("\r") { position += 1 }
    comments.append(LuaComment(text: text(start..<position), line: first))
  }
}

private func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }

private func isDigit(_ byte: UInt8) -> Bool { ascii("0")...ascii("9") ~= byte }

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || ascii("a")...ascii("f") ~= byte | 0x20
}

private func isLetter(_ byte: UInt8) -> Bool { ascii("a")...ascii("z") ~= byte | 0x20 || byte == ascii("_") }
