import Compliance

/// A Lua file of a plugin, taken apart.
struct LuaText {
  /// The path within the plugin.
  let name: String
  let source: [UInt8]
  let tokens: [LuaToken]
  let comments: [LuaComment]
  let parts: [LuaPart]
  /// Where each line begins, in bytes.
  private let starts: [Int]

  /// Takes a file apart.
  /// - Throws: ``LuaTextFault`` if it is not Lua.
  init(_ name: String, _ source: [UInt8]) throws(LuaTextFault) {
    self.name = name
    self.source = source
    (tokens, comments) = try LuaLexer.read(source)
    parts = try LuaParser.read(tokens)
    // As the lexer counts: `\r\n` and `\n\r` end one line.
    var starts = [0]
    var position = 0
    while position < source.count {
      let byte = source[position]
      position += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if position < source.count, source[position] != byte,
        source[position] == UInt8(ascii: "\n") || source[position] == UInt8(ascii: "\r")
      {
        position += 1
      }
      starts.append(position)
    }
    self.starts = starts
  }

  /// The line and the column in characters of a position, counted from 1.
  func position(of offset: Int) -> (line: Int, column: Int) {
    let line = line(of: offset)
    let start = starts[line - 1]
    return (line, text(start..<max(start, offset)).count + 1)
  }

  /// The lines and columns of positions where words begin, in the order of the text. A line is counted through once for all of them.
  func positions(of offsets: [Int]) -> [(line: Int, column: Int)] {
    var (last, position) = (0, (line: 1, column: 1))
    return offsets.map { offset in
      let line = line(of: offset)
      if line != position.line { (last, position) = (starts[line - 1], (line, 1)) }
      // What stands before a word is no part of its first character.
      position.column += text(last..<offset).count
      last = offset
      return position
    }
  }

  /// The line of a position, counted from 1.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// A part of the text.
  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  /// A part of the text on one line, cut where it is long.
  func line(_ range: Range<Int>) -> String { Self.line { source[range].prefix($0) } }

  /// A text on one line, cut where it is long. No more of it is read than is shown.
  /// - Parameter first: gives that many of its first bytes, and fewer if it has no more.
  static func line<Bytes: Collection<UInt8>>(_ first: (Int) -> Bytes) -> String {
    var count = longestLine * 4
    while true {
      let bytes = first(count)
      let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isWhole = bytes.count < count
      // The last character of a part may be cut.
      if line.count > longestLine + (isWhole ? 0 : 1) { return line.prefix(longestLine - 1) + "…" }
      if isWhole { return line }
      count *= 2
    }
  }

  private static let longestLine = 60

  /// The names by which the outcomes of `tenken` go in this file, such as `fail` after `local fail = tenken.fail`.
  func outcomeNames(_ outcomes: Set<String>) -> (tenken: Set<String>, outcomes: [String: String]) {
    var (tenken, named): (Set<String>, [String: String]) = (["tenken"], [:])
    for case .local(let names, let values) in parts {
      for (name, value) in zip(names, values) {
        let words = value.map(\.text).filter { $0 != "(" && $0 != ")" }
        if words.count == 2, words[0] == "require", words[1].dropFirst().dropLast() == "tenken" { tenken.insert(name) }
        if words.count == 3, tenken.contains(words[0]), words[1] == ".", outcomes.contains(words[2]) {
          named[name] = words[2]
        }
      }
    }
    return (tenken, named)
  }
}
