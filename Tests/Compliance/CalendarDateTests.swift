import Testing

@testable import Compliance

struct CalendarDateTests {
  @Test func thereAreNoOtherDays() {
    for (year, month, day) in [
      (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2023, 0, 1), (2023, 13, 1), (2023, 4, 31), (0, 1, 1),
      (10_000, 1, 1),
    ] {
      #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
  }

  @Test func isoIsReadStrictly() {
    #expect(CalendarDate(iso: "2023-05-31")?.description == "2023-05-31")
    #expect(CalendarDate(iso: "0001-01-01") == .earliest)
    for text in ["", "2023-5-31", "2023/05/31", "2023-05-31 ", "２０２３-05-31", "2023-02-29", "20230531", "+023-05-31"] {
      #expect(CalendarDate(iso: text) == nil, "\(text)")
    }
  }

  @Test func daysAreCountedFrom1970() throws {
    // From date(1): date -u -d 2023-05-31 +%s, divided by 86400.
    for (iso, days) in [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2023-05-31", 19_508), ("2000-02-29", 11_016), ("1600-03-01", -135_080),
    ] {
      let date = try #require(CalendarDate(iso: iso))
      #expect(date.daysSince1970 == days)
      #expect(CalendarDate(daysSince1970: days) == date)
    }
  }

  @Test func everyDayOfEightCenturiesFollowsTheOneBefore() throws {
    let first = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2400, month: 12, day: 31))
    var previous = first
    for days in first.daysSince1970 + 1...last.daysSince1970 {
      let date = CalendarDate(daysSince1970: days)
      let isNextDay = date.year == previous.year && date.month == previous.month && date.day == previous.day + 1
      let isNextMonth =
        date.day == 1 && date.month == previous.month % 12 + 1
        && CalendarDate(year: previous.year, month: previous.month, day: previous.day + 1) == nil
      if !(isNextDay || isNextMonth) || !(previous < date) || date.daysSince1970 != days {
        Issue.record("\(previous) is followed by \(date)")
      }
      previous = date
    }
    #expect(previous == last)
  }

  @Test func monthsClipToTheirLastDay() throws {
    let date = try #require(CalendarDate(iso: "2024-01-31"))
    #expect(date.adding(months: 1).description == "2024-02-29")
    #expect(date.adding(months: 13).description == "2025-02-28")
    #expect(date.adding(months: -2).description == "2023-11-30")
    #expect(date.adding(months: -12).description == "2023-01-31")
    #expect(date.adding(months: 0) == date)
  }

  @Test func arithmeticEndsWhereTheCalendarDoes() throws {
    let date = try #require(CalendarDate(iso: "2024-01-31"))
    #expect(date.adding(days: 30).description == "2024-03-01")
    #expect(date.adding(days: -31).description == "2023-12-31")
    for large in [Int.max, 10_000_000] {
      #expect(date.adding(days: large) == .latest)
      #expect(date.adding(months: large) == .latest)
      #expect(date.adding(days: -large) == .earliest)
      #expect(date.adding(months: -large) == .earliest)
    }
    #expect(date.adding(days: .min) == .earliest && date.adding(months: .min) == .earliest)
    #expect(date.days(until: date.adding(days: 400)) == 400)
    #expect(CalendarDate.latest.days(until: .earliest) == -3_652_058)
  }

  @Test func weekdays() throws {
    #expect(try #require(CalendarDate(iso: "2026-11-21")).weekday == .saturday)
    #expect(try #require(CalendarDate(iso: "1969-12-28")).weekday == .sunday)
  }
}
