import Compliance
import Wording

/// Puts a record together, cell by cell, for every kind of reader.
struct RecordBuilder {
  let declaration: SourceDeclaration
  private let pseudonyms: Pseudonyms?
  private var values: ValueReader
  private var faults: [LocalizedText] = []
  private var faultyHeaders: [String] = []
  private let subject: Int?
  /// In a row whose cells are shifted a name may stand in any column, so no cell of such a source is quoted.
  private let hidesValues: Bool

  /// What stands above, for each column that may say that it is the same; nil for a column that may not.
  private var above: [Above?]

  private enum Above {
    case nothing
    case text([UInt8])
    case unreadable
  }

  /// The columns with a fault, in the order of finding.
  private(set) var faultyColumns: [Int] = []

  /// The record; its buffers are used again for the next.
  private(set) var record: Record

  init(_ declaration: SourceDeclaration, timeZone: SiteTimeZone, pseudonyms: Pseudonyms?) {
    self.declaration = declaration
    self.pseudonyms = pseudonyms
    values = ValueReader(zone: timeZone)
    subject = declaration.columns.firstIndex { $0.name == declaration.subject }
    hidesValues = pseudonyms != nil && declaration.columns.contains(where: \.isPersonal)
    above = declaration.columns.map { $0.sameAsAbove == nil ? nil : .nothing }
    record = Record(
      place: Place(file: declaration.id), cells: Array(repeating: .null, count: declaration.columns.count), bytes: [])
  }

  /// Begins a file: nothing stands above its first row.
  mutating func beginFile() {
    for column in above.indices where above[column] != nil { above[column] = .nothing }
  }

  /// Whether personal values are replaced by pseudonyms.
  var conceals: Bool { pseudonyms != nil }

  /// Begins a record with every cell blank.
  mutating func begin(at place: Place) {
    record.place = place
    record.bytes.removeAll(keepingCapacity: true)
    for index in record.cells.indices { record.cells[index] = .null }
    faults.removeAll(keepingCapacity: true)
    faultyHeaders.removeAll(keepingCapacity: true)
    faultyColumns.removeAll(keepingCapacity: true)
    record.subject.removeAll(keepingCapacity: true)
  }

  /// Reads the cell of a column.
  /// - Parameters:
  ///   - column: the position of the column in the declaration.
  ///   - header: how the file names the column.
  ///   - decode: appends the cell's text in UTF-8.
  mutating func read(
    _ column: Int, header: String, decode: (_ bytes: inout [UInt8]) throws(ValueFault) -> Void
  ) {
    let start = record.bytes.count
    do throws(ValueFault) {
      if above[column] == nil {
        try decode(&record.bytes)
      } else {
        try decodeRepeating(column, decode)
      }
      if column == subject, !declaration.columns[column].isPersonal {
        record.subject.append(contentsOf: record.bytes[trimmed(record.bytes, start..<record.bytes.count)])
      }
      let cell = try values.read(declaration.columns[column].type, in: &record.bytes, from: start)
      if cell == .null, !declaration.columns[column].isOptional { throw .blank }
      record.cells[column] = cell
      if declaration.columns[column].isPersonal, declaration.columns[column].type.isTextual {
        conceal(column, from: start)
      }
    } catch {
      note(error, column: column, header: header, from: start)
    }
  }

  /// Appends the text of a cell, or where it says so that of the cell above.
  private mutating func decodeRepeating(
    _ column: Int, _ decode: (_ bytes: inout [UInt8]) throws(ValueFault) -> Void
  ) throws(ValueFault) {
    var bytes: [UInt8] = []
    let before = above[column] ?? .nothing
    above[column] = .unreadable
    try decode(&bytes)
    let text = trimmed(bytes, bytes.indices)
    let isMark = isDittoInRepeatingColumn(bytes, text)
    if isMark || text.isEmpty && declaration.columns[column].sameAsAbove == .blanks {
      switch before {
      case .text(let above): bytes = above
      case .unreadable: throw .unreadableAbove
      case .nothing where isMark: throw .nothingAbove
      case .nothing: break
      }
    }
    above[column] = trimmed(bytes, bytes.indices).isEmpty ? .nothing : .text(bytes)
    record.bytes.append(contentsOf: bytes)
  }

