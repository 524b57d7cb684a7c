public import Compliance

extension Wording {
  /// What `catalogue list` says of itself and of words that name nothing.
  public enum CatalogueList {
    /// Help of `--chapter`.
    public static var chapterHelp: LocalizedText {
      LocalizedText(ja: "この章だけ。例: 6.5", en: "Only this chapter, such as 6.5.")
    }
    /// Help of `--class`.
    public static var classHelp: LocalizedText {
      LocalizedText(
        ja: "この区分だけ: minimum（最低限）、recommended（推奨）、none（区分なし）。",
        en: "Only this class: minimum, recommended, or none for requirements without one.")
    }
    /// Help of `--status`.
    public static var statusHelp: LocalizedText {
      LocalizedText(
        ja: "この状態だけ: current（有効）、deleted（削除）、provider-only（事業者のみ）。",
        en: "Only this status: current, deleted or provider-only.")
    }
    /// Help of `--covered`.
    public static var coveredHelp: LocalizedText {
      LocalizedText(
        ja: "点検項目が全体または一部を見る要求事項だけ。", en: "Only requirements of which a check looks at all or a part.")
    }
    /// Help of `--uncovered`.
    public static var uncoveredHelp: LocalizedText {
      LocalizedText(ja: "どの点検項目も見ない要求事項だけ。", en: "Only requirements that no check looks at.")
    }
    /// Help of `--site`.
    public static var siteHelp: LocalizedText {
      LocalizedText(
        ja: "この施設の要求事項とプラグインも数える。", en: "Count this site's requirements and plugins, too.")
    }

    /// `--covered` and `--uncovered` at a time.
    public static var coveredAndUncovered: LocalizedText {
      LocalizedText(
        ja: "--covered と --uncovered は同時に使えません。", en: "--covered and --uncovered exclude one another.")
    }
    /// A guideline that is not in the catalogue.
    public static func unknownGuideline(_ id: String, meant: String?, known: [String]) -> LocalizedText {
      unknown(
        LocalizedText(
          ja: "ガイドライン「\(id)」はありません。", en: "There is no guideline ‘\(id)’."), meant, known)
    }
    /// A chapter that is not in the guideline, or in none.
    public static func unknownChapter(_ chapter: String, meant: String?) -> LocalizedText {
      unknown(LocalizedText(ja: "章「\(chapter)」はありません。", en: "There is no chapter ‘\(chapter)’."), meant, [])
    }
    /// A value that an option does not take.
    public static func unknownValue(_ value: String, of option: String, meant: String?, known: [String])
      -> LocalizedText
    {
      unknown(
        LocalizedText(ja: "\(option) に「\(value)」は使えません。", en: "\(option) does not take ‘\(value)’."), meant, known)
    }
    /// A plugin that cannot be loaded, so that its checks do not count.
    public static func pluginNotCounted(_ id: String) -> LocalizedText {
      LocalizedText(
        ja: "プラグイン「\(id)」は読み込めないので、数えていません。確かめるには: tenken plugin check",
        en: "The plugin ‘\(id)’ cannot be loaded and does not count. To see why: tenken plugin check")
    }

    private static func unknown(_ text: LocalizedText, _ meant: String?, _ known: [String]) -> LocalizedText {
      if let meant {
        return LocalizedText(ja: "\(text.ja)「\(meant)」ではありませんか。", en: "\(text.en) Did you mean ‘\(meant)’?")
      }
      if known.isEmpty { return text }
      return LocalizedText(
        ja: "\(text.ja)使えるもの: \(known.joined(separator: "、"))",
        en: "\(text.en) It may be one of: \(known.joined(separator: ", "))")
    }
  }
}
