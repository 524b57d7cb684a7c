import Compliance

extension Wording {
  /// The sheets of a workbook and the heads of their columns, as far as the other reports have no words for them.
  public enum Workbook {
    /// The sheet of what one sees first.
    public static var summary: LocalizedText { LocalizedText(ja: "概要", en: "Summary") }
    /// The sheet of what ends soon.
    public static var expiring: LocalizedText {
      LocalizedText(ja: "\(EvidenceReview.notice)日以内の期限", en: "Ends within \(EvidenceReview.notice) days")
    }
    /// The sheet of requirements.
    public static var requirements: LocalizedText { LocalizedText(ja: "要求事項", en: "Requirements") }
    /// The sheet of checks.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }
    /// The sheet of findings.
    public static var findings: LocalizedText { LocalizedText(ja: "所見", en: "Findings") }
    /// The sheet of attestations and waivers.
    public static var persons: LocalizedText { LocalizedText(ja: "自己申告と例外承認", en: "Attestations and waivers") }
    /// The sheet of files.
    public static var sources: LocalizedText { LocalizedText(ja: "データ", en: "Data") }

    /// The head of guidelines.
    public static var guideline: LocalizedText { LocalizedText(ja: "ガイドライン", en: "Guideline") }
    /// The head of the titles of chapters.
    public static var chapterTitle: LocalizedText { LocalizedText(ja: "章の題", en: "Title of the chapter") }
    /// The head of titles.
    public static var title: LocalizedText { LocalizedText(ja: "題", en: "Title") }
    /// The head of standings.
    public static var standing: LocalizedText { LocalizedText(ja: "充足状況", en: "Standing") }
    /// The head of evidence.
    public static var evidence: LocalizedText { LocalizedText(ja: "証跡", en: "Evidence") }
    /// The head of official texts.
    public static var text: LocalizedText { LocalizedText(ja: "原文", en: "Official text") }
    /// The head of ids.
    public static var id: LocalizedText { LocalizedText(verbatim: "id") }
    /// The head of plugins.
    public static var plugin: LocalizedText { LocalizedText(ja: "プラグイン", en: "Plugin") }
    /// The head of what a row is.
    public static var kind: LocalizedText { LocalizedText(ja: "種別", en: "Kind") }
    /// The head of states.
    public static var state: LocalizedText { LocalizedText(ja: "状態", en: "State") }
    /// The head of statements and reasons.
    public static var statementOrReason: LocalizedText {
      LocalizedText(ja: "申告の内容・理由", en: "Statement or reason")
    }
    /// The head of first days.
    public static var from: LocalizedText { LocalizedText(ja: "開始日", en: "From") }
    /// The head of last days.
    public static var until: LocalizedText { LocalizedText(ja: "期限", en: "Until") }
    /// The head of encodings.
    public static var encoding: LocalizedText { LocalizedText(ja: "文字コード", en: "Encoding") }
    /// The head of numbers of records.
    public static var records: LocalizedText { LocalizedText(ja: "件数", en: "Records") }
    /// The head of numbers of rows that could not be read.
    public static var refused: LocalizedText { LocalizedText(ja: "読めない行", en: "Unreadable") }
    /// The head of numbers of rows that were passed over.
    public static var skipped: LocalizedText { LocalizedText(ja: "飛ばした行", en: "Skipped") }
    /// The head of hashes.
    public static var sha256: LocalizedText { LocalizedText(verbatim: "SHA-256") }
    /// The head of the checks that read a file.
    public static var readBy: LocalizedText { LocalizedText(ja: "使った点検項目", en: "Read by") }
    /// The workbook could not be made.
    public static func failed(_ reason: String) -> LocalizedText {
      LocalizedText(ja: "ブックを作れません(\(reason))。", en: "The workbook cannot be made (\(reason)).")
    }
  }
}
