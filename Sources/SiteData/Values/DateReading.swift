import Compliance

/// A date with perhaps a time and an offset, as it is written in a cell.
struct WrittenTime {
  var date: CalendarDate
  var secondOfDay: Int?
  var offset: Int?

  /// The day, on the site's calendar if the time has an offset of its own.
  func date(in zone: SiteTimeZone) -> CalendarDate {
    guard let secondOfDay, let offset else { return date }
    return Self.converted(date, secondOfDay, offset, zone).date
  }

  /// The moment. Throws `missingTime` if only a day is written.
  func moment(in zone: SiteTimeZone) throws(ValueFault) -> Moment {
    guard let secondOfDay else { throw .missingTime }
    if let offset { return Self.converted(date, secondOfDay, offset, zone) }
    guard let moment = Moment(date: date, secondOfDay: secondOfDay, in: zone) else { throw .impossible }
    return moment
  }

  private static func converted(_ date: CalendarDate, _ second: Int, _ offset: Int, _ zone: SiteTimeZone) -> Moment {
    Moment(unixSeconds: date.daysSince1970 * 86_400 + second - offset, in: zone)
  }
}

extension TextScanner {
  /// Reads the whole text as a date, a weekday in parentheses if there is one, and a time if there is one.
  mutating func writtenTime(expected type: ColumnType) throws(ValueFault) -> WrittenTime {
    skipSpaces()
    if let time = unixTime() { return time }
    if let time = try englishTime(expected: type) { return time }
    var result = WrittenTime(date: try writtenDate(expected: type))
    skipSpaces()
    if accept(UInt8(ascii: "(")) {
      guard let weekday = weekday() else { throw .notOfType(type) }
      guard weekday == result.date.weekday.number else { throw .otherWeekday }
      skipSpaces()
    }
    if isAtEnd { return result }
    if accept(UInt8(ascii: "T")) || accept(UInt8(ascii: "t")) { skipSpaces() }
    guard let second = try writtenTimeOfDay() else { throw .notOfType(type) }
    result.secondOfDay = second
    skipSpaces()
    if !isAtEnd {
      guard let offset = SiteTimeZone.offset(rest) else { throw .notOfType(type) }
      result.offset = offset
    }
    return result
  }

  /// Ten digits alone: the seconds since 1970-01-01T00:00:00Z, as programs count from September 2001 to 2286.
  private mutating func unixTime() -> WrittenTime? {
    guard digitCount == 10, bytes.count == position + 10, let seconds = digits(exactly: 10) else { return nil }
    return WrittenTime(
      date: CalendarDate(daysSince1970: seconds / 86_400), secondOfDay: seconds % 86_400, offset: 0)
  }

