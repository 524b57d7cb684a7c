import Compliance
import SiteData
import Testing
import Wording

/// The calendar of a site: days off, quiet hours, and how both are written in its settings.
@Suite struct SiteCalendarTests {
  private static let clinic = """
    calendar:
      start: "02:30"
      splay_minutes: 0
      holidays:
        - {on: 12-29, through: 01-03, name: {ja: 年末年始, en: Year end}}
        - {on: 2026-11-24, name: 創立記念日}
      closed_on: [sunday]
      on_holidays: wait
      quiet_hours:
        - {days: [weekdays], from: "08:30", until: "17:30"}
        - {days: [saturday], from: "08:30", until: "12:00"}
        - {days: [weekdays, saturday, sunday, holidays], from: "23:00", until: "01:00"}
    """

  private func calendar(_ text: String) throws -> SiteCalendar {
    try SiteSettings.read(file: "tenken.yaml", bytes: Array("name: 病院\nguidelines: [mhlw-5]\n\(text)".utf8)).calendar
  }

  private func refused(_ text: String) throws -> [String] {
    try #require(throws: Problems.self) { try calendar(text) }.all.map { $0.line(in: .en) }
  }

  private func moment(_ text: String) throws -> Moment { try #require(Moment(iso: text, in: .japan)) }

  @Test func aSiteThatSaysNothingHasTheNationalHolidaysAndNoQuietHours() throws {
    let calendar = try calendar("")
    #expect(calendar == SiteCalendar())
    #expect(calendar.holiday(on: try moment("2026-11-03").date)?.ja == "文化の日")
    #expect(calendar.firstPermitted(from: try moment("2026-11-03T10:00")) == (try moment("2026-11-03T10:00")))
    let other = try self.calendar("calendar: {national_holidays: false}")
    #expect(other.holiday(on: try moment("2026-11-03").date) == nil)
  }

  @Test(arguments: [
    ("2026-11-03", "文化の日"), ("2026-11-24", "創立記念日"), ("2025-11-25", nil), ("2026-12-29", "年末年始"),
    ("2027-01-01", "年末年始"), ("2030-01-03", "年末年始"), ("2030-01-04", nil), ("2026-11-22", ""), ("2026-11-20", nil),
  ])
  func daysOffAreTheNationalOnesTheSitesOwnAndClosedWeekdays(day: String, name: String?) throws {
    #expect(try calendar(Self.clinic).holiday(on: moment(day).date)?.ja == name)
  }

  @Test(arguments: [
    // A Friday: consultation hours from 08:30 to 17:30, backup from 23:00 to 01:00.
    ("2026-11-20T08:29:59", "2026-11-20T08:29:59"), ("2026-11-20T08:30", "2026-11-20T17:30"),
    ("2026-11-20T17:29:59", "2026-11-20T17:30"), ("2026-11-20T17:30", "2026-11-20T17:30"),
    ("2026-11-20T23:00", "2026-11-21T01:00"), ("2026-11-21T00:30", "2026-11-21T01:00"),
    // A Saturday: until noon. What is due in the night before Sunday and Labour Thanksgiving Day waits until the working day after
    // them; 24 November is the site's own day off in 2026.
    ("2026-11-21T11:00", "2026-11-21T12:00"), ("2026-11-22T02:30", "2026-11-25T02:30"),
    ("2026-11-21T23:30", "2026-11-25T01:00"), ("2026-11-23T09:00", "2026-11-25T17:30"),
    // Over the end of the year; 3 January 2027 is a Sunday.
    ("2026-12-29T02:30", "2027-01-04T02:30"),
  ])
  func whatIsDueWaitsForAPermittedMoment(due: String, permitted: String) throws {
    #expect(try calendar(Self.clinic).firstPermitted(from: moment(due)) == moment(permitted))
  }

  @Test func quietHoursOfWeekdaysDoNotHoldOnHolidays() throws {
    let calendar = try calendar(#"calendar: {quiet_hours: [{days: [weekdays], from: "08:30", until: "17:30"}]}"#)
    #expect(try calendar.firstPermitted(from: moment("2026-11-03T10:00")) == moment("2026-11-03T10:00"))
    #expect(try calendar.firstPermitted(from: moment("2026-11-04T10:00")) == moment("2026-11-04T17:30"))
  }

  @Test func everythingWrongIsToldAtItsPlace() throws {
    #expect(
      try refused(
        """
        calendar:
          start: "24:00"
          splay_minutes: 721
          holiday: []
          holidays: [{on: 02-30, name: x}, {on: 2026-01-02, through: 2026-01-01, name: x}, {on: 01-01, through: 2026-01-02, name: x}]
          closed_on: [sun]
          on_holidays: yes
          quiet_hours: [{days: [], from: "8:30", until: "24:01"}, {days: [weekday], from: "08:30"}]
        """) == [
          "tenken.yaml:4:10: Expected a time of day (such as 08:30, from 00:00 to 23:59), but found ‘24:00’.",
          "tenken.yaml:5:18: Expected a whole number from 0 to 720 (without quotes), but found ‘721’.",
          "tenken.yaml:6:3: Unknown key ‘holiday’. Did you mean ‘holidays’?",
          "tenken.yaml:7:19: Expected a date (2026-12-29 for one year, 12-29 for every year), but found ‘02-30’.",
          "tenken.yaml:7:41: \(Wording.badHolidayPeriod().en)",
          "tenken.yaml:7:89: \(Wording.badHolidayPeriod().en)",
          "tenken.yaml:8:15: ‘sun’ cannot be used. Words that can: sunday, monday, tuesday, wednesday, thursday, friday, saturday",
          "tenken.yaml:9:16: ‘yes’ cannot be used. Words that can: run, wait",
          "tenken.yaml:10:24: The list is empty. Write at least one item.",
          "tenken.yaml:10:34: Expected a time of day (such as 08:30, from 00:00 to 23:59), but found ‘8:30’.",
          "tenken.yaml:10:49: Expected a time of day (such as 08:30, from 00:00 to 24:00), but found ‘24:01’.",
          "tenken.yaml:10:59: The key ‘until’ is missing.",
          "tenken.yaml:10:67: ‘weekday’ cannot be used. Did you mean ‘weekdays’? Words that can: sunday, monday, tuesday, "
            + "wednesday, thursday, friday, saturday, weekdays, holidays",
        ])
  }

  @Test func hoursThatNeverEndAreRefused() throws {
    #expect(
      try refused(
        #"calendar: {quiet_hours: [{days: [weekdays, saturday, sunday, holidays], from: "00:00", until: "24:00"}]}"#)
        == [
          "tenken.yaml:3:11: Quiet hours and holidays leave no time at which a check may run. Change ‘quiet_hours’ or ‘on_holidays’."
        ])
    _ = try calendar(#"calendar: {quiet_hours: [{days: [weekdays, saturday, sunday], from: "00:00", until: "24:00"}]}"#)
  }
}
