import Compliance
import Wording

/// Reads the names and values of a TOML document off its bytes (TOML 1.0).
struct TOMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// The last byte of this line whose column was asked for, and that column: columns are counted on from there.
  private var marked = (position: 0, column: 1)

  /// - Parameter bytes: all of the document. They must be UTF-8, or it is at fault.
  init(_ bytes: [UInt8]) throws(TreeFault) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let valid = validPrefix(bytes)
      let before = bytes[..<valid]
      let line = before.count { $0 == newline } + 1
      let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
      throw TreeFault(
        line: line, column: characters(bytes[start..<valid]) + 1, text: Wording.tomlNotUTF8, isFinal: true)
    }
  }

  /// Where the next byte is: its line, and its column in characters from 1.
  mutating func place() -> (line: Int, column: Int) {
    marked = (position, marked.column + characters(bytes[marked.position..<position]))
    return (line, marked.column)
  }

  /// A fault at the next byte.
  func fault(_ text: LocalizedText) -> TreeFault { fault(text, at: self) }

  /// A fault where the scanner was.
  private func fault(_ text: LocalizedText, at earlier: TOMLScanner) -> TreeFault {
    var earlier = earlier
    let (line, column) = earlier.place()
    return TreeFault(line: line, column: column, text: text, isFinal: true)
  }

  // MARK: - Between values

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over a mark if it stands here.
  mutating func accept(_ mark: StaticString) -> Bool {
    // A static string of ASCII, read within its length.
    let count = mark.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    let isHere = mark.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
    if isHere { position += count }
    return isHere
  }

  /// Passes over spaces and tabs.
  mutating func skipSpaces() {
    while next == space || next == tab { position += 1 }
  }

  /// Passes over spaces, comments and the ends of lines.
  mutating func skipLines() throws(TreeFault) {
    while true {
      skipSpaces()
      try skipComment()
      guard acceptLineEnd() else { return }
    }
  }

  /// Goes on to the next line that says something.
  /// - Returns: false if there is none.
  mutating func skipToExpression() throws(TreeFault) -> Bool {
    try skipLines()
    return next != nil
  }

  /// Ends a line that has said something.
  mutating func endLine() throws(TreeFault) {
    skipSpaces()
    try skipComment()
    guard next == nil || acceptLineEnd() else { throw fault(Wording.tomlMoreOnLine(found)) }
  }

  private mutating func acceptLineEnd() -> Bool {
    guard accept("\n") || accept("\r\n") else { return false }
    line += 1
    marked = (position, 1)
    return true
  }

  private mutating func skipComment() throws(TreeFault) {
    guard next == UInt8(ascii: "#") else { return }
    while let byte = next, byte != newline, !(byte == 0x0D && isLineEnd(position)) {
      if isControl(byte) { throw fault(Wording.tomlControlCharacter) }
      position += 1
    }
  }

  private func isLineEnd(_ position: Int) -> Bool { position + 1 < bytes.count && bytes[position + 1] == newline }

  /// The character that stands here. No more is shown: it may be about a person.
  private var found: String {
    String(decoding: bytes[position...].prefix(4), as: UTF8.self).first.map { shown(String($0).utf8) } ?? ""
  }

  // MARK: - Names

  /// A name in a key.
  mutating func name() throws(TreeFault) -> TOMLName {
    let start = place()
    let text: [UInt8]
    if next == quote || next == apostrophe {
      // A name in three quotes would be an empty one and what is left of them.
      text = try quoted(mayHaveLines: false)
    } else {
      let first = position
      while let byte = next, isBare(byte) { position += 1 }
      guard position > first else { throw fault(Wording.tomlNoName(found)) }
      text = Array(bytes[first..<position])
    }
    return TOMLName(text: text, at: start)
  }

  // MARK: - Values

  /// A text, a number, a date or a truth value.
  mutating func scalar() throws(TreeFault) -> [UInt8] {
    if next == quote || next == apostrophe { return try quoted(mayHaveLines: true) }
    let start = position
    while let byte = next, isBare(byte) || byte == UInt8(ascii: "+") || byte == dot || byte == colon { position += 1 }
    // A date and a time may stand apart by one space.
    if position - start == 10, next == space, isDateAndTime(start) {
      position += 1
      while let byte = next, isBare(byte) || byte == UInt8(ascii: "+") || byte == dot || byte == colon { position += 1 }
    }
    guard let value = TOMLLiteral.value(bytes[start..<position]) else {
      position = start
      throw fault(Wording.tomlNoValue)
    }
    return value
  }

  private func isDateAndTime(_ start: Int) -> Bool {
    bytes[start + 4] == UInt8(ascii: "-") && position + 1 < bytes.count && isDigit(bytes[position + 1])
  }

  /// A text in quotes, of one line or, in three quotes, of several.
  private mutating func quoted(mayHaveLines: Bool) throws(TreeFault) -> [UInt8] {
    let mark = bytes[position]
    let opening = self
    if mayHaveLines, mark == quote ? accept("\"\"\"") : accept("'''") {
      _ = acceptLineEnd()
      return try longText(mark, opening)
    }
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case mark:
        position += 1
        return text
      case backslash where mark == quote: try escape(into: &text)
      case newline, 0x0D: throw fault(Wording.tomlOpenQuote, at: opening)
      default: try take(byte, into: &text)
      }
    }
    throw fault(Wording.tomlOpenQuote, at: opening)
  }

  private mutating func longText(_ mark: UInt8, _ opening: TOMLScanner) throws(TreeFault) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = next {
      if byte == mark {
        var count = 0
        while next == mark, count < 5 {
          count += 1
          position += 1
        }
        // Up to two quotes may stand before the three that end the text.
        for _ in 0..<(count < 3 ? count : count - 3) { text.append(mark) }
        if count >= 3 { return text }
      } else if acceptLineEnd() {
        text.append(newline)
      } else if byte == backslash, mark == quote {
        if !acceptLineContinuation() { try escape(into: &text) }
      } else {
        try take(byte, into: &text)
      }
    }
    throw fault(Wording.tomlOpenQuote, at: opening)
  }

  /// A backslash at the end of a line takes the line's end and all white space behind it away.
  private mutating func acceptLineContinuation() -> Bool {
    var ahead = self
    ahead.position += 1
    ahead.skipSpaces()
    guard ahead.acceptLineEnd() else { return false }
    repeat { ahead.skipSpaces() } while ahead.acceptLineEnd()
    self = ahead
    return true
  }

  private mutating func take(_ byte: UInt8, into text: inout [UInt8]) throws(TreeFault) {
    if isControl(byte) { throw fault(Wording.tomlControlCharacter) }
    text.append(byte)
    position += 1
  }

  private mutating func escape(into text: inout [UInt8]) throws(TreeFault) {
    let start = self
    position += 1
    guard let byte = next else { throw fault(Wording.tomlBadEscape, at: start) }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(tab)
    case UInt8(ascii: "n"): text.append(newline)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case quote, backslash: text.append(byte)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "u") ? 4 : 8
      guard bytes.count - position >= count, bytes[position..<position + count].allSatisfy(isHexadecimal),
        let number = UInt32(String(decoding: bytes[position..<position + count], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      else { throw fault(Wording.tomlBadEscape, at: start) }
      position += count
      text.append(contentsOf: String(scalar).utf8)
    default: throw fault(Wording.tomlBadEscape, at: start)
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let quote = UInt8(ascii: "\"")
private let apostrophe = UInt8(ascii: "'")
private let backslash = UInt8(ascii: "\\")
private let dot = UInt8(ascii: ".")
private let colon = UInt8(ascii: ":")

/// A character that names without quotes consist of.
private func isBare(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "-")
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
}

/// A control character that may not stand in texts and comments.
private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != tab || byte == 0x7F }

/// The number of characters in UTF-8: of bytes that begin one.
private func characters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

/// The length of the longest beginning that is UTF-8.
private func validPrefix(_ bytes: [UInt8]) -> Int {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var length = 0
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
  return length
}
