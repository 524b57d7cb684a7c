public import Compliance

extension Wording {
  /// What stands around the hits of a search, and what `catalogue search` says of itself.
  public enum CatalogueSearch {
    /// What `catalogue search` does.
    public static var abstract: LocalizedText {
      LocalizedText(ja: "要求事項を言葉で探す。", en: "Search requirements for words.")
    }
    /// How `catalogue search` compares, and its exit statuses.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: """
          題名・本文・引用・注記・訂正を探し、すべての語を含むものを示す。"…" や「…」で囲んだ語はひと続きで探す。\
          全角と半角、大文字と小文字、ひらがなとカタカナ、語尾の長音（サーバ、サーバー）は区別しない。

          終了コード: 0 見つかった / 1 見つからない
          """,
        en: """
          Searches titles, texts, citations, notes and corrections for requirements with all of the words; "…" keeps words together. \
          Width, case, hiragana or katakana and long vowels at the end of a word (サーバ, サーバー) make no difference.

          Exit status: 0 something was found; 1 nothing was.
          """)
    }
    /// Help of the words.
    public static var wordsHelp: LocalizedText {
      LocalizedText(ja: "探す語。例: 暗号 鍵", en: "The words, such as 暗号 or 'access control'.")
    }
    /// Help of `--limit`.
    public static var limitHelp: LocalizedText {
      LocalizedText(ja: "示す件数の上限。", en: "The most hits to show.")
    }
    /// `--limit` is not a number of hits.
    public static func badLimit(_ number: Int) -> LocalizedText {
      LocalizedText(
        ja: "--limit は1以上にしてください（\(number) は使えません）。", en: "--limit must be at least 1, not \(number).")
    }
    /// There is nothing in the words that could be found.
    public static var noWord: LocalizedText {
      LocalizedText(ja: "探す語がありません。", en: "There is no word to search for.")
    }

    /// The name of a field in which something was found; nil for the official text, which speaks for itself.
    public static func field(_ field: CatalogueHit.Field) -> LocalizedText? {
      switch field {
      case .text: nil
      case .id: LocalizedText(ja: "識別子", en: "id")
      case .citation: LocalizedText(ja: "引用", en: "citation")
      case .title: LocalizedText(ja: "題名", en: "title")
      case .note: LocalizedText(ja: "注記", en: "note")
      case .correction: LocalizedText(ja: "訂正", en: "correction")
      case .reason: LocalizedText(ja: "訂正の理由", en: "reason for the correction")
      }
    }

    /// There are more hits than were asked for.
    public static func more(than count: Int) -> LocalizedText {
      LocalizedText(
        ja: "上位 \(count) 件を示した。ほかにもある。語を増やして絞るか、--limit で件数を増やす。",
        en: "These are the best \(count). There are more: add a word, or raise --limit.")
    }

    /// Nothing was found: some word stands nowhere, or only all of them together do not.
    public static func nothing(_ onlyTogether: Bool) -> LocalizedText {
      onlyTogether
        ? LocalizedText(
          ja: "すべての語を含む要求事項はない。語を減らすと見つかる。",
          en: "No requirement has all of the words. Each of them can be found by itself.")
        : LocalizedText(ja: "該当する要求事項はない。", en: "No requirement was found.")
    }

    /// A word stands nowhere.
    public static func missing(_ word: String, near: String?) -> LocalizedText {
      guard let near else {
        return LocalizedText(ja: "「\(word)」はどこにもない。", en: "‘\(word)’ stands nowhere.")
      }
      return LocalizedText(
        ja: "「\(word)」はどこにもない。「\(near)」の誤りではないか。", en: "‘\(word)’ stands nowhere. Did you mean ‘\(near)’?")
    }
  }
}
