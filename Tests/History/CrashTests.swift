import Compliance
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import History

/// What is left when a process is killed in the middle of `append`.
struct CrashTests {
  /// The child kills itself with SIGKILL at its n-th statement; with a cache of a few pages, so that by then parts of the
  /// transaction have been written to the file, as under memory pressure.
  @Test(arguments: [1, 2, 40, 900, 2_000])
  func aSweepIsStoredWholeOrNotAtAll(statement: Int) async throws {
    let folder = try ScratchFolder()
    let path = folder.database
    let before = try largeSweep(day: 1)
    try SweepStore(at: path).append(before)

    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, statement = statement as Int] in
      let store = try SweepStore(at: path)
      try store.database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA cache_size = 4")
        var count = 0
        database.trace { _ in
          count += 1
          if count == statement { kill(getpid(), SIGKILL) }
        }
      }
      try store.append(try largeSweep(day: 2))
    }

    let reader = try SweepStore.openReadOnly(at: path)
    #expect(try reader.sweeps(last: 9).map(\.id.number) == [1])
    expectSame(try reader.sweep(SweepID(1)), before)
    let after = try largeSweep(day: 3)
    let store = try SweepStore(at: path)
    let id = try store.append(after)
    expectSame(try store.sweep(id), after)
    #expect(try integrity(of: store) == "ok")
  }

  /// The file and its journal as they lie on the disk while the transaction is open: what a power cut leaves.
  @Test func aJournalIsRolledBackAlsoForReaders() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let before = try largeSweep(day: 1)
    try store.append(before)
    let path = folder.database
    let copy = folder.path + "/copy/history.sqlite"
    try store.database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA cache_size = 4")
      try database.inTransaction(.immediate) {
        var writer = SweepWriter(database: database)
        _ = try writer.insert(
          try largeSweep(day: 2),
          SweepSurroundings(startedAt: "", finishedAt: "", program: "", catalogueSHA256: ""))
        try write(try bytes(of: path), to: copy)
        try write(try bytes(of: path + "-journal"), to: copy + "-journal")
        return .rollback
      }
    }
    #expect(try bytes(of: copy) != bytes(of: folder.database))
    let reader = try SweepStore.openReadOnly(at: copy)
    #expect(try reader.sweeps(last: 9).map(\.id.number) == [1])
    expectSame(try reader.sweep(SweepID(1)), before)
  }

  @Test func aFileThatWasOnlyBegunIsFinished() throws {
    let folder = try ScratchFolder()
    try write(Data(), to: folder.database)
    let rich = try richSweep()
    #expect(throws: HistoryError(path: folder.database, cause: .absent)) {
      try SweepStore.openReadOnly(at: folder.database)
    }
    let id = try SweepStore(at: folder.database).append(rich)
    expectSame(try SweepStore.openReadOnly(at: folder.database).sweep(id), rich)
  }

  @Test func aFileThatWasMarkedButNotLaidOutIsFinished() throws {
    let folder = try ScratchFolder()
    try DatabaseQueue(path: folder.path + "/begun.sqlite").writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(HistoryFile.applicationID)")
    }
    #expect(try SweepStore.openReadOnly(at: folder.path + "/begun.sqlite").sweeps(last: 1) == [])
  }
}
