import Compliance
import Wording

/// The rows of a table, one at a time, and the text of their cells by position.
protocol RowSource: ~Copyable {
  /// Looks at the beginning of the file.
  /// - Returns: what is wrong with it if it holds no table.
  mutating func open() -> LocalizedText?
  /// Finds the row at the current line.
  mutating func scan() -> TableRow
  /// Goes on to the next row.
  mutating func pass()
  /// Says that the row was the header, which may reach further down.
  mutating func endHeader()
  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  mutating func finish() -> String?
  /// Goes to where the rows of a slice begin, and ends where they do.
  mutating func enter(_ slice: FileSlice)
  /// Where the row begins that comes next.
  var position: FilePosition { get }

  /// What reads plain rows many at a time; nil if nothing does.
  func plainRows(_ declaration: SourceDeclaration, _ header: TableHeader, conceals: Bool) -> PlainRows?
  /// Adds the rows from the current line on to a batch as long as they are plain.
  mutating func fill(_ batch: inout RecordBatch, _ plain: PlainRows)
  /// Remembers how the row's cells were read.
  func remember(_ record: Record, _ header: TableHeader, _ plain: PlainRows)

  /// The file, and where it holds several tables, which of them.
  var placeName: String { get }
  /// The line where the row begins, once it has been found.
  var line: Int { get }
  /// How the file is encoded, as far as it has been read.
  var encodingName: String { get }
  /// How many cells the row has.
  var cellCount: Int { get }
  /// The position of the first cell of the row with something in it; nil for a blank row.
  var firstCellThatIsNotBlank: Int? { get }

  /// The position of the last cell with something in it at or behind a position; nil if all there are blank.
  func lastCell(beyond width: Int) -> Int?
  /// Whether a row that begins with this cell sums up the rows above it.
  func isTotal(_ first: Int) -> Bool
  /// The name by which people know a cell of the row, as `C7`; nil where cells have none.
  func name(of cell: Int) -> String?
  /// Appends a cell of the row in UTF-8.
  /// - Throws: why it has no value.
  func decode(_ cell: Int, to bytes: inout [UInt8]) throws(ValueFault)
}

extension RowSource where Self: ~Copyable {
  mutating func endHeader() {}
  func name(of cell: Int) -> String? { nil }
  mutating func enter(_ slice: FileSlice) {}
  var position: FilePosition { .beginning }
  func plainRows(_ declaration: SourceDeclaration, _ header: TableHeader, conceals: Bool) -> PlainRows? { nil }
  mutating func fill(_ batch: inout RecordBatch, _ plain: PlainRows) {}
  func remember(_ record: Record, _ header: TableHeader, _ plain: PlainRows) {}
}

/// What is at the current line of a table.
enum TableRow {
  /// A row; it is there until `pass`.
  case row
  /// A row whose cells cannot be told apart, why, and its line. It has been passed already.
  case broken(LocalizedText, line: Int)
  /// The file cannot be read further, and why.
  case unreadable(LocalizedText)
  case end
}

/// Reads the records of a table: the rows below its header.
final class TableReader<Rows: RowSource & ~Copyable>: FileReader {
  private enum State {
    case unopened
    case header(HeaderSearch)
    case records(TableHeader)
    case done
  }

  private let declaration: SourceDeclaration
  private let name: String
  private var state = State.unopened
  private var rows: Rows
  private var counts = (records: 0, refused: 0, skipped: 0)
  private(set) var header: DetectedHeader?
  private var plain: PlainRows?
  private let slice: FileSlice?

