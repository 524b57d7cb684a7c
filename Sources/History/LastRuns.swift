public import Compliance
import GRDB

extension SweepStore {
  /// The last result of each check that has one, marked as carried over from the sweep that won it.
  /// - Parameter counts: whether a result of a moment (in ISO 8601) may be taken; others are passed over for earlier ones.
  public func lastRuns(
    of checks: [CheckID], where counts: (String) -> Bool = { _ in true }
  ) throws(HistoryError) -> [CheckID: CheckRun] {
    try read { database in
      var reader = SweepReader(database: database)
      return try checks.reduce(into: [:]) { runs, check in runs[check] = try reader.lastRun(of: check, where: counts) }
    }
  }
}

extension SweepReader {
  /// The last result of a check, as one that is carried over.
  fileprivate mutating func lastRun(of check: CheckID, where counts: (String) -> Bool) throws -> CheckRun? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT check_run.*, sweep.at AS sweep_at FROM check_run JOIN sweep ON sweep.id = check_run.sweep
        WHERE check_id = ? AND is_beside IS NULL ORDER BY check_run.sweep DESC
        """)
    let candidates = try Row.fetchCursor(statement, arguments: [check.description])
    while let row = try candidates.next() {
      var freshness = try Freshness(stored: row)
      if freshness == .ran {
        freshness = .carried(from: SweepID(try row.stored("sweep")), at: try row.stored("sweep_at"))
      }
      guard case .carried(_, let at) = freshness, counts(at) else { continue }
      return try checkRun(row, freshness)
    }
    return nil
  }
}
