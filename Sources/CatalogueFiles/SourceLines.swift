/// The lines of a source document, as bytes: official text is compared exactly.
struct SourceLines {
  /// The most lines of other columns that may stand between two lines of a text. The table of editions 5.2 and 6.0 has 33.
  static let widestGap = 40

  private let lines: [[UInt8]]

  /// Cuts a document into lines. The tags `<p>` and `</p>`, which a table's cells brought along, are left out.
  init(_ bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    let ended = bytes.last == newline ? bytes.dropLast() : bytes[...]
    lines = ended.split(separator: newline, omittingEmptySubsequences: false).map { line in
      Self.tags.reduce(Array(line)) { Self.without($1, $0) }
    }
  }

  /// How many lines there are.
  var count: Int { lines.count }

  /// The line with a number, from 1.
  subscript(number: Int) -> String? {
    lines.indices.contains(number - 1) ? String(decoding: lines[number - 1], as: UTF8.self) : nil
  }

  /// The line in which a text, or its first line, stands; nil if there is none.
  func number(of text: String) -> Int? {
    let first = Array(Self.lines(of: text)[0].utf8)
    return lines.firstIndex { Self.range(of: first, in: $0) != nil }.map { $0 + 1 }
  }

  /// The first line of a text that does not stand where it should: the first anywhere in the line of that number, the others
  /// behind it, in order. Cells of other columns may stand between the lines, and before a line with a space behind them; only
  /// the last line may be followed by more.
  /// - Returns: the line of the text and the number of the line that was looked at for it; nil if all is as it should be.
  func difference(of text: String, at number: Int) -> (text: String, number: Int)? {
    let quoted = Self.lines(of: text)
    guard lines.indices.contains(number - 1) else { return (quoted[0], number) }
    let line = lines[number - 1]
    let first = Array(quoted[0].utf8)
    guard quoted.count > 1 ? line.hasSuffix(first) : Self.range(of: first, in: line) != nil else {
      return (quoted[0], number)
    }
    var index = number - 1
    for (position, rest) in quoted.enumerated().dropFirst() {
      let bytes = Array(rest.utf8)
      let isLast = position == quoted.count - 1
      let window = lines.indices.dropFirst(index + 1).prefix(Self.widestGap + 1)
      guard let next = window.first(where: { Self.begins(bytes, in: lines[$0], andEnds: !isLast) }) else {
        return (rest, index + 2)
      }
      index = next
    }
    return nil
  }

  /// Whether a text begins where a cell may begin, and, if it must, ends where the line ends.
  private static func begins(_ text: [UInt8], in line: [UInt8], andEnds mustEnd: Bool) -> Bool {
    let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    let starts =
      mustEnd ? [line.count - text.count] : [0] + line.indices.filter { blanks.contains(line[$0]) }.map { $0 + 1 }
    return starts.contains { start in
      start >= 0 && line[start...].starts(with: text) && (start == 0 || blanks.contains(line[start - 1]))
    }
  }

  private static func lines(of text: String) -> [String] {
    // The separator is kept as an empty line, so that there is always a first.
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static let tags = ["<p>", "</p>"].map { Array($0.utf8) }

  private static func without(_ tag: [UInt8], _ line: [UInt8]) -> [UInt8] {
    var line = line
    while let range = range(of: tag, in: line) { line.removeSubrange(range) }
    return line
  }

  private static func range(of part: [UInt8], in whole: [UInt8]) -> Range<Int>? {
    guard let first = part.first else { return 0..<0 }
    var start = 0
    while let next = whole[start...].firstIndex(of: first) {
      if whole[next...].starts(with: part) { return next..<next + part.count }
      start = next + 1
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
