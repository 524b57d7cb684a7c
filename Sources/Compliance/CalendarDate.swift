/// A day in the Gregorian calendar, years 1 to 9999, without a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date; nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...daysIn(month: month, of: year) ~= day else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2023-05-31` (ISO 8601, extended form, ASCII digits); nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The first day that can be expressed.
  public static let earliest = CalendarDate(unchecked: 1, 1, 1)
  /// The last day that can be expressed.
  public static let latest = CalendarDate(unchecked: 9999, 12, 31)

  /// The days from 1970-01-01 to this date; negative before it.
  public var daysSince1970: Int {
    // Counting years from March puts the leap day last, so that the days before a month follow from one formula.
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = month > 2 ? month - 3 : month + 9
    let days = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
    return days + (153 * marchMonth + 2) / 5 + day - 1 - 719_468
  }

  /// The date that is so many days after 1970-01-01, clipped to ``earliest`` and ``latest``.
  public init(daysSince1970 days: Int) {
    guard days > Self.earliest.daysSince1970 else {
      self = .earliest
      return
    }
    guard days < Self.latest.daysSince1970 else {
      self = .latest
      return
    }
    // 146097 days are 400 years; within them the corrections undo the leap days of 4, 100 and 400 years.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The date so many days later, or earlier if negative; clipped to ``earliest`` and ``latest``.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    if overflow { return days < 0 ? .earliest : .latest }
    return CalendarDate(daysSince1970: sum)
  }

  /// The same day of the month so many months later, or the last day of a month that is too short for it;
  /// clipped to ``earliest`` and ``latest``.
  public func adding(months: Int) -> CalendarDate {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow || sum < 12 || sum >= 120_000 { return months < 0 ? .earliest : .latest }
    let (year, month) = (sum / 12, sum % 12 + 1)
    return CalendarDate(unchecked: year, month, min(day, daysIn(month: month, of: year)))
  }

  /// The days from this date to another, negative if the other is earlier.
  public func days(until other: CalendarDate) -> Int {
    other.daysSince1970 - daysSince1970
  }

  /// The date in ISO 8601, `2023-05-31`.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    appendISO(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Orders by time.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday; the remainder is made positive for dates before it.
    Weekday.allCases[((daysSince1970 + 4) % 7 + 7) % 7]
  }

  /// Whether it is the last day of its month.
  public var isLastOfMonth: Bool { day == daysIn(month: month, of: year) }

  /// Appends the date in ISO 8601.
  public func appendISO(to bytes: inout [UInt8]) {
    appendTwoDigits(year / 100, to: &bytes)
    appendTwoDigits(year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(day, to: &bytes)
  }
}

private func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Appends a number of 0 to 99 with two digits.
private func appendTwoDigits(_ number: Int, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
  bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
}

/// The value of at most four ASCII digits; nil if a byte is none.
private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  digits.reduce(0) { value, digit in value.flatMap { isDigit(digit) ? $0 * 10 + Int(digit - UInt8(ascii: "0")) : nil } }
}
