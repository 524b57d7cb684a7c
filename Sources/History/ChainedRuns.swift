import Compliance
import GRDB

/// Reads the runs of sweeps, one sweep after the other, for the chain. Nearly all of their texts are those of the sweep before, so that each
/// is looked up once.
struct ChainedRuns {
  private let database: Database
  private var texts: [Int64: StoredRow.Value] = [:]

  init(_ database: Database) { self.database = database }

  /// The runs of a sweep in its order: those that hold their rows, their checks, and the digests of their own rows.
  /// - Throws: ``StoredValueError`` for a value that no writer writes.
  mutating func runs(of sweep: Int64) throws -> [(holder: Int64, check: String, digest: TableDigest)] {
    var runs: [(holder: Int64, check: String, digest: TableDigest)] = []
    var hasher = TableHasher()
    let rows = try Row.fetchCursor(try database.cachedStatement(sql: Self.list), arguments: [sweep])
    while let row = try rows.next() {
      // By position: GRDB folds the case of every column's name for each that is looked for.
      guard let holder = Int64.fromDatabaseValue(row[0]), let check = String.fromDatabaseValue(row[1]) else {
        throw StoredValueError()
      }
      var values: [StoredRow.Value] = []
      values.reserveCapacity(StoredTable.run.columns.count)
      for (column, value) in zip(StoredTable.run.columns, row.databaseValues.dropFirst(2)) {
        values.append(column.isReference ? try text(value) : try StoredRow.Value(value))
      }
      hasher.add(StoredRow(.run, values))
      runs.append((holder, check, hasher.finish()))
    }
    return runs
  }

  private static let list = """
    SELECT coalesce(rows_of, id), check_id, \(StoredTable.run.columns.map { "\"\($0.name)\"" }.joined(separator: ", "))
    FROM check_run WHERE sweep = ? ORDER BY position, id
    """

  /// The text that a number stands for; nothing for a number that stands for none.
  private mutating func text(_ number: DatabaseValue) throws -> StoredRow.Value {
    guard case .int64(let id) = number.storage else { return .none }
    if let known = texts[id] { return known }
    let value = try Row.fetchOne(
      try database.cachedStatement(sql: "SELECT value FROM text WHERE id = ?"), arguments: [id])
    let text = try value?.databaseValues.first.map(StoredRow.Value.init) ?? .none
    texts[id] = text
    return text
  }
}
