public import Compliance

/// What is said of cadences that cannot be read.
extension Wording {
  /// A cadence cannot be read.
  public static func badCadence(_ text: String, _ fault: Cadence.Fault) -> LocalizedText {
    let written = excerpt(text)
    return switch fault {
    case .form:
      LocalizedText(
        ja: "every の「\(written)」を読めません。「1 day」「2 weeks」「1 month」か、cron の5項目「0 3 * * mon-fri」のように書いてください。",
        en:
          "every = '\(written)' cannot be read. Write it like '1 day', '2 weeks' or '1 month', or as the five fields of "
          + "cron, '0 3 * * mon-fri'.")
    case .cron(.fields(let count)):
      LocalizedText(
        ja: "every の「\(written)」は cron の書き方で5項目(分 時 日 月 曜日)が要りますが、\(count)項目あります。",
        en:
          "every = '\(written)' needs the five fields of cron (minute, hour, day of the month, month, day of the week) and "
          + "has \(count).")
    case .cron(.part(let field, let part)):
      LocalizedText(
        ja: "every の「\(written)」の\(name(of: field).ja)(\(field.rawValue + 1)項目め)にある「\(excerpt(part))」を読めません。"
          + "\(expected(in: field).ja)を書いてください。",
        en:
          "every = '\(written)': '\(excerpt(part))' cannot be the \(name(of: field).en) (field \(field.rawValue + 1)). "
          + "Write \(expected(in: field).en).")
    case .cron(.never):
      LocalizedText(
        ja: "every の「\(written)」に当たる日は暦にありません。月末なら日の項目に L と書いてください。",
        en: "every = '\(written)' names no day that exists. For the end of the month, write L as the day.")
    }
  }

  private static func name(of field: CronExpression.Field) -> LocalizedText {
    switch field {
    case .minute: LocalizedText(ja: "分", en: "minute")
    case .hour: LocalizedText(ja: "時", en: "hour")
    case .day: LocalizedText(ja: "日", en: "day of the month")
    case .month: LocalizedText(ja: "月", en: "month")
    case .weekday: LocalizedText(ja: "曜日", en: "day of the week")
    }
  }

  private static func expected(in field: CronExpression.Field) -> LocalizedText {
    let (first, last) = (field.range.lowerBound, field.range.upperBound)
    let names: LocalizedText =
      switch field {
      case .minute, .hour: LocalizedText(verbatim: "")
      case .day: LocalizedText(ja: "、月末の L", en: ", L for the last day")
      case .month: LocalizedText(ja: "、jan〜dec", en: ", jan to dec")
      case .weekday: LocalizedText(ja: "(日曜は0か7)、sun〜sat", en: " (Sunday is 0 or 7), sun to sat")
      }
    return LocalizedText(
      ja: "\(first)〜\(last)の数\(names.ja)、小さいほうからの範囲 a-b、すべてを表す *、間隔 */n か a-b/n、またはそれらを , でつないだもの",
      en: "numbers from \(first) to \(last)\(names.en), ranges a-b upwards, * for all, steps */n or a-b/n, or several "
        + "joined by commas")
  }
}
