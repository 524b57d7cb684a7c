import Compliance
import FoundationEssentials
import Testing

@testable import History

/// What is known of a sweep that did not come to its end.
@Suite final class SweepJournalTests {
  private let folder: ScratchFolder
  private var path: String { String(folder.database.dropLast("/history.sqlite".count)) }

  init() throws {
    folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.tenken", withIntermediateDirectories: true)
  }

  private func leftover(after last: SweepID?) -> SweepJournal.Leftover? {
    var found: SweepJournal.Leftover?
    SweepJournal.takeUp(in: path, after: last) { found = $0 }
    return found
  }

  private var journals: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix("running-") }.sorted()
    }
  }

  @Test func aClosedJournalLeavesNothing() throws {
    let journal = try SweepJournal.begin(in: path, after: nil)
    try journal.add(richSweep().checks, at: "2026-11-20T09:00:00+09:00", startedAt: "2026-11-20T09:00:01+09:00")
    #expect(try journals == ["running-0"])
    journal.close()
    #expect(try journals == [])
    #expect(leftover(after: nil) == nil)
  }

  @Test func whatHadFinishedIsTakenUpOnceInOrderOfIds() throws {
    let checks = try largeSweep(day: 1, checks: 3, findings: 2).checks
    let journal = try SweepJournal.begin(in: path, after: SweepID(4))
    for check in checks.reversed() {
      try journal.add([check], at: "2026-11-20T09:00:00+09:00", startedAt: "2026-11-20T09:00:01+09:00")
    }
    let found = try #require(leftover(after: SweepID(4)))
    #expect(found.checks == checks)
    #expect(found.at == "2026-11-20T09:00:00+09:00" && found.startedAt == "2026-11-20T09:00:01+09:00")
    #expect(try journals == [])
    #expect(leftover(after: SweepID(4)) == nil)
  }

  @Test func theJournalOfASweepThatWasStoredIsNotTakenUp() throws {
    _ = try SweepJournal.begin(in: path, after: SweepID(4))
    #expect(leftover(after: SweepID(5)) == nil)
    #expect(try journals == [])
  }

  @Test func ifItCannotBeDealtWithItStays() throws {
    struct Failure: Error {}
    _ = try SweepJournal.begin(in: path, after: nil)
    #expect(throws: Failure.self) { try SweepJournal.takeUp(in: path, after: nil) { _ in throw Failure() } }
    #expect(try journals == ["running-0"])
  }

  /// Everything that the history keeps of a check is in the journal, whatever its texts hold.
  @Test func aRunIsTakenUpAsItWas() throws {
    let checks = try richSweep().checks
    let journal = try SweepJournal.begin(in: path, after: nil)
    try journal.add(checks, at: "2026-11-20T09:00:00+09:00", startedAt: "2026-11-20T09:00:01+09:00")
    #expect(try #require(leftover(after: nil)).checks == checks.sorted { $0.check.id < $1.check.id })
  }

  @Test func aPartThatWasNotWrittenWholeIsLeftOut() throws {
    let checks = try largeSweep(day: 1, checks: 2, findings: 2).checks
    let journal = try SweepJournal.begin(in: path, after: nil)
    let file = "\(path)/running-0"
    try journal.add([checks[0]], at: "2026-11-20T09:00:00+09:00", startedAt: "2026-11-20T09:00:01+09:00")
    let first = try Data(contentsOf: URL(filePath: file))
    try journal.add([checks[1]], at: "2026-11-20T09:00:00+09:00", startedAt: "2026-11-20T09:00:01+09:00")
    let whole = try Data(contentsOf: URL(filePath: file))
    for length in stride(from: first.count, to: whole.count, by: 7) {
      try write(whole.prefix(length), to: file)
      #expect(leftover(after: nil)?.checks == [checks[0]], "\(length) bytes")
    }
    try write(whole, to: file)
    #expect(leftover(after: nil)?.checks == checks)
  }

  @Test(arguments: [
    "", "no row at all", "sweep\n", "sweep\nid=0\n\n", "sweep\nat=9999999999:x\n\n", "check_run\nposition=-1:\n\n",
    "check_run\n\nsweep\nid=0\nat=1:x\nstarted_at=1:x\nfinished_at=1:x\nexit=9\n\n",
  ])
  func aKillMayHaveLeftAnything(text: String) throws {
    try write(Data(text.utf8), to: "\(path)/running-0")
    let found = try #require(leftover(after: nil))
    #expect(found.checks.isEmpty && found.at == nil)
    #expect(try journals == [])
  }
}
