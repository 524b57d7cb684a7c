import GRDB

/// What the history holds of the newest sweep, asked in a few queries: the next one repeats almost all of it.
struct SweepBefore {
  /// A run that holds rows, and what they are, as ``CanonicalForm/lines(_:)`` says it.
  typealias Run = (holder: Int64, digests: String)

  /// The texts that its runs and parts name, with their numbers.
  private(set) var texts: [(text: DatabaseValue, number: Int64)] = []
  /// The runs that hold the rows of its checks, by the checks' ids.
  private(set) var runs: [String: Run] = [:]

  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    guard let last = try Int64.fetchOne(try database.cachedStatement(sql: "SELECT max(id) FROM sweep")) else { return }
    texts = try texts(of: last)
    let find = """
      SELECT check_id, holder, \(Self.digests) AS digests
      FROM (SELECT check_id, coalesce(rows_of, id) AS holder FROM check_run WHERE sweep = ?)
      """
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: find), arguments: [last])
    while let row = try rows.next() { runs[row[0]] = (row[1], row[2] ?? "") }
  }

  /// The digests of the run `holder` in one text. Should SQLite put them in another order, rows are stored that need not be.
  private static let digests = """
    (SELECT group_concat(value || ' ' || lower(hex(sha256)) || char(10), '') FROM
      (SELECT value, sha256 FROM run_digest JOIN text ON text.id = name WHERE check_run = holder ORDER BY position))
    """

  private func texts(of sweep: Int64) throws -> [(DatabaseValue, Int64)] {
    let named = StoredTable.run.columns.filter(\.isReference).map { "\"\($0.name)\"" }.joined(separator: ", ")
    // Each row of a run once, and each text once: a query for each column would read the rows as often.
    let rows = try Row.fetchCursor(
      try database.cachedStatement(sql: "SELECT \(named) FROM check_run WHERE sweep = ?"), arguments: [sweep])
    var numbers: Set<Int64> = []
    while let row = try rows.next() {
      for column in 0..<row.count { if let number: Int64 = row[column] { numbers.insert(number) } }
    }
    let find = """
      SELECT value, id FROM text
      WHERE id IN (SELECT value FROM json_each(?) UNION SELECT name FROM part WHERE sweep = ?)
      """
    let list = "[\(numbers.map(String.init).joined(separator: ","))]"
    let texts = try Row.fetchCursor(try database.cachedStatement(sql: find), arguments: [list, sweep])
    var found: [(DatabaseValue, Int64)] = []
    while let text = try texts.next() { found.append((text[0], text[1])) }
    return found
  }

  /// The newest run of a check: that of the newest sweep, or an earlier one.
  func run(of check: String) throws -> Run? {
    if let known = runs[check] { return known }
    let find = """
      SELECT holder, \(Self.digests)
      FROM (SELECT coalesce(rows_of, id) AS holder FROM check_run WHERE check_id = ? ORDER BY sweep DESC LIMIT 1)
      """
    let row = try Row.fetchOne(try database.cachedStatement(sql: find), arguments: [check])
    return row.map { ($0[0], $0[1] ?? "") }
  }
}
