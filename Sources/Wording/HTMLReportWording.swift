import Compliance

extension Wording {
  /// What the page of a sweep says besides what the other reports say.
  public enum HTMLReport {
    /// The link that leads past the head of the page.
    public static var skip: LocalizedText { LocalizedText(ja: "本文へ", en: "Skip to the content") }
    /// What the list of sections is called.
    public static var contents: LocalizedText { LocalizedText(ja: "目次", en: "Contents") }
    /// Heading of what one sees first.
    public static var attention: LocalizedText { LocalizedText(ja: "まず見ること", en: "What to look at first") }
    /// Heading of the trend.
    public static var trend: LocalizedText { LocalizedText(ja: "点検項目の推移", en: "Checks over time") }
    /// Heading of what changed.
    public static var changes: LocalizedText { LocalizedText(ja: "前回からの変化", en: "What changed") }
    /// Heading of the checks.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }
    /// Heading of the requirements.
    public static var requirements: LocalizedText { LocalizedText(ja: "要求事項", en: "Requirements") }

    /// Heading of the checks that fail now and did not before.
    public static var newlyFailing: LocalizedText { LocalizedText(ja: "新しく不適合", en: "Newly failing") }
    /// Heading of the checks that have no answer now and had one before.
    public static var newlyUndetermined: LocalizedText {
      LocalizedText(ja: "新しく判定できなくなった", en: "Newly not determined")
    }
    /// Heading of the checks that were open before and are settled now.
    public static var resolved: LocalizedText { LocalizedText(ja: "解消した", en: "Resolved") }
    /// In place of an empty list.
    public static var none: LocalizedText { LocalizedText(ja: "なし", en: "None") }
    /// In place of the checks that newly fail.
    public static var noneNewlyFailing: LocalizedText {
      LocalizedText(ja: "前回から新しく不適合になった項目はありません。", en: "Nothing fails that did not fail before.")
    }
    /// In place of the checks that fail.
    public static var noneFailing: LocalizedText {
      LocalizedText(ja: "不適合の項目はありません。", en: "No check fails.")
    }
    /// In place of the checks without an answer.
    public static var noneUndetermined: LocalizedText {
      LocalizedText(ja: "判定できなかった項目はありません。", en: "Every check has an answer.")
    }
    /// The entries of a list that stand further below.
    public static func further(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "ほか \(count) 件", en: "\(count) more")
    }
    /// The head of the kinds of changes.
    public static var kindOfChange: LocalizedText { LocalizedText(ja: "変化", en: "Change") }
    /// The head of where something stood before and stands after.
    public static var beforeAndAfter: LocalizedText { LocalizedText(ja: "前 → 後", en: "Before → after") }
    /// There is no earlier sweep.
    public static var nothingToCompare: LocalizedText {
      LocalizedText(ja: "比べられる前回の点検はありません。", en: "There is no earlier sweep to compare with.")
    }
    /// Which sweep this one is compared with.
    public static func comparedWith(_ id: String, _ time: String) -> LocalizedText {
      LocalizedText(ja: "第\(id)回点検（\(time)）と比べています。", en: "Compared with sweep \(id) of \(time).")
    }
    /// There are too few sweeps for a trend.
    public static var noTrend: LocalizedText {
      LocalizedText(ja: "次の点検から推移を示します。", en: "The trend begins with the next sweep.")
    }
    /// The link to the same numbers as a table.
    public static var asTable: LocalizedText { LocalizedText(ja: "表で見る", en: "As a table") }
    /// Checks without an answer, in a few letters.
    public static var undetermined: LocalizedText { LocalizedText(ja: "判定できず", en: "not determined") }
    /// Checks that are neither passed nor failed nor open.
    public static var others: LocalizedText { LocalizedText(ja: "そのほか", en: "others") }

    /// Heading of what follows for other guidelines.
    public static var derived: LocalizedText {
      LocalizedText(ja: "ほかのガイドラインに導かれる充足状況", en: "What follows for other guidelines")
    }
    /// What a derived standing is worth.
    public static var derivedPreface: LocalizedText {
      LocalizedText(
        ja: "対応表を通じて導いたものです。これらの要求事項そのものを点検したのではありません。",
        en: "Derived through the tables of correspondences. Nobody has looked at these requirements themselves.")
    }
    /// The head of what a standing was derived from.
    public static var derivedFrom: LocalizedText { LocalizedText(ja: "もとの要求事項", en: "Derived from") }
    /// A standing that was derived for a requirement that nobody looks at.
    public static var derivedHere: LocalizedText {
      LocalizedText(ja: "対応する要求事項から導かれるもの:", en: "What follows from what corresponds to it:")
    }

    /// What stands before the field for searching.
    public static var search: LocalizedText { LocalizedText(ja: "絞り込み", en: "Filter") }
    /// The box for everything that leaves nothing to do.
    public static var settled: LocalizedText { LocalizedText(ja: "適合など", en: "passed and others") }
    /// The button that opens or closes everything.
    public static var openAll: LocalizedText { LocalizedText(ja: "すべて開く・閉じる", en: "Open or close all") }
    /// The button that ends every filter.
    public static var showAll: LocalizedText { LocalizedText(ja: "絞り込みを解く", en: "Clear the filter") }
    /// How many checks and requirements are shown; `%` stands for the number.
    public static var shown: LocalizedText { LocalizedText(ja: "% 件を表示", en: "% shown") }

    /// What is waived would stand at another outcome.
    public static func withoutWaiver(_ outcome: String) -> LocalizedText {
      LocalizedText(ja: "例外承認がなければ「\(outcome)」です。", en: "Without the waiver: \(outcome).")
    }
    /// Heading of the attestations and waivers that have expired, will within 30 days, or have lost their evidence.
    public static var expiring: LocalizedText { LocalizedText(ja: "期限と証跡", en: "Expiry and evidence") }
    /// In place of what will lapse.
    public static var noneExpiring: LocalizedText {
      LocalizedText(
        ja: "30日以内に期限を迎えるものや、証跡の変わったものはありません。", en: "Nothing expires within 30 days, and no evidence has changed.")
    }
    /// When a result was won.
    public static var age: LocalizedText { LocalizedText(ja: "点検した日", en: "As of") }
    /// Why a check has no ordinary result.
    public static var reason: LocalizedText { LocalizedText(ja: "理由", en: "Reason") }
    /// No check looks at a requirement, and nobody has attested it.
    public static var nobodyLooks: LocalizedText {
      LocalizedText(ja: "この要求事項を見ている点検項目はありません。", en: "No check looks at this requirement.")
    }

    /// What made the page.
    public static func made(by program: String, sweep id: String?) -> LocalizedText {
      LocalizedText(
        ja: "\(program) が" + (id.map { "点検 \($0) の記録から" } ?? "") + "作成しました。",
        en: "Made by \(program)" + (id.map { " from the record of sweep \($0)" } ?? "") + ".")
    }
    /// What green means.
    public static var nothingPassesByAccident: LocalizedText {
      LocalizedText(
        ja: "「適合」は、点検項目がそう判定したときだけ付きます。データがない、読めない、時間切れなどは適合になりません。",
        en: "Only an explicit pass is a pass: missing or unreadable data, or a check that broke, never is.")
    }
  }
}
