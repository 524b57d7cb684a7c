import Compliance
import GRDB

/// Removes the records of sweeps and leaves their links; the caller holds the transaction.
struct Thinning {
  let database: Database

  /// The sweeps that rules no longer keep.
  /// - Parameter today: the day on which the newest sweep began, in ISO 8601 with or without a time.
  func thinned(by retention: Retention, today: String) throws -> [SweepID] {
    guard let today = CalendarDate(iso: today.prefix(10)) else { return [] }
    let list = """
      SELECT id, started_at, scope IS NOT 'broken-off' AND (SELECT value FROM text WHERE text.id = only_ids) = '' AS is_full
      FROM sweep
      """
    let sweeps = try Row.fetchAll(database, sql: list).compactMap { row -> Retention.Candidate? in
      let startedAt: String = try row.stored("started_at")
      // A sweep whose beginning is not known is never thinned out.
      guard let day = CalendarDate(iso: startedAt.prefix(10)) else { return nil }
      return Retention.Candidate(id: SweepID(try row.stored("id")), day: day, isFull: try row.stored("is_full"))
    }
    return retention.thinned(sweeps, today: today)
  }

  /// Removes everything of sweeps but their links. Rows that later sweeps share are handed on to the first of those.
  func remove(_ sweeps: [SweepID]) throws {
    guard !sweeps.isEmpty else { return }
    // While rows change hands they belong to nothing for a moment.
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for sweep in sweeps {
      for run in try Int64.fetchAll(
        database, sql: "SELECT id FROM check_run WHERE sweep = ? AND rows_of IS NULL", arguments: [sweep.number])
      {
        try handOn(
          run, heir: "SELECT min(id) FROM check_run WHERE rows_of = ?",
          tables: StoredTable.ofRuns.map(\.name) + ["run_digest"], key: "check_run", pointer: ("check_run", "rows_of"))
      }
      try handOn(
        sweep.number, heir: "SELECT min(id) FROM sweep WHERE standings_of = ?",
        tables: StoredTable.ofSweeps.filter { $0.owner == .standings }.map(\.name), key: "sweep",
        pointer: ("sweep", "standings_of"))
      try database.execute(sql: "DELETE FROM sweep WHERE id = ?", arguments: [sweep.number])
    }
    try removeUnusedTexts()
  }

  private func handOn(
    _ holder: Int64, heir: String, tables: [String], key: String, pointer: (table: String, column: String)
  ) throws {
    guard let heir = try Int64.fetchOne(database, sql: heir, arguments: [holder]) else { return }
    for table in tables {
      try database.execute(sql: "UPDATE \(table) SET \(key) = ? WHERE \(key) = ?", arguments: [heir, holder])
    }
    let (table, column) = pointer
    try database.execute(sql: "UPDATE \(table) SET \(column) = NULL WHERE id = ?", arguments: [heir])
    try database.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", arguments: [heir, holder])
  }

  /// What only the removed records said goes too: it may name persons, and was to be kept only so long.
  private func removeUnusedTexts() throws {
    let used = StoredTable.all.flatMap { table in
      table.columns.filter(\.isReference).map {
        "SELECT \"\($0.name)\" FROM \(table.name) WHERE \"\($0.name)\" IS NOT NULL"
      }
    }
    let all = used + ["SELECT name FROM part", "SELECT name FROM run_digest"]
    try database.execute(sql: "DELETE FROM text WHERE id NOT IN (\(all.joined(separator: " UNION ")))")
  }
}
