import CSiteData
import Compliance
import Wording

/// The rows of a CSV or TSV file as raw cells, and the way to turn a cell into UTF-8. Not copyable, because a copy of a position
/// in a file is a mistake, and because copying it cell by cell would cost more than the reading.
struct TableRows: RowSource, ~Copyable {
  let placeName: String
  private let declared: TextEncoding?
  private let file: SourceFile
  private let chunkSize: Int
  private var input: ByteInput
  /// The offset from which on rows belong to the next slice.
  private var end = Int.max
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

  init(_ file: SourceFile, declared: TextEncoding?, delimiter: UInt8, chunkSize: Int, isSliced: Bool = false) {
    placeName = file.name
    self.declared = declared
    self.file = file
    self.chunkSize = chunkSize
    input = isSliced ? ByteInput(file, from: 0, chunkSize: chunkSize) : ByteInput(file, chunkSize: chunkSize)
    scanner = RowScanner(delimiter: delimiter)
  }

  mutating func open() -> LocalizedText? {
    let signature = input.open(declared: declared)
    (charset, encodingName) = signature.encoding(declared: declared)
    return signature.content == .workbook ? Wording.workbook : nil
  }

  mutating func finish() -> String? { input.finish() }

  mutating func enter(_ slice: FileSlice) {
    end = slice.end
    if let known = slice.charset { (charset, encodingName) = (known, known.name) }
    guard slice.start.offset > 0 else { return }
    input = ByteInput(file, from: slice.start.offset, chunkSize: chunkSize)
    line = slice.start.line
  }

  var position: FilePosition { FilePosition(offset: input.offset, line: line) }

  var cellCount: Int { scanner.cells.count }

  mutating func scan() -> TableRow {
    if input.offset >= end { return .end }
    while true {
      switch scanWaiting() {
      case .needsMore:
        input.fill(atLeast: input.available + 1)
      case .end:
        return input.failure.map { .unreadable($0.text) } ?? .end
      case .fault(let fault, let skip, let linesBefore):
        if let failure = input.failure { return .unreadable(failure.text) }
        input.consume(skip)
        let text = fault.text(line: line + linesBefore)
        input.skipLine()
        defer { line += linesBefore + 1 }
        return .broken(text, line: line)
      case .row(let length, let lines):
        // After an error the last row may be cut anywhere.
        if let failure = input.failure, length == input.available { return .unreadable(failure.text) }
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

  mutating func pass() {
    input.consume(length)
    line += lines
  }

  // MARK: - Many rows at a time

  func plainRows(_ declaration: SourceDeclaration, _ header: TableHeader, conceals: Bool) -> PlainRows? {
    declaration.repeatsRows
      ? nil : PlainRows(declaration, header, delimiter: scanner.delimiter, conceals: conceals)
  }

  mutating func fill(_ batch: inout RecordBatch, _ plain: PlainRows) {
    // After an error the last row may be cut anywhere, and is for `scan` to tell.
    while input.failure == nil {
      let (bytes, lines, stop) = readPlain(&batch, plain)
      input.consume(bytes)
      line += lines
      guard stop == TP_ROWS_MORE, !input.isAtEnd else { return }
      input.fill(atLeast: input.available + 1)
    }
  }

  private func readPlain(
    _ batch: inout RecordBatch, _ plain: PlainRows
  ) -> (bytes: Int, lines: Int, stop: tp_rows_stop) {
    if batch.count == 0 { batch.file = placeName }
    return plain.read(
      input.window.span.extracting(input.position..<input.end), end: max(0, end - input.offset), line: line, charset,
      into: &batch)
  }

  func remember(_ record: Record, _ header: TableHeader, _ plain: PlainRows) {
    for column in record.cells.indices where plain.remembers(column) {
      guard let position = header.positions[column], position < scanner.cells.count else { continue }
      let cell = scanner.cells[position]
      // A cell with doubled quotes is never taken for a plain one.
      if !cell.hasDoubledQuotes { plain.remember(column, input.window.span.extracting(extent(cell)), record) }
    }
  }

  /// Appends a cell of the row in UTF-8. Throws what ``Charset/append(_:to:)`` throws.
  func decode(_ cell: Int, to bytes: inout [UInt8]) throws(ValueFault) {
    let cell = scanner.cells[cell]
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

  var firstCellThatIsNotBlank: Int? {
    scanner.cells.firstIndex { !isBlankRaw(input.window.span.extracting(extent($0))) }
  }

  func lastCell(beyond width: Int) -> Int? {
    guard scanner.cells.count > width else { return nil }
    return scanner.cells[width...].lastIndex { !isBlankRaw(input.window.span.extracting(extent($0))) }
  }

  func isTotal(_ first: Int) -> Bool {
    guard TotalRow.mayBe(input.window.span.extracting(extent(scanner.cells[first]))) else { return false }
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
