public import Compliance
import FoundationEssentials
import GRDB
import Glibc
import Synchronization

/// The finished checks of a sweep while it runs, in a file beside the history: a sweep that is killed loses only what was running.
///
/// The file is what the history would hold of them, rows in their canonical form, because that is written many times faster than a database.
/// Behind the checks of a plugin stands a row of table `sweep`; without it, what comes before was not written whole. The file's name
/// says after which stored sweep it was begun: if a later one is stored by now, the sweep came to its end after all. Who writes or
/// reads it holds the site's lock.
public final class SweepJournal: Sendable {
  private let path: String
  /// The descriptor; writes do not mix.
  private let file: Mutex<Int32>

  /// A journal that nobody closed.
  public struct Leftover: Sendable {
    /// The moment that the checks saw as now, in ISO 8601; nil if none had finished.
    public let at: String?
    /// When the sweep began, by the wall clock in ISO 8601; nil if none had finished.
    public let startedAt: String?
    /// The checks that had finished, ordered by id.
    public let checks: [CheckRun]
  }

  /// Begins a journal.
  /// - Parameters:
  ///   - folder: the folder of the history.
  ///   - last: the newest sweep of the history; nil if it has none.
  public static func begin(in folder: String, after last: SweepID?) throws(HistoryError) -> SweepJournal {
    let path = path(in: folder, after: last)
    // Others get no access: messages may name people.
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard file >= 0 else {
      throw HistoryError(path: path, cause: .cannotOpen(reason: HistoryFile.systemMessage(errno)))
    }
    return SweepJournal(path, file)
  }

  private init(_ path: String, _ file: Int32) {
    self.path = path
    self.file = Mutex(file)
  }

  deinit { _ = file.withLock { Glibc.close($0) } }

  /// Adds the checks of a plugin that has finished.
  /// - Parameters:
  ///   - at: the moment that the checks saw as now, in ISO 8601.
  ///   - startedAt: the wall clock when the sweep began, in ISO 8601.
  public func add(_ checks: [CheckRun], at: String, startedAt: String) throws(HistoryError) {
    let part = SweepResult(
      site: LocalizedText(verbatim: ""), at: at, checks: [], standings: [], exit: .undetermined)
    let around = SweepSurroundings(startedAt: startedAt, finishedAt: startedAt, program: "", catalogueSHA256: "")
    var bytes: [UInt8] = []
    for (position, check) in checks.enumerated() {
      for row in [check.row(at: position, isBeside: false)] + check.rowsOfRun { CanonicalForm.append(row, to: &bytes) }
    }
    CanonicalForm.append(part.row(SweepID(0), around), to: &bytes)
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(HistoryError) {
    let error: Int32 = file.withLock { file in
      var rest = bytes[...]
      while !rest.isEmpty {
        // The pointer does not leave the closure.
        let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno != EINTR { return errno }
        rest = rest.dropFirst(max(0, count))
      }
      return 0
    }
    if error != 0 { throw HistoryError(path: path, cause: .cannotOpen(reason: HistoryFile.systemMessage(error))) }
  }

  /// Ends the journal: the sweep is stored.
  public func close() { Self.remove(path) }

  /// Takes up what a sweep left that broke off, and ends its journal once it has been dealt with.
  /// - Parameters:
  ///   - last: the newest sweep of the history; nil if it has none.
  ///   - deal: what is done with it. If it throws, the journal stays for the next time.
  public static func takeUp<Failure: Error>(
    in folder: String, after last: SweepID?, _ deal: (Leftover) throws(Failure) -> Void
  ) throws(Failure) {
    let path = path(in: folder, after: last)
    // One after an earlier sweep is of a sweep that was stored before it could be removed.
    for old in names(in: folder) where "\(folder)/\(old)" != path { remove("\(folder)/\(old)") }
    guard access(path, F_OK) == 0 else { return }
    try deal(leftover(at: path))
    remove(path)
  }

  private static func path(in folder: String, after last: SweepID?) -> String {
    "\(folder)/running-\(last?.number ?? 0)"
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // d_name is a NUL-terminated name within the entry, which stays valid until the next readdir; it is copied at once.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("running-") { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) { unlink(path) }
}

extension SweepJournal {
  /// What a journal holds.
  private static func leftover(at path: String) -> Leftover {
    let bytes = (try? Data(contentsOf: URL(filePath: path))).map(Array.init) ?? []
    let (runs, sweep) = wholeParts(of: bytes)
    // Rows that no history could hold were not written by this program.
    guard let sweep, let found = try? checkRuns(of: runs, sweep) else {
      return Leftover(at: nil, startedAt: nil, checks: [])
    }
    return Leftover(
      at: found.at, startedAt: sweep[text: "started_at"], checks: found.checks.sorted { $0.check.id < $1.check.id })
  }

  /// The rows of each run whose part was written whole, and the row of the first part.
  private static func wholeParts(of bytes: [UInt8]) -> (runs: [[StoredRow]], sweep: StoredRow?) {
    var parser = RowParser(bytes)
    var whole: [[StoredRow]] = []
    var part: [[StoredRow]] = []
    var sweep: StoredRow?
    while let row = parser.next() {
      switch row.table.name {
      case StoredTable.sweep.name:
        whole += part
        part = []
        sweep = sweep ?? row
      case StoredTable.run.name: part.append([row])
      default: if !part.isEmpty { part[part.count - 1].append(row) }
      }
    }
    return (whole, sweep)
  }

  /// Makes runs of rows, the way the history does.
  private static func checkRuns(of runs: [[StoredRow]], _ sweep: StoredRow) throws -> SweepResult? {
    let database = try DatabaseQueue()
    try HistorySchema.migrator.migrate(database)
    return try database.write { database in
      var writer = SweepWriter(database: database)
      let id = try writer.insert(sweep.withoutID, of: nil)
      for (position, rows) in runs.enumerated() {
        // Positions count within a part; here they count within all.
        let run = try writer.insert(StoredRow(rows[0].table, [.init(position)] + rows[0].values.dropFirst()), of: id)
        for row in rows.dropFirst() { try writer.insert(row, of: run) }
      }
      var reader = SweepReader(database: database)
      return try reader.sweep(SweepID(id))
    }
  }
}

extension StoredRow {
  /// The text in a column; nil if it holds none.
  fileprivate subscript(text column: String) -> String? {
    guard let index = table.columns.firstIndex(where: { $0.name == column }), case .text(let text) = values[index]
    else {
      return nil
    }
    return text
  }
}
