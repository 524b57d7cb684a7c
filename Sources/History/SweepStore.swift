import Compliance
import GRDB

/// The sweeps of one site, in an SQLite file. An appended sweep is in it whole or not at all, whenever the process or the
/// machine stops; what is in it is given back exactly as it was.
public struct SweepStore: Sendable {
  /// The database file.
  public let path: String

  let database: DatabaseQueue

  /// The release of SQLite, such as `3.40.1`.
  public static var libraryRelease: String {
    // As sqlite3_libversion_number(3) counts: a million, a thousand, one.
    let number = Database.sqliteLibVersionNumber
    return "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
  }

  /// How long we wait for another process's write, in seconds. A sweep is written in well under one.
  static let patience = 10.0

  /// Opens a site's history to read and append, and makes it, with its folder, if there is none.
  /// - Throws: ``HistoryError``; a file that is not a history, is broken or comes from a newer Tenken is left untouched.
  public init(at path: String) throws(HistoryError) {
    try self.init(at: path, waiting: Self.patience)
  }

  init(at path: String, waiting seconds: Double) throws(HistoryError) {
    let content = try HistoryFile.content(at: path)
    if case .absent = content { try HistoryFile.makeFolder(of: path) }
    try self.init(at: path, readOnly: false, waiting: seconds)
    try write { database in
      if try HistorySchema.migrator.hasBeenSuperseded(database) { throw HistoryError(path: path, cause: .newer) }
      // The first write of a new file says whose it is, so that no crash leaves a database of ours unmarked.
      if case .ours = content { return }
      try database.execute(sql: "PRAGMA application_id = \(HistoryFile.applicationID)")
    }
    do {
      try HistorySchema.migrator.migrate(database)
    } catch {
      // Two processes may both have found the schema wanting; whoever came second fails on what the first has made.
      guard let complete = try? database.read(HistorySchema.migrator.hasCompletedMigrations), complete else {
        throw HistoryError(path: path, error)
      }
    }
  }

  /// Opens a site's history only to read.
  ///
  /// Only what an interrupted sweep left half done, or an older Tenken laid out, is first set right, which writes.
  /// - Throws: ``HistoryError``, with the cause `absent` if no sweep has been stored yet.
  public static func openReadOnly(at path: String) throws(HistoryError) -> SweepStore {
    guard case .ours = try HistoryFile.content(at: path) else { throw HistoryError(path: path, cause: .absent) }
    do throws(HistoryError) {
      let store = try SweepStore(at: path, readOnly: true, waiting: patience)
      let complete = try store.read { database in
        if try HistorySchema.migrator.hasBeenSuperseded(database) { throw HistoryError(path: path, cause: .newer) }
        return try HistorySchema.migrator.hasCompletedMigrations(database)
      }
      if complete { return store }
    } catch {
      // SQLite says readOnly here when a journal waits to be rolled back (SQLITE_READONLY_ROLLBACK).
      guard error.cause == .readOnly else { throw error }
    }
    _ = try SweepStore(at: path)
    return try SweepStore(at: path, readOnly: true, waiting: patience)
  }

  private init(at path: String, readOnly: Bool, waiting seconds: Double) throws(HistoryError) {
    self.path = path
    do {
      database = try DatabaseQueue(
        path: path, configuration: HistoryFile.configuration(readOnly: readOnly, waiting: seconds))
    } catch {
      throw HistoryError(path: path, error)
    }
  }

  /// Stores a sweep in one transaction.
  /// - Parameters:
  ///   - result: the sweep.
  ///   - startedAt: the wall clock when it began, in ISO 8601; it differs from `result.at` under `--at`.
  ///   - finishedAt: the wall clock when it ended.
  ///   - program: what ran it, such as `tenken 0.1.0, Lua 5.4.4`.
  ///   - catalogueSHA256: SHA-256 of the catalogue's files in lower-case hexadecimal.
  ///   - key: what the sweep's link is signed with; nil for no signature.
  ///   - retention: how long sweeps are kept; those that it no longer keeps go in the same transaction.
  /// - Returns: the number that the sweep has from now on; numbers are never used again.
  public func append(
    _ result: SweepResult, startedAt: String, finishedAt: String, program: String, catalogueSHA256: String,
    key: SigningKey? = nil, keeping retention: Retention = Retention()
  ) throws(HistoryError) -> SweepID {
    let around = SweepSurroundings(
      startedAt: startedAt, finishedAt: finishedAt, program: program, catalogueSHA256: catalogueSHA256)
    return try write { database in
      var id = SweepID(0)
      try database.inTransaction(.immediate) {
        var writer = SweepWriter(database: database)
        let record: Digest
        (id, record) = try writer.insert(result, around)
        let thinning = Thinning(database: database)
        let thinned = try thinning.thinned(by: retention, today: startedAt)
        try ChainWriter(database: database).append(id, record, thinned: thinned, key)
        try thinning.remove(thinned)
        return .commit
      }
      return id
    }
  }

  /// The latest sweeps, newest first.
  /// - Parameters:
  ///   - last: how many at most.
  ///   - id: only sweeps before this one; nil for all.
  public func sweeps(last: Int, before id: SweepID? = nil) throws(HistoryError) -> [SweepSummary] {
    try read { database in
      var reader = SweepReader(database: database)
      return try reader.summaries(last: max(0, last), before: id)
    }
  }

  /// One stored sweep, exactly as it was appended; nil if there is none with this number.
  public func sweep(_ id: SweepID) throws(HistoryError) -> SweepResult? {
    try read { database in
      var reader = SweepReader(database: database)
      return try reader.sweep(id)
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(HistoryError) -> Value {
    do {
      return try database.read(work)
    } catch {
      throw HistoryError(path: path, error)
    }
  }

  private func write<Value>(_ work: (Database) throws -> Value) throws(HistoryError) -> Value {
    do {
      return try database.writeWithoutTransaction(work)
    } catch {
      throw HistoryError(path: path, error)
    }
  }
}
