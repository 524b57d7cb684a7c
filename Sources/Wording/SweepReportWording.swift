import Compliance

extension Wording {
  /// What the reports for files say besides what ``Report`` has: heads of columns and sections.
  public enum SweepReport {
    /// The head of the column of what was looked at.
    public static var subject: LocalizedText { LocalizedText(ja: "対象", en: "Subject") }
    /// The head of the column of outcomes.
    public static var outcome: LocalizedText { LocalizedText(ja: "判定", en: "Outcome") }
    /// The head of the column of evidence in words.
    public static var message: LocalizedText { LocalizedText(ja: "所見", en: "Finding") }
    /// The head of the column of places.
    public static var place: LocalizedText { LocalizedText(ja: "場所", en: "Place") }
    /// The head of the column of severities.
    public static var severity: LocalizedText { LocalizedText(ja: "深刻度", en: "Severity") }
    /// The head of the column of classes.
    public static var requirementClass: LocalizedText { LocalizedText(ja: "区分", en: "Class") }
    /// The head of the column of checks.
    public static var check: LocalizedText { LocalizedText(ja: "点検項目", en: "Check") }
    /// The head of the column of requirements.
    public static var requirement: LocalizedText { LocalizedText(ja: "要求事項", en: "Requirement") }
    /// The head of the column of the files that findings are in.
    public static var file: LocalizedText { LocalizedText(ja: "ファイル", en: "File") }
    /// The head of the column of lines.
    public static var line: LocalizedText { LocalizedText(ja: "行", en: "Line") }
    /// The head of the column of the ids of checks.
    public static var checkID: LocalizedText { LocalizedText(ja: "点検項目のid", en: "Check id") }
    /// The head of the column of when a result was won: in the sweep, or in the earlier one that it was carried over from.
    public static var sweptAt: LocalizedText { LocalizedText(ja: "点検日時", en: "Swept at") }
    /// The head of the column of the last days of what was looked at.
    public static var due: LocalizedText { LocalizedText(ja: "期限", en: "Until") }
    /// The head of the column of how many days are left.
    public static var daysLeft: LocalizedText { LocalizedText(ja: "残り日数", en: "Days left") }

    /// The heads of a table of findings.
    public static var findingColumns: [LocalizedText] {
      [
        outcome, severity, subject, message, file, line, checkID, check, requirement, Report.remedy, due,
        sweptAt,
      ]
    }
  }
}
