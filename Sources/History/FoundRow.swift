import GRDB

/// Something that has values by the names of columns. A broken file may hold anything, so that every value is checked.
protocol StoredColumns {
  /// The value of a column of the query.
  func value(of column: String) -> DatabaseValue
}

extension StoredColumns {
  /// A value that the schema does not let be missing.
  func stored<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try storedIfAny(column) else { throw StoredValueError() }
    return value
  }

  /// A value that may be NULL.
  func storedIfAny<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let value = value(of: column)
    if value.isNull { return nil }
    guard let value = Value.fromDatabaseValue(value) else { throw StoredValueError() }
    return value
  }
}

extension Row: StoredColumns {
  func value(of column: String) -> DatabaseValue { self[column] }
}

/// A row that was read. Its columns are found by the very names of the query: GRDB's rows fold the case of every name at every look.
struct FoundRow: StoredColumns {
  let columns: [String]
  let values: [DatabaseValue]

  func value(of column: String) -> DatabaseValue {
    columns.firstIndex(of: column).map { values[$0] } ?? .null
  }

  /// The rows that a query gives for one value.
  static func all(
    _ database: Database, _ sql: String, _ key: some DatabaseValueConvertible & Sendable
  ) throws -> [FoundRow] {
    let statement = try database.cachedStatement(sql: sql)
    let columns = statement.columnNames
    var found: [FoundRow] = []
    let rows = try Row.fetchCursor(statement, arguments: [key])
    while let row = try rows.next() { found.append(FoundRow(columns: columns, values: Array(row.databaseValues))) }
    return found
  }
}
