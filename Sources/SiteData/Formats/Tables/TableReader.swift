import Compliance
import Wording

/// Reads the records of a CSV or TSV file.
final class TableReader: FileReader {
  private enum State {
    case unopened
    case header(HeaderSearch)
    case records(TableHeader)
    case done
  }

  private let declaration: SourceDeclaration
  private let name: String
  private var state = State.unopened
  private var rows: TableRows
  private var counts = (records: 0, refused: 0, skipped: 0)

  init(_ file: SourceFile, of declaration: SourceDeclaration, delimiter: UInt8, chunkSize: Int) {
    self.declaration = declaration
    name = file.name
    rows = TableRows(file, delimiter: delimiter, chunkSize: chunkSize)
  }

  func evidence() -> SourceEvidence? {
    SourceEvidence(
      source: declaration.id, file: name, sha256: rows.finish(), encoding: rows.encodingName, records: counts.records,
      refused: counts.refused, skipped: counts.skipped)
  }

  func next(_ builder: inout RecordBuilder) -> RecordReader.Step? {
    while true {
      switch state {
      case .unopened:
        guard rows.open(declared: declaration.encoding) else {
          return fail(Problem(at: Place(file: name), Wording.workbook))
        }
        state = .header(HeaderSearch(declaration.columns, file: name))
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

  private func fail(_ problem: Problem) -> RecordReader.Step {
    state = .done
    return .failed(problem)
  }

  /// Reads on to the header, or to the end of a file that holds nothing but blank rows.
  private func findHeader(_ search: inout HeaderSearch) -> Problem? {
    while true {
      let line = rows.line
      let answer: HeaderSearch.Answer
      switch rows.scan() {
      case .end:
        return search.hasSeenRows ? search.failure() : nil
      case .unreadable(let failure):
        return Problem(at: Place(file: name, line: line), failure.text)
      case .broken(let fault):
        answer = search.lookAtBroken(fault)
      case .row:
        if rows.firstCellThatIsNotBlank == nil {
          counts.skipped += 1
          rows.pass()
          continue
        }
        answer = search.look(at: headerCells(&search), line: line)
        rows.pass()
      }
      switch answer {
      case .title: counts.skipped += 1
      case .failed(let problem): return problem
      case .header(let header):
        state = .records(header)
        return nil
      }
    }
  }

  private func headerCells(_ search: inout HeaderSearch) -> [String] {
    rows.cells.map { cell in
      var text: [UInt8] = []
      do throws(ValueFault) {
        try rows.decode(cell, to: &text)
      } catch {
        search.noteFault(Wording.undecodableRow(line: rows.line, encoding: rows.encodingName))
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private func nextRecord(_ header: TableHeader, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    while true {
      let place = Place(file: name, line: rows.line)
      switch rows.scan() {
      case .end:
        return nil
      case .unreadable(let failure):
        return fail(Problem(at: place, failure.text))
      case .broken(let fault):
        counts.refused += 1
        return .refused(Problem(at: place, fault))
      case .row:
        guard let first = rows.firstCellThatIsNotBlank, !rows.isTotal(first) else {
          counts.skipped += 1
          rows.pass()
          continue
        }
        builder.begin(at: place)
        read(header, &builder)
        rows.pass()
        let step = builder.end()
        if case .record = step { counts.records += 1 } else { counts.refused += 1 }
        return step
      }
    }
  }

  private func read(_ header: TableHeader, _ builder: inout RecordBuilder) {
    for column in header.positions.indices {
      guard let position = header.positions[column] else { continue }
      if position < rows.cells.count {
        builder.read(column, header: header.titles[column]) { bytes throws(ValueFault) in
          try rows.decode(rows.cells[position], to: &bytes)
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
