/// Finds where a key of a table constructor stands in a Lua file. Lua tells no lines of table entries, so the text is searched for
/// `key =` and `["key"] =`; a key that is written otherwise has no place, and its table's line is told instead.
struct KeyPlaces {
  private let lines: [[UInt8]]

  init(of source: [UInt8]) {
    lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Where a key stands first, at or after a line; line and column count from 1.
  func position(of key: String, after line: Int) -> (line: Int, column: Int)? {
    let spellings = [key, "[\"\(key)\"]", "['\(key)']"].map { Array($0.utf8) }
    return search(from: line) { text, start in
      guard let word = spellings.first(where: { text[start...].starts(with: $0) }) else { return false }
      if start > 0, isNameByte(text[start - 1]) { return false }
      var next = start + word.count
      while next < text.count, text[next] == UInt8(ascii: " ") || text[next] == UInt8(ascii: "\t") { next += 1 }
      guard next < text.count, text[next] == UInt8(ascii: "=") else { return false }
      return next + 1 >= text.count || text[next + 1] != UInt8(ascii: "=")
    }
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
        return (number, String(decoding: text[..<start], as: UTF8.self).count + 1)
      }
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
