/// Finds where a key of a table constructor stands in a Lua file. Lua tells no lines of table entries, so the text is searched for
/// `key =` and `["key"] =`; a key that is written otherwise has no place, and its table's line is told instead.
struct KeyPlaces {
  private struct Position {
    let line: Int
    let offset: Int
  }

  private let lines: [[UInt8]]
  /// Where each key stands, in the order of the text. Made in one pass, since a plugin has as many keys as lines.
  private let keys: [String: [Position]]

  init(of source: [UInt8]) {
    lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    var keys: [String: [Position]] = [:]
    for (index, text) in lines.enumerated() {
      var start = 0
      while start < text.count {
        let (key, end) = Self.word(in: text, at: start)
        if let key, start == 0 || !Self.isNameByte(text[start - 1]), Self.isAssigned(text, end) {
          keys[String(decoding: key, as: UTF8.self), default: []].append(Position(line: index + 1, offset: start))
        }
        start = end
      }
    }
    self.keys = keys
  }

  /// Where a key stands first, at or after a line; line and column count from 1.
  func position(of key: String, after line: Int) -> (line: Int, column: Int)? {
    guard line >= 1, let position = keys[key]?.first(where: { $0.line >= line }) else { return nil }
    return (position.line, column(of: position.offset, in: lines[position.line - 1]))
  }

  /// A name, or a quoted one in brackets, that begins at a position, and where what begins there ends.
  private static func word(in text: [UInt8], at start: Int) -> (key: ArraySlice<UInt8>?, end: Int) {
    if isNameByte(text[start]), text[start] != UInt8(ascii: ".") {
      var end = start + 1
      while end < text.count, isNameByte(text[end]), text[end] != UInt8(ascii: ".") { end += 1 }
      return (text[start..<end], end)
    }
    guard text[start] == UInt8(ascii: "["), start + 1 < text.count else { return (nil, start + 1) }
    let quote = text[start + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = text[(start + 2)...].firstIndex(of: quote), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "]")
    else { return (nil, start + 1) }
    return (text[(start + 2)..<close], close + 2)
  }

  /// Whether an equals sign that is no comparison follows.
  private static func isAssigned(_ text: [UInt8], _ end: Int) -> Bool {
    var next = end
    while next < text.count, text[next] == UInt8(ascii: " ") || text[next] == UInt8(ascii: "\t") { next += 1 }
    guard next < text.count, text[next] == UInt8(ascii: "=") else { return false }
    return next + 1 >= text.count || text[next + 1] != UInt8(ascii: "=")
  }

  /// Where a quoted string stands first, at or after a line.
  func position(ofString string: String, after line: Int) -> (line: Int, column: Int)? {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let word = Array(string.utf8)
    return search(from: line) { text, start in
      let end = start + word.count + 1
      guard end < text.count, quotes.contains(text[start]), text[start] == text[end] else { return false }
      return text[(start + 1)..<end].elementsEqual(word)
    }
  }

  private func search(from line: Int, _ matches: ([UInt8], Int) -> Bool) -> (line: Int, column: Int)? {
    guard line >= 1, line <= lines.count else { return nil }
    for number in line...lines.count {
      let text = lines[number - 1]
      for start in text.indices where matches(text, start) {
        return (number, column(of: start, in: text))
      }
    }
    return nil
  }

  private func column(of offset: Int, in text: [UInt8]) -> Int {
    String(decoding: text[..<offset], as: UTF8.self).count + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
