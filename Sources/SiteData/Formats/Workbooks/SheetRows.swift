import Compliance
import Glibc
import Wording

/// The rows of one sheet of an Excel workbook, read as they stream by. A cell of a merged area has the value of its first cell.
final class SheetRows: RowSource {
  /// What a cell holds.
  private enum Content {
    case blank
    case text
    /// An error such as `#N/A`.
    case error
    /// A formula whose value the workbook does not hold.
    case formula
  }

  private struct Cell {
    var content = Content.blank
    var text = 0..<0
    /// Whether it stands in the row itself and does not come from a merged area.
    var isOwn = true
  }

  /// The largest workbook in a packed file, in bytes: it is unpacked into memory, because its parts stand in any order.
  static let largestPacked = 64 << 20

  private let file: SourceFile
  private let wanted: String?
  private var workbook: Workbook?
  private var events: XMLEvents?
  private var merges = MergedAreas()
  /// The last row that the merged cells of the header reach: rows up to it are parts of the header.
  private var lastHeaderRow = 0
  private var cells: [Cell] = []
  /// The texts of the row's cells.
  private var bytes: [UInt8] = []

  private(set) var placeName: String
  private(set) var line = 0
  let encodingName = "XLSX"

  /// - Parameter sheet: the name of the sheet; nil for the first that is not hidden.
  init(_ file: SourceFile, sheet: String?) {
    self.file = file
    wanted = sheet
    placeName = file.name
  }

  func finish() -> String? {
    var whole = FileBytes(file, unpacks: false)
    return whole.finish()
  }

  // MARK: - Opening

  func open() -> LocalizedText? {
    do throws(TreeFault) {
      let workbook = try Workbook(try file.unpacked(atMost: Self.largestPacked))
      guard let sheet = try choose(workbook.sheets) else { return Wording.workbookWithoutSheets }
      placeName = "\(file.name) \(sheet.name)"
      guard let bytes = try workbook.bytes(sheet.part) else { return Wording.notAWorkbook }
      // Merged areas stand behind the rows; a workbook without any, as most are, is not read twice as XML.
      if try Self.mentionsMerges(bytes), let part = try workbook.events(sheet.part) { merges = try MergedAreas(part) }
      events = try workbook.events(sheet.part)
      self.workbook = workbook
      return nil
    } catch {
      return error.text
    }
  }

  private func choose(_ sheets: [Workbook.Sheet]) throws(TreeFault) -> Workbook.Sheet? {
    guard let wanted else { return sheets.first { !$0.isHidden } ?? sheets.first }
    if let sheet = sheets.first(where: { headerFolded($0.name) == headerFolded(wanted) }) { return sheet }
    let names = sheets.map(\.name)
    let text = Wording.noSuchSheet(
      wanted, names: names.prefix(20).map { shown($0.utf8) }, meant: nearest(to: wanted, among: names))
    throw TreeFault(line: nil, column: nil, text: text, isFinal: true)
  }

  private static func mentionsMerges(_ bytes: ZipMemberBytes) throws(TreeFault) -> Bool {
    var input = ByteInput(bytes, chunkSize: ByteInput.usualChunkSize)
    let word = Array("mergeCell".utf8)
    while true {
      input.fill(atLeast: word.count + 1)
      if let failure = input.failure { throw TreeFault(line: nil, column: nil, text: failure.text, isFinal: true) }
      let waiting = input.position..<input.end
      if contains(input.window, waiting, word) { return true }
      if input.isAtEnd { return false }
      input.consume(waiting.count - word.count + 1)
    }
  }

