import Compliance
import SiteData
import Testing

@testable import Sweeps

/// When checks are due, by a clock that is only a number.
struct ScheduleTests {
  private func moment(_ text: String) throws -> Moment { try #require(Moment(iso: text, in: .japan)) }
  private func cadence(_ text: String) throws -> Cadence { try #require(Cadence(text)) }
  private func check(_ name: String, every: String, last: Moment? = nil) throws -> ScheduledCheck {
    let text = LocalizedText(verbatim: name)
    let check = Check(
      id: try #require(CheckID("small/\(name)")), title: text, requirements: [], severity: .low, cadence: every,
      remedy: text)
    return ScheduledCheck(check, last: last)
  }

  /// A site that begins at midnight, at once.
  private static let plain = Schedule(SiteCalendar(splayMinutes: 0), site: "site")

  @Test(arguments: [
    // From the day of the last run, whatever the time.
    ("1 day", "2026-11-20T09:00", "2026-11-21T00:00"), ("1 day", "2026-11-20T23:59:59", "2026-11-21T00:00"),
    ("1 day", "2026-11-20T00:00", "2026-11-21T00:00"), ("2 days", "2026-12-31T12:00", "2027-01-02T00:00"),
    ("1 week", "2026-11-20T09:00", "2026-11-27T00:00"),
    // Leap days and the ends of months.
    ("1 day", "2028-02-28T09:00", "2028-02-29T00:00"), ("1 month", "2027-01-31T09:00", "2027-02-28T00:00"),
    ("1 month", "2028-01-31T09:00", "2028-02-29T00:00"), ("3 months", "2026-11-30T09:00", "2027-02-28T00:00"),
    ("1 year", "2028-02-29T09:00", "2029-02-28T00:00"), ("4 years", "2028-02-29T09:00", "2032-02-29T00:00"),
    ("1 month", "2026-12-15T09:00", "2027-01-15T00:00"),
    // From the hour.
    ("1 hour", "2026-11-20T09:00", "2026-11-20T10:00"), ("1 hour", "2026-11-20T09:59:59", "2026-11-20T10:00"),
    ("6 hours", "2026-12-31T23:10", "2027-01-01T05:00"),
    // Cron, which is later than the last run, never the same minute.
    ("0 3 * * *", "2026-11-20T03:00", "2026-11-21T03:00"), ("0 3 * * *", "2026-11-20T02:59:59", "2026-11-20T03:00"),
    ("30 2 31 * *", "2027-01-31T02:30", "2027-03-31T02:30"), ("30 2 L * *", "2027-01-31T02:30", "2027-02-28T02:30"),
    ("0 0 29 2 *", "2028-02-29T00:00", "2032-02-29T00:00"), ("0 0 29 2 *", "2096-02-29T00:00", "2104-02-29T00:00"),
    ("*/15 8-17 * * mon-fri", "2026-11-20T17:45", "2026-11-23T08:00"),
    ("0 12 13 * fri", "2026-11-13T12:00", "2026-11-20T12:00"),
  ])
  func aCheckIsDueByTheCalendar(every: String, last: String, due: String) throws {
    #expect(try Self.plain.due(cadence(every), after: moment(last)) == moment(due))
  }

  @Test func theDayOfChecksBeginsWhereTheSiteSays() throws {
    let schedule = Schedule(SiteCalendar(start: 2 * 3600, splayMinutes: 0), site: "site")
    #expect(try schedule.due(cadence("1 day"), after: moment("2026-11-20T09:00")) == moment("2026-11-21T02:00"))
    // What ran before the beginning belongs to the day before.
    #expect(try schedule.due(cadence("1 day"), after: moment("2026-11-20T01:00")) == moment("2026-11-20T02:00"))
    #expect(try schedule.due(cadence("1 hour"), after: moment("2026-11-20T09:30")) == moment("2026-11-20T10:00"))
  }

  @Test func sitesBeginAtMinutesOfTheirOwnThatStay() throws {
    let splays = (1...200).map { Schedule(SiteCalendar(splayMinutes: 60), site: "第\($0)病院").splay }
    #expect(splays.allSatisfy { (0..<3600).contains($0) && $0 % 60 == 0 })
    #expect(Set(splays).count > 45)
    #expect(Schedule(SiteCalendar(splayMinutes: 60), site: "みなと総合病院").splay == 35 * 60)
    let schedule = Schedule(SiteCalendar(splayMinutes: 60), site: "第1病院")
    let late = try moment("2026-11-21T00:00").adding(seconds: schedule.splay)
    #expect(try schedule.due(cadence("1 day"), after: moment("2026-11-20T09:00")) == late)
    #expect(try schedule.due(cadence("0 3 * * *"), after: moment("2026-11-20T09:00")) == moment("2026-11-21T03:00"))
  }

  @Test(arguments: [
    // Due on the 21st at midnight, so it counts until the 22nd.
    ("1 day", "2026-11-20T09:00", "2026-11-22T00:00"), ("1 month", "2026-11-20T09:00", "2026-12-21T00:00"),
    ("1 year", "2026-11-20T09:00", "2027-11-21T00:00"), ("1 hour", "2026-11-20T09:20", "2026-11-20T11:00"),
    ("*/15 * * * *", "2026-11-20T09:20", "2026-11-20T09:45"), ("0 2 * * 1-5", "2026-11-20T02:00", "2026-11-24T02:00"),
  ])
  func aResultCountsUntilARunWasMissed(every: String, last: String, until: String) throws {
    #expect(try Self.plain.expiry(cadence(every), of: moment(last)) == moment(until))
  }

  @Test func quietHoursDelayWhatIsDueAndWhatIsTooOld() throws {
    let hours = QuietHours(days: [.weekday(.friday)], from: 0, until: 18 * 3600)
    let schedule = Schedule(SiteCalendar(splayMinutes: 0, quietHours: [hours]), site: "site")
    let thursday = try moment("2026-11-19T20:00")
    let daily = try check("daily", every: "1 day", last: thursday)
    #expect(try schedule.due(cadence("1 day"), after: thursday) == moment("2026-11-20T18:00"))
    #expect(try !schedule.isDue(daily, at: moment("2026-11-20T17:59")))
    #expect(try schedule.isDue(daily, at: moment("2026-11-20T18:00")))
    #expect(try schedule.expiry(cadence("1 day"), of: thursday) == moment("2026-11-21T00:00"))
    // Never run, and still not in quiet hours.
    #expect(try !schedule.isDue(check("new", every: "1 year"), at: moment("2026-11-20T12:00")))
    #expect(
      try schedule.next(check("new", every: "1 year"), from: moment("2026-11-20T12:00")) == moment("2026-11-20T18:00"))
  }

  @Test func comingRunsAreInOrderAndTogether() throws {
    let now = try moment("2026-11-20T09:00")
    let checks = [
      try check("daily", every: "1 day", last: now),
      try check("weekly", every: "1 week", last: moment("2026-11-14T09:00")),
      try check("new", every: "1 year"), try check("late", every: "1 month", last: moment("2026-01-01T00:00")),
      try check("noon", every: "0 12 * * *", last: now),
    ]
    let runs = Self.plain.comingRuns(of: checks, from: now, count: 5)
    #expect(
      runs.map(\.moment.local) == [
        "2026-11-20T09:00:00", "2026-11-20T12:00:00", "2026-11-21T00:00:00", "2026-11-21T12:00:00",
        "2026-11-22T00:00:00",
      ])
    #expect(
      runs.map { $0.checks.compactMap(\.name) } == [
        ["new", "late"], ["noon"], ["daily", "weekly"], ["noon"], ["daily"],
      ])
    #expect(Self.plain.comingRuns(of: [], from: now, count: 5) == [])
  }

  /// Ten years of a timer that starts every fifteen minutes, on a machine that is off for days now and then.
  @Test(arguments: [
    "1 day", "1 week", "1 month", "3 months", "6 hours", "1 year", "0 3 * * mon-fri", "30 2 L * *", "0 4 29 * *",
  ])
  func tenYearsOfAClock(every: String) throws {
    let calendar = SiteCalendar(
      start: 2 * 3600, splayMinutes: 0, closedOn: [.sunday], waitsOnHolidays: true,
      quietHours: [
        QuietHours(
          days: Set([Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map(QuietHours.Day.weekday)),
          from: 8 * 3600,
          until: 18 * 3600)
      ])
    let schedule = Schedule(calendar, site: "site")
    let cadence = try cadence(every)
    var random = SplitMix(seed: 2026)
    var now = try moment("2026-01-05T09:00")
    let end = try moment("2036-01-05T09:00")
    var last = now
    var due = try #require(schedule.due(cadence, after: last))
    var runs = 0
    var isOffUntil = now
    while now < end {
      if now >= isOffUntil {
        let isDue = schedule.isDue(try check("it", every: every, last: last), at: now)
        // It runs at the first start from the due moment on that the calendar permits, no sooner and no later.
        let isPermitted = calendar.firstPermitted(from: now) == now
        #expect(isDue == (now >= due && isPermitted), "\(every) at \(now)")
        if isDue {
          #expect(calendar.holiday(on: now.date) == nil)
          #expect(!(8 * 3600..<18 * 3600 ~= now.secondOfDay) || now.date.weekday == .saturday)
          last = now
          runs += 1
          due = try #require(schedule.due(cadence, after: last))
          #expect(due > now)
          if random.next() % 50 == 0 { isOffUntil = now.adding(seconds: 3600 * Int(random.next() % 300)) }
        }
      }
      // The clock jumps to where something may change, as a timer would reach it.
      now = now.adding(
        seconds: now >= due || now < isOffUntil ? 900 : max(900, min(due.unixSeconds - now.unixSeconds, 21_600)))
    }
    let expected: ClosedRange<Int> =
      switch every {
      case "1 day": 2000...2999
      case "1 week": 400...522
      case "1 month": 100...120
      case "3 months": 30...40
      case "6 hours": 3000...8000
      case "1 year": 8...10
      case "0 3 * * mon-fri": 1900...2500
      case "30 2 L * *": 95...120
      default: 90...118
      }
    #expect(expected.contains(runs), "\(every): \(runs)")
  }
}