  /// Reads the values that a file tells apart, such as those of a list in JSON.
  /// - Parameters:
  ///   - column: the position of the column in the declaration.
  ///   - header: how the file names the column.
  ///   - items: the values' places in `source`; none for an empty list.
  ///   - source: UTF-8.
  mutating func read(_ column: Int, header: String, items: [Range<Int>], of source: [UInt8]) {
    let isList = declaration.columns[column].type == .list
    let isOne = items.dropFirst().allSatisfy { source[$0] == source[items[0]] }
    if isOne, !isList || items.count == 1 {
      let item = items.first ?? 0..<0
      read(column, header: header) { bytes throws(ValueFault) in
        appendBytes(source.span.extracting(item), to: &bytes)
      }
    } else if isList {
      readList(column, header: header, items, of: source)
    } else {
      note(.several(items.count), column: column, header: header, from: record.bytes.count)
    }
  }

  private mutating func readList(_ column: Int, header: String, _ items: [Range<Int>], of source: [UInt8]) {
    let start = record.bytes.count
    do throws(ValueFault) {
      let cell = try values.readList(items, of: source, into: &record.bytes)
      if cell == .null, !declaration.columns[column].isOptional { throw .blank }
      record.cells[column] = cell
      if declaration.columns[column].isPersonal { conceal(column, from: start) }
    } catch {
      note(error, column: column, header: header, from: start)
    }
  }

  /// Says that a column has no cell in this record.
  mutating func readNothing(_ column: Int, header: String) {
    if declaration.columns[column].sameAsAbove == .blanks { return read(column, header: header) { _ in } }
    if !declaration.columns[column].isOptional {
      note(.blank, column: column, header: header, from: record.bytes.count)
    }
  }

  /// Says that a row names a column that is not declared.
  mutating func noteUnknownColumn(_ name: String, among names: [String]) {
    note(Wording.unknownColumn(name, meant: nearest(to: name, among: names)))
  }

  /// Adds to what is wrong with the record.
  mutating func note(_ fault: LocalizedText) {
    faults.append(fault)
  }

  /// Ends the record.
  func end() -> RecordReader.Step {
    if faults.isEmpty { return .record }
    // So many at once are hardly slips of the pen: one cell too many or too few has moved all that follow.
    let text =
      faultyHeaders.count >= 3 && faultyHeaders.count == faults.count
      ? Wording.shiftedCells(faultyHeaders) : Wording.sentences(faults)
    return .refused(Problem(at: record.place, text))
  }

  private mutating func note(_ fault: ValueFault, column: Int, header: String, from start: Int) {
    let declared = declaration.columns[column]
    let text = trimmed(record.bytes, start..<record.bytes.count)
    let value = declared.isPersonal || hidesValues ? nil : shown(record.bytes[text])
    faults.append(fault.text(header: header, value: value, column: declared))
    faultyHeaders.append(header)
    faultyColumns.append(column)
    record.bytes.removeSubrange(start...)
  }

  /// Replaces a text by its pseudonym, if the site asks for that. Words that say that there is nobody stay as they are.
  private mutating func conceal(_ column: Int, from start: Int) {
    guard let pseudonyms else { return }
    switch record.cells[column] {
    case .text(let range) where namesNobody(record.bytes[range]):
      break
    case .text(let range):
      let name = pseudonyms.pseudonym(for: record.bytes[range])
      record.bytes.removeSubrange(start...)
      record.bytes.append(contentsOf: name.utf8)
      record.cells[column] = .text(start..<record.bytes.count)
    case .list(let ranges):
      let names = ranges.map { pseudonyms.pseudonym(for: record.bytes[$0]) }
      record.bytes.removeSubrange(start...)
      record.cells[column] = .list(
        names.map { name in
          let begin = record.bytes.count
          record.bytes.append(contentsOf: name.utf8)
          return begin..<record.bytes.count
        })
    case .null, .boolean, .integer, .number:
      break
    }
  }
}
