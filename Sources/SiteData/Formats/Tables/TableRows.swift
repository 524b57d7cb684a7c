import Compliance

/// The rows of a CSV or TSV file as raw cells, and the way to turn a cell into UTF-8. Not copyable, because a copy of a position
/// in a file is a mistake, and because copying it cell by cell would cost more than the reading.
struct TableRows: ~Copyable {
  /// What is at the current line.
  enum Row {
    /// A row; it is there until `pass`.
    case row
    /// A row whose cells cannot be told apart, and why. It has been passed already.
    case broken(LocalizedText)
    /// The file cannot be read further.
    case unreadable(ReadFailure)
    case end
  }

  private var input: ByteInput
  private var scanner: RowScanner
  /// How to decode; nil until a byte beyond ASCII asks for a decision.
  private var charset: Charset?
  /// The extent of the row that `pass` passes over.
  private var length = 0
  private var lines = 0

  /// The line where the row begins.
  private(set) var line = 1
  /// How the file is encoded, as far as it has been read.
  private(set) var encodingName = Charset.utf8.name

  init(_ file: SourceFile, delimiter: UInt8, chunkSize: Int) {
    input = ByteInput(file, chunkSize: chunkSize)
    scanner = RowScanner(delimiter: delimiter)
  }

  /// Looks at the beginning of the file.
  /// - Returns: false if it is an Excel workbook and no text.
  mutating func open(declared: TextEncoding?) -> Bool {
    let signature = input.open(declared: declared)
    (charset, encodingName) = signature.encoding(declared: declared)
    return signature.content != .workbook
  }

  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  mutating func finish() -> String? { input.finish() }

  /// The cells of the row.
  var cells: [RawCell] { scanner.cells }

  /// Finds the row at the current line.
  mutating func scan() -> Row {
    while true {
      switch scanWaiting() {
      case .needsMore:
        input.fill(atLeast: input.available + 1)
      case .end:
        return input.failure.map { .unreadable($0) } ?? .end
      case .fault(let fault, let skip, let linesBefore):
        if let failure = input.failure { return .unreadable(failure) }
        input.consume(skip)
        let text = fault.text(line: line + linesBefore)
        input.skipLine()
        line += linesBefore + 1
        return .broken(text)
      case .row(let length, let lines):
        // After an error the last row may be cut anywhere.
        if let failure = input.failure, length == input.available { return .unreadable(failure) }
        if scanner.hasNonASCII, charset == nil {
          let detected = input.detectCharset()
          (charset, encodingName) = (detected, detected.name)
        }
        (self.length, self.lines) = (length, lines)
        return .row
      }
    }
  }

  private mutating func scanWaiting() -> ScannedRow {
    // A reference of its own to the bytes, given back before anything changes them: no copy is made.
    let window = input.window
    return scanner.scan(window.span.extracting(input.position..<input.end), isAtEnd: input.isAtEnd)
  }

  /// Goes on to the next row.
  mutating func pass() {
    input.consume(length)
    line += lines
  }

  /// Appends a cell of the row in UTF-8. Throws what ``Charset/append(_:to:)`` throws.
  func decode(_ cell: RawCell, to bytes: inout [UInt8]) throws(ValueFault) {
    let raw = input.window.span.extracting(extent(cell))
    if cell.hasDoubledQuotes {
      let single = withSingleQuotes(raw)
      try decode(single.span, to: &bytes)
    } else {
      try decode(raw, to: &bytes)
    }
  }

  private func decode(_ text: Span<UInt8>, to bytes: inout [UInt8]) throws(ValueFault) {
    if scanner.hasNonASCII, let charset {
      try charset.append(text, to: &bytes)
    } else {
      appendBytes(text, to: &bytes)
    }
  }

  /// The first cell of the row with something in it; nil for a blank row.
  var firstCellThatIsNotBlank: RawCell? {
    cells.first { !isBlankRaw(input.window.span.extracting(extent($0))) }
  }

  /// The position of the last cell with something in it at or behind a position; nil if all there are blank.
  func lastCell(beyond width: Int) -> Int? {
    guard cells.count > width else { return nil }
    return cells[width...].lastIndex { !isBlankRaw(input.window.span.extracting(extent($0))) }
  }

  /// Whether a row that begins with this cell sums up the rows above it.
  func isTotal(_ first: RawCell) -> Bool {
    guard TotalRow.mayBe(input.window.span.extracting(extent(first))) else { return false }
    var text: [UInt8] = []
    do throws(ValueFault) {
      // A cell that cannot be decoded is refused later, if anyone reads it.
      try decode(first, to: &text)
    } catch {
      return false
    }
    return TotalRow.isTotal(text)
  }

  private func extent(_ cell: RawCell) -> Range<Int> {
    cell.range.lowerBound + input.position..<cell.range.upperBound + input.position
  }
}

/// The content of a quoted cell with each doubled quote made one.
private func withSingleQuotes(_ raw: Span<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(raw.count)
  var isSecond = false
  for index in raw.indices {
    let isQuote = raw[index] == UInt8(ascii: "\"")
    if !isQuote || !isSecond { result.append(raw[index]) }
    isSecond = isQuote && !isSecond
  }
  return result
}
