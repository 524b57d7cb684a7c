import Compliance

// What plugins are given: records, the context, outcomes, the catalogue (Sources/CLuaBridge/outcomes.c, Sources/Checks/Catalogue.lua).
extension Wording.PluginAPI {
  static let given: [Shape] = [
    record, context, outcome, opaqueSource, opaquePlugin, opaqueIndex, catalogue, requirement, correspondence,
  ]

  /// What the columns of a record are to plugins.
  public static let record = Shape(
    "tenken.Record",
    LocalizedText(
      ja: "データ源の1件。宣言した列を名前で読む。書き換えられない。空欄は nil。",
      en: "A record of a source. Its declared columns are read by name; it cannot be changed. A blank cell is nil."),
    others: Shape.Others(key: "string", value: "any"), [])

  /// What else a test is given.
  public static let context = Shape(
    "tenken.Context",
    LocalizedText(ja: "点検の日時と、with に書いたデータ源。", en: "When the sweep is, and the sources that the check names in with."),
    others: Shape.Others(key: "string", value: "any"),
    [
      .value(
        "today", "string", LocalizedText(ja: "点検の日。例: 2026-11-21", en: "The day of the sweep, such as 2026-11-21.")),
      .value(
        "now", "string",
        LocalizedText(ja: "点検の日時。例: 2026-11-21T09:00:00", en: "The time of the sweep, such as 2026-11-21T09:00:00.")),
    ])

  /// The outcome of a test.
  public static let outcome = Shape(
    "tenken.Outcome", LocalizedText(ja: "判定。", en: "An outcome."),
    [
      .function(
        "at", ["record": "tenken.Record"], gives: "tenken.Outcome",
        text: LocalizedText(ja: "all の点検項目で、この記録についての判定にする。", en: "The same outcome at a record, in a check with all.")),
      .function(
        "about", ["subject": "string"], gives: "tenken.Outcome",
        text: LocalizedText(ja: "対象の名前を付けた判定にする。", en: "The same outcome with the name of its subject.")),
      .function(
        "due", ["date": "string"], gives: "tenken.Outcome",
        text: LocalizedText(
          ja: "対象をそのまま使える最後の日を付けた判定にする。30日前から報告が知らせる。",
          en: "The same outcome with the last day of what was looked at. Reports tell it 30 days ahead.")),
    ])

  private static let opaqueSource = Shape(
    "tenken.Source", LocalizedText(ja: "tenken.source で宣言したもの。", en: "What tenken.source declared."), [])
  private static let opaquePlugin = Shape(
    "tenken.Plugin", LocalizedText(ja: "tenken.plugin が返すもの。", en: "What tenken.plugin gives."), [])
  private static let opaqueIndex = Shape(
    "tenken.Index", LocalizedText(ja: "tenken.index が返すもの。", en: "What tenken.index gives."), [])

  /// The catalogue.
  public static let catalogue = Shape(
    "tenken.Catalogue",
    LocalizedText(ja: "要求事項のカタログ。書き換えられない。", en: "The catalogue of requirements. It cannot be changed."),
    [
      .function(
        "get", ["id": "string"], gives: "tenken.Requirement?",
        text: LocalizedText(
          ja: "要求事項を、idか条項の書き方で引く。なければ nil。", en: "The requirement with an id or a citation; nil if there is none.")),
      .function(
        "requirements", ["guideline?": "string"], gives: "fun(): tenken.Requirement?",
        text: LocalizedText(ja: "要求事項を順に。ガイドラインを指定できる。", en: "All requirements in order, or those of one guideline.")),
      .function(
        "search", ["words": "string", "limit?": "integer"], gives: "fun(): tenken.Requirement?",
        text: LocalizedText(
          ja: "語を含む要求事項を、よく合うものから。limit がなければ 20 件。",
          en: "The requirements in which words occur, the best first; 20 unless told.")),
      .function(
        "map", ["requirement": "tenken.Requirement|string", "guideline": "string"],
        gives: "fun(): tenken.Requirement?, string?",
        text: LocalizedText(
          ja: "ほかのガイドラインで対応する要求事項と、確かさ。", en: "What corresponds in another guideline, and how sure that is.")),
    ])

  /// A requirement of the catalogue.
  public static let requirement = Shape(
    "tenken.Requirement", LocalizedText(ja: "要求事項。書き換えられない。", en: "A requirement. It cannot be changed."),
    [
      .value("id", "string", LocalizedText(ja: "id。例: mhlw-5:6.5.C.12", en: "The id, such as mhlw-5:6.5.C.12.")),
      .value("guideline", "string", LocalizedText(ja: "ガイドラインのid。", en: "The id of its guideline.")),
      .value("citation", "string", LocalizedText(ja: "条項の書き方。", en: "How the document numbers it.")),
      .value("class", "\"minimum\"|\"recommended\"|nil", LocalizedText(ja: "区分。", en: "Its class.")),
      .value("status", "string", LocalizedText(ja: "状態。", en: "Its status.")),
      .value("chapter", "string", LocalizedText(ja: "章の番号。", en: "The number of its chapter.")),
      .value("title", "tenken.Text", LocalizedText(ja: "題。", en: "What it is about.")),
      .value("text", "string?", LocalizedText(ja: "公式の本文。", en: "The official text.")),
      .value(
        "parent", "tenken.Requirement?", LocalizedText(ja: "上の要求事項。", en: "The requirement that it is a part of.")),
      .function(
        "parts", [:], gives: "fun(): tenken.Requirement?", text: LocalizedText(ja: "部分。", en: "Its parts.")),
      .function(
        "correspondences", [:], gives: "fun(): tenken.Correspondence?",
        text: LocalizedText(ja: "対応。両方の向き。", en: "What corresponds to it, both ways.")),
      .function(
        "map", ["guideline": "string"], gives: "fun(): tenken.Requirement?, string?",
        text: LocalizedText(
          ja: "ほかのガイドラインで対応する要求事項と、確かさ。", en: "What corresponds in another guideline, and how sure that is.")),
    ])

  /// A correspondence of a requirement.
  public static let correspondence = Shape(
    "tenken.Correspondence", LocalizedText(ja: "要求事項の対応。", en: "A correspondence of a requirement."),
    [
      .value(
        "requirement", "tenken.Requirement?",
        LocalizedText(ja: "相手。なければ nil。", en: "The other one; nil if there is none.")),
      .value(
        "direction", "\"to\"|\"from\"",
        LocalizedText(
          ja: "to: この要求事項に応えるもの、from: この要求事項が応えるもの", en: "to: what answers this requirement; from: what it answers.")),
      .value(
        "relation", "\"corresponds\"|\"merged\"|\"covered\"|\"none\"",
        LocalizedText(ja: "関係。", en: "How they are related.")),
      .value("status", "\"stated\"|\"inferred\"|\"unresolved\"", LocalizedText(ja: "確かさ。", en: "How sure that is.")),
    ])
}
