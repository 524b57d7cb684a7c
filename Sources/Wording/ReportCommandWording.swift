import Compliance

extension Wording {
  /// What `tenken report`, and the options that say where reports go, say of themselves.
  public enum ReportCommand {
    /// There is no such report in a format.
    public static func formatNotPossible(_ format: String, possible: [String]) -> LocalizedText {
      let list = possible.joined(separator: ", ")
      return LocalizedText(
        ja: "この文書は \(format) にできません。できる形式: \(list)", en: "This document cannot be had as \(format), but as \(list).")
    }
    /// A workbook cannot be shown on a screen.
    public static var workbookOnScreen: LocalizedText {
      LocalizedText(
        ja: "ブックは画面に表示できません。--output でファイルを指定してください。",
        en: "A workbook cannot be shown on a screen. Name a file with --output.")
    }

    /// Help of `--document`.
    public static var documentHelp: LocalizedText {
      LocalizedText(
        ja: "点検の報告のかわりに作る文書: 証拠一覧(evidence-book)、サービス仕様適合開示書の作業表(service-agreement)。",
        en:
          "Make a document instead of the report: the evidence book, or the work sheet of what is agreed with a provider."
      )
    }

    /// What `report` does.
    public static var reportAbstract: LocalizedText {
      LocalizedText(ja: "記録した点検の報告を作る。", en: "Make reports of a stored sweep.")
    }
    /// How `report` relates to `sweep`.
    public static var reportDiscussion: LocalizedText {
      LocalizedText(
        ja: """
          点検のときに作ったものと一字一句同じ報告ができる。
          例: tenken report --format html xlsx --output 報告/
          """,
        en: """
          The report is the same, to the byte, as the one that the sweep itself would have written.
          For example: tenken report --format html xlsx --output reports/
          """)
    }
    /// The reports were written.
    public static func reported(_ paths: [String]) -> LocalizedText {
      LocalizedText(
        ja: paths.map { "報告: \($0)" }.joined(separator: "\n"),
        en: paths.map { "Report: \($0)" }.joined(separator: "\n"))
    }
  }
}