  /// - Parameter slice: the part of the file whose rows are read; nil for all of it.
  init(
    _ file: SourceFile, of declaration: SourceDeclaration, rows: consuming Rows, slice: FileSlice? = nil
  ) {
    self.declaration = declaration
    self.slice = slice
    name = file.name
    self.rows = rows
  }

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: rows.finish(), encoding: rows.encodingName, records: counts.records,
      refused: counts.refused, skipped: counts.skipped, columns: header?.found(of: declaration) ?? [])
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    while true {
      switch state {
      case .unopened:
        if let fault = rows.open() { return fail(Problem(at: Place(file: name), fault)) }
        state = .header(HeaderSearch(declaration.columns, file: rows.placeName))
      case .header(var search):
        state = .done
        if let problem = findHeader(&search) { return fail(problem) }
      case .records(let header):
        guard let step = nextRecord(header, &builder) else {
          state = .done
          return nil
        }
        return step
      case .done:
        return nil
      }
    }
  }

  var position: FilePosition? { slice == nil ? nil : rows.position }

  func fill(_ batch: inout RecordBatch, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    while true {
      if case .records(let header) = state {
        if plain == nil { plain = rows.plainRows(declaration, header, conceals: builder.conceals) }
        let before = batch.count
        if let plain { rows.fill(&batch, plain) }
        counts.records += batch.count - before
      }
      if batch.isFull { return .record }
      // The one row that was not plain, and perhaps what stands before the first.
      guard let step = next(&builder) else { return nil }
      guard case .record = step else { return step }
      batch.append(builder.record)
    }
  }

  private func fail(_ problem: Problem) -> RecordReader.Step {
    state = .done
    return .failed(problem)
  }

  /// Reads on to the header, or to the end of a file that holds nothing but blank rows.
  private func findHeader(_ search: inout HeaderSearch) -> Problem? {
    while true {
      let answer: HeaderSearch.Answer
      switch rows.scan() {
      case .end:
        return search.hasSeenRows ? search.failure() : nil
      case .unreadable(let text):
        return Problem(at: Place(file: rows.placeName, line: rows.line), text)
      case .broken(let fault, _):
        answer = search.lookAtBroken(fault)
      case .row:
        if rows.firstCellThatIsNotBlank == nil {
          counts.skipped += 1
          rows.pass()
          continue
        }
        answer = search.look(at: headerCells(&search), line: rows.line)
        rows.pass()
      }
      switch answer {
      case .title: counts.skipped += 1
      case .failed(let problem): return problem
      case .header(let header):
        rows.endHeader()
        self.header = header.detected
        state = .records(header)
        if let slice {
          rows.enter(slice)
          // What stands above is counted with the first slice.
          if slice.start.offset > 0 { counts = (0, 0, 0) }
        }
        return nil
      }
    }
  }

  private func headerCells(_ search: inout HeaderSearch) -> [String] {
    var texts: [String] = []
    for cell in 0..<rows.cellCount {
      var text: [UInt8] = []
      do throws(ValueFault) {
        try rows.decode(cell, to: &text)
      } catch {
        search.noteFault(Wording.undecodableRow(line: rows.line, encoding: rows.encodingName))
      }
      texts.append(String(decoding: text, as: UTF8.self))
    }
    return texts
  }

  private func nextRecord(_ header: TableHeader, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    while true {
      let row = rows.scan()
      let place = Place(file: rows.placeName, line: rows.line)
      switch row {
      case .end:
        return nil
      case .unreadable(let text):
        return fail(Problem(at: place, text))
      case .broken(let fault, let line):
        counts.refused += 1
        return .refused(Problem(at: Place(file: rows.placeName, line: line), fault))
      case .row:
        guard let first = rows.firstCellThatIsNotBlank, !rows.isTotal(first) else {
          counts.skipped += 1
          rows.pass()
          continue
        }
        builder.begin(at: place)
        read(header, &builder)
        let step = builder.end()
        guard case .refused(let problem) = step else {
          counts.records += 1
          if let plain { rows.remember(builder.record, header, plain) }
          rows.pass()
          return step
        }
        counts.refused += 1
        defer { rows.pass() }
        return .refused(Problem(at: cellPlace(builder.faultyColumns, header) ?? place, problem.text))
      }
    }
  }

  /// The place of the one cell that is at fault, if it is one and has a name.
  private func cellPlace(_ columns: [Int], _ header: TableHeader) -> Place? {
    guard columns.count == 1, let position = header.positions[columns[0]], let cell = rows.name(of: position) else {
      return nil
    }
    return Place(file: "\(rows.placeName)!\(cell)")
  }

  private func read(_ header: TableHeader, _ builder: inout RecordBuilder) {
    for column in header.positions.indices {
      guard let position = header.positions[column] else { continue }
      if position < rows.cellCount {
        builder.read(column, header: header.titles[column]) { bytes throws(ValueFault) in
          try rows.decode(position, to: &bytes)
        }
      } else {
        builder.readNothing(column, header: header.titles[column])
      }
    }
    if let last = rows.lastCell(beyond: header.width) {
      builder.note(Wording.surplusCells(found: last + 1, headers: header.width))
    }
  }
}
