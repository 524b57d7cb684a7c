import Compliance

extension Wording {
  /// The documents that are one table: the evidence book and the work sheet of the サービス仕様適合開示書.
  public enum Documents {
    /// The title of the evidence book.
    public static var evidenceBook: LocalizedText {
      LocalizedText(ja: "安全管理ガイドライン 証跡一覧", en: "Evidence book of the security guidelines")
    }
    /// Its sheet.
    public static var evidenceBookSheet: LocalizedText { LocalizedText(ja: "証跡一覧", en: "Evidence book") }
    /// The head of the column of dates.
    public static var date: LocalizedText { LocalizedText(ja: "日付", en: "Date") }

    /// The title of the work sheet.
    public static var serviceAgreement: LocalizedText {
      LocalizedText(
        ja: "サービス仕様適合開示書に基づく合意事項 作業表",
        en: "Work sheet of what is agreed on the ground of the provider's statement of conformity (サービス仕様適合開示書)")
    }
    /// Its sheet.
    public static var serviceAgreementSheet: LocalizedText { LocalizedText(ja: "合意事項", en: "Agreement") }
    /// What the work sheet is.
    public static func serviceAgreementPreface(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "事業者の要求事項のうち「サービス仕様適合開示書に基づき、医療機関等と合意する」と定めた \(count) 件と、"
          + "それが応える医療機関等の要求事項。右の欄は合意のときに書き込む。",
        en:
          "The \(count) requirements on providers that are to be agreed on with the hospital, and the hospital's requirements that "
          + "they answer. The columns on the right are filled in when agreeing.")
    }
    /// Of which sweep the standings are.
    public static func standingsAsOf(_ time: String) -> LocalizedText {
      LocalizedText(ja: "充足状況は \(time) の点検による。", en: "Standings are those of the sweep of \(time).")
    }
    /// The head of numbers.
    public static var number: LocalizedText { LocalizedText(ja: "番号", en: "No.") }
    /// The head of the provider's requirements.
    public static var providerRequirement: LocalizedText {
      LocalizedText(ja: "事業者の要求事項", en: "Requirement on the provider")
    }
    /// The head of what is to be agreed on.
    public static var toBeAgreed: LocalizedText { LocalizedText(ja: "合意すること(原文)", en: "To be agreed (official text)") }
    /// The head of the hospital's requirements.
    public static var hospitalRequirements: LocalizedText {
      LocalizedText(ja: "応える医療機関等の要求事項", en: "Answers the hospital's requirements")
    }
    /// In place of the hospital's requirements where the table names none.
    public static var answersNothing: LocalizedText {
      LocalizedText(ja: "対応表に記載なし", en: "none in the table of correspondences")
    }
    /// The head of where the provider's statement tells of it.
    public static var place: LocalizedText { LocalizedText(ja: "開示書の該当箇所", en: "Place in the statement") }
    /// The head of what the provider does.
    public static var providerAnswer: LocalizedText { LocalizedText(ja: "事業者の対応", en: "What the provider does") }
    /// The head of what the hospital has looked at.
    public static var hospitalCheck: LocalizedText {
      LocalizedText(ja: "医療機関等の確認", en: "What the hospital has verified")
    }
    /// The head of what is agreed.
    public static var agreement: LocalizedText { LocalizedText(ja: "合意の内容・条件", en: "Agreement and conditions") }
    /// The head of the day of the agreement.
    public static var agreedOn: LocalizedText { LocalizedText(ja: "合意日", en: "Agreed on") }
    /// The head of who agreed for the hospital.
    public static var hospitalPerson: LocalizedText { LocalizedText(ja: "医療機関等の責任者", en: "For the hospital") }
    /// The head of who agreed for the provider.
    public static var providerPerson: LocalizedText { LocalizedText(ja: "事業者の責任者", en: "For the provider") }
  }
}
