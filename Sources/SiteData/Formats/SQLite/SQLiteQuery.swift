/// What is asked of a SQLite database.
enum SQLiteQuery {
  /// The query of all columns of a table, for their names.
  static func columns(of table: String) -> String { "SELECT * FROM \(quoted(table))" }

  /// The query of some columns of a table, behind the number by which SQLite knows the row. Other columns are not even read.
  /// - Parameter hasRowID: whether the table has such numbers; views do not, nor do tables `WITHOUT ROWID`.
  static func rows(of table: String, _ columns: [String], hasRowID: Bool) -> String {
    "SELECT \(([hasRowID ? "rowid" : "NULL"] + columns.map(quoted)).joined(separator: ", ")) FROM \(quoted(table))"
  }

  /// The query of the names of all tables and views.
  static let tables = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"

  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
