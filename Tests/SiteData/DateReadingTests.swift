import Compliance
import Testing

@testable import SiteData

struct DateReadingTests {
  @Test(arguments: [
    "令和5年5月31日", "令和５年５月３１日", "令和 5年 5月31日", "令5.5.31", "R5.5.31", "r5.5.31", "Ｒ５．５．３１", "R05/05/31", "R5-5-31",
    "R. 5. 5.31",
    "㋿5年5月31日", "2023-05-31", "2023/5/31", "2023/05/31", "2023.5.31", "2023年5月31日", "２０２３年０５月３１日", "20230531",
    " 2023/5/31　",
    "2023/5/31(水)", "令和5年5月31日（水曜日）", "2023/5/31 0:00", "2023-05-31T23:59:59", "2023/5/31 13:05:00",
    "2023-05-30T15:00:00Z", "平成35年5月31日",
  ])
  func oneDayInManySpellings(_ text: String) throws {
    if text.hasPrefix("平成") {
      #expect(throws: ValueFault.outsideEra("平成", meant: "令和5年5月31日")) { try parseDate(text) }
    } else {
      #expect(try parseDate(text).description == "2023-05-31")
    }
  }

  @Test(arguments: [
    ("令和元年5月1日", "2019-05-01"), ("R1.5.1", "2019-05-01"), ("R元.5.1", "2019-05-01"), ("平成31年4月30日", "2019-04-30"),
    ("H1.1.8", "1989-01-08"), ("平成元年1月8日", "1989-01-08"), ("昭和64年1月7日", "1989-01-07"), ("S元.12.25", "1926-12-25"),
    ("大正15年12月25日", "1926-12-25"), ("㍻12年2月29日", "2000-02-29"), ("昭55.4.1", "1980-04-01"), ("9999-12-31", "9999-12-31"),
  ])
  func erasHaveTheirYears(_ text: String, _ iso: String) throws {
    #expect(try parseDate(text).description == iso)
  }

