import CRecords
import Compliance

/// Records of one file in their order, flat: what passes many records on to Lua without an object for each. Its buffers are used
/// again from batch to batch.
public struct RecordBatch {
  /// How many records there are at most, unless they are long: enough for the work around a batch not to count, few enough for
  /// the cache.
  static let mostRecords = 256
  /// The bytes of text from which on a batch is full.
  static let fullText = 128 << 10

  /// The number of cells of each record: one for each column of the declaration.
  public let columnCount: Int
  /// The cells, record by record, ``columnCount`` of each; behind them there may be others. Texts are ranges of ``text``.
  public internal(set) var cells: [tr_cell]
  /// The line of each record, 0 for none; behind them there may be others.
  public internal(set) var lines: [UInt32]
  /// The UTF-8 that cells and subjects are in.
  public internal(set) var text: [UInt8]
  /// The number of records.
  public internal(set) var count = 0
  /// The position of the file among those of the source.
  public internal(set) var fileIndex = 0

  var subjects: [tr_range]
  private var columns: [UInt32]
  var textLength = 0
  var file = ""
  private let subject: Int?

  /// Makes an empty batch of the records of a source.
  public init(of declaration: SourceDeclaration) {
    columnCount = declaration.columns.count
    subject = declaration.columns.firstIndex { $0.name == declaration.subject }
    cells = Array(repeating: tr_cell(), count: Self.mostRecords * columnCount)
    lines = Array(repeating: 0, count: Self.mostRecords)
    columns = lines
    subjects = Array(repeating: tr_range(), count: Self.mostRecords)
    text = Array(repeating: 0, count: Self.fullText)
  }

  var isFull: Bool { count == Self.mostRecords || textLength >= Self.fullText }

  /// Where a record begins in its file.
  public func place(of row: Int) -> Place {
    Place(
      file: file, line: lines[row] == 0 ? nil : Int(lines[row]), column: columns[row] == 0 ? nil : Int(columns[row]))
  }

  /// What a finding calls a record: the subject column's cell as it is written, a person's pseudonym, or the record's place.
  public func subject(of row: Int) -> String {
    if subjects[row].length > 0 { return string(subjects[row]) }
    guard let subject else { return place(of: row).description }
    let cell = cells[row * columnCount + subject]
    return cell.type == TR_TEXT ? string(cell.value.text) : place(of: row).description
  }

  private func string(_ range: tr_range) -> String {
    let start = Int(range.offset)
    return String(decoding: text[start..<start + Int(range.length)], as: UTF8.self)
  }

  // MARK: - Filling

  mutating func clear() {
    count = 0
    textLength = 0
    file = ""
  }

  /// Adds a copy of a record that the batch takes.
  mutating func append(_ record: Record) {
    if count == 0 { file = record.place.file }
    lines[count] = UInt32(clamping: record.place.line ?? 0)
    columns[count] = UInt32(clamping: record.place.column ?? 0)
    subjects[count] = append(record.subject, record.subject.indices)
    let base = append(record.bytes, record.bytes.indices).offset
    for (index, cell) in record.cells.enumerated() {
      cells[count * columnCount + index] = flat(cell, in: record, at: Int(base))
    }
    count += 1
  }

  private mutating func flat(_ cell: Cell, in record: Record, at base: Int) -> tr_cell {
    var flat = tr_cell()
    switch cell {
    case .null: flat.type = TR_NULL
    case .boolean(let value):
      flat.type = TR_BOOLEAN
      flat.value.integer = value ? 1 : 0
    case .integer(let value):
      flat.type = TR_INTEGER
      flat.value.integer = value
    case .number(let value):
      flat.type = TR_NUMBER
      flat.value.number = value
    case .text(let range):
      flat.type = TR_TEXT
      flat.value.text = tr_range(offset: UInt32(base + range.lowerBound), length: UInt32(range.count))
    case .list(let items):
      flat.type = TR_LIST
      let start = textLength
      for item in items {
        _ = append(record.bytes, item)
        _ = append([0], 0..<1)
      }
      flat.value.text = tr_range(offset: UInt32(start), length: UInt32(textLength - start))
    }
    return flat
  }

  private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) -> tr_range {
    let start = textLength
    let missing = start + range.count - text.count
    if missing > 0 { text.append(contentsOf: repeatElement(0, count: missing)) }
    text.replaceSubrange(start..<start + range.count, with: bytes[range])
    textLength += range.count
    return tr_range(offset: UInt32(start), length: UInt32(range.count))
  }
}

extension FileReader {
  /// Reads records one by one into a batch.
  func fill(_ batch: inout RecordBatch, _ builder: inout RecordBuilder) -> RecordReader.Step? {
    while !batch.isFull {
      guard let step = next(&builder) else { return nil }
      guard case .record = step else { return step }
      batch.append(builder.record)
    }
    return .record
  }
}
