import Compliance
import GRDB
import Testing

@testable import History

struct SweepAtHandTests {
  /// Sweeps that differ from the first in one thing each, and one that does not.
  private func sweeps() throws -> [SweepResult] {
    let first = try richSweep()
    func changed(standings: [RequirementStanding]? = nil, _ change: (inout [CheckRun]) throws -> Void) rethrows
      -> SweepResult
    {
      var checks = first.checks
      try change(&checks)
      return SweepResult(
        site: first.site, at: first.at, checks: checks, beside: first.beside,
        standings: standings ?? first.standings, exit: first.exit, only: first.only)
    }
    let waiver = try #require(WaiverID("old-access-points"))
    return [
      first, changed { _ in }, changed { $0[0].milliseconds = 7 },
      changed { $0[0].freshness = .carried(from: SweepID(1), at: "2026-11-20T09:00:00+09:00") },
      changed { $0[0].findings.removeLast() },
      changed {
        $0[0].waivers = [waiver]
        $0[0].findings[0].waivers = [waiver]
        $0[0].findings[0].isWaived = true
        $0[0].waived = 1
        $0[0].standing = .waived
      },
      changed { $0.swapAt(0, 1) }, changed { $0.removeFirst() },
      changed { checks in
        let run = checks[0]
        checks[0] = CheckRun(
          check: run.check, outcome: run.outcome, counts: run.counts, findings: run.findings, sources: run.sources,
          pluginVersion: "1.0.1", pluginSHA256: run.pluginSHA256, milliseconds: run.milliseconds)
      },
      changed { checks in
        let run = checks[1]
        checks[1] = CheckRun(
          check: run.check, outcome: run.outcome,
          problem: Problem(at: Place(file: "plugins/broken/plugin.lua", line: 4), LocalizedText(verbatim: "other")),
          pluginVersion: run.pluginVersion, pluginSHA256: run.pluginSHA256)
      }, changed(standings: Array(first.standings.reversed())) { _ in },
    ]
  }

  /// What is taken from a sweep at hand is what would be read.
  @Test func eachSweepIsReadTheSameWithAnyOtherAtHand() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let sweeps = try sweeps()
    let ids = try sweeps.map { try store.append($0) }
    for (id, sweep) in zip(ids, sweeps) {
      for (other, result) in zip(ids, sweeps) {
        try store.read { database in
          var reader = SweepReader(database: database)
          try reader.take(result, of: other)
          expectSame(try reader.sweep(id), sweep)
        }
      }
    }
  }

  @Test func whatIsAlikeIsNotRead() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let sweep = try richSweep()
    let ids = try [store.append(sweep), store.append(sweep)]
    try store.database.write { try $0.execute(sql: "DELETE FROM finding") }
    try store.read { database in
      var reader = SweepReader(database: database)
      try reader.take(sweep, of: ids[1])
      expectSame(try reader.sweep(ids[0]), sweep)
      var other = SweepReader(database: database)
      #expect(try other.sweep(ids[0])?.checks[0].findings == [])
    }
  }
}
