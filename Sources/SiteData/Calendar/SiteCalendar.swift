public import Compliance

/// When scheduled checks may run at a site: its holidays, its quiet hours, and when its day of checks begins.
public struct SiteCalendar: Hashable, Sendable {
  /// The second of the day at which runs begin that are due on a day, not at a time.
  public var start: Int
  /// Over how many minutes the sites of a group spread these beginnings; 0 to begin at once.
  public var splayMinutes: Int
  /// Whether the national holidays of Japan are days off here.
  public var observesNationalHolidays: Bool
  /// The site's own days off.
  public var holidays: [SiteHoliday]
  /// The days of the week on which the site is closed.
  public var closedOn: Set<Weekday>
  /// Whether runs that are due on a day off wait for the next day that is none.
  public var waitsOnHolidays: Bool
  /// The hours in which no scheduled check begins.
  public var quietHours: [QuietHours]

  /// Makes a calendar; by default that of a site which says nothing.
  public init(
    start: Int = 0, splayMinutes: Int = 30, observesNationalHolidays: Bool = true, holidays: [SiteHoliday] = [],
    closedOn: Set<Weekday> = [], waitsOnHolidays: Bool = false, quietHours: [QuietHours] = []
  ) {
    self.start = start
    self.splayMinutes = splayMinutes
    self.observesNationalHolidays = observesNationalHolidays
    self.holidays = holidays
    self.closedOn = closedOn
    self.waitsOnHolidays = waitsOnHolidays
    self.quietHours = quietHours
  }

  /// The name of the day off that a date is; nil for a working day. A weekday on which the site is closed has an empty name.
  public func holiday(on date: CalendarDate) -> LocalizedText? {
    if let own = holidays.first(where: { $0.contains(date) }) { return own.name }
    if observesNationalHolidays, let name = JapaneseHolidays.name(of: date) { return name }
    return closedOn.contains(date.weekday) ? LocalizedText(verbatim: "") : nil
  }

  /// The first moment from a given one on at which a scheduled check may begin; nil if there is none within two years.
  public func firstPermitted(from moment: Moment) -> Moment? {
    var moment = moment
    let last = moment.date.adding(days: 732)
    while moment.date <= last {
      if waitsOnHolidays, holiday(on: moment.date) != nil {
        // At the same time of day, so that a run which waits begins no earlier in the day than it would have.
        moment = moment.adding(seconds: 86_400)
      } else if let end = quietEnd(at: moment) {
        moment = end
      } else {
        return moment
      }
    }
    return nil
  }

  /// When the quiet hours end in which a moment lies; nil if it lies in none.
  private func quietEnd(at moment: Moment) -> Moment? {
    for hours in quietHours {
      if hours.applies(on: moment.date, isHoliday: holiday(on: moment.date) != nil),
        moment.secondOfDay >= hours.from, moment.secondOfDay < hours.end
      {
        return moment.adding(seconds: hours.end - moment.secondOfDay)
      }
      // Those that began the day before, and go on past midnight.
      let before = moment.date.adding(days: -1)
      if moment.secondOfDay < hours.end - 86_400, hours.applies(on: before, isHoliday: holiday(on: before) != nil) {
        return moment.adding(seconds: hours.end - 86_400 - moment.secondOfDay)
      }
    }
    return nil
  }
}

/// Days off that a site adds to the national ones.
public struct SiteHoliday: Hashable, Sendable {
  /// A day of one year, or of every year.
  public enum Day: Hashable, Sendable {
    case once(CalendarDate)
    case yearly(month: Int, day: Int)
  }

  /// The first day.
  public let first: Day
  /// The last day, of the same kind as the first; of yearly days it may be in the next year.
  public let last: Day
  /// What people call it.
  public let name: LocalizedText

  /// Makes days off; nil if the first and the last day are of different kinds, or the last day of one period comes before the first.
  public init?(from first: Day, through last: Day, name: LocalizedText) {
    switch (first, last) {
    case (.once(let a), .once(let b)) where a <= b: break
    case (.yearly, .yearly): break
    default: return nil
    }
    self.first = first
    self.last = last
    self.name = name
  }

  func contains(_ date: CalendarDate) -> Bool {
    switch (first, last) {
    case (.once(let first), .once(let last)):
      return first <= date && date <= last
    case (.yearly(let firstMonth, let firstDay), .yearly(let lastMonth, let lastDay)):
      let (first, last, day) = (firstMonth * 32 + firstDay, lastMonth * 32 + lastDay, date.month * 32 + date.day)
      return first <= last ? first <= day && day <= last : first <= day || day <= last
    default:
      return false
    }
  }
}

/// Hours of the day in which no scheduled check begins: consultation hours, the nightly backup.
public struct QuietHours: Hashable, Sendable {
  /// On which days.
  public enum Day: Hashable, Sendable {
    /// A day of the week, unless it is a day off.
    case weekday(Weekday)
    /// A day off.
    case holiday
  }

  /// The days on which they begin.
  public let days: Set<Day>
  /// The second of the day with which they begin.
  public let from: Int
  /// The second after the last, counted from the same midnight; beyond 86400 they end on the next day.
  public let end: Int

  /// Makes quiet hours. If they end at or before the time at which they begin, they end on the next day.
  public init(days: Set<Day>, from: Int, until: Int) {
    self.days = days
    self.from = from
    end = until > from ? until : until + 86_400
  }

  func applies(on date: CalendarDate, isHoliday: Bool) -> Bool {
    days.contains(isHoliday ? .holiday : .weekday(date.weekday))
  }
}
