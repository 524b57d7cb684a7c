public import Compliance

/// What the reader of a site's settings says.
extension Wording {
  /// Expected: the id of a plugin.
  public static func pluginID() -> LocalizedText {
    LocalizedText(
      ja: "プラグインのID(英小文字の語を - でつないだもの。wireless-lan など)",
      en: "the id of a plugin (lower-case words joined by hyphens, such as wireless-lan)")
  }

  /// Expected: the id of a check or plugin.
  public static func checkID() -> LocalizedText {
    LocalizedText(
      ja: "点検項目のID(wireless-lan/encryption など)またはプラグインのID",
      en: "the id of a check (such as wireless-lan/encryption) or of a plugin")
  }

  /// Expected: the id of a source.
  public static func sourceID() -> LocalizedText {
    LocalizedText(
      ja: "データ源のID(英小文字の語を - でつないだもの。access-points など)",
      en: "the id of a source (lower-case words joined by hyphens, such as access-points)")
  }

  /// Expected: the name of a parameter.
  public static func parameterName() -> LocalizedText {
    LocalizedText(ja: "パラメーターの名前", en: "the name of a parameter")
  }

  /// Expected: the value of a parameter.
  public static func parameterValue() -> LocalizedText {
    LocalizedText(
      ja: "パラメーターの値(文字列、数、true、false、またはその一覧)",
      en: "the value of a parameter (text, a number, true, false, or a list of these)")
  }

  /// Expected: the path of a file from the root.
  public static func absolutePath() -> LocalizedText {
    LocalizedText(
      ja: "/ で始まるパス(/etc/tenken/history.key など)", en: "a path that begins with / (such as /etc/tenken/history.key)")
  }

  /// Expected: how long sweeps are kept.
  public static func retentionSpan() -> LocalizedText {
    LocalizedText(
      ja: "期間(90 days、26 weeks、12 months、5 years など。数は1から1000まで)",
      en: "a time (such as 90 days, 26 weeks, 12 months or 5 years; 1 to 1000 of them)")
  }

  /// Expected: a time zone.
  public static func timeZone() -> LocalizedText {
    LocalizedText(
      ja: "時間帯(Asia/Tokyo、UTC、+09:00 など。夏時間のある地域は使えない)",
      en: "a time zone (Asia/Tokyo, UTC, +09:00; zones with summer time cannot be used)")
  }

  /// Expected: a path within the site's data.
  public static func pathBelowData() -> LocalizedText {
    LocalizedText(
      ja: "data/ の中のパス(wireless/ap.csv など。/ で区切り、先頭の / や .. は使えない)",
      en: "a path below data/ (such as wireless/ap.csv; with /, without a leading / or ..)")
  }

  /// An override that overrides nothing.
  public static func emptySourceOverride() -> LocalizedText {
    LocalizedText(
      ja: "file も encoding も max_age_days も書かれていない。どれかを書くか、このデータ源を消す。",
      en: "None of ‘file’, ‘encoding’ and ‘max_age_days’ is given. Give one, or remove this source.")
  }

  /// A number too large to be held.
  public static func numberOutOfRange(_ text: String) -> LocalizedText {
    LocalizedText(
      ja: "数「\(excerpt(text))」は大きすぎて扱えない。文字列なら引用符で囲む。",
      en: "The number ‘\(excerpt(text))’ is too large. Quote it if it is text.")
  }

  /// Expected: the name of a check within its plugin.
  public static func checkName() -> LocalizedText {
    LocalizedText(
      ja: "このプラグインの点検項目の名前(encryption など)", en: "the name of a check of this plugin (such as encryption)")
  }

  /// A limit is set higher than the administrator allows.
  public static func limitAboveMaximum(_ key: String, _ value: Double, most: Double, at place: Place) -> LocalizedText {
    LocalizedText(
      ja: "\(key) の \(decimal(value)) は、この計算機の管理者が定めた上限 \(decimal(most))(\(place))を超えている。"
        + "上限以下にするか、管理者に上限の変更を依頼する。",
      en: "\(decimal(value)) for ‘\(key)’ is above the maximum of \(decimal(most)) that the administrator of this "
        + "machine has set (\(place)). Set less, or ask the administrator.")
  }
}
