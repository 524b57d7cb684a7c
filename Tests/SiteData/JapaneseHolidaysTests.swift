import Compliance
import SiteData
import Testing

struct JapaneseHolidaysTests {
  @Test func theyAreThoseOfAnIndependentList() throws {
    let list = String(decoding: try fixture("japanese-holidays.txt"), as: UTF8.self).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(list.count == JapaneseHolidays.years.count)
    for line in list {
      let words = line.split(separator: " ")
      let year = try #require(Int(words[0]))
      let first = try #require(CalendarDate(year: year, month: 1, day: 1))
      let days = (0..<366).map { first.adding(days: $0) }.filter { date in
        date.year == year && JapaneseHolidays.name(of: date) != nil
      }.map { String($0.description.dropFirst(5)) }
      #expect(days == words.dropFirst().map(String.init), "\(year)")
    }
  }

  @Test(arguments: [
    ("2026-01-01", "元日"), ("2026-05-06", "振替休日"), ("2026-09-21", "敬老の日"), ("2026-09-22", "国民の休日"),
    ("2026-09-23", "秋分の日"), ("2027-03-22", "振替休日"), ("2027-03-21", "春分の日"), ("2019-04-30", "国民の休日"),
    ("2019-05-01", "天皇の即位の日"), ("2019-05-02", "国民の休日"), ("2018-12-23", "天皇誕生日"), ("2020-02-23", "天皇誕生日"),
    ("2021-08-09", "振替休日"), ("2007-10-08", "体育の日"), ("2026-10-12", "スポーツの日"), ("2026-11-20", nil),
    ("2019-12-23", nil), ("2006-01-01", nil), ("2100-01-01", nil),
  ])
  func theyHaveNames(day: String, name: String?) throws {
    let date = try #require(CalendarDate(iso: day))
    #expect(JapaneseHolidays.name(of: date)?.ja == name)
  }
}
