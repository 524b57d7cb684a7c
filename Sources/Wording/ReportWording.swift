import Compliance

extension Wording {
  /// What reports of sweeps say around the results.
  public enum Report {
    /// The word for an outcome.
    public static func outcome(_ outcome: Outcome) -> LocalizedText {
      switch outcome {
      case .pass: LocalizedText(ja: "適合", en: "passed")
      case .fail: LocalizedText(ja: "不適合", en: "failed")
      case .error: LocalizedText(ja: "エラー", en: "error")
      case .unknown: LocalizedText(ja: "不明", en: "unknown")
      case .notapplicable: LocalizedText(ja: "対象外", en: "not applicable")
      case .notchecked: LocalizedText(ja: "未点検", en: "not checked")
      case .notselected: LocalizedText(ja: "非選択", en: "not selected")
      case .informational: LocalizedText(ja: "参考", en: "information")
      }
    }

    /// The word for a standing.
    public static func standing(_ standing: Standing) -> LocalizedText {
      standing.outcome.map(outcome) ?? LocalizedText(ja: "例外承認", en: "waived")
    }

    /// The word for a severity, as IPA translates the CVSS v3 ratings <https://www.ipa.go.jp/security/vuln/scap/cvssv3.html>.
    public static func severity(_ severity: Severity) -> LocalizedText {
      switch severity {
      case .low: LocalizedText(ja: "注意", en: "low")
      case .medium: LocalizedText(ja: "警告", en: "medium")
      case .high: LocalizedText(ja: "重要", en: "high")
      case .critical: LocalizedText(ja: "緊急", en: "critical")
      }
    }

    /// How a sweep ended, as a sentence that says nothing about any guideline as a whole.
    public static func verdict(_ exit: SweepExit) -> LocalizedText {
      switch exit {
      case .met: LocalizedText(ja: "選択した点検項目はすべて適合しました。", en: "Every selected check passed.")
      case .failed: LocalizedText(ja: "不適合の点検項目があります。", en: "Some checks failed.")
      case .undetermined:
        LocalizedText(
          ja: "不適合はありませんが、判定できなかった点検項目があります。",
          en: "No check failed, but some could not be determined.")
      }
    }

    /// How a sweep ended, in the width of a table.
    public static func exit(_ exit: SweepExit) -> LocalizedText {
      switch exit {
      case .met: LocalizedText(ja: "適合", en: "passed")
      case .failed: LocalizedText(ja: "不適合あり", en: "failed")
      case .undetermined: LocalizedText(ja: "判定できず", en: "undetermined")
      }
    }

    /// The name of a stored sweep.
    public static func sweep(_ id: SweepID) -> LocalizedText {
      LocalizedText(ja: "第\(id)回点検", en: "Sweep \(id)")
    }

    /// The name of a sweep that has no number.
    public static var sweepWithoutNumber: LocalizedText { LocalizedText(ja: "点検", en: "Sweep") }

    /// The edition of a guideline with its issuer and date, as it stands behind the title.
    public static func edition(_ guideline: Guideline) -> LocalizedText {
      LocalizedText(
        ja: "\(guideline.edition.ja)（\(guideline.issuer.ja)、\(guideline.published)）",
        en: "\(guideline.edition.en) (\(guideline.issuer.en), \(guideline.published))")
    }

    /// A guideline that later editions have replaced.
    public static var superseded: LocalizedText { LocalizedText(ja: "改定あり", en: "since revised") }

    /// In place of the guidelines where none is in force.
    public static var noGuidelines: LocalizedText {
      LocalizedText(ja: "対象のガイドラインはない。", en: "No guideline is in force.")
    }

    /// How many checks there were, before their numbers by outcome.
    public static func checks(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "点検項目 \(count)", en: "\(count) \(count == 1 ? "check" : "checks")")
    }

    /// In place of the numbers where no check was selected.
    public static var noChecks: LocalizedText {
      LocalizedText(
        ja: "点検項目がひとつもなく、何も判定していません。`--only` の指定とプラグインを確かめてください。",
        en: "There was no check, so nothing has been determined. Look at `--only` and the plugins.")
    }

