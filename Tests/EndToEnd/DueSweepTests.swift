import Foundation
import Testing

/// `sweep --due`: what is due runs, the last results of the rest stand, and nothing is written where nothing is due.
struct DueSweepTests {
  /// A site with two plugins of a check each: `daily/check` and `monthly/check`.
  private func site(_ calendar: String = "") throws -> Site {
    let site = try Site.small()
    try site.remove("plugins/small")
    try site.addPlugin("daily", "return tenken.pass()")
    try site.addPlugin("monthly", "return tenken.fail { ja = \"だめ\", en = \"bad\" }")
    try site.replace("1 day", by: "1 month", in: "plugins/monthly/plugin.lua")
    try site.write(
      "name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\n\(try Site.deselectingShipped())"
        + "calendar:\n  splay_minutes: 0\n\(calendar)", to: "tenken.yaml")
    return site
  }

  private func sweep(_ site: Site, at moment: String, _ arguments: String...) throws -> Command.Result {
    try Command.run(["sweep", "--site", site.folder.path, "--at", moment] + arguments)
  }

  private func document(_ site: Site, at moment: String) throws -> SweepDocument {
    let run = try sweep(site, at: moment, "--due", "--format", "json")
    #expect((0...2).contains(run.status), "\(run.err)")
    return try SweepDocument(run.output)
  }

  private func sweeps(of site: Site) throws -> Int {
    let list = try Command.run(["history", "list", "--site", site.folder.path])
    return list.out.split(separator: "\n").count { line in line.split(separator: " ").first.flatMap { Int($0) } != nil }
  }

  @Test func theFirstTimeEverythingIsDue() throws {
    let site = try site()
    let run = try sweep(site, at: "2026-11-20T09:00", "--due")
    #expect(run.status == 1)
    #expect(run.out.contains("A sweep of what was due: 2 checks run, 0 carried over from earlier sweeps."))
  }

  @Test func nothingDueIsOneLineAndWritesNothing() throws {
    let site = try site()
    #expect(try sweep(site, at: "2026-11-20T09:00").status == 1)
    let before = try site.read(".tenken/history.sqlite")
    let run = try sweep(site, at: "2026-11-20T23:59", "--due")
    #expect(run.status == 1)
    #expect(run.out == "Nothing is due; next at 2026-11-21 00:00. Last results: failed.\n")
    #expect(run.err.isEmpty)
    #expect(try site.read(".tenken/history.sqlite") == before)
    let json = try sweep(site, at: "2026-11-20T23:59", "--due", "--format", "json")
    #expect(json.status == 1 && json.out.isEmpty && json.err.hasPrefix("tenken: Nothing is due"))
    let quiet = try sweep(site, at: "2026-11-20T23:59", "--due", "--quiet")
    #expect(quiet.status == 1 && quiet.out.isEmpty && quiet.err.isEmpty)
    // What remains passes, and that is how it ends.
    #expect(try sweep(site, at: "2026-11-20T23:59", "--due", "--only", "daily").status == 0)
  }

  @Test func whatIsNotDueIsCarriedOverWithItsAge() throws {
    let site = try site()
    _ = try sweep(site, at: "2026-11-20T09:00")
    let run = try sweep(site, at: "2026-11-23T09:00", "--due")
    #expect(run.status == 1)
    #expect(run.out.contains("A sweep of what was due: 1 check run, 1 carried over from earlier sweeps."))
    #expect(run.out.contains("result of sweep 1 (2026-11-20 09:00), 3 days old"))
    let stored = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json"])
    let json = try #require(try JSONSerialization.jsonObject(with: stored.output) as? [String: Any])
    let checks = try #require(json["checks"] as? [[String: Any]])
    let (daily, monthly) = (
      try #require(checks.first { $0["id"] as? String == "daily/check" }),
      try #require(checks.first { $0["id"] as? String == "monthly/check" })
    )
    let carried = try #require(monthly["carried"] as? [String: Any])
    #expect(carried["sweep"] as? Int == 1 && carried["at"] as? String == "2026-11-20T09:00:00+09:00")
    #expect(daily["carried"] == nil)
    #expect((json["sweep"] as? [String: Any])?["scope"] as? String == "due")
    // The finding has come along, also when it is carried a second time; it is still of the first sweep.
    #expect((monthly["findings"] as? [Any])?.count == 2)
    let again = try sweep(site, at: "2026-11-24T09:00", "--due")
    #expect(again.out.contains("result of sweep 1 (2026-11-20 09:00), 4 days old"))
    let explained = try Command.run(["explain", "--site", site.folder.path, "monthly/check"])
    #expect(explained.out.contains("result of sweep 1 (2026-11-20 09:00), 4 days old"))
  }

