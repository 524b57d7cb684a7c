import Compliance

extension Wording {
  /// What stands around a requirement when it is shown.
  public enum CatalogueListing {
    /// The name of the field of the guideline.
    public static var guideline: LocalizedText { LocalizedText(ja: "ガイドライン", en: "Guideline") }
    /// The name of the field of later editions.
    public static var later: LocalizedText { LocalizedText(ja: "その後の版", en: "Since then") }
    /// The name of the field of the chapter.
    public static var chapterField: LocalizedText { LocalizedText(ja: "章", en: "Chapter") }
    /// The name of the field of the class.
    public static var classField: LocalizedText { LocalizedText(ja: "区分", en: "Class") }
    /// The name of the field of the status.
    public static var statusField: LocalizedText { LocalizedText(ja: "状態", en: "Status") }
    /// The name of the field of the requirement that this one is a part of.
    public static var partOf: LocalizedText { LocalizedText(ja: "上位の要求", en: "Part of") }
    /// The name of the field of the source.
    public static var sourceField: LocalizedText { LocalizedText(ja: "出典", en: "Source") }
    /// Heading of the official text.
    public static var text: LocalizedText { LocalizedText(ja: "原文", en: "Official text (Japanese)") }
    /// In place of the official text where the source has none.
    public static var noText: LocalizedText { LocalizedText(ja: "原典に本文がない。", en: "The source has no text.") }
    /// Heading of the corrections.
    public static var errata: LocalizedText {
      LocalizedText(
        ja: "訂正した語句 [番号: …]（Tenken による。原文ではない）", en: "Corrected words [number: …] by Tenken (not official)")
    }
    /// The name of the field of the words as printed.
    public static var printed: LocalizedText { LocalizedText(ja: "原典の表記", en: "As printed") }
    /// The name of the field of the words as they should read.
    public static var corrected: LocalizedText { LocalizedText(ja: "正しくは", en: "Read as") }
    /// The name of the field of what speaks for a correction.
    public static var reason: LocalizedText { LocalizedText(ja: "理由", en: "Why") }
    /// The name of the field of how sure a correction is.
    public static var certaintyField: LocalizedText { LocalizedText(ja: "確かさ", en: "How sure") }

    /// How sure a correction is.
    public static func certainty(_ certainty: Certainty) -> LocalizedText {
      switch certainty {
      case .certain: LocalizedText(ja: "確実", en: "certain")
      case .probable: LocalizedText(ja: "おそらく", en: "probable")
      }
    }
    /// Heading of our notes.
    public static var notes: LocalizedText {
      LocalizedText(ja: "Tenken の注記（原文ではない）", en: "Notes by Tenken (not official)")
    }
    /// Heading of the parts.
    public static var parts: LocalizedText { LocalizedText(ja: "この要求の項目", en: "Parts") }
    /// Heading of the correspondences.
    public static var correspondences: LocalizedText {
      LocalizedText(ja: "ほかのガイドラインとの対応", en: "Correspondences")
    }
    /// Heading of the checks.
    public static var checks: LocalizedText { LocalizedText(ja: "証拠を与える点検項目", en: "Checks that give evidence") }
    /// In place of the checks where there is none.
    public static var noChecks: LocalizedText {
      LocalizedText(ja: "この要求を見る点検項目はない。", en: "No check looks at this requirement.")
    }
    /// In place of the list where no requirement is to be shown.
    public static var nothing: LocalizedText {
      LocalizedText(ja: "該当する要求事項はない。", en: "There is no such requirement.")
    }

    /// How binding a requirement is, in the width of a column.
    public static func requirementClass(_ requirementClass: RequirementClass?) -> LocalizedText {
      switch requirementClass {
      case .minimum: LocalizedText(ja: "最低限", en: "minimum")
      case .recommended: LocalizedText(ja: "推奨", en: "recommended")
      case nil: LocalizedText(ja: "区分なし", en: "none")
      }
    }

    /// The state of a requirement.
    public static func status(_ status: RequirementStatus) -> LocalizedText {
      switch status {
      case .current: LocalizedText(ja: "有効", en: "current")
      case .deleted: LocalizedText(ja: "削除", en: "deleted")
      case .providerOnly: LocalizedText(ja: "事業者のみ", en: "provider only")
      }
    }

    /// A line of a source document.
    public static func source(_ source: SourceLine) -> LocalizedText {
      LocalizedText(ja: "\(source.document) の \(source.line) 行目", en: "\(source.document), line \(source.line)")
    }

    /// How two requirements are related.
    public static func relation(_ relation: Relation) -> LocalizedText {
      switch relation {
      case .corresponds: LocalizedText(ja: "対応", en: "corresponds")
      case .merged: LocalizedText(ja: "統合", en: "merged")
      case .covered: LocalizedText(ja: "包括", en: "covered")
      case .none: LocalizedText(ja: "対応なし", en: "no counterpart")
      }
    }

    /// How sure a correspondence is.
    public static func correspondenceStatus(_ status: CorrespondenceStatus) -> LocalizedText {
      switch status {
      case .stated: LocalizedText(ja: "原典に明記", en: "stated")
      case .inferred: LocalizedText(ja: "推定", en: "inferred")
      case .unresolved: LocalizedText(ja: "未確定", en: "unresolved")
      }
    }

    /// What an unresolved correspondence may be.
    public static var candidates: LocalizedText { LocalizedText(ja: "候補", en: "Candidates") }
  }
}
