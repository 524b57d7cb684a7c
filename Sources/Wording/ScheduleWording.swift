public import Compliance

extension Wording {
  /// What is said of what is due when.
  public enum Schedule {
    /// A check has never run, and may not run now.
    public static var notRunYet: LocalizedText {
      LocalizedText(
        ja: "まだ一度も点検していません。施設の暦で点検してよい時刻になったら点検します。",
        en: "It has not been run yet. It runs as soon as the site's calendar permits.")
    }

    /// A check that a sweep of a part is not about has no result to go by.
    public static var noResult: LocalizedText {
      LocalizedText(
        ja: "今のプラグインと設定では、まだ一度も点検していません。",
        en: "It has not been run yet with the plugin and the parameters as they are now.")
    }

    /// No check is due.
    /// - Parameter next: the moment of the next run; nil if nothing will ever be due.
    public static func nothingDue(next: String?, _ exit: SweepExit) -> LocalizedText {
      let verdict = Report.exit(exit)
      return LocalizedText(
        ja: "今、点検する項目はありません。" + (next.map { "次は \($0) です。" } ?? "") + "最後の結果: \(verdict.ja)",
        en: "Nothing is due" + (next.map { "; next at \($0)" } ?? "") + ". Last results: \(verdict.en).")
    }

    /// The sweep before broke off.
    /// - Parameters:
    ///   - holder: what it wrote about itself: its process and when it began.
    ///   - stored: how many of its checks had finished, and the number under which they were stored; nil if none had.
    public static func brokeOff(_ holder: String, stored: (checks: Int, id: SweepID)?) -> LocalizedText {
      let rest: LocalizedText =
        if let stored {
          LocalizedText(
            ja: "終わっていた点検項目 \(stored.checks) 件は第\(stored.id)回点検として履歴に残しました。",
            en:
              "Its \(stored.checks) finished \(stored.checks == 1 ? "check is" : "checks are") in the history as sweep "
              + "\(stored.id).")
        } else {
          LocalizedText(ja: "終わっていた点検項目はありません。", en: "None of its checks had finished.")
        }
      return LocalizedText(
        ja: "前回の点検(\(holder))は途中で止まりました。\(rest.ja)", en: "The last sweep (\(holder)) broke off. \(rest.en)")
    }

    /// The last result of a check is older than its cadence allows.
    public static func tooOld(_ day: String, every cadence: String) -> LocalizedText {
      LocalizedText(
        ja: "最後の結果は \(day) のもので、点検の間隔(\(cadence))より古いため、判定に使いません。",
        en: "The last result is of \(day), which is older than the cadence (\(cadence)) allows; it no longer counts.")
    }
  }
}