  /// Whether a word stands in a part of a text.
  private static func contains(_ text: [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    var start = range.lowerBound
    while range.upperBound - start >= word.count {
      let found = text.withUnsafeBytes { bytes -> Int? in
        // Slicing checks the bounds, within which memchr stays; the distance is that from the beginning of the slice.
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start..<range.upperBound - word.count + 1])
        guard let base = rest.baseAddress, let byte = memchr(base, Int32(word[0]), rest.count) else { return nil }
        return UnsafeRawPointer(byte) - base
      }
      guard let found else { return false }
      start += found
      if text[start..<start + word.count].elementsEqual(word) { return true }
      start += 1
    }
    return false
  }

  // MARK: - Rows

  func scan() -> TableRow {
    guard let events, let workbook else { return .end }
    do throws(TreeFault) {
      while let kind = try events.next() {
        guard kind == .start, events.text.elementsEqual("row".utf8) else { continue }
        let number = number(events, "r") ?? line + 1
        guard number > line else {
          throw TreeFault(line: nil, column: nil, text: Wording.sheetRowsOutOfOrder, isFinal: true)
        }
        line = number
        let fault = try readRow(events, workbook)
        fillMerged()
        if line <= lastHeaderRow { continue }
        return fault.map { .broken($0, line: line) } ?? .row
      }
      return .end
    } catch {
      return .unreadable(error.text)
    }
  }

  func pass() {}

  func endHeader() {
    lastHeaderRow = merges.lastRow
  }

  /// Reads the cells of a row to its end.
  /// - Returns: what is wrong with it as a whole.
  private func readRow(_ events: XMLEvents, _ workbook: Workbook) throws(TreeFault) -> LocalizedText? {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    var fault: LocalizedText?
    var column = -1
    while let kind = try events.next(), kind != .end {
      guard kind == .start else { continue }
      guard events.text.elementsEqual("c".utf8) else {
        try skipElement(events)
        continue
      }
      column = events.attribute("r".utf8).flatMap { MergedAreas.reference($0)?.column } ?? column + 1
      let isInside = column < RowScanner.mostCells
      if isInside { while cells.count <= column { cells.append(Cell()) } }
      let cell = try readCell(events, workbook)
      if isInside { cells[column] = cell }
      if !isInside || bytes.count > RowScanner.longestRow || cell.text.count > RowScanner.longestCell {
        fault = (cell.text.count > RowScanner.longestCell ? RowFault.cellTooLong : .rowTooLong).text(line: line)
        bytes.removeAll(keepingCapacity: true)
        for index in cells.indices { cells[index] = Cell() }
      }
    }
    return fault
  }

  private func skipElement(_ events: XMLEvents) throws(TreeFault) {
    var depth = 1
    while depth > 0, let kind = try events.next() {
      switch kind {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// Reads a cell, at whose beginning `events` stands, to its end.
  private func readCell(_ events: XMLEvents, _ workbook: Workbook) throws(TreeFault) -> Cell {
    let type = events.attribute("t".utf8).map { String(decoding: $0, as: UTF8.self) } ?? "n"
    let format = workbook.formats[number(events, "s") ?? 0]
    let start = bytes.count
    var hasFormula = false
    var hasValue = false
    var raw: [UInt8] = []
    while let kind = try events.next(), kind != .end {
      guard kind == .start else { continue }
      if events.text.elementsEqual("v".utf8) {
        hasValue = true
        try readText(events, into: &raw)
      } else if events.text.elementsEqual("is".utf8) {
        hasValue = true
        try readInline(events)
      } else {
        if events.text.elementsEqual("f".utf8) { hasFormula = true }
        try skipElement(events)
      }
    }
    switch type {
    case "s":
      guard let index = decimal(raw), workbook.texts.append(index, to: &bytes) || raw.isEmpty else {
        return Cell(content: raw.isEmpty ? .blank : .error, text: start..<bytes.count)
      }
    case "inlineStr": break
    case "str":
      bytes.append(contentsOf: raw)
      CellText.unescape(&bytes, from: start)
    case "e":
      bytes.append(contentsOf: raw)
      return Cell(content: .error, text: start..<bytes.count)
    case "b": bytes.append(contentsOf: (raw == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)
    case "d": bytes.append(contentsOf: raw)
    default: appendNumber(raw, format, workbook)
    }
    // An empty text may be the value of a formula; an empty number is none.
    let isUnknown = hasFormula && (!hasValue || type == "n")
    if bytes.count == start { return Cell(content: isUnknown ? .formula : .blank) }
    return Cell(content: .text, text: start..<bytes.count)
  }

  private func readText(_ events: XMLEvents, into text: inout [UInt8]) throws(TreeFault) {
    while let kind = try events.next(), kind != .end {
      if kind == .start {
        try skipElement(events)
      } else if text.count <= RowScanner.longestCell {
        text.append(contentsOf: events.text)
      }
    }
  }

  private func readInline(_ events: XMLEvents) throws(TreeFault) {
    var text = CellText()
    let start = bytes.count
    while let kind = try events.next() {
      switch kind {
      case .start: text.start(events.text)
      case .text: if bytes.count - start <= RowScanner.longestCell { text.append(events.text, to: &bytes) }
      case .end:
        if text.end() {
          CellText.unescape(&bytes, from: start)
          return
        }
      }
    }
  }

  /// Appends a number as it means to be read: a date where its format shows one, otherwise as it stands, whole numbers without
  /// an exponent.
  private func appendNumber(_ raw: [UInt8], _ format: NumberFormats.Format, _ workbook: Workbook) {
    let text = String(decoding: raw, as: UTF8.self)
    guard format != .plain || raw.contains(UInt8(ascii: "E")), let number = Double(text) else {
      bytes.append(contentsOf: raw)
      return
    }
    switch format {
    case .time:
      if let time = SerialTime(number, countsFrom1904: workbook.countsFrom1904) { return time.append(to: &bytes) }
    case .digits(let count):
      if let whole = Int(exactly: number), whole >= 0 {
        let digits = String(whole)
        for _ in 0..<max(0, count - digits.count) { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
        return
      }
    case .plain:
      if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
        bytes.append(contentsOf: String(whole).utf8)
        return
      }
    }
    bytes.append(contentsOf: raw)
  }

  /// Gives the cells of merged areas the value of the area's first cell.
  private func fillMerged() {
    merges.forEach(in: line) { area, value in
      if line == area.firstRow {
        let first = area.firstColumn < cells.count ? cells[area.firstColumn] : Cell()
        value = MergedAreas.Value(text: Array(bytes[first.text]), isError: first.content == .error)
        if first.content != .text, first.content != .error { value = nil }
      }
      guard let value else { return }
      let start = bytes.count
      bytes.append(contentsOf: value.text)
      for column in area.firstColumn...area.lastColumn {
        if column == area.firstColumn, line == area.firstRow { continue }
        while cells.count <= column { cells.append(Cell()) }
        if cells[column].content == .blank {
          cells[column] = Cell(content: value.isError ? .error : .text, text: start..<bytes.count, isOwn: false)
        }
      }
    }
  }

  // MARK: - Cells

  var cellCount: Int { cells.count }

  var firstCellThatIsNotBlank: Int? {
    cells.firstIndex { $0.isOwn && !isBlank($0) }
  }

  func name(of cell: Int) -> String? { MergedAreas.name(row: line, column: cell) }

  func lastCell(beyond width: Int) -> Int? {
    guard cells.count > width else { return nil }
    return cells[width...].lastIndex { $0.isOwn && !isBlank($0) }
  }

  func isTotal(_ first: Int) -> Bool {
    let text = Array(bytes[cells[first].text])
    return TotalRow.mayBe(text.span) && TotalRow.isTotal(text)
  }

  func decode(_ cell: Int, to output: inout [UInt8]) throws(ValueFault) {
    let cell = cells[cell]
    switch cell.content {
    case .blank: break
    case .text: output.append(contentsOf: bytes[cell.text])
    case .error: throw .formulaError(shown(bytes[cell.text]))
    case .formula: throw .formulaWithoutValue
    }
  }

  private func isBlank(_ cell: Cell) -> Bool {
    if cell.content == .blank { return true }
    let bytes = bytes
    return cell.content == .text && isBlankRaw(bytes.span.extracting(cell.text))
  }
}