  @Test(arguments: [
    ("平成32年3月31日", "平成", "令和2年3月31日"), ("平成31年5月1日", "平成", "令和元年5月1日"), ("令和元年4月30日", "令和", "平成31年4月30日"),
    ("昭和64年1月8日", "昭和", "平成元年1月8日"), ("昭和元年12月24日", "昭和", "大正15年12月24日"), ("H1.1.7", "平成", "昭和64年1月7日"),
  ])
  func erasEnd(_ text: String, _ era: String, _ meant: String) {
    #expect(throws: ValueFault.outsideEra(era, meant: meant)) { try parseDate(text) }
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "2023/4/31", "20230229", "令和5年2月29日", "R5.0.1", "0203-05-31", "2023-05-31 25:00",
  ])
  func impossibleDaysAreRefused(_ text: String) {
    #expect(throws: ValueFault.impossible) { try parseDate(text) }
  }

  @Test(arguments: [
    "Thu Oct  1 09:00:05 2026", "Thu Oct 1 09:00:05 2026 JST", "Thu Oct  1 00:00:05 2026 UTC",
    "01/Oct/2026:09:00:05 +0900",
    "30/Sep/2026:19:00:05 -0500", "Thu, 01 Oct 2026 09:00:05 +0900", "1 Oct 2026 00:00:05 GMT", "Oct  1 2026 09:00:05",
    "Oct 1, 2026 9:00:05 AM", "2026:10:01 09:00:05", "1790812805", "１790812805",
  ])
  func timesThatProgramsLog(_ text: String) throws {
    #expect(try value(text, .datetime) == "2026-10-01T09:00:05")
    #expect(try value(text, .date) == "2026-10-01")
  }

  @Test func timesThatNoProgramLogs() {
    for text in ["Fri Oct  1 09:00:05 2026", "Fri, 01 Oct 2026"] {
      #expect(throws: ValueFault.otherWeekday) { try value(text, .datetime) }
    }
    for text in [
      "Oct 1", "Oct", "Thu", "Okt 1 2026", "Oct 1 09:00", "1 Oct 26", "Oct 1 2026 09:00:05 CET", "1/Oct-2026", "Thu 5",
    ] {
      #expect(throws: ValueFault.notOfType(.datetime)) { try value(text, .datetime) }
    }
    #expect(throws: ValueFault.impossible) { try value("Feb 30 2026", .date) }
    #expect(throws: ValueFault.missingTime) { try value("1 Oct 2026", .datetime) }
  }

  @Test(arguments: [
    "不明", "2023", "2023年5月", "R5.5", "令和5年度", "5月31日", "31/5/2023x", "2023-5/31", "2023-05-31日", "2023-05-31 済",
    "令和年5月1日",
    "令和0年5月1日", "令和５年５月３１", "2023--05-31", "R5.5.31.1", "2023/5/31(水曜)x", "約2023-05-31", "203-05-31", "大阪",
  ])
  func otherTextIsNoDate(_ text: String) {
    #expect(throws: ValueFault.notOfType(.date)) { try parseDate(text) }
  }

  @Test func whatExcelMayHaveMeantIsNotGuessed() throws {
    let day = try #require(CalendarDate(year: 2023, month: 5, day: 31))
    #expect(throws: ValueFault.serialNumber(day)) { try parseDate("45077") }
    #expect(throws: ValueFault.serialNumber(day)) { try parseDate("４５０７７") }
    #expect(throws: ValueFault.notOfType(.date)) { try parseDate("12345") }
    #expect(throws: ValueFault.shortYear) { try parseDate("23/5/31") }
    #expect(throws: ValueFault.shortYear) { try parseDate("5/31/23") }
    #expect(throws: ValueFault.notOfType(.date)) { try parseDate("5/31/2023") }
    #expect(throws: ValueFault.otherWeekday) { try parseDate("2023/5/31(木)") }
    let problem = try read("name,encryption,撤去日\na,x,45077\n", accessPoints).first?.problem
    #expect(problem?.contains("Excelの日付の通し番号（2023-05-31）") == true)
  }

  @Test(arguments: [
    ("2023-05-31 13:05", "2023-05-31T13:05:00"), ("2023-05-31T13:05:09", "2023-05-31T13:05:09"),
    ("令和5年5月31日 午後1時5分", "2023-05-31T13:05:00"), ("R5.5.31 午前0:30", "2023-05-31T00:30:00"),
    ("2023/5/31 午後12:30", "2023-05-31T12:30:00"), ("2023/5/31 12:30 AM", "2023-05-31T00:30:00"),
    ("2023/5/31 1:05:00 PM", "2023-05-31T13:05:00"), ("２０２３／５／３１　９：０５", "2023-05-31T09:05:00"),
    ("2023/5/31(水) 9:05", "2023-05-31T09:05:00"), ("2023年5月31日13時", "2023-05-31T13:00:00"),
    ("2023-05-31T13:05:09.123+09:00", "2023-05-31T13:05:09"), ("2023-05-31T18:05:00Z", "2023-06-01T03:05:00"),
    ("2023-05-31T13:05:00+0000", "2023-05-31T22:05:00"), ("2023-01-01 00:30:00 -05:00", "2023-01-01T14:30:00"),
    ("20230531 13:05", "2023-05-31T13:05:00"), ("2023-05-31 0:00", "2023-05-31T00:00:00"),
  ])
  func timesAreToldInTheSitesZone(_ text: String, _ local: String) throws {
    #expect(try value(text, .datetime) == .text(local))
  }

  @Test(arguments: [
    ("2023-05-31", ValueFault.missingTime), ("2023-05-31 24:00", .impossible), ("2023-05-31 13:60", .impossible),
    ("2023-05-31 午後13:00", .impossible), ("2023-05-31 13", .notOfType(.datetime)),
    ("2023-05-31 1:5", .notOfType(.datetime)),
    ("2023-05-31T13:05:00+25:00", .notOfType(.datetime)), ("13:05", .notOfType(.datetime)),
    ("45077.5", .serialNumber(CalendarDate(daysSince1970: 19_508))),
    ("2023-05-31 13:05 JST", .notOfType(.datetime)), ("1795219201.5", .notOfType(.datetime)),
    ("17952192010", .notOfType(.datetime)), ("999999999", .notOfType(.datetime)),
  ])
  func otherTimesAreRefused(_ text: String, _ fault: ValueFault) {
    #expect(throws: fault) { try value(text, .datetime) }
  }

  @Test func everyDayReadsBackInEverySpelling() throws {
    var generator = Generator(seed: 20_230_531)
    let first = try #require(JapaneseEra.taisho.first).daysSince1970
    for _ in 0..<2000 {
      let date = CalendarDate(daysSince1970: Int.random(in: first...40_000, using: &generator))
      #expect(try parseDate(date.description) == date)
      #expect(try parseDate("\(date.year)年\(date.month)月\(date.day)日") == date)
      #expect(try parseDate(JapaneseEra.written(date)) == date)
    }
  }
}
