import Compliance
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import History

/// A file that cannot be used gives its own error, and stays as it is to the byte.
struct HistoryErrorTests {
  private func expectUntouched(
    _ path: String, _ cause: HistoryError.Cause, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try bytes(of: path)
    let folder = String(path[..<(try #require(path.lastIndex(of: "/")))])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let expected = HistoryError(path: path, cause: cause)
    #expect(throws: expected, sourceLocation: sourceLocation) { try SweepStore(at: path) }
    #expect(throws: expected, sourceLocation: sourceLocation) { try SweepStore.openReadOnly(at: path) }
    #expect(try bytes(of: path) == before, sourceLocation: sourceLocation)
    let after = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(after == names, sourceLocation: sourceLocation)
  }

  @Test func noFileIsNoErrorForAWriterOnly() throws {
    let folder = try ScratchFolder()
    #expect(throws: HistoryError(path: folder.database, cause: .absent)) {
      try SweepStore.openReadOnly(at: folder.database)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.tenken"))
    _ = try SweepStore(at: folder.database)
    #expect(try SweepStore.openReadOnly(at: folder.database).sweeps(last: 1) == [])
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/other.sqlite"
    try DatabaseQueue(path: path).writeWithoutTransaction {
      try $0.execute(sql: "CREATE TABLE patient (name TEXT); INSERT INTO patient VALUES ('x')")
    }
    // A journal beside it, which SQLite would roll back or delete.
    try write(Data("not a journal".utf8), to: path + "-journal")
    try expectUntouched(path, .foreign)
  }

  @Test(arguments: ["x", "id,name\n1,山田\n", String(repeating: "0123456789", count: 100), "SQLite format 3\0"])
  func aFileThatIsNoDatabaseIsLeftAlone(text: String) throws {
    let folder = try ScratchFolder()
    try write(Data(text.utf8), to: folder.database)
    try expectUntouched(folder.database, .damaged)
  }

  @Test func aDamagedHeaderIsSeenAtOnce() throws {
    let folder = try ScratchFolder()
    try SweepStore(at: folder.database).append(try richSweep())
    var broken = try bytes(of: folder.database)
    broken.replaceSubrange(100..<4_096, with: Data(repeating: 0xA5, count: 3_996))
    try write(broken, to: folder.database)
    try expectUntouched(folder.database, .damaged)
  }

  @Test func damageFurtherInIsSeenWhenItIsRead() throws {
    let folder = try ScratchFolder()
    try SweepStore(at: folder.database).append(try largeSweep(day: 1))
    let whole = try bytes(of: folder.database)
    // Behind the pages of the schema, so that opening works; then a file that was cut off.
    var overwritten = whole
    overwritten.replaceSubrange(16_384..<whole.count, with: Data(repeating: 0xA5, count: whole.count - 16_384))
    for broken in [overwritten, whole.prefix(24_576)] {
      try write(Data(broken), to: folder.database)
      let error = #expect(throws: HistoryError.self) {
        _ = try SweepStore.openReadOnly(at: folder.database).sweep(SweepID(1))
      }
      #expect(error?.cause == .damaged)
      #expect(throws: HistoryError.self) { try SweepStore(at: folder.database).append(try largeSweep(day: 2)) }
      #expect(try bytes(of: folder.database) == broken)
    }
  }

  @Test func aValueThatWeNeverWriteIsDamage() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let id = try store.append(try richSweep())
    try store.database.writeWithoutTransaction { try $0.execute(sql: "UPDATE check_run SET outcome = 'splendid'") }
    #expect(throws: HistoryError(path: folder.database, cause: .damaged)) { try store.sweep(id) }
    #expect(throws: HistoryError(path: folder.database, cause: .damaged)) { try store.sweeps(last: 1) }
  }

  @Test func aNewerLayoutIsLeftAlone() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    try store.append(try richSweep())
    try store.database.writeWithoutTransaction {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-later'); ALTER TABLE sweep ADD COLUMN later TEXT")
    }
    try expectUntouched(folder.database, .newer)
  }

  @Test func aFolderIsNoHistory() throws {
    let folder = try ScratchFolder()
    #expect(throws: HistoryError.self) { try SweepStore(at: folder.path) }
    #expect(throws: HistoryError.self) { try SweepStore(at: folder.path + "/no/such/history.sqlite") }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/no"))
  }

  @Test func readingDoesNotWrite() throws {
    let folder = try ScratchFolder()
    try SweepStore(at: folder.database).append(try richSweep())
    let before = try bytes(of: folder.database)
    let reader = try SweepStore.openReadOnly(at: folder.database)
    #expect(throws: HistoryError(path: folder.database, cause: .readOnly)) { try reader.append(try richSweep()) }
    expectSame(try reader.sweep(SweepID(1)), try richSweep())
    #expect(try bytes(of: folder.database) == before)
  }

  /// In a child, because the superuser may write anything and a process cannot stop being one for a while only.
  @Test func aFileWithoutWritePermissionCanBeReadOnly() async throws {
    let folder = try ScratchFolder()
    let path = folder.database
    try SweepStore(at: path).append(try richSweep())
    let before = try bytes(of: path)
    #expect(chmod(path, 0o444) == 0 && chmod(folder.path + "/.tenken", 0o555) == 0 && chmod(folder.path, 0o755) == 0)
    await #expect(processExitsWith: .success) { [path = path as String] in
      if getuid() == 0 { try #require(setgid(65_534) == 0 && setuid(65_534) == 0) }
      let readOnly = HistoryError(path: path, cause: .readOnly)
      #expect(throws: readOnly) { try SweepStore(at: path).append(try richSweep()) }
      #expect(try SweepStore.openReadOnly(at: path).sweeps(last: 9).count == 1)
    }
    chmod(folder.path + "/.tenken", 0o755)
    #expect(try bytes(of: path) == before)
  }

  @Test func tellsNothingOfTheDatabase() throws {
    let secret = "山田太郎"
    let error = HistoryError(
      path: "history.sqlite",
      DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: secret, sql: "INSERT INTO \(secret)", arguments: [secret]))
    #expect(error.cause == .failed(code: 19))
    for language in Language.allCases {
      #expect(!error.problem.line(in: language).contains(secret))
      #expect(error.problem.line(in: language).hasPrefix("history.sqlite: "))
    }
    #expect(!"\(error)".contains(secret))
  }

  @Test(arguments: [
    (DatabaseError.SQLITE_FULL, HistoryError.Cause.full), (.SQLITE_IOERR, .failed(code: 10)),
    (.SQLITE_READONLY_DIRECTORY, .readOnly), (.SQLITE_BUSY_SNAPSHOT, .busy), (.SQLITE_CORRUPT_VTAB, .damaged),
    (.SQLITE_CANTOPEN, .cannotOpen(reason: "SQLite 14")),
  ])
  func sortsTheCodesByWhatToDo(code: ResultCode, cause: HistoryError.Cause) {
    #expect(HistoryError(path: "p", DatabaseError(resultCode: code)).cause == cause)
  }
}
