public import Compliance

extension Wording {
  /// What stands in a table of what checks look at, and what `catalogue coverage` says of itself.
  public enum CatalogueCoverage {
    /// What `catalogue coverage` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "点検項目のある要求事項と、だれも見ていない要求事項を示す。",
        en: "Show which requirements have checks and which nobody looks at.")
    }
    /// What `catalogue coverage` counts.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: "有効な要求事項を章ごとに数える。項目（部分）は、上位の要求事項に含める。",
        en: "Counts requirements in force by chapter. Parts count within the requirement that they belong to.")
    }

    /// The head of a column.
    public static func column(_ watch: Coverage.Watch) -> LocalizedText {
      switch watch {
      case .checked: LocalizedText(ja: "点検あり", en: "checked")
      case .partlyChecked: LocalizedText(ja: "一部", en: "partly")
      case .attestable: LocalizedText(ja: "申告のみ", en: "attest")
      case .unwatched: LocalizedText(ja: "なし", en: "nobody")
      }
    }

    /// The heading of a list of requirements.
    public static func heading(_ watch: Coverage.Watch, count: Int) -> LocalizedText {
      switch watch {
      case .checked: LocalizedText(ja: "点検項目がある（\(count) 件）", en: "Checked (\(count))")
      case .partlyChecked: LocalizedText(ja: "一部の項目だけ点検している（\(count) 件）", en: "Only parts are checked (\(count))")
      case .attestable:
        LocalizedText(
          ja: "プログラムでは点検できず、自己申告で示す（\(count) 件）",
          en: "No program can check these: they can only be attested (\(count))")
      case .unwatched: LocalizedText(ja: "だれも見ていない（\(count) 件）", en: "Nobody looks at these (\(count))")
      }
    }

    /// What could show that a requirement is met.
    public static func evidence(_ kind: EvidenceKind) -> LocalizedText {
      switch kind {
      case .machine: LocalizedText(ja: "機器の設定・記録", en: "machine data")
      case .ledger: LocalizedText(ja: "台帳", en: "ledger")
      case .attestation: LocalizedText(ja: "自己申告", en: "attestation")
      }
    }

    /// The parts that no check looks at.
    public static var gaps: LocalizedText { LocalizedText(ja: "点検のない項目", en: "not checked") }
  }
}
