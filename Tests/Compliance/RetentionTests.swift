import Compliance
import Testing

struct RetentionTests {
  private func sweeps(_ days: [String], partial: Set<Int64> = []) throws -> [Retention.Candidate] {
    try days.enumerated().map { index, day in
      let id = Int64(index + 1)
      return Retention.Candidate(
        id: SweepID(id), day: try #require(CalendarDate(iso: day)), isFull: !partial.contains(id))
    }
  }

  private func thinned(_ rules: Retention, _ sweeps: [Retention.Candidate], today: String) throws -> [Int64] {
    rules.thinned(sweeps, today: try #require(CalendarDate(iso: today))).map(\.number)
  }

  @Test func withoutRulesAllAreKept() throws {
    #expect(try thinned(Retention(), sweeps(["1999-01-01", "2026-01-01"]), today: "2026-01-01") == [])
  }

  @Test func theNewestAndTheNewestFullOneAreAlwaysKept() throws {
    let old = try sweeps(["2020-01-01", "2020-01-02", "2020-01-03"], partial: [3])
    #expect(try thinned(Retention(all: CalendarSpan("1 day")), old, today: "2026-01-01") == [1])
  }

  @Test func theLastOfADayIsTheLastFullOne() throws {
    let day = try sweeps(Array(repeating: "2026-02-01", count: 4) + ["2026-03-01"], partial: [3, 4])
    #expect(try thinned(Retention(daily: CalendarSpan("1 year")), day, today: "2026-03-01") == [1, 3, 4])
    let partial = try sweeps(["2026-02-01", "2026-02-01", "2026-03-01"], partial: [1, 2])
    #expect(try thinned(Retention(daily: CalendarSpan("1 year")), partial, today: "2026-03-01") == [1])
  }

  @Test func monthsAndYearsAreThoseOfTheCalendar() throws {
    let days = ["2024-02-28", "2024-02-29", "2024-12-31", "2025-01-01", "2025-12-30", "2026-01-31"]
    #expect(try thinned(Retention(monthly: CalendarSpan("24 months")), sweeps(days), today: "2026-02-28") == [1])
    #expect(
      try thinned(Retention(monthly: CalendarSpan("1 year")), sweeps(days), today: "2026-02-28") == [1, 2, 3, 4])
    #expect(try thinned(Retention(yearly: CalendarSpan("10 years")), sweeps(days), today: "2026-02-28") == [1, 2, 4])
  }

  @Test func ruleAfterRuleKeeps() throws {
    let days = ["2025-11-01", "2025-11-30", "2026-02-01", "2026-02-27", "2026-02-28"]
    let rules = Retention(all: CalendarSpan("2 weeks"), monthly: CalendarSpan("1 year"))
    #expect(try thinned(rules, sweeps(days), today: "2026-02-28") == [1, 3])
  }

  @Test(arguments: ["90", "90 days ", "0 days", "1001 days", "-1 day", "+1 day", "１ day", "1 hour", "one day", ""])
  func whatIsNoSpanIsRefused(_ text: String) { #expect(CalendarSpan(text) == nil) }

  @Test(arguments: [("1 day", "1 day"), ("90 days", "90 days"), ("1 years", "1 year"), ("12 months", "12 months")])
  func spansAreReadAndWritten(text: String, written: String) {
    #expect(CalendarSpan(text)?.description == written)
  }
}
