import Compliance

extension Wording {
  /// What stands around the counterparts of a requirement.
  public enum CatalogueMap {
    /// What `catalogue map` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "要求事項に、ほかのガイドラインの何が対応するかを示す。", en: "Show what answers a requirement in other guidelines.")
    }
    /// How the answer is to be read.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: "対応を、間にあるガイドラインを通じて両方向にたどる。確かさは、途中でいちばん弱い対応による。",
        en: """
          Follows correspondences in both directions and across the guidelines between. The whole is as sure as its \
          weakest link.
          """)
    }
    /// Help of `--to`.
    public static var toHelp: LocalizedText {
      LocalizedText(
        ja: "対応を探すガイドライン。指定がなければほかのすべて。", en: "The guideline to look into; by default every other.")
    }
    /// Everything that was asked for belongs to the guideline that was to be looked into.
    public static func itself(_ id: String, _ guideline: String) -> LocalizedText {
      LocalizedText(
        ja: "\(id) は \(guideline) の要求事項です。--to に別のガイドラインを指定してください。",
        en: "\(id) is a requirement of \(guideline) itself. Name another guideline with --to.")
    }
    /// Nothing is known to answer the requirement.
    public static var unknown: LocalizedText {
      LocalizedText(
        ja: "対応は分かっていない（表に記載がない）。", en: "No correspondence is known: the tables are silent.")
    }
    /// A table says that nothing answers.
    public static func none(_ guideline: String) -> LocalizedText {
      LocalizedText(
        ja: "\(guideline) に対応する要求事項はない（表にそうある）", en: "no counterpart in \(guideline) (the table says so)")
    }
    /// The link of the requirement above.
    public static func throughWhole(_ id: String) -> LocalizedText {
      LocalizedText(ja: "上位の要求 \(id) を通じて", en: "through its requirement \(id)")
    }
    /// The link of a part.
    public static func throughPart(_ id: String) -> LocalizedText {
      LocalizedText(ja: "項目 \(id) を通じて", en: "through its part \(id)")
    }
    /// A counterpart that is one of several candidates.
    public static var candidate: LocalizedText { LocalizedText(ja: "候補の一つ", en: "one of the candidates") }
    /// There are more ways than are shown.
    public static func moreWays(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "ほかの経路 \(count) 本（--format json ですべて示す）", en: "other ways: \(count) (--format json shows all)")
    }
    /// The search was cut short.
    public static var incomplete: LocalizedText {
      LocalizedText(
        ja: "対応が多すぎるため、途中で打ち切った。ここにない対応もありうる。",
        en: "There were too many correspondences to follow. There may be counterparts that are not shown.")
    }
  }
}
