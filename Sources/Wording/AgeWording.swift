public import Compliance

/// What `tenken.judge_age` says of a date.
extension Wording {
  /// What the date is, where the plugin does not say.
  public static var someDate: LocalizedText { LocalizedText(ja: "日付", en: "the date") }

  /// There is no date.
  public static func ageUnknown(_ name: LocalizedText, _ limit: CalendarSpan) -> LocalizedText {
    LocalizedText(
      ja: "\(name.ja)の記入がない。\(span(limit).ja)以内の日付があること",
      en: "\(name.en) is not filled in; there must be one within \(span(limit).en)")
  }
  /// The date is yet to come.
  public static func ageNegative(_ name: LocalizedText, _ date: CalendarDate, today: CalendarDate) -> LocalizedText {
    LocalizedText(
      ja: "\(name.ja) (\(date)) が今日 (\(today)) より後になっている", en: "\(name.en) (\(date)) lies after today (\(today))")
  }
  /// The date lies too long ago.
  public static func ageBeyond(
    _ name: LocalizedText, _ date: CalendarDate, days: Int, _ limit: CalendarSpan
  ) -> LocalizedText {
    LocalizedText(
      ja: "\(name.ja)が \(date) (\(days)日前)。\(span(limit).ja)以内であること",
      en: "\(name.en) is \(date) (\(ago(days))); it must be within \(span(limit).en)")
  }
  /// The date is recent enough.
  public static func ageWithin(_ name: LocalizedText, _ date: CalendarDate, days: Int) -> LocalizedText {
    LocalizedText(ja: "\(name.ja)は \(date) (\(days)日前)", en: "\(name.en) is \(date) (\(ago(days)))")
  }

  private static func ago(_ days: Int) -> String { "\(days) \(days == 1 ? "day" : "days") ago" }

  private static func span(_ span: CalendarSpan) -> LocalizedText {
    let count = span.count
    return switch span.unit {
    case .day: LocalizedText(ja: "\(count)日", en: count == 1 ? "1 day" : "\(count) days")
    case .week: LocalizedText(ja: "\(count)週間", en: count == 1 ? "1 week" : "\(count) weeks")
    case .month: LocalizedText(ja: "\(count)か月", en: count == 1 ? "1 month" : "\(count) months")
    case .year: LocalizedText(ja: "\(count)年", en: count == 1 ? "1 year" : "\(count) years")
    }
  }
}
