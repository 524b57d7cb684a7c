public import Compliance

extension Wording {
  /// What the preview of a schedule says.
  public enum ScheduleListing {
    /// The title.
    public static var title: LocalizedText { LocalizedText(ja: "点検の予定", en: "Schedule") }
    /// Heading of the next runs.
    public static var runs: LocalizedText { LocalizedText(ja: "これからの点検", en: "Next runs") }
    /// Heading of the checks.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }
    /// In place of both where there are no checks.
    public static var noChecks: LocalizedText {
      LocalizedText(ja: "予定する点検項目がありません。", en: "There are no checks to schedule.")
    }

    /// The day of the week, with the day off that it is. A day on which the site is closed has an empty name.
    public static func day(_ weekday: Weekday, holiday: LocalizedText?) -> LocalizedText {
      let name: LocalizedText =
        switch weekday {
        case .sunday: LocalizedText(ja: "日", en: "Sun")
        case .monday: LocalizedText(ja: "月", en: "Mon")
        case .tuesday: LocalizedText(ja: "火", en: "Tue")
        case .wednesday: LocalizedText(ja: "水", en: "Wed")
        case .thursday: LocalizedText(ja: "木", en: "Thu")
        case .friday: LocalizedText(ja: "金", en: "Fri")
        case .saturday: LocalizedText(ja: "土", en: "Sat")
        }
      guard let holiday else { return LocalizedText(ja: "(\(name.ja))", en: name.en) }
      let off = holiday == LocalizedText(verbatim: "") ? closed : holiday
      return LocalizedText(ja: "(\(name.ja)・\(off.ja))", en: "\(name.en) (\(off.en))")
    }

    /// A weekday on which the site is closed.
    private static var closed: LocalizedText { LocalizedText(ja: "休診", en: "closed") }

    /// When a check runs next; nil if never.
    public static func next(_ moment: String?) -> LocalizedText {
      LocalizedText(ja: moment.map { "次回 \($0)" } ?? "次回なし", en: moment.map { "next \($0)" } ?? "never again")
    }

    /// When a check ran last; nil if it has not.
    public static func last(_ moment: String?) -> LocalizedText {
      LocalizedText(ja: moment.map { "前回 \($0)" } ?? "未実施", en: moment.map { "last \($0)" } ?? "not run yet")
    }
  }
}
