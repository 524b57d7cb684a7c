import Compliance
import FoundationEssentials
import GRDB

/// Writes one sweep; the caller holds the transaction.
struct SweepWriter {
  private let database: Database
  private let texts: TextNumbers
  /// What inserts into a table, by its name.
  private var statements: [String: Statement] = [:]

  init(database: Database) {
    self.database = database
    texts = TextNumbers(database)
  }

  /// Inserts everything of a sweep but its link.
  /// - Returns: its number, and the hash of its record.
  mutating func insert(
    _ result: SweepResult, _ around: SweepSurroundings
  ) throws -> (id: SweepID, record: Digest) {
    let before = try SweepBefore(database)
    texts.take(before.texts)
    let rows = result.rowsOfSweep
    let digests = CanonicalForm.digests(of: rows)
    let holder = try standingsBefore(digests)
    let sweep = try insert(
      result.row(SweepID(0), around).withoutID, of: nil, [("standings_of", holder?.databaseValue ?? .null)])
    var parts = CanonicalForm.digests(of: [result.row(SweepID(sweep), around)])
    for (position, run) in (result.checks + result.beside).enumerated() {
      parts.append(try insert(run, at: position, isBeside: position >= result.checks.count, in: sweep, before))
    }
    parts += digests
    for row in rows where holder == nil || row.table.owner != .standings { try insert(row, of: sweep) }
    try insert(parts, into: "part", "sweep", sweep)
    return (SweepID(sweep), CanonicalForm.digest(CanonicalForm.record, lines: parts))
  }

  private mutating func insert(
    _ run: CheckRun, at position: Int, isBeside: Bool, in sweep: Int64, _ before: SweepBefore
  ) throws -> TableDigest {
    let row = run.row(at: position, isBeside: isBeside)
    let check = run.check.id.description
    let rows = run.rowsOfRun
    let digests = CanonicalForm.digests(of: rows)
    let known = try before.run(of: check)
    let holder = known.flatMap { $0.digests == CanonicalForm.lines(digests) ? $0.holder : nil }
    let id = try insert(row, of: sweep, [("rows_of", holder?.databaseValue ?? .null)])
    if holder == nil {
      for row in rows { try insert(row, of: id) }
      try insert(digests, into: "run_digest", "check_run", id)
    }
    return TableDigest(
      name: "check \(check)", digest: CanonicalForm.digest(lines: CanonicalForm.digests(of: [row]) + digests))
  }

  /// The sweep whose standings the sweep before has, if those are the same as these.
  private func standingsBefore(_ digests: [TableDigest]) throws -> Int64? {
    let shared = StoredTable.ofSweeps.filter { $0.owner == .standings }.map(\.name)
    let find = "SELECT id, coalesce(standings_of, id) AS holder FROM sweep ORDER BY id DESC LIMIT 1"
    guard let last = try Row.fetchOne(try database.cachedStatement(sql: find)) else { return nil }
    let stored = try ChainReader(database: database).parts(of: last["id"], named: shared)
    return stored == digests.filter { shared.contains($0.name) } ? last["holder"] : nil
  }

  /// Inserts digests with their order.
  private func insert(_ digests: [TableDigest], into table: String, _ ownerColumn: String, _ owner: Int64) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO \(table) (\(ownerColumn), position, name, sha256) VALUES (?, ?, ?, ?)")
    for (position, digest) in digests.enumerated() {
      let name = try texts.number(of: digest.name)
      insert.setUncheckedArguments([owner, position, name, digest.digest])
      try insert.execute()
    }
  }

  /// Inserts a row.
  /// - Parameters:
  ///   - owner: the sweep or the run that it belongs to.
  ///   - beside: columns that are not part of the canonical form.
  @discardableResult
  mutating func insert(
    _ row: StoredRow, of owner: Int64?, _ beside: [(column: String, value: DatabaseValue)] = []
  ) throws -> Int64 {
    // As optional existentials: of a plain array of values, GRDB asks each by a key path, which takes longer than the insertion.
    var arguments: [(any DatabaseValueConvertible)?] = []
    arguments.reserveCapacity(row.values.count + beside.count + 1)
    for (_, value) in beside { arguments.append(value) }
    if let owner { arguments.append(owner) }
    for (column, value) in zip(row.table.columns, row.values) {
      switch value {
      case .none: arguments.append(nil)
      case .integer(let number): arguments.append(number)
      case .text(let value) where column.isReference: arguments.append(try texts.number(of: value))
      case .text(let value): arguments.append(value)
      }
    }
    let statement = try statement(row.table, beside.map { $0.column })
    // As many as the statement has, by its making.
    statement.setUncheckedArguments(StatementArguments(arguments))
    try statement.execute()
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
}

extension Digest: DatabaseValueConvertible {
  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Digest? {
    Data.fromDatabaseValue(value).flatMap { $0.count == 32 ? Digest(bytes: Array($0)) : nil }
  }
}
