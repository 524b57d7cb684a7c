import Checks
import Compliance
import SiteData
import Sweeps
import Testing

/// What a sweep of what is due runs, and what stands instead of the rest.
struct DueChecksTests {
  private let catalogue: Catalogue
  private let plugins: [LoadedPlugin]

  init() throws {
    catalogue = try SweepsTests.catalogue(["1"])
    plugins = [
      .plugin(try plugin("b", ["two": ["1"], "one": ["1"]], in: catalogue)), .broken(try brokenPlugin("a")),
    ]
  }

  private func moment(_ text: String) throws -> Moment { try #require(Moment(iso: text, in: .japan)) }

  private func settings(_ calendar: SiteCalendar = SiteCalendar(splayMinutes: 0)) throws -> SiteSettings {
    SiteSettings(
      name: LocalizedText(verbatim: "site"), guidelines: [try #require(GuidelineID("mhlw-5"))], calendar: calendar)
  }

  private func last(_ check: String, _ outcome: Outcome, at moment: String, sha256: String = "") throws -> CheckRun {
    CheckRun(
      check: try SweepsTests.check(check, for: ["1"]), outcome: outcome, pluginVersion: "1", pluginSHA256: sha256,
      freshness: .carried(from: SweepID(3), at: "\(moment):00+09:00"))
  }

  private func divide(
    _ last: [CheckRun], at now: String, _ settings: SiteSettings, only: [String] = []
  ) throws -> DueChecks {
    DueChecks(
      plugins, settings: settings, selection: try Selection(only, plugins: plugins, catalogue: catalogue),
      catalogue: catalogue, last: Dictionary(uniqueKeysWithValues: last.map { ($0.check.id, $0) }),
      now: try moment(now))
  }

  @Test func whatHasNoResultIsDueBrokenPluginsToo() throws {
    let checks = try divide([], at: "2026-11-20T09:00", settings())
    #expect(checks.due.map(\.description) == ["a", "b/one", "b/two"])
    #expect(checks.standing.isEmpty && checks.next == nil)
    #expect(try divide([], at: "2026-11-20T09:00", settings(), only: ["b/two"]).due.map(\.description) == ["b/two"])
  }

  @Test func whatIsNotDueStandsAsItWas() throws {
    let runs = [
      try last("a", .error, at: "2026-11-20T09:00"), try last("b/one", .fail, at: "2026-11-20T09:00"),
      try last("b/two", .pass, at: "2026-11-19T09:00"),
    ]
    let checks = try divide(runs, at: "2026-11-20T10:00", settings())
    #expect(checks.due.map(\.description) == ["b/two"])
    #expect(checks.standing[runs[0].check.id] == runs[0] && checks.standing[runs[1].check.id] == runs[1])
    #expect(try checks.next == moment("2026-11-21T00:00"))
  }

  @Test func aResultOfOtherCodeDoesNotStand() throws {
    let run = try last("b/one", .pass, at: "2026-11-20T09:00", sha256: "00")
    #expect(try divide([run], at: "2026-11-20T10:00", settings(), only: ["b/one"]).due == [run.check.id])
  }

  @Test func inQuietHoursNothingIsDueAndOldResultsAreUnknown() throws {
    let quiet = QuietHours(days: Set(Weekday.allCases.map(QuietHours.Day.weekday)), from: 0, until: 20 * 3600)
    let settings = try settings(SiteCalendar(splayMinutes: 0, quietHours: [quiet]))
    let runs = [
      try last("b/one", .pass, at: "2026-11-18T21:00"), try last("b/two", .fail, at: "2026-11-19T21:00"),
    ]
    let checks = try divide(runs, at: "2026-11-20T19:00", settings)
    #expect(checks.due.isEmpty)
    let a = try #require(CheckID("a"))
    #expect(checks.standing[a]?.outcome == .notchecked && checks.standing[a]?.freshness == .notRun)
    #expect(checks.standing[runs[1].check.id] == runs[1])
    // Due on the 19th at 20:00, and a day later it was not run.
    let late = try divide(runs, at: "2026-11-21T10:00", settings)
    let old = try #require(late.standing[runs[0].check.id])
    #expect(old.outcome == .unknown && old.findings.isEmpty && old.freshness == runs[0].freshness)
    #expect(old.problem?.text.en.contains("2026-11-18") == true)
    #expect(try late.next == moment("2026-11-21T20:00"))
  }

  @Test func aWaiverOfThatDayDoesNotStand() throws {
    var run = try last("b/one", .fail, at: "2026-11-20T09:00")
    run.standing = .waived
    run.waived = 1
    let checks = try divide([run], at: "2026-11-20T10:00", settings(), only: ["b/one"])
    #expect(checks.standing[run.check.id]?.standing == .fail && checks.standing[run.check.id]?.waived == 0)
  }
}