  private mutating func writtenDate(expected type: ColumnType) throws(ValueFault) -> CalendarDate {
    if let era = era() {
      _ = accept(UInt8(ascii: "."))
      skipSpaces()
      let year = accept(firstYear) ? 1 : digits(1...2)
      guard let year, year > 0, let (month, day) = monthAndDay() else { throw .notOfType(type) }
      return try era.date(year: year, month: month, day: day)
    }
    switch digitCount {
    case 8:
      guard let number = digits(exactly: 8) else { throw .notOfType(type) }
      return try western(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    case 4:
      guard let year = digits(exactly: 4), let (month, day) = monthAndDay() else { throw .notOfType(type) }
      return try western(year: year, month: month, day: day)
    case 5:
      // Excel counts days from 1899-12-30; 20000 to 80000 are the years 1954 to 2119.
      guard let serial = digits(exactly: 5), 20_000...80_000 ~= serial, isAtEnd || next == UInt8(ascii: ".") else {
        throw .notOfType(type)
      }
      throw .serialNumber(CalendarDate(daysSince1970: serial - 25_569))
    case 1, 2:
      let isDate = digits(1...2) != nil && monthAndDay() != nil
      throw isDate ? .shortYear : .notOfType(type)
    default:
      throw .notOfType(type)
    }
  }

  /// `令和8年度`, `R8`, `2026年度`, `FY2026`, or the year alone: the calendar year in which it begins. 平成31年度 and 令和元年度 are the same.
  mutating func fiscalYear() throws(ValueFault) -> Int64 {
    skipSpaces()
    var year: Int?
    if let era = era() {
      _ = accept(UInt8(ascii: "."))
      skipSpaces()
      let number = accept(firstYear) ? 1 : digits(1...2)
      guard let number, number > 0 else { throw .notOfType(.fiscalYear) }
      year = era.year(number)
      if year == nil { throw .impossible }
    } else {
      if fiscalYearWords.contains(where: { accept($0) }) { skipSpaces() }
      year = digits(exactly: 4)
    }
    skipSpaces()
    if accept(yearWord), !accept(degreeWord) { throw .notOfType(.fiscalYear) }
    skipSpaces()
    guard let year, isAtEnd else { throw .notOfType(.fiscalYear) }
    guard year >= 1868 else { throw .impossible }
    return Int64(year)
  }

  /// A year before 1868 is a slip of the pen: no record of a hospital is that old.
  private func western(year: Int, month: Int, day: Int) throws(ValueFault) -> CalendarDate {
    guard year >= 1868, let date = CalendarDate(year: year, month: month, day: day) else { throw .impossible }
    return date
  }

  /// `年5月31日`, `/5/31`, `.5.31`, `-5-31` or, as ClamAV writes it, `:05:31`, with spaces anywhere; nil for anything else.
  private mutating func monthAndDay() -> (month: Int, day: Int)? {
    skipSpaces()
    if accept(yearWord) {
      guard let month = spacedNumber(), accept(monthWord), let day = spacedNumber(), accept(dayWord) else { return nil }
      return (month, day)
    }
    let separator = next
    guard "/.-:".utf8.contains(separator), accept(separator), let month = spacedNumber(), accept(separator)
    else { return nil }
    skipSpaces()
    guard let day = digits(1...2) else { return nil }
    return (month, day)
  }

  private mutating func spacedNumber() -> Int? {
    skipSpaces()
    let number = digits(1...2)
    skipSpaces()
    return number
  }

  /// `水)`, `水曜)` or `水曜日)`, 0 for Sunday; nil for anything else.
  private mutating func weekday() -> Int? {
    guard let weekday = weekdayNames.firstIndex(where: { accept($0) }) else { return nil }
    if accept(weekdayWord) { _ = accept(dayWord) }
    return accept(UInt8(ascii: ")")) ? weekday : nil
  }

  /// `13:05`, `1:05:00 PM`, `午後1:05`, `13時5分30秒`, with a fraction of the second that is dropped. Nil for anything else.
  mutating func writtenTimeOfDay() throws(ValueFault) -> Int? {
    var half = halfOfDay()
    skipSpaces()
    guard var hour = digits(1...2) else { return nil }
    var (minute, second) = (0, 0)
    if accept(hourWord) {
      skipSpaces()
      if let number = digits(1...2) {
        guard accept(minuteWord) else { return nil }
        minute = number
        skipSpaces()
        if let number = digits(1...2) {
          guard accept(secondWord) else { return nil }
          second = number
        }
      }
    } else {
      guard accept(UInt8(ascii: ":")), let number = digits(exactly: 2) else { return nil }
      minute = number
      if accept(UInt8(ascii: ":")) {
        guard let number = digits(exactly: 2) else { return nil }
        second = number
        if accept(UInt8(ascii: ".")), !skipDigits() { return nil }
      }
    }
    if half == nil {
      skipSpaces()
      half = halfOfDay()
    }
    if let half {
      // 午前12時 and 12 AM are midnight, 午後12時 and 12 PM are noon, as Windows writes them.
      guard hour <= 12 else { throw .impossible }
      hour = hour % 12 + half * 12
    }
    guard hour < 24, minute < 60, second < 60 else { throw .impossible }
    return hour * 3600 + minute * 60 + second
  }

  /// 0 for the morning, 1 for the afternoon; nil if nothing is said.
  private mutating func halfOfDay() -> Int? {
    if morningWords.contains(where: { accept($0) }) { return 0 }
    if afternoonWords.contains(where: { accept($0) }) { return 1 }
    return nil
  }
}

private let firstYear = Array("元".utf8)
private let yearWord = Array("年".utf8)
private let degreeWord = Array("度".utf8)
private let fiscalYearWords = ["FY", "fy", "Fy"].map { Array($0.utf8) }
private let monthWord = Array("月".utf8)
private let dayWord = Array("日".utf8)
private let hourWord = Array("時".utf8)
private let minuteWord = Array("分".utf8)
private let secondWord = Array("秒".utf8)
private let weekdayWord = Array("曜".utf8)
private let weekdayNames = ["日", "月", "火", "水", "木", "金", "土"].map { Array($0.utf8) }
private let morningWords = ["午前", "AM", "am"].map { Array($0.utf8) }
private let afternoonWords = ["午後", "PM", "pm"].map { Array($0.utf8) }
