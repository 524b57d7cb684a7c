import Compliance

/// A point in time as a site's clock shows it: a date, a second of that day, and the site's time zone.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The date on the site's calendar.
  public let date: CalendarDate
  /// The seconds since the site's midnight, 0 to 86399.
  public let secondOfDay: Int
  /// The zone that both are told in.
  public let zone: SiteTimeZone

  /// Makes a moment of a date and a time of day; nil unless the second is one of a day.
  public init?(date: CalendarDate, secondOfDay: Int, in zone: SiteTimeZone) {
    guard 0..<86_400 ~= secondOfDay else { return nil }
    self.date = date
    self.secondOfDay = secondOfDay
    self.zone = zone
  }

  /// The moment so many seconds after 1970-01-01T00:00:00Z, without leap seconds, as time(2) counts;
  /// beyond the years 1 to 9999 the date is clipped.
  public init(unixSeconds: Int, in zone: SiteTimeZone) {
    // Years 1 to 9999 lie well within these bounds, and within them nothing below overflows.
    let local = min(max(unixSeconds, -100_000_000_000), 300_000_000_000) + zone.secondsFromGMT
    // Flooring division, so that times before 1970 fall on the right day.
    let day = local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1
    date = CalendarDate(daysSince1970: day)
    secondOfDay = local - day * 86_400
    self.zone = zone
  }

  /// Reads ISO 8601: `2026-11-21`, `2026-11-21T09:00`, `2026-11-21T09:00:00`, each time optionally with a fraction, and
  /// with `Z` or an offset such as `+09:00`, which is converted to the zone. Without an offset it is the zone's own
  /// time; without a time it is midnight. Nil for anything else.
  public init?(iso text: some StringProtocol, in zone: SiteTimeZone) {
    var scanner = TextScanner(text)
    guard let date = scanner.isoDate() else { return nil }
    if scanner.isAtEnd {
      self.init(date: date, secondOfDay: 0, in: zone)
      return
    }
    guard scanner.accept(UInt8(ascii: "T")), let time = scanner.isoTime() else { return nil }
    if scanner.isAtEnd {
      self.init(date: date, secondOfDay: time, in: zone)
      return
    }
    guard let offset = SiteTimeZone.offset(scanner.rest) else { return nil }
    self.init(unixSeconds: date.daysSince1970 * 86_400 + time - offset, in: zone)
  }

  /// The seconds since 1970-01-01T00:00:00Z.
  public var unixSeconds: Int {
    date.daysSince1970 * 86_400 + secondOfDay - zone.secondsFromGMT
  }

  /// The moment so many seconds later, or earlier if negative.
  public func adding(seconds: Int) -> Moment { Moment(unixSeconds: unixSeconds + seconds, in: zone) }

  /// ISO 8601 with the offset, `2026-11-21T09:00:00+09:00`.
  public var iso: String { local + zone.offset }

  /// ISO 8601 in local time, `2026-11-21T09:00:00`: what checks see.
  public var local: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(19)
    appendLocal(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// To the minute in local time, as people read it: `2026-11-21 09:00`.
  public var readable: String { local.prefix(16).split(separator: "T").joined(separator: " ") }

  /// ISO 8601 with the offset.
  public var description: String { iso }

  /// Orders by time, also across zones.
  public static func < (a: Moment, b: Moment) -> Bool { a.unixSeconds < b.unixSeconds }

  func appendLocal(to bytes: inout [UInt8]) {
    date.appendISO(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    appendTwoDigits(secondOfDay / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(secondOfDay / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(secondOfDay % 60, to: &bytes)
  }
}

extension TextScanner {
  /// `2026-11-21`, two-digit month and day; nil if something else stands here.
  fileprivate mutating func isoDate() -> CalendarDate? {
    guard let year = digits(exactly: 4), accept(UInt8(ascii: "-")), let month = digits(exactly: 2),
      accept(UInt8(ascii: "-")), let day = digits(exactly: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `09:00`, `09:00:00` or `09:00:00.5` in seconds of the day; the fraction is dropped.
  fileprivate mutating func isoTime() -> Int? {
    guard let hour = digits(exactly: 2), hour < 24, accept(UInt8(ascii: ":")), let minute = digits(exactly: 2),
      minute < 60
    else { return nil }
    guard accept(UInt8(ascii: ":")) else { return hour * 3600 + minute * 60 }
    guard let second = digits(exactly: 2), second < 60 else { return nil }
    if accept(UInt8(ascii: ".")), !skipDigits() { return nil }
    return hour * 3600 + minute * 60 + second
  }
}
