import Compliance
import GRDB
import Testing

@testable import History

/// Which results of earlier sweeps a later one takes over.
struct LastRunTests {
  private func run(_ check: String, _ outcome: Outcome, _ freshness: Freshness = .ran) throws -> CheckRun {
    CheckRun(
      check: Check(
        id: try #require(CheckID(check)), title: LocalizedText(verbatim: check), requirements: [], severity: .low,
        cadence: "1 day", remedy: LocalizedText(verbatim: "")),
      outcome: outcome, pluginVersion: "1", pluginSHA256: "aa", freshness: freshness)
  }

  private func sweep(_ day: Int, _ scope: SweepScope? = nil, _ checks: CheckRun...) -> SweepResult {
    SweepResult(
      site: LocalizedText(verbatim: "site"), at: at(day), checks: checks, standings: [], exit: .met, scope: scope)
  }

  private func at(_ day: Int) -> String { "2026-11-\(day)T09:00:00+09:00" }

  private func last(_ store: SweepStore, notAfter day: Int = 30) throws -> [String: CheckRun] {
    let ids = try ["p/a", "p/b", "p/c"].map { try #require(CheckID($0)) }
    let runs = try store.lastRuns(of: ids) { $0 <= at(day) }
    return Dictionary(uniqueKeysWithValues: runs.map { ($0.key.description, $0.value) })
  }

  @Test func scopeAndFreshnessAreGivenBack() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let checks = [
      try run("p/a", .pass), try run("p/b", .fail, .carried(from: SweepID(7), at: at(11))),
      try run("p/c", .notchecked, .notRun),
    ]
    for scope in [SweepScope.all, .due, .brokenOff] {
      let id = try store.append(
        SweepResult(
          site: LocalizedText(verbatim: "site"), at: at(12), checks: checks, standings: [], exit: .met, scope: scope))
      let stored = try #require(try store.sweep(id))
      #expect(stored.scope == scope)
      #expect(stored.checks == checks)
    }
    let named = SweepResult(
      site: LocalizedText(verbatim: "site"), at: at(12), checks: [], standings: [], exit: .met, only: ["p/a"])
    #expect(try store.sweep(store.append(named))?.scope == .named)
  }

  @Test func theLastResultIsThatOfTheNewestSweepThatRanTheCheck() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    #expect(try last(store).isEmpty)
    try store.append(sweep(10, nil, run("p/a", .fail), run("p/b", .fail)))
    try store.append(sweep(11, nil, run("p/a", .pass)))
    let runs = try last(store)
    #expect(runs["p/a"]?.outcome == .pass)
    #expect(runs["p/a"]?.freshness == .carried(from: SweepID(2), at: at(11)))
    #expect(runs["p/b"]?.outcome == .fail)
    #expect(runs["p/b"]?.freshness == .carried(from: SweepID(1), at: at(10)))
    #expect(runs["p/c"] == nil)
  }

  @Test func aCarriedResultStaysThatOfItsFirstSweep() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    try store.append(sweep(10, nil, run("p/a", .fail)))
    try store.append(sweep(11, .due, run("p/a", .fail, .carried(from: SweepID(1), at: at(10)))))
    #expect(try last(store)["p/a"]?.freshness == .carried(from: SweepID(1), at: at(10)))
  }

  @Test func whatDidNotRunIsNoResult() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    try store.append(sweep(10, nil, run("p/a", .pass), run("p/b", .pass)))
    try store.append(
      sweep(
        11, .due, run("p/a", .notchecked, .notRun), run("p/b", .notselected, .notRun), run("p/c", .notselected)))
    let runs = try last(store)
    #expect(runs["p/a"]?.freshness == .carried(from: SweepID(1), at: at(10)))
    #expect(runs["p/b"]?.outcome == .pass)
    // It ran, and found that it does not concern the site.
    #expect(runs["p/c"]?.outcome == .notselected)
  }

  @Test func resultsOfDaysToComeArePassedOver() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    try store.append(sweep(12, nil, run("p/a", .fail)))
    try store.append(sweep(20, nil, run("p/a", .pass)))
    #expect(try last(store, notAfter: 15)["p/a"]?.outcome == .fail)
    #expect(try last(store, notAfter: 11)["p/a"] == nil)
  }

  @Test func theLastResultsAreFoundByAnIndex() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let plan = try store.database.read { database in
      try Row.fetchAll(
        database,
        sql: "EXPLAIN QUERY PLAN SELECT * FROM check_run WHERE check_id = 'p/a' ORDER BY sweep DESC"
      ).map { $0["detail"] as String }
    }
    #expect(plan == ["SEARCH check_run USING INDEX check_run_by_check (check_id=?)"])
  }
}