    /// Heading of the checks that failed against requirements that must be met.
    public static var failed: LocalizedText { LocalizedText(ja: "不適合", en: "Failed") }

    /// Heading of the checks that failed against recommended requirements only.
    public static var advice: LocalizedText { LocalizedText(ja: "助言（推奨事項のみ）", en: "Advice (recommended only)") }

    /// Heading of the checks that failed, all of whose failures are waived.
    public static var waived: LocalizedText {
      LocalizedText(ja: "不適合（例外承認あり）", en: "Failed, and waived")
    }

    /// Heading of the checks with no answer.
    public static var undetermined: LocalizedText { LocalizedText(ja: "判定できなかった項目", en: "Not determined") }

    /// The sweep was limited to some ids.
    public static func only(_ ids: [String]) -> LocalizedText {
      let list = ids.joined(separator: " ")
      return LocalizedText(ja: "一部だけの点検です: \(list)", en: "A sweep of a part only: \(list)")
    }

    /// Heading of the checks that a sweep of a part is not about, but its requirements are.
    public static var beside: LocalizedText {
      LocalizedText(
        ja: "同じ要求事項のほかの点検項目（最後の結果）", en: "Other checks of these requirements (last results)")
    }

    /// The oldest of some results.
    public static func oldest(_ age: LocalizedText) -> LocalizedText {
      LocalizedText(ja: "最も古いもの: \(age.ja)", en: "the oldest: \(age.en)")
    }

    /// A sweep of the checks that were due.
    public static func due(ran: Int, carried: Int) -> LocalizedText {
      LocalizedText(
        ja: "期限が来た \(ran) 項目を点検し、ほかの \(carried) 項目は最後の結果を使っています。",
        en:
          "A sweep of what was due: \(ran) \(ran == 1 ? "check" : "checks") run, \(carried) carried over from earlier "
          + "sweeps.")
    }

    /// A sweep that did not come to its end.
    public static var brokenOff: LocalizedText {
      LocalizedText(
        ja: "この点検は途中で止まりました。終わっていた項目だけを示します。",
        en: "This sweep broke off. Only the checks that had finished are here.")
    }

    /// A result of an earlier sweep.
    public static func carried(from sweep: SweepID, _ moment: String, days: Int?) -> LocalizedText {
      let age: LocalizedText? = days.map { days in
        days == 0
          ? LocalizedText(ja: "同じ日", en: "the same day")
          : LocalizedText(ja: "\(days)日前", en: "\(days) \(days == 1 ? "day" : "days") old")
      }
      return LocalizedText(
        ja: "第\(sweep)回点検(\(moment))の結果" + (age.map { "、\($0.ja)" } ?? ""),
        en: "result of sweep \(sweep) (\(moment))" + (age.map { ", \($0.en)" } ?? ""))
    }

    /// Heading of the records that several checks could not read.
    public static var unreadable: LocalizedText {
      LocalizedText(ja: "読めなかった記録", en: "Records that could not be read")
    }

