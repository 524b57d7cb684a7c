import Compliance
import StrictYAML
import Wording

extension SiteCalendar {
  /// The shape of `calendar:` in a site's settings.
  static let shape: YAMLShape<SiteCalendar> = YAMLShape { node, log in
    let calendar = fields.read(node, log)
    // Hours that never end would make a schedule of nothing. Four weeks hold every weekday beside holidays.
    if let calendar, let day = CalendarDate(iso: "2026-01-01"),
      let moment = Moment(date: day, secondOfDay: 0, in: .japan),
      calendar.firstPermitted(from: moment) == nil
    {
      log.report(at: node.place, Wording.calendarNeverPermits())
    }
    return calendar
  }

  private static let fields: YAMLShape<SiteCalendar> = .mapping { fields in
    var calendar = SiteCalendar()
    if let start = fields.optional("start", as: .timeOfDay(through: 86_399)) { calendar.start = start }
    if let splay = fields.optional("splay_minutes", as: .integer(in: 0...720)) { calendar.splayMinutes = splay }
    if let national = fields.optional("national_holidays", as: .boolean) {
      calendar.observesNationalHolidays = national
    }
    if let holidays = fields.optional("holidays", as: .list(of: SiteHoliday.shape)) { calendar.holidays = holidays }
    if let closed = fields.optional("closed_on", as: .list(of: .word(Weekday.self))) {
      calendar.closedOn = Set(closed)
    }
    if let on = fields.optional("on_holidays", as: .word(HolidayRule.self)) { calendar.waitsOnHolidays = on == .wait }
    if let quiet = fields.optional("quiet_hours", as: .list(of: QuietHours.shape)) { calendar.quietHours = quiet }
    return calendar
  }
}

private enum HolidayRule: String, CaseIterable {
  case run
  case wait
}

/// The words for days of quiet hours.
private enum QuietDay: String, CaseIterable {
  case sunday, monday, tuesday, wednesday, thursday, friday, saturday, weekdays, holidays

  var days: [QuietHours.Day] {
    switch self {
    case .weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday].map(QuietHours.Day.weekday)
    case .holidays: [.holiday]
    default: Weekday(rawValue: rawValue).map { [.weekday($0)] } ?? []
    }
  }
}

extension QuietHours {
  fileprivate static let shape: YAMLShape<QuietHours> = .mapping { fields in
    let days = fields.required("days", as: .list(of: .word(QuietDay.self), mayBeEmpty: false))
    let from = fields.required("from", as: .timeOfDay(through: 86_399))
    let until = fields.required("until", as: .timeOfDay(through: 86_400))
    guard let days, let from, let until else { return nil }
    return QuietHours(days: Set(days.flatMap(\.days)), from: from, until: until)
  }
}

extension SiteHoliday {
  fileprivate static let shape: YAMLShape<SiteHoliday> = .mapping { fields in
    let first = fields.required("on", as: .placed(.holiday))
    let last = fields.optional("through", as: .holiday)
    let name = fields.required("name", as: .localizedTextOrString)
    guard let first, let name, last != nil || fields.place(of: "through") == nil else { return nil }
    let holiday = SiteHoliday(from: first.value, through: last ?? first.value, name: name)
    if holiday == nil { fields.log.report(at: first.place, Wording.badHolidayPeriod()) }
    return holiday
  }
}

extension YAMLShape where Value == SiteHoliday.Day {
  fileprivate static var holiday: YAMLShape {
    .parsed(Wording.holidayDate()) { text in
      if let date = CalendarDate(iso: text) { return .once(date) }
      // A leap year's calendar, so that 02-29 is a day.
      guard text.utf8.count == 5, let date = CalendarDate(iso: "2000-\(text)") else { return nil }
      return .yearly(month: date.month, day: date.day)
    }
  }
}

extension YAMLShape where Value == Int {
  /// `08:30` in seconds of the day; `24:00` if the bound allows it.
  fileprivate static func timeOfDay(through last: Int) -> YAMLShape {
    .parsed(Wording.timeOfDay(upTo24: last == 86_400)) { text in
      let digits = Array(text.utf8)
      guard digits.count == 5, digits[2] == UInt8(ascii: ":"), let hour = decimal(digits[0..<2]),
        let minute = decimal(digits[3..<5]), minute < 60, (hour * 60 + minute) * 60 <= last
      else { return nil }
      return (hour * 60 + minute) * 60
    }
  }
}
