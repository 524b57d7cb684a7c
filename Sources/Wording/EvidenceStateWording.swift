import Compliance

extension Wording {
  /// What reports say of attestations and waivers.
  public enum PersonsEvidence {
    /// What an attestation is.
    public static var attestation: LocalizedText { LocalizedText(ja: "自己申告", en: "Attestation") }
    /// What a waiver is.
    public static var waiver: LocalizedText { LocalizedText(ja: "例外承認", en: "Waiver") }
    /// The first and the last day of something.
    public static func term(_ from: CalendarDate, _ until: CalendarDate) -> LocalizedText {
      LocalizedText(ja: "\(from) から \(until) まで", en: "\(from) to \(until)")
    }
    /// Who states something, and in which office.
    public static func by(_ name: String, _ role: String) -> LocalizedText {
      LocalizedText(ja: "\(name)（\(role)）", en: "\(name) (\(role))")
    }
    /// The head of who is responsible.
    public static var responsible: LocalizedText { LocalizedText(ja: "責任者", en: "Responsible") }
    /// The head of a term.
    public static var termHead: LocalizedText { LocalizedText(ja: "期間", en: "Term") }
    /// The head of a statement or of a reason.
    public static var statement: LocalizedText { LocalizedText(ja: "申告の内容", en: "Statement") }
    /// The head of why something is waived.
    public static var reason: LocalizedText { LocalizedText(ja: "理由", en: "Reason") }
    /// The head of who approved something.
    public static var approver: LocalizedText { LocalizedText(ja: "承認者", en: "Approved by") }
    /// The head of documents.
    public static var documents: LocalizedText { LocalizedText(ja: "証跡の文書", en: "Documents") }
    /// The head of what a waiver covers.
    public static var scope: LocalizedText { LocalizedText(ja: "範囲", en: "Covers") }
    /// In place of the list.
    public static var none: LocalizedText {
      LocalizedText(ja: "自己申告も例外承認もありません。", en: "There is no attestation and no waiver.")
    }
  }
}
