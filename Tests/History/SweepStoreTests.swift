import Compliance
import FoundationEssentials
import GRDB
import Testing

@testable import History

struct SweepStoreTests {
  @Test func givesBackWhatWasStored() throws {
    let folder = try ScratchFolder()
    let rich = try richSweep()
    let empty = SweepResult(
      site: LocalizedText(verbatim: ""), at: "2026-11-22T09:00:00+09:00", checks: [], standings: [], exit: .undetermined
    )
    let store = try SweepStore(at: folder.database)
    #expect(try store.append(rich) == SweepID(1))
    #expect(try store.append(empty) == SweepID(2))
    expectSame(try store.sweep(SweepID(1)), rich)
    expectSame(try store.sweep(SweepID(2)), empty)
    #expect(try store.sweep(SweepID(3)) == nil)

    let reader = try SweepStore.openReadOnly(at: folder.database)
    expectSame(try reader.sweep(SweepID(1)), rich)
  }

  @Test func listsTheLatestFirst() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    #expect(try store.sweeps(last: 5) == [])
    for _ in 1...3 { try store.append(try richSweep()) }
    let counts: [Standing: Int] = [.fail: 1, .error: 1]
    let summary = {
      SweepSummary(id: SweepID($0), at: "2026-11-21T09:00:00+09:00", exit: .failed, checks: counts, isPartial: true)
    }
    #expect(try store.sweeps(last: 2) == [summary(3), summary(2)])
    #expect(try store.sweeps(last: 9).map(\.id.number) == [3, 2, 1])
    #expect(try store.sweeps(last: 0) == [])
    #expect(try store.sweeps(last: -1) == [])
  }

  @Test func keepsWhatItRefersToWhole() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    try store.append(try richSweep())
    let (keysAreOn, id, broken, integrity) = try store.database.read { database in
      (
        try Bool.fetchOne(database, sql: "PRAGMA foreign_keys"),
        try Int32.fetchOne(database, sql: "PRAGMA application_id"),
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count,
        try String.fetchOne(database, sql: "PRAGMA integrity_check")
      )
    }
    #expect(keysAreOn == true)
    #expect(id == 0x544E_4B4E)
    #expect(broken == 0)
    #expect(integrity == "ok")
  }

  @Test func storesAnUnchangedSweepInLittleSpace() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let sweep = try largeSweep(day: 1)
    try store.append(sweep)
    let once = try bytes(of: folder.database).count
    for _ in 1...9 { try store.append(sweep) }
    let each = (try bytes(of: folder.database).count - once) / 9
    // 1,000 findings: at 48 bytes each a year of days is 17 MB.
    #expect(each < 48_000)
  }

  @Test func twoConnectionsAtOnceLoseNothing() async throws {
    let folder = try ScratchFolder()
    let path = folder.database
    try await withThrowingTaskGroup(of: Void.self) { group in
      for connection in 0..<4 {
        group.addTask {
          let store = try SweepStore(at: path)
          for day in connection * 5..<connection * 5 + 5 {
            try store.append(try largeSweep(day: day, checks: 2, findings: 10))
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try SweepStore.openReadOnly(at: path)
    #expect(try store.sweeps(last: 100).map(\.id.number) == Array((1...20).reversed()))
    var days: Set<String> = []
    for number in 1...20 {
      let sweep = try #require(try store.sweep(SweepID(Int64(number))))
      #expect(sweep.checks.map(\.findings.count) == [10, 10])
      days.formUnion(sweep.checks.flatMap(\.findings).map(\.message.en))
    }
    #expect(days == Set((0..<20).map { "found on day \($0)" }))
  }

  @Test func saysThatAnotherConnectionHoldsIt() throws {
    let folder = try ScratchFolder()
    let holder = try SweepStore(at: folder.database)
    let second = try SweepStore(at: folder.database, waiting: 0)
    try holder.database.writeWithoutTransaction { database in
      try database.inTransaction(.exclusive) {
        #expect(throws: HistoryError(path: folder.database, cause: .busy)) { try second.append(try richSweep()) }
        return .rollback
      }
    }
    #expect(try second.append(try richSweep()) == SweepID(1))
  }
}
