import Compliance
import Wording

/// Whether something that must happen again and again happened recently enough. A date in the future is a slip of the pen, never evidence.
struct AgeJudgement {
  let outcome: Outcome
  let text: LocalizedText

  /// - Parameters:
  ///   - date: when it happened last; nil if nothing says so.
  ///   - name: what findings call the date.
  init(of date: CalendarDate?, within limit: CalendarSpan, today: CalendarDate, name: LocalizedText) {
    (outcome, text) = Self.judge(date, limit, today, name)
  }

  private static func judge(
    _ date: CalendarDate?, _ limit: CalendarSpan, _ today: CalendarDate, _ name: LocalizedText
  ) -> (Outcome, LocalizedText) {
    guard let date else { return (.fail, Wording.ageUnknown(name, limit)) }
    let days = date.days(until: today)
    if days < 0 { return (.unknown, Wording.ageNegative(name, date, today: today)) }
    if limit.after(date) < today { return (.fail, Wording.ageBeyond(name, date, days: days, limit)) }
    return (.pass, Wording.ageWithin(name, date, days: days))
  }
}
