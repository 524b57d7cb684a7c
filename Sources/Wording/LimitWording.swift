import Compliance

/// What is said of a plugin that met a limit. Each text names the limit, so that whoever sets it knows which.
extension Wording {
  /// Lua's heap is full.
  public static func memoryLimit(bytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "メモリーの上限(\(size(bytes)))に達しました(memory limit exceeded)。",
      en: "The memory limit of \(size(bytes)) was exceeded.")
  }
  /// One call took too long.
  public static func callLimit(seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "1回の呼び出しの時間の上限(CPU時間 \(time(seconds)) 秒)に達しました(time limit exceeded)。",
      en: "The time limit of one call, \(time(seconds)) s of processor time, was exceeded.")
  }
  /// The calls of one check took too long together.
  public static func checkLimit(seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "点検項目ひとつの時間の上限(CPU時間 \(time(seconds)) 秒)に達しました(time limit exceeded)。",
      en: "The time limit of one check, \(time(seconds)) s of processor time, was exceeded.")
  }
  /// The calls of all checks of a plugin took too long together.
  public static func pluginLimit(seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン全体の時間の上限(CPU時間 \(time(seconds)) 秒)に達しました(time limit exceeded)。",
      en: "The time limit of the plugin, \(time(seconds)) s of processor time, was exceeded.")
  }

  /// A time as people write it, without digits that say nothing.
  static func time(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e15 ? String(Int(seconds)) : String(seconds)
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) B"
  }
}
