import Compliance
import FoundationEssentials
import GRDB
import Testing

@testable import History

/// What is left when records are thinned out.
struct ThinningTests {
  private func append(_ result: SweepResult, on day: String, to store: SweepStore, keeping rules: Retention) throws {
    _ = try store.append(
      result, startedAt: "\(day)T06:00:00+09:00", finishedAt: "\(day)T06:00:01+09:00", program: "tenken",
      catalogueSHA256: "", keeping: rules)
  }

  private func days(_ count: Int) throws -> [String] {
    let first = try #require(CalendarDate(iso: "2026-01-01"))
    return (0..<count).map { first.adding(days: $0).description }
  }

  @Test func thinnedSweepsLeaveTheirLinksAndTheRestIsAsItWas() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let rules = Retention(all: CalendarSpan("5 days"), monthly: CalendarSpan("1 year"))
    var stored: [Int64: SweepResult] = [:]
    for (index, day) in try days(70).enumerated() {
      // Rows are shared for some days and then change hands. Every seventh sweep is a full one.
      let result = index % 7 == 0 ? try largeSweep(day: index, checks: 2, findings: 5) : try richSweep()
      try append(result, on: day, to: store, keeping: rules)
      stored[Int64(index + 1)] = result
    }
    // The last full sweeps of January, February and March, and the six days from 6 to 11 March.
    let kept: [Int64] = [29, 57, 64, 65, 66, 67, 68, 69, 70]
    #expect(try store.sweeps(last: 99).map(\.id.number) == kept.reversed())
    for number in kept { expectSame(try store.sweep(SweepID(number)), try #require(stored[number])) }
    let result = try store.verify(keys: [], head: nil)
    #expect(result.faults == [])
    #expect(result.whole.map(\.number) == kept && result.thinned == 61)
    #expect(try integrity(of: store) == "ok")
  }

  @Test func aDeletedStatementOfThinningIsFound() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    for day in try days(4) {
      try append(richSweep(), on: day, to: store, keeping: Retention(all: CalendarSpan("1 day")))
    }
    #expect(try store.verify(keys: [], head: nil).thinned == 2)
    try store.database.write { try $0.execute(sql: "DELETE FROM thinned WHERE sweep = 1") }
    let faults = try store.verify(keys: [], head: nil).faults
    #expect(faults == [HistoryFault(SweepID(1), .recordRemoved), HistoryFault(SweepID(3), .linkChanged)])
  }

  @Test func whatOnlyThinnedSweepsSaidIsGoneFromTheFile() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let days = try days(3)
    try append(richSweep(), on: days[0], to: store, keeping: Retention())
    let secret = Data("AP-𠮷野".utf8)
    #expect(try bytes(of: folder.database).firstRange(of: secret) != nil)
    let rules = Retention(all: CalendarSpan("1 day"))
    for day in days[1...] { try append(largeSweep(day: 1, checks: 1, findings: 1), on: day, to: store, keeping: rules) }
    #expect(try bytes(of: folder.database).firstRange(of: secret) == nil)
    #expect(try store.verify(keys: [], head: nil).isWhole)
  }
}