    /// A check is open only because of records that are told elsewhere.
    public static func unreadableBelow(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "読めなかった記録が \(count) 件あります(下に示します)。",
        en: count == 1 ? "1 record could not be read (see below)." : "\(count) records could not be read (see below).")
    }

    /// Heading of the checks that leave nothing to do.
    public static var settled: LocalizedText { LocalizedText(ja: "そのほかの項目", en: "All others") }

    /// Marks the citation of a requirement of the class `recommended`.
    public static func recommended(_ citation: String) -> LocalizedText {
      LocalizedText(ja: "\(citation)（推奨）", en: "\(citation) (recommended)")
    }

    /// Between two citations.
    public static var listSeparator: LocalizedText { LocalizedText(ja: "、", en: ", ") }

    /// The findings that are not shown, by outcome; at least one.
    public static func more(_ rest: [(outcome: Outcome, count: Int)]) -> LocalizedText {
      LocalizedText(
        ja: "ほか " + rest.map { "\(outcome($0.outcome).ja) \($0.count) 件" }.joined(separator: "、"),
        en: "more: " + rest.map { "\(outcome($0.outcome).en) \($0.count)" }.joined(separator: ", "))
    }

    /// Findings that were counted but not kept.
    public static func notKept(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "ほか \(count) 件の所見は数だけ記録した。", en: "\(count) more findings were only counted.")
    }

    /// What to do about a failure.
    public static var remedy: LocalizedText { LocalizedText(ja: "対処", en: "Remedy") }

    /// A file that a check read.
    public static var source: LocalizedText { LocalizedText(ja: "データ", en: "Data") }

    /// How much of a file was read.
    public static func records(_ source: SourceEvidence) -> LocalizedText {
      var ja = "\(source.records) 件"
      var en = "\(source.records) \(source.records == 1 ? "record" : "records")"
      if source.refused > 0 {
        ja += "、読めない行 \(source.refused)"
        en += ", \(source.refused) unreadable"
      }
      if source.skipped > 0 {
        ja += "、飛ばした行 \(source.skipped)"
        en += ", \(source.skipped) skipped"
      }
      return LocalizedText(ja: ja, en: en)
    }

    /// In place of a reason where the check gave none.
    public static var noReason: LocalizedText { LocalizedText(ja: "理由は記録されていない。", en: "No reason was recorded.") }

    /// Heading of the tables of standings.
    public static var standings: LocalizedText {
      LocalizedText(ja: "要求事項の充足状況", en: "Standing of the requirements")
    }

    /// The head of the column of chapters.
    public static var chapter: LocalizedText { LocalizedText(ja: "章", en: "Chapter") }

    /// The last row of a table.
    public static var total: LocalizedText { LocalizedText(ja: "計", en: "Total") }

    /// The head of a group of columns.
    public static func classGroup(_ requirementClass: RequirementClass?) -> LocalizedText {
      switch requirementClass {
      case .minimum: LocalizedText(ja: "最低限 (C)", en: "Minimum (C)")
      case .recommended: LocalizedText(ja: "推奨 (D)", en: "Recommended (D)")
      case nil: LocalizedText(ja: "区分なし", en: "Without class")
      }
    }

    /// The head of the column of requirements that are met.
    public static var met: LocalizedText { LocalizedText(ja: "充足", en: "met") }
    /// The head of the column of requirements that are not met.
    public static var notMet: LocalizedText { LocalizedText(ja: "未充足", en: "not met") }
    /// The head of the same column for recommended requirements.
    public static var adviceColumn: LocalizedText { LocalizedText(ja: "助言", en: "advice") }
    /// The head of the column of requirements whose checks gave no answer.
    public static var unclear: LocalizedText { LocalizedText(ja: "判定不能", en: "unclear") }
    /// The head of the column of requirements that nothing has checked.
    public static var unchecked: LocalizedText { LocalizedText(ja: "未点検", en: "unchecked") }

    /// Requirements that are in no column of the table.
    public static func notCounted(_ outcome: Outcome, _ count: Int) -> LocalizedText {
      let word = self.outcome(outcome)
      return LocalizedText(ja: "表の外: \(word.ja) \(count)", en: "Not in the table: \(count) \(word.en)")
    }

    /// Heading of the commands to try next.
    public static var next: LocalizedText { LocalizedText(ja: "次に", en: "Next") }
    /// What `tenken sweep --only` is for.
    public static var sweepAgain: LocalizedText {
      LocalizedText(ja: "直したら、この項目だけ点検し直す", en: "check this again once it is mended")
    }
    /// What `tenken catalogue show` is for.
    public static var readRequirement: LocalizedText {
      LocalizedText(ja: "要求事項の原文を読む", en: "read the requirement")
    }
    /// What `tenken history show` is for.
    public static var showAgain: LocalizedText {
      LocalizedText(ja: "この結果をもう一度見る", en: "see this result again")
    }

    /// The head of the column of a sweep's number.
    public static var number: LocalizedText { LocalizedText(ja: "回", en: "No.") }
    /// The head of the column of a sweep's time.
    public static var time: LocalizedText { LocalizedText(ja: "日時", en: "Time") }
    /// The head of the column of how a sweep ended.
    public static var result: LocalizedText { LocalizedText(ja: "結果", en: "Result") }
    /// In place of the table where there is no sweep.
    public static var noSweeps: LocalizedText {
      LocalizedText(ja: "点検の履歴はまだない。", en: "There are no sweeps yet.")
    }
  }
}
