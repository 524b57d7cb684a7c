import Compliance

/// What is said of a plugin's process that did not end as it should.
extension Wording {
  /// A library function did not return.
  public static func workerCallTooLong(seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "ライブラリー関数の中から戻らないまま時間の上限(CPU時間 \(time(seconds)) 秒)を超えたため、強制終了しました。",
      en:
        "A library function did not return within the time limit (\(time(seconds)) s of processor time), so the process was killed."
    )
  }
  /// The process used more processor time than the plugin may.
  public static func workerTotalTooLong(seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン全体の時間の上限(CPU時間 \(time(seconds)) 秒)を超えたため、強制終了しました。",
      en:
        "The plugin exceeded its time limit in all (\(time(seconds)) s of processor time), so its process was killed.")
  }
  /// The process neither computed nor answered.
  public static func workerStoodStill(seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "\(time(seconds)) 秒のあいだ動きも応答もなかったため、強制終了しました。データの置き場所(ネットワークドライブなど)が応答しているか確かめてください。",
      en:
        "The process did nothing and said nothing for \(time(seconds)) s, so it was killed. See whether the place of the data, such as a network drive, answers."
    )
  }
  /// The process asked for what it had given up.
  public static var workerForbidden: LocalizedText {
    LocalizedText(
      ja: "ファイル、通信、プログラムの実行など、プラグインに許されない操作をしようとしたため、強制終了しました。このプラグインは使わないでください。",
      en:
        "It tried what no plugin may do, such as opening a file, a connection or a program, and was killed. Do not use this plugin."
    )
  }
  /// A signal ended the process.
  public static func workerCrashed(signal: Int32) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのプロセスが異常終了しました(シグナル \(signal))。プラグインがLuaライブラリーの不具合に触れたか、メモリーを使い切ったおそれがあります。",
      en:
        "The plugin's process crashed (signal \(signal)). The plugin may have met a fault of the Lua library, or run out of memory."
    )
  }
  /// The process ended by itself.
  public static func workerLeft(status: Int32) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのプロセスが途中で終わりました(終了コード \(status))。",
      en: "The plugin's process ended before its work was done (status \(status)).")
  }
  /// The process sent what no worker sends.
  public static var workerLied: LocalizedText {
    LocalizedText(
      ja: "プラグインのプロセスから正しくない応答が届いたため、それからの応答を採用せずに強制終了しました。このプラグインは使わないでください。",
      en:
        "The plugin's process sent an answer that makes no sense, so nothing more of it was believed and it was killed. Do not use this plugin."
    )
  }
  /// The process was ended because nobody wanted to wait any longer.
  public static var workerDismissed: LocalizedText {
    LocalizedText(ja: "中止の求めに応じなかったため、強制終了しました。", en: "It did not stop when it was asked to, so it was killed.")
  }
  /// The process could not be confined.
  public static func workerNotSealed(_ step: String, errno: Int32) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのプロセスを閉じ込められなかったため、実行しませんでした(\(step)、エラー \(errno))。カーネルやコンテナーの設定でseccompが使えるか確かめてください。",
      en:
        "The plugin's process could not be confined, so the plugin was not run (\(step), error \(errno)). See whether the kernel or the container allows seccomp."
    )
  }
  /// No process could be started.
  public static func workerNotStarted(errno: Int32) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのプロセスを起動できませんでした(エラー \(errno))。メモリーやプロセス数、ファイル数の上限を確かめてください。",
      en:
        "No process could be started for the plugin (error \(errno)). See the limits on memory, processes and open files."
    )
  }
  /// A check was stopped after it had found something.
  public static func findingsIncomplete(_ count: Int) -> LocalizedText {
    LocalizedText(
      ja: "それまでの所見 \(count) 件は残してありますが、全部ではありません。",
      en: "What it had found until then (\(count)) is kept, but that is not all.")
  }
  /// The kernel has no Landlock.
  public static var withoutLandlock: LocalizedText {
    LocalizedText(
      ja: "このカーネルではLandlockが使えません。プラグインの閉じ込めはseccompだけで行います。",
      en: "This kernel has no Landlock; plugins are confined by seccomp alone.")
  }
}
