import Compliance
import FoundationEssentials
import GRDB

/// Writes one sweep; the caller holds the transaction.
struct SweepWriter {
  private let database: Database
  /// The numbers of the texts that this sweep has named so far. Keyed by bytes: see ``text(_:)``.
  private var numbers: [[UInt8]: Int64] = [:]
  /// What inserts into a table, by its name.
  private var statements: [String: Statement] = [:]

  init(database: Database) { self.database = database }

  /// Inserts everything of a sweep but its link.
  /// - Returns: its number, and the hash of its record.
  mutating func insert(
    _ result: SweepResult, _ around: SweepSurroundings
  ) throws -> (id: SweepID, record: Digest) {
    let rows = result.rowsOfSweep
    let digests = CanonicalForm.digests(of: rows)
    let before = try standingsBefore(digests)
    let sweep = try insert(
      result.row(SweepID(0), around).withoutID, of: nil, ["standings_of": before?.databaseValue ?? .null])
    var parts = CanonicalForm.digests(of: [result.row(SweepID(sweep), around)])
    for (position, run) in (result.checks + result.beside).enumerated() {
      parts.append(try insert(run, at: position, isBeside: position >= result.checks.count, in: sweep))
    }
    parts += digests
    for row in rows where before == nil || row.table.owner != .standings { try insert(row, of: sweep) }
    for (position, part) in parts.enumerated() {
      try execute(
        "INSERT INTO part (sweep, position, name, sha256) VALUES (?, ?, ?, ?)",
        [sweep, position, try text(part.name), part.digest])
    }
    return (SweepID(sweep), CanonicalForm.digest(CanonicalForm.record, lines: parts))
  }

  private mutating func insert(
    _ run: CheckRun, at position: Int, isBeside: Bool, in sweep: Int64
  ) throws -> TableDigest {
    let row = run.row(at: position, isBeside: isBeside)
    let rows = run.rowsOfRun
    let digests = CanonicalForm.digests(of: rows)
    let before = try runBefore(of: run.check.id, digests)
    let id = try insert(row, of: sweep, ["rows_of": before?.databaseValue ?? .null])
    if before == nil {
      for row in rows { try insert(row, of: id) }
      for (position, table) in digests.enumerated() {
        try execute(
          "INSERT INTO run_digest (check_run, position, name, sha256) VALUES (?, ?, ?, ?)",
          [id, position, try text(table.name), table.digest])
      }
    }
    return TableDigest(
      name: "check \(run.check.id)", digest: CanonicalForm.digest(lines: CanonicalForm.digests(of: [row]) + digests))
  }

  /// The sweep whose standings the sweep before has, if those are the same as these.
  private func standingsBefore(_ digests: [TableDigest]) throws -> Int64? {
    let shared = StoredTable.ofSweeps.filter { $0.owner == .standings }.map(\.name)
    let find = "SELECT id, coalesce(standings_of, id) AS holder FROM sweep ORDER BY id DESC LIMIT 1"
    guard let last = try Row.fetchOne(try database.cachedStatement(sql: find)) else { return nil }
    let stored = try ChainReader(database: database).parts(of: last["id"]).filter { shared.contains($0.name) }
    return stored == digests.filter { shared.contains($0.name) } ? last["holder"] : nil
  }

  /// The run that holds the rows of the check's run before, if those are the same as these.
  private func runBefore(of check: CheckID, _ digests: [TableDigest]) throws -> Int64? {
    let find = "SELECT coalesce(rows_of, id) FROM check_run WHERE check_id = ? ORDER BY sweep DESC LIMIT 1"
    let statement = try database.cachedStatement(sql: find)
    guard let holder = try Int64.fetchOne(statement, arguments: [check.description]) else { return nil }
    return try ChainReader(database: database).runDigests(of: holder) == digests ? holder : nil
  }

  /// Inserts a row.
  /// - Parameters:
  ///   - owner: the sweep or the run that it belongs to.
  ///   - beside: columns that are not part of the canonical form.
  @discardableResult
  private mutating func insert(
    _ row: StoredRow, of owner: Int64?, _ beside: KeyValuePairs<String, DatabaseValue> = [:]
  ) throws -> Int64 {
    var arguments = beside.map(\.value)
    if let owner { arguments.append(owner.databaseValue) }
    for (column, value) in zip(row.table.columns, row.values) {
      switch value {
      case .none: arguments.append(.null)
      case .integer(let number): arguments.append(number.databaseValue)
      case .text(let value):
        arguments.append(try column.isReference ? text(value).databaseValue : value.databaseValue)
      }
    }
    try statement(row.table, beside.map(\.key)).execute(arguments: StatementArguments(arguments))
    return database.lastInsertedRowID
  }

  private mutating func statement(_ table: StoredTable, _ beside: [String]) throws -> Statement {
    if let known = statements[table.name] { return known }
    let names = beside + [table.ownerColumn].compactMap(\.self) + table.columns.map { "\"\($0.name)\"" }
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO \(table.name) (\(names.joined(separator: ", ")))
        VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
        """)
    statements[table.name] = statement
    return statement
  }

  /// The number of a text, which is stored if it is new. Compared byte for byte, as SQLite does, and not as Swift does, for which
  /// composed and decomposed か゛ are the same.
  private mutating func text(_ value: String) throws -> Int64 {
    let bytes = Array(value.utf8)
    if let known = numbers[bytes] { return known }
    let stored = bytes.contains(0) ? Data(bytes).databaseValue : value.databaseValue
    // From one day to the next most texts are there already.
    let find = try database.cachedStatement(sql: "SELECT id FROM text WHERE value = ?")
    let number: Int64
    if let found = try Int64.fetchOne(find, arguments: [stored]) {
      number = found
    } else {
      try execute("INSERT INTO text (value) VALUES (?)", [stored])
      number = database.lastInsertedRowID
    }
    numbers[bytes] = number
    return number
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension Digest: DatabaseValueConvertible {
  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Digest? {
    Data.fromDatabaseValue(value).flatMap { $0.count == 32 ? Digest(bytes: Array($0)) : nil }
  }
}
