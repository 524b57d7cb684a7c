import CSiteData
import Compliance
import Wording

/// An open SQLite database and one query of it at a time. It is read through a descriptor: it is never locked, and no file beside it
/// is looked at. Whoever writes to it meanwhile may make the reading fail, and nothing worse.
final class SQLiteDatabase {
  private let database: OpaquePointer
  /// What the descriptor belongs to, so that it stays open.
  private let file: SourceFile?

  /// 64 MiB of memory, values up to 16 MiB, and some seconds of work between two rows.
  private static var limits: td_query_limits {
    td_query_limits(heap: 64 << 20, value: 16 << 20, steps_per_row: 200_000_000)
  }

  /// Opens a file.
  /// - Parameter today: the day that queries see as `now`, from its beginning; without it, the first of 1970.
  init(_ file: SourceFile, today: CalendarDate?) throws(SQLiteFault) {
    var limits = Self.limits
    guard let opened = td_database_open(file.descriptor, Self.milliseconds(today), &limits) else {
      throw SQLiteFault(TD_NO_ROOM)
    }
    database = opened
    self.file = file
  }

  /// Opens a copy of bytes.
  init(_ bytes: [UInt8], today: CalendarDate?) throws(SQLiteFault) {
    var limits = Self.limits
    // The bytes are copied within the call.
    let opened = bytes.withUnsafeBytes { bytes in
      td_database_open_bytes(bytes.baseAddress, bytes.count, Self.milliseconds(today), &limits)
    }
    guard let opened else { throw SQLiteFault(TD_NO_ROOM) }
    database = opened
    file = nil
  }

  deinit { td_database_close(database) }

  private static func milliseconds(_ day: CalendarDate?) -> Int64 { Int64(day?.daysSince1970 ?? 0) * 86_400_000 }

  /// Begins a query.
  /// - Returns: the names of its columns.
  func query(_ text: String) throws(SQLiteFault) -> [String] {
    var text = text
    try check(text.withUTF8 { bytes in td_query(database, bytes.baseAddress, bytes.count) }, TD_DONE)
    var names: [String] = []
    // A name is a string that ends with a NUL and lives until the next call.
    while let name = td_column_name(database, Int32(names.count)) { names.append(String(cString: name)) }
    return names
  }

  /// Goes on to the next row; false if there is none.
  func next() throws(SQLiteFault) -> Bool {
    let result = td_next_row(database)
    if result == TD_DONE { return false }
    try check(result, TD_ROW)
    return true
  }

  private func check(_ result: td_result, _ expected: td_result) throws(SQLiteFault) {
    if result == TD_UNREADABLE { throw SQLiteFault(Wording.readError(code: td_system_error(database))) }
    if result != expected { throw SQLiteFault(result, String(cString: td_message(database))) }
  }

  /// The number in a column of the row; nil if there is none.
  func integer(_ column: Int) -> Int? {
    let value = td_column(database, Int32(column))
    return value.type == TD_INTEGER ? Int(value.integer) : nil
  }

  /// The text in a column of the row; nil if there is none.
  func text(_ column: Int) -> String? {
    var bytes: [UInt8] = []
    guard (try? append(column, to: &bytes)) != nil, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value in a column of the row as a text.
  func append(_ column: Int, to bytes: inout [UInt8]) throws(ValueFault) {
    let value = td_column(database, Int32(column))
    switch value.type {
    case TD_NULL: break
    case TD_INTEGER: bytes.append(contentsOf: String(value.integer).utf8)
    case TD_REAL: bytes.append(contentsOf: value.real.description.utf8)
    case TD_TEXT:
      // SQLite keeps so many bytes there until the next call; they are copied now.
      let text = UnsafeRawBufferPointer(start: value.bytes, count: value.length)
      guard text.count <= RowScanner.longestCell else { throw .tooLong(kibibytes: RowScanner.longestCell >> 10) }
      guard String(validating: text, as: UTF8.self) != nil else { throw .undecodable(Charset.utf8.name) }
      bytes.append(contentsOf: text)
    case TD_BLOB: throw .binary
    default: throw .tooLong(kibibytes: RowScanner.longestCell >> 10)
    }
  }
}

/// Why a database or a query gives nothing more.
struct SQLiteFault: Error {
  let text: LocalizedText
  /// Whether the query itself cannot be run, for want of a table or a column perhaps.
  var isOfQuery = false

  init(_ text: LocalizedText) { self.text = text }

  init(_ result: td_result, _ message: String = "") {
    isOfQuery = result == TD_FAILED
    text =
      switch result {
      case TD_NOT_A_DATABASE: Wording.notSQLite
      case TD_DAMAGED: Wording.damagedDatabase
      case TD_TOO_LONG: Wording.queryTooLong
      case TD_TOO_LARGE, TD_NO_ROOM: Wording.queryTooLarge
      case TD_NOT_ALLOWED: Wording.queryNotAllowed
      default: Wording.queryFailed(message)
      }
  }
}
