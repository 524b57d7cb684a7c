import Compliance

/// What is said of a sweep as a whole.
extension Wording {
  /// The title of the result that a broken plugin has.
  public static var brokenPluginTitle: LocalizedText {
    LocalizedText(ja: "プラグインを読み込める", en: "The plugin can be loaded")
  }
  /// What to do about a broken plugin.
  public static var brokenPluginRemedy: LocalizedText {
    LocalizedText(
      ja: "示された行を直し、tenken plugin check で確かめる。", en: "Mend the lines that are named, then run tenken plugin check.")
  }
}
