public import Compliance

/// What the reader of a site's calendar says.
extension Wording {
  /// Expected: a time of day.
  public static func timeOfDay(upTo24: Bool) -> LocalizedText {
    LocalizedText(
      ja: "時刻(08:30 のように時と分を2桁ずつ、00:00 から \(upTo24 ? "24:00" : "23:59"))",
      en: "a time of day (such as 08:30, from 00:00 to \(upTo24 ? "24:00" : "23:59"))")
  }

  /// Expected: a date of one year, or of every year.
  public static func holidayDate() -> LocalizedText {
    LocalizedText(
      ja: "日付(その年だけなら 2026-12-29、毎年なら 12-29)", en: "a date (2026-12-29 for one year, 12-29 for every year)")
  }

  /// A holiday that ends before it begins, or whose ends are of different kinds.
  public static func badHolidayPeriod() -> LocalizedText {
    LocalizedText(
      ja: "休みの期間になっていない。on と through をどちらも年つき(2026-12-29)かどちらも年なし(12-29)で書き、through を on 以後の日にする。",
      en:
        "This is no period. Write ‘on’ and ‘through’ both with a year (2026-12-29) or both without (12-29), and ‘through’ "
        + "not before ‘on’.")
  }

  /// Quiet hours and holidays that leave no time.
  public static func calendarNeverPermits() -> LocalizedText {
    LocalizedText(
      ja: "静かな時間帯と休みが重なり、点検を始められる時がない。quiet_hours か on_holidays を見直す。",
      en: "Quiet hours and holidays leave no time at which a check may run. Change ‘quiet_hours’ or ‘on_holidays’.")
  }
}
