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

  /// The runs of a sweep in its order: their numbers, those that hold their rows, their checks, and the digests of their own rows.
  func runs(of sweep: SweepID) throws -> [(id: Int64, holder: Int64, check: String, digest: TableDigest)] {
    let list =
      "SELECT id, coalesce(rows_of, id) AS holder, check_id FROM check_run WHERE sweep = ? ORDER BY position, id"
    return try Row.fetchAll(try database.cachedStatement(sql: list), arguments: [sweep.number]).map { row in
      let id: Int64 = try row.stored("id")
      guard let digest = try digest(of: .oneRun, owner: id) else { throw StoredValueError() }
      return (id, try row.stored("holder"), try row.stored("check_id"), digest)
    }
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

extension StoredTable {
  /// What gives the rows of an owner, their texts in place of the numbers of texts.
  fileprivate var selection: String {
    let columns = columns.map { column in
      column.isReference ? "(SELECT value FROM text WHERE id = \(name).\"\(column.name)\")" : "\"\(column.name)\""
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM \(name) WHERE \(ownerColumn ?? "id") = ? ORDER BY \(order)"
  }
}

extension StoredRow.Value {
  /// A value as SQLite has it.
  fileprivate init(_ value: DatabaseValue) throws {
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
