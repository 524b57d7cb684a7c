/// Where a cell stands, counted from the beginning of its row.
struct RawCell {
  /// The content without the quotes around it.
  var range: Range<Int>
  /// Whether quotes are doubled in it.
  var hasDoubledQuotes: Bool
}

/// What a scanner saw at the beginning of the bytes.
enum ScannedRow: Equatable {
  /// The row goes on beyond the bytes.
  case needsMore
  /// A row of so many bytes with its line break, on so many lines.
  case row(length: Int, lines: Int)
  /// No row: so many bytes and line breaks come before the place from which to go on at the next line.
  case fault(RowFault, skip: Int, lines: Int)
  /// There are no bytes left.
  case end
}

/// Why the cells of a row cannot be told apart.
enum RowFault: Equatable {
  /// A quote that opens a cell is not closed before the file ends or the cell is too long.
  case openQuote
  /// There is text between a closing quote and the next delimiter, so that one of the quotes must be missing.
  case textAfterQuote
  case cellTooLong
  case rowTooLong
}

/// Splits CSV and TSV into rows and cells, on bytes: no trail byte of CP932 or UTF-8 is a quote, comma, tab or line break.
struct RowScanner {
  /// Excel holds 32767 characters a cell; this is twice that in kanji.
  static let longestCell = 65_536
  static let longestRow = 1_048_576
  /// The columns of an Excel sheet.
  static let mostCells = 16_384

  let delimiter: UInt8
  /// The cells of the row that was scanned last.
  private(set) var cells: [RawCell] = []
  /// Whether that row has a byte beyond ASCII.
  private(set) var hasNonASCII = false

  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  private static let quote = UInt8(ascii: "\"")

  /// Scans one row. The answer depends on the bytes alone, not on how many of them are there at a time.
  /// - Parameters:
  ///   - bytes: the stream from the beginning of a row.
  ///   - isAtEnd: whether the stream ends with them.
  mutating func scan(_ bytes: Span<UInt8>, isAtEnd: Bool) -> ScannedRow {
    cells.removeAll(keepingCapacity: true)
    hasNonASCII = false
    if bytes.isEmpty { return isAtEnd ? .end : .needsMore }
    var lines = 1
    var index = 0
    var seen: UInt8 = 0
    defer { hasNonASCII = seen >= 0x80 }
    while true {
      let start = index
      var hasDoubledQuotes = false
      if index < bytes.count, bytes[index] == Self.quote {
        let linesBefore = lines - 1
        index += 1
        scanQuoted: while true {
          if index - start > Self.longestCell { return .fault(.openQuote, skip: start, lines: linesBefore) }
          // A quote or CR at the very end may be one half of a pair.
          guard index + 1 < bytes.count || isAtEnd else { return .needsMore }
          guard index < bytes.count else { return .fault(.openQuote, skip: start, lines: linesBefore) }
          let byte = bytes[index]
          seen |= byte
          switch byte {
          case Self.quote:
            guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break scanQuoted }
            hasDoubledQuotes = true
            index += 2
          case 0x0A:
            lines += 1
            index += 1
          case 0x0D:
            if index + 1 == bytes.count || bytes[index + 1] != 0x0A { lines += 1 }
            index += 1
          default:
            index += 1
          }
        }
        cells.append(RawCell(range: start + 1..<index, hasDoubledQuotes: hasDoubledQuotes))
        index += 1
        while index < bytes.count, bytes[index] == 0x20, index - start <= Self.longestCell { index += 1 }
        if index == bytes.count, !isAtEnd { return .needsMore }
        if index < bytes.count, !isBreak(bytes[index]) {
          return .fault(.textAfterQuote, skip: start, lines: linesBefore)
        }
      } else {
        let limit = min(bytes.count, start + Self.longestCell + 1)
        while index < limit, !isBreak(bytes[index]) {
          seen |= bytes[index]
          index += 1
        }
        if index - start > Self.longestCell { return .fault(.cellTooLong, skip: index, lines: lines - 1) }
        if index == bytes.count, !isAtEnd { return .needsMore }
        cells.append(RawCell(range: start..<index, hasDoubledQuotes: false))
      }
      if index > Self.longestRow || cells.count > Self.mostCells {
        return .fault(.rowTooLong, skip: index, lines: lines - 1)
      }
      if index == bytes.count { return .row(length: index, lines: lines) }
      if bytes[index] == delimiter {
        index += 1
        continue
      }
      if bytes[index] == 0x0A { return .row(length: index + 1, lines: lines) }
      // CR: the LF that may follow belongs to it.
      if index + 1 < bytes.count { return .row(length: bytes[index + 1] == 0x0A ? index + 2 : index + 1, lines: lines) }
      return isAtEnd ? .row(length: index + 1, lines: lines) : .needsMore
    }
  }

  @inline(__always)
  private func isBreak(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }
}
