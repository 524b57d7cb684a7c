public import Compliance
public import SiteData

/// When checks are due, by the calendar of a site: never by how long a machine has been running.
///
/// - A cadence of `N units` counts from the last run: from its hour for hours, else from its day, where a day begins at the calendar's
///   `start` and the site's share of the splay. A month later is the same day of the month, or the last day of a shorter month.
/// - A cron expression names minutes of the site's time. They are not spread.
/// - What is due in quiet hours waits for their end; what is due on a day off may have to wait for a working day.
public struct Schedule: Sendable {
  /// The site's calendar.
  public let calendar: SiteCalendar
  /// The seconds by which this site begins later than others, in whole minutes. Stable: it follows from the site's name.
  public let splay: Int

  /// Makes the schedule of a site.
  public init(_ settings: SiteSettings) {
    self.init(settings.calendar, site: settings.name.ja)
  }

  init(_ calendar: SiteCalendar, site: String) {
    self.calendar = calendar
    // FNV-1a, 64 bits: the same on every machine and in every version, which Hasher is not.
    let hash = site.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    // High bits, because the low ones of a multiplication mix least.
    splay = calendar.splayMinutes == 0 ? 0 : Int((hash >> 32) % UInt64(calendar.splayMinutes)) * 60
  }

  /// When a check that last ran at a moment is due again; nil if never.
  public func due(_ cadence: Cadence, after last: Moment) -> Moment? {
    next(cadence, after: last).flatMap(calendar.firstPermitted)
  }

  /// Until when a result of a moment counts: a day beyond the moment at which the check is due again, or until it is due once more,
  /// whatever comes first. Nil if it counts for ever.
  public func expiry(_ cadence: Cadence, of last: Moment) -> Moment? {
    guard let due = due(cadence, after: last) else { return nil }
    let grace = due.adding(seconds: 86_400)
    return self.due(cadence, after: due).map { min($0, grace) } ?? grace
  }

  /// The moment that a cadence names after a run, whether or not the calendar permits it; nil if there is none.
  func next(_ cadence: Cadence, after last: Moment) -> Moment? {
    switch cadence {
    case .cron(let expression):
      return expression.first(after: last)
    case .every(let count, .hour):
      let shifted = last.adding(seconds: -splay)
      return shifted.adding(seconds: count * 3600 - shifted.secondOfDay % 3600 + splay)
    case .every(let count, let unit):
      let date = last.adding(seconds: -calendar.start - splay).date
      let day =
        switch unit {
        case .month: date.adding(months: count)
        case .year: date.adding(months: 12 * count)
        case .week: date.adding(days: 7 * count)
        case .day, .hour: date.adding(days: count)
        }
      return Moment(date: day, secondOfDay: 0, in: last.zone)?.adding(seconds: calendar.start + splay)
    }
  }
}

extension CronExpression {
  /// The first minute after a moment that the expression names; nil if there is none within nine years, which hold every day there is.
  fileprivate func first(after moment: Moment) -> Moment? {
    var date = moment.date
    var minute = moment.secondOfDay / 60 + 1
    for _ in 0...9 * 366 {
      if matches(month: date.month, day: date.day, weekday: date.weekday.number, isLast: date.isLastOfMonth),
        let found = firstMinute(from: minute)
      {
        return Moment(date: date, secondOfDay: found * 60, in: moment.zone)
      }
      date = date.adding(days: 1)
      minute = 0
    }
    return nil
  }
}