  @Test func afterAMonthTheOtherRunsToo() throws {
    let site = try site()
    _ = try sweep(site, at: "2026-11-20T09:00")
    #expect(try document(site, at: "2026-12-19T09:00")[check: "monthly/check"]?.carried != nil)
    #expect(try document(site, at: "2026-12-20T00:00")[check: "monthly/check"]?.carried == nil)
  }

  @Test func aMachineThatWasOffCatchesUpOnce() throws {
    let site = try site()
    _ = try sweep(site, at: "2026-11-20T09:00")
    #expect(try document(site, at: "2027-03-01T10:00").checks.allSatisfy { $0.carried == nil })
    #expect(try sweep(site, at: "2027-03-01T10:15", "--due").out.hasPrefix("Nothing is due; next at 2027-03-02 00:00."))
  }

  @Test func inQuietHoursOldResultsStandUntilTheyAreTooOld() throws {
    let site = try site(
      """
        closed_on: [sunday]
        quiet_hours:
          - {days: [weekdays, saturday], from: "08:00", until: "18:00"}

      """)
    _ = try sweep(site, at: "2026-11-19T09:00")
    // Friday: due since midnight, and in the consultation hours it waits.
    let waiting = try sweep(site, at: "2026-11-20T10:00", "--due")
    #expect(waiting.out == "Nothing is due; next at 2026-11-20 18:00. Last results: failed.\n")
    // Saturday: a day was missed, so what was known of the daily check is not known any more. The month is not over.
    let old = try sweep(site, at: "2026-11-21T10:00", "--due", "--only", "daily")
    #expect(old.status == 2)
    #expect(old.out == "Nothing is due; next at 2026-11-21 18:00. Last results: undetermined.\n")
    #expect(try sweep(site, at: "2026-11-21T18:00", "--due", "--only", "daily").status == 0)
  }

  @Test func aChangedPluginIsDueAndOldResultsOfOtherCodeDoNotStand() throws {
    let site = try site()
    _ = try sweep(site, at: "2026-11-20T09:00")
    try site.replace("bad", by: "worse", in: "plugins/monthly/plugin.lua")
    let result = try document(site, at: "2026-11-20T10:00")
    #expect(result[check: "monthly/check"]?.carried == nil)
    #expect(result[check: "daily/check"]?.carried != nil)
  }

  @Test func changedParametersMakeAPluginDue() throws {
    let site = try Site.sample()
    _ = try site.sweep()
    try site.replace("copy_before_days: 60", by: "copy_before_days: 61", in: "tenken.yaml")
    let run = try sweep(site, at: "2026-11-20T09:30", "--due", "--format", "json")
    for check in try SweepDocument(run.output).checks where check.outcome != "notselected" && check.problem == nil {
      #expect((check.carried == nil) == check.id.hasPrefix("media-lifecycle/"), "\(check.id)")
    }
  }

  @Test func checksOfAPartAreTakenFromWhicheverSweepRanThemLast() throws {
    let site = try site()
    _ = try sweep(site, at: "2026-11-20T09:00")
    _ = try sweep(site, at: "2026-11-21T09:00", "--only", "daily")
    #expect(try sweep(site, at: "2026-11-21T10:00", "--due").out.hasPrefix("Nothing is due; next at 2026-11-22 00:00."))
    #expect(try sweeps(of: site) == 2)
    // What a sweep has seen of days to come says nothing of today.
    _ = try sweep(site, at: "2027-01-01T09:00")
    #expect(
      try document(site, at: "2026-11-22T09:00")[check: "monthly/check"]?.carried?.at == "2026-11-20T09:00:00+09:00")
  }

  @Test func deselectedChecksAreNeverDue() throws {
    let site = try site()
    try site.replace("deselect: [", by: "deselect: [{id: monthly, reason: x}, ", in: "tenken.yaml")
    #expect(try document(site, at: "2026-11-20T09:00")[check: "monthly/check"]?.outcome == "notselected")
    #expect(
      try sweep(site, at: "2026-11-20T10:00", "--due").out
        == "Nothing is due; next at 2026-11-21 00:00. Last results: passed.\n")
  }
}
