import Compliance
import GRDB

/// Reads what the chain is made of: rows in their canonical form, digests and links.
struct ChainReader {
  let database: Database

  /// The digest of the rows that an owner has in a table; nil if it has none.
  /// - Throws: ``StoredValueError`` for a value that no writer writes.
  func digest(of table: StoredTable, owner: Int64) throws -> TableDigest? {
    var hasher = TableHasher()
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: table.selection), arguments: [owner])
    while let row = try rows.next() {
      hasher.add(StoredRow(table, try row.databaseValues.map(StoredRow.Value.init)))
    }
    return hasher.table == nil ? nil : hasher.finish()
  }

  /// The digests of those of a sweep's parts that have such names, as they were stored with it.
  func parts(of sweep: Int64, named names: [String]) throws -> [TableDigest] {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return try digests(
      "SELECT value, sha256 FROM part JOIN text ON text.id = name WHERE sweep = ? AND value IN (\(list)) ORDER BY position",
      sweep)
  }

  /// The digests of a sweep's parts as they were stored with it.
  func parts(of sweep: Int64) throws -> [TableDigest] {
    try digests("SELECT value, sha256 FROM part JOIN text ON text.id = name WHERE sweep = ? ORDER BY position", sweep)
  }

  /// The digests of the tables of a run that holds rows, as they were stored with it.
  func runDigests(of run: Int64) throws -> [TableDigest] {
    try digests(
      "SELECT value, sha256 FROM run_digest JOIN text ON text.id = name WHERE check_run = ? ORDER BY position", run)
  }

  private func digests(_ sql: String, _ owner: Int64) throws -> [TableDigest] {
    try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: [owner]).map {
      TableDigest(name: try $0.stored("value"), digest: try $0.stored("sha256"))
    }
  }
}

extension StoredRow.Value {
  /// A value as SQLite has it.
  init(_ value: DatabaseValue) throws {
    switch value.storage {
    case .null: self = .none
    case .int64(let number): self = .integer(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else { throw StoredValueError() }
      self = .text(text)
    case .double: throw StoredValueError()
    }
  }
}
