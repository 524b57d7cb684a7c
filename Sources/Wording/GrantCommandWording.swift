public import Compliance

// What the commands say about what plugins ask for.
extension Wording.Command {
  /// What `site check` does.
  public static var siteCheckAbstract: LocalizedText {
    LocalizedText(
      ja: "施設の設定・カタログ・プラグインの誤りをすべて示し、データの各ファイルをどう読んだかを示す。コマンドは実行しない。",
      en:
        "Show everything that is wrong with a site's settings, catalogue and plugins, and how each file of its data is understood. Runs no command."
    )
  }
  /// A site has no problem.
  public static func siteInOrder(_ folder: String, plugins: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(folder): 設定とプラグインに誤りはありません(プラグイン \(plugins) 件)。",
      en: "\(folder): settings and plugins are in order (\(plugins) plugins).")
  }
  /// A plugin asks for what the site does not grant.
  public static func sourcesNotGranted(_ plugin: String, _ origins: [String]) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン \(plugin) の求める次のものは許可されていません: \(origins.joined(separator: "、"))。"
        + "許可の書き方は tenken plugin check \(plugin) が示します。",
      en: "Plugin \(plugin) asks for what is not granted: \(origins.joined(separator: ", ")). "
        + "‘tenken plugin check \(plugin)’ shows how to grant it.")
  }
  /// There is no folder, and no plugin, of a name.
  public static func noSuchPlugin(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのフォルダー「\(name)」がありません。", en: "There is no plugin and no folder '\(name)'.")
  }
  /// Stands before the settings that would grant what is missing.
  public static var linesToGrant: LocalizedText {
    LocalizedText(
      ja: "許可するには、tenken.yaml のこのプラグインの許可を次のようにします:",
      en: "To grant it, make this plugin's grants in tenken.yaml read:")
  }
  /// Stands behind a command: the program that it runs here.
  public static func programFound(_ path: String?) -> LocalizedText {
    guard let path else { return LocalizedText(ja: " (この計算機にはありません)", en: " (not on this machine)") }
    return LocalizedText(verbatim: " (\(path))")
  }
  /// Stands behind a source: whether the site grants it.
  public static func isGranted(_ granted: Bool) -> LocalizedText {
    granted
      ? LocalizedText(ja: " [許可済み]", en: " [granted]") : LocalizedText(ja: " [許可されていません]", en: " [not granted]")
  }
  /// Stands behind a source that a site need not have.
  public static var isOptional: LocalizedText { LocalizedText(ja: " [なくてよい]", en: " [optional]") }
  /// Stands behind a source that lies outside `data/`.
  public static var needsGrant: LocalizedText { LocalizedText(ja: " [許可が必要]", en: " [needs a grant]") }
  /// Marks a plugin that wants more than `data/`.
  public static func readsElsewhere(_ origins: [String]) -> LocalizedText {
    LocalizedText(
      ja: "! data/ の外も読む(許可が必要): \(origins.joined(separator: "、"))",
      en: "! also reads outside data/, where the site grants it: \(origins.joined(separator: ", "))")
  }
}
