import Compliance

/// What is said when a check gives no ordinary result, and of settings that do not fit a plugin.
extension Wording {
  /// A source has no record, so its checks are unknown.
  public static var sourceIsEmpty: LocalizedText {
    LocalizedText(
      ja: "記録が一件もありません。空の台帳からは何も判定できません。",
      en: "There is not one record. Nothing can be told from an empty ledger.")
  }
  /// A record has the key of an earlier one, in an index in which keys must differ.
  public static func duplicateKey(column: String, first: Place) -> LocalizedText {
    LocalizedText(
      ja: "列「\(column)」の値が \(first) と同じです。この点検項目では重複できません。どちらかを直すか消してください。",
      en:
        "Column '\(column)' has the same value as \(first). This check needs them to differ: correct or delete one of the two."
    )
  }
  /// Nobody opened a source that a check reads.
  public static func sourceNotOpened(_ source: String) -> LocalizedText {
    LocalizedText(ja: "データ源 \(source) が開かれていません。", en: "Source \(source) was not opened.")
  }
  /// A check ended without a single outcome.
  public static var noOutcome: LocalizedText {
    LocalizedText(
      ja: "判定が一つも返されませんでした。", en: "The check returned no outcome at all.")
  }
  /// A check's test is gone when the plugin is run again.
  public static var testNotFound: LocalizedText {
    LocalizedText(
      ja: "もう一度読み込むと、この点検項目の test がありませんでした。プラグインは毎回同じ表を返す必要があります。",
      en: "Loaded again, the plugin had no test for this check. A plugin must return the same table each time.")
  }
  /// - Parameters:
  ///   - reason: which limit.
  ///   - record: the record that was being looked at.
  public static func checkStopped(_ reason: LocalizedText, _ record: Place?) -> LocalizedText {
    guard let record else {
      return LocalizedText(ja: "点検項目を打ち切りました。\(reason.ja)", en: "The check was stopped. \(reason.en)")
    }
    return LocalizedText(
      ja: "\(record) の記録で点検項目を打ち切りました。\(reason.ja)", en: "The check was stopped at the record \(record). \(reason.en)")
  }
  /// A test raised an error at one record.
  public static func testFailed(_ reason: LocalizedText, _ place: Place) -> LocalizedText {
    LocalizedText(ja: "\(reason.ja)(\(place))", en: "\(reason.en) (\(place))")
  }
  /// The settings name a parameter that the plugin does not have.
  public static func unknownParameter(_ name: String, _ plugin: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン \(plugin) にパラメーター「\(name)」はありません。" + (near.map { "「\($0)」の誤りではありませんか。" } ?? ""),
      en: "Plugin \(plugin) has no parameter '\(name)'." + (near.map { " Did you mean '\($0)'?" } ?? ""))
  }
  /// The settings or a test name a source that the plugin does not have.
  public static func unknownSource(_ name: String, _ plugin: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン \(plugin) にデータ源「\(name)」はありません。" + (near.map { "「\($0)」の誤りではありませんか。" } ?? ""),
      en: "Plugin \(plugin) has no source '\(name)'." + (near.map { " Did you mean '\($0)'?" } ?? ""))
  }
  /// A value that was set does not fit the parameter.
  public static func parameterSettingRefused(_ name: String, _ type: String, _ bounds: String?) -> LocalizedText {
    let range = bounds.map { " (\($0))" } ?? ""
    return LocalizedText(
      ja: "パラメーター「\(name)」には \(type) 型の値\(range)を書いてください。",
      en: "Parameter '\(name)' takes a value of the type \(type)\(range).")
  }
  /// An id names no plugin.
  public static func unknownPlugin(_ id: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン「\(id)」はありません。" + (near.map { "「\($0)」の誤りではありませんか。" } ?? ""),
      en: "There is no plugin '\(id)'." + (near.map { " Did you mean '\($0)'?" } ?? ""))
  }
  /// An id names no check.
  public static func unknownCheck(_ id: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "点検項目「\(id)」はありません。" + (near.map { "「\($0)」の誤りではありませんか。" } ?? ""),
      en: "There is no check '\(id)'." + (near.map { " Did you mean '\($0)'?" } ?? ""))
  }
  /// Why a check is not selected.
  public static func deselected(_ reason: LocalizedText) -> LocalizedText {
    LocalizedText(ja: "施設の設定で選んでいません: \(reason.ja)", en: "The site has deselected it: \(reason.en)")
  }
  /// Why a check is not selected whose data a site need not have.
  public static func leftOut(_ absence: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "該当する施設だけの任意のデータで、ここにはないため選んでいません: \(absence.ja)",
      en: "Its data is optional, for sites that have such a thing, and this one has none: \(absence.en)")
  }
  /// Two folders hold plugins of one id.
  public static func duplicatePlugin(_ id: String, _ other: String) -> LocalizedText {
    LocalizedText(
      ja: "同じidのプラグイン「\(id)」が \(other) にもあります。どちらかの名前を変えてください。",
      en: "A plugin with the id '\(id)' also stands in \(other). Rename one of them.")
  }
}
