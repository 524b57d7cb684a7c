import CRecords
import CSiteData

/// Reads the rows of a table that are written as most rows are, without a step in Swift for each. It stops at all others, which
/// ``TableReader`` then reads one by one; what it learns of their cells is remembered here for the next that look the same.
final class PlainRows {
  private let delimiter: UInt8
  private let width: Int
  private let columns: [tp_column]
  // Made and freed here, and handed to C for the time of a call.
  private let memory: OpaquePointer?

  /// - Parameters:
  ///   - header: where the columns are.
  ///   - conceals: whether personal columns show pseudonyms.
  init(_ declaration: SourceDeclaration, _ header: TableHeader, delimiter: UInt8, conceals: Bool) {
    self.delimiter = delimiter
    width = header.width
    columns = declaration.columns.enumerated().map { index, column in
      tp_column(column, position: header.positions[index] ?? -1, in: declaration, conceals: conceals)
    }
    memory = tp_memory_new()
  }

  deinit { tp_memory_free(memory) }

  /// Adds rows to a batch.
  /// - Parameters:
  ///   - window: bytes from the beginning of a row.
  ///   - end: where rows are not to be read any more.
  ///   - line: the line where the window begins.
  /// - Returns: how many bytes and lines were passed over, and why not more.
  func read(
    _ window: Span<UInt8>, end: Int, line: Int, _ charset: Charset?, into batch: inout RecordBatch
  ) -> (bytes: Int, lines: Int, stop: tp_rows_stop) {
    CP932.withScalars { scalars in
      columns.withUnsafeBufferPointer { columns in
        window.withUnsafeBufferPointer { window in
          // The pointers are those of this call's closures, and C keeps none of them.
          var table = tp_table(
            delimiter: delimiter, charset: charset.plain, cp932: scalars.baseAddress, columns: columns.baseAddress,
            column_count: columns.count, width: width, memory: memory)
          var bytes = tp_bytes(
            start: window.baseAddress, length: window.count, position: 0, end: end, line: UInt64(line))
          let stop = batch.withRecords { tp_read_rows(&table, &bytes, &$0) }
          return (bytes.position, Int(bytes.line) - line, stop)
        }
      }
    }
  }

  /// Remembers how a cell was read.
  /// - Parameter raw: the cell as it stands in the file.
  func remember(_ column: Int, _ raw: Span<UInt8>, _ record: Record) {
    var value = tr_cell()
    switch record.cells[column] {
    case .null: value.type = TR_NULL
    case .boolean(let flag):
      value.type = TR_BOOLEAN
      value.value.integer = flag ? 1 : 0
    case .integer(let number):
      value.type = TR_INTEGER
      value.value.integer = number
    case .number(let number):
      value.type = TR_NUMBER
      value.value.number = number
    case .text(let range):
      value.type = TR_TEXT
      value.value.text = tr_range(offset: UInt32(range.lowerBound), length: UInt32(range.count))
    case .list: return
    }
    raw.withUnsafeBufferPointer { raw in
      record.bytes.withUnsafeBufferPointer { text in
        // C copies what it keeps.
        tp_memory_put(memory, column, raw.baseAddress, raw.count, &value, text.baseAddress, text.count)
      }
    }
  }

  /// Whether a cell of a column may be worth remembering: texts hardly come again, other values do.
  func remembers(_ column: Int) -> Bool { columns[column].type != TP_STRING && columns[column].type != TP_LIST }
}

extension RecordBatch {
  /// Lends the buffers to C, which adds records.
  mutating func withRecords(_ body: (inout tp_records) -> tp_rows_stop) -> tp_rows_stop {
    let capacity = Self.mostRecords
    precondition(cells.count >= capacity * columnCount && lines.count >= capacity && subjects.count >= capacity)
    var used = (count: count, text: textLength)
    let stop = cells.withUnsafeMutableBufferPointer { cells in
      lines.withUnsafeMutableBufferPointer { lines in
        subjects.withUnsafeMutableBufferPointer { subjects in
          text.withUnsafeMutableBufferPointer { text in
            // C writes at most `capacity` records and `text.count` bytes, as it is told here.
            var records = tp_records(
              cells: cells.baseAddress, lines: lines.baseAddress, subjects: subjects.baseAddress, capacity: capacity,
              count: used.count, text: text.baseAddress, text_capacity: text.count, text_length: used.text, skipped: 0)
            let stop = body(&records)
            used = (records.count, records.text_length)
            return stop
          }
        }
      }
    }
    (count, textLength) = used
    return stop
  }
}

extension Charset? {
  fileprivate var plain: tp_charset {
    switch self {
    case nil: TP_CHARSET_UNKNOWN
    case .utf8: TP_CHARSET_UTF8
    case .cp932: TP_CHARSET_CP932
    }
  }
}

extension tp_column {
  /// - Parameters:
  ///   - position: where its cell is in a row; -1 for none.
  ///   - conceals: whether personal columns show pseudonyms, which only a memory holds.
  init(_ column: SourceDeclaration.Column, position: Int, in declaration: SourceDeclaration, conceals: Bool) {
    self.init(
      type: column.isPersonal && conceals && column.type.isTextual ? TP_REMEMBERED : column.type.plain,
      position: Int32(position), is_optional: column.isOptional,
      is_subject: column.name == declaration.subject && !column.isPersonal)
  }
}

extension ColumnType {
  fileprivate var plain: tp_type {
    switch self {
    case .string, .version: TP_STRING
    case .keyword: TP_KEYWORD
    case .integer: TP_INTEGER
    case .number: TP_NUMBER
    case .boolean: TP_BOOLEAN
    case .date: TP_DATE
    case .datetime: TP_DATETIME
    case .mac: TP_MAC
    case .ip: TP_IP
    case .list: TP_LIST
    case .fiscalYear, .network: TP_REMEMBERED
    }
  }
}
