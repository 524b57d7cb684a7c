import Compliance

extension Wording {
  /// What `explain` says of itself, and what stands around what it explains.
  public enum Explanation {
    // MARK: - The command

    /// What `explain` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "要求事項や点検項目の判定の理由を、記録とファイルまでさかのぼって示す。",
        en: "Show why a requirement or a check stands where it stands, down to the record and the file.")
    }
    /// What may be asked for.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: """
          記録した点検（指定がなければ最新）から答える。新たな点検はしない。
          例: tenken explain mhlw-5:6.5.C.12 '6.5 C 12 (3)'
              tenken explain wireless-lan/encryption
              tenken explain wireless-lan
              tenken explain wireless-lan/encryption AP-3
              tenken explain wireless-lan/encryption access-points.csv:12
          """,
        en: """
          Answers from a stored sweep, by default the newest. Nothing is swept anew.
          Such as: tenken explain mhlw-5:6.5.C.12 '6.5 C 12 (3)'
              tenken explain wireless-lan/encryption
              tenken explain wireless-lan
              tenken explain wireless-lan/encryption AP-3
              tenken explain wireless-lan/encryption access-points.csv:12
          """)
    }
    /// Help of the ids.
    public static var idsHelp: LocalizedText {
      LocalizedText(
        ja: "要求事項（idか引用）、点検項目、プラグイン。点検項目の後には、所見の対象か場所（ファイル:行）を書ける。",
        en:
          "Requirements (ids or citations), checks, plugins; behind a check, the subject or the place (file:line) of a finding."
      )
    }
    /// Help of `--sweep`.
    public static var sweepHelp: LocalizedText {
      LocalizedText(ja: "点検の番号。指定がなければ最新。", en: "The number of the sweep; by default the newest.")
    }
    /// Help of `--all`.
    public static var allHelp: LocalizedText {
      LocalizedText(ja: "問題のない所見（適合など）もすべて示す。", en: "Show the findings that are in order (passed and the like), too.")
    }

    // MARK: - What names nothing

    /// A check has no finding of a subject.
    /// - Parameters:
    ///   - subject: what was written.
    ///   - check: the check.
    ///   - near: a subject that may have been meant.
    ///   - onlyCounted: how many findings were counted but not kept.
    public static func unknownSubject(_ subject: String, _ check: String, near: String?, onlyCounted: Int)
      -> LocalizedText
    {
      let rest = onlyCounted > 0 ? countedOnly(onlyCounted) : LocalizedText(verbatim: "")
      return LocalizedText(
        ja: "\(check) に「\(subject)」の所見はありません。" + (near.map { "「\($0)」の誤りではありませんか。" } ?? "") + rest.ja,
        en: "\(check) has no finding of '\(subject)'." + (near.map { " Did you mean '\($0)'?" } ?? "") + rest.en)
    }
    private static func countedOnly(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "ほかに、数だけ記録して対象を残していない所見が \(count) 件あります。",
        en: " Of \(count) more findings only the number was stored.")
    }
    /// A word names neither plugin, check nor requirement.
    public static func unknownID(_ id: String, near: String?) -> LocalizedText {
      LocalizedText(
        ja: "「\(id)」というプラグイン、点検項目、要求事項は、この点検にありません。" + (near.map { "「\($0)」の誤りではありませんか。" } ?? ""),
        en: "This sweep has no plugin, check or requirement '\(id)'." + (near.map { " Did you mean '\($0)'?" } ?? ""))
    }

    // MARK: - Fields and headings

    /// The name of the field of where a requirement stands.
    public static var standing: LocalizedText { LocalizedText(ja: "充足状況", en: "Standing") }
    /// The name of the field of a check's or a finding's outcome.
    public static var outcome: LocalizedText { LocalizedText(ja: "判定", en: "Outcome") }
    /// The name of the field of the sweep.
    public static var sweep: LocalizedText { LocalizedText(ja: "点検", en: "Sweep") }
    /// The name of the field of a check.
    public static var check: LocalizedText { LocalizedText(ja: "点検項目", en: "Check") }
    /// The name of the field of a severity.
    public static var severity: LocalizedText { LocalizedText(ja: "重大度", en: "Severity") }
    /// The name of the field of a cadence.
    public static var cadence: LocalizedText { LocalizedText(ja: "点検の間隔", en: "To be run") }
    /// The name of the field of a plugin.
    public static var plugin: LocalizedText { LocalizedText(ja: "プラグイン", en: "Plugin") }
    /// Since when it is what it is.
    public static var since: LocalizedText { LocalizedText(ja: "経過", en: "History") }
    /// The plugin's parameters.
    public static var parameters: LocalizedText { LocalizedText(ja: "パラメーター", en: "Parameters") }
    /// The name of the field of a hash.
    public static var sha256: LocalizedText { LocalizedText(verbatim: "SHA-256") }
    /// The name of the field of what a finding is about.
    public static var subject: LocalizedText { LocalizedText(ja: "対象", en: "Subject") }
    /// The name of the field of where a record stands.
    public static var place: LocalizedText { LocalizedText(ja: "記録の場所", en: "Record") }
    /// The name of the field of an encoding.
    public static var encoding: LocalizedText { LocalizedText(ja: "文字コード", en: "Encoding") }
    /// The name of the field of how much of a file was read.
    public static var read: LocalizedText { LocalizedText(ja: "読んだ記録", en: "Read") }
    /// Heading of the reasons for a standing or an outcome.
    public static var why: LocalizedText { LocalizedText(ja: "理由", en: "Why") }
    /// Heading of the findings.
    public static var findings: LocalizedText { LocalizedText(ja: "所見", en: "Findings") }
    /// Heading of the files that were read.
    public static var data: LocalizedText { LocalizedText(ja: "根拠のデータ", en: "Data behind it") }
    /// Heading of the requirements that a check gives evidence for.
    public static var countsFor: LocalizedText {
      LocalizedText(ja: "証拠を与える要求事項", en: "Gives evidence for")
    }
    /// Heading of what stood in the way of ordinary results.
    public static var problems: LocalizedText { LocalizedText(ja: "起きた問題", en: "Problems") }
    /// Heading of the checks of a plugin.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }

    /// The name of the field of a result that was carried over.
    public static var age: LocalizedText { LocalizedText(ja: "結果の時点", en: "Carried over") }

    /// How often a check must run.
    public static func every(_ cadence: Cadence) -> LocalizedText {
      switch cadence {
      case .cron(let expression):
        LocalizedText(ja: "\(expression) の時刻(cron)", en: "at the times of cron: \(expression)")
      case .every(let count, .hour):
        LocalizedText(ja: "\(count)時間ごと", en: count == 1 ? "every hour" : "every \(count) hours")
      case .every(let count, .day):
        LocalizedText(ja: "\(count)日ごと", en: count == 1 ? "every day" : "every \(count) days")
      case .every(let count, .week):
        LocalizedText(ja: "\(count)週間ごと", en: count == 1 ? "every week" : "every \(count) weeks")
      case .every(let count, .month):
        LocalizedText(ja: "\(count)か月ごと", en: count == 1 ? "every month" : "every \(count) months")
      case .every(let count, .year):
        LocalizedText(ja: "\(count)年ごと", en: count == 1 ? "every year" : "every \(count) years")
      }
    }
    /// A hash that is not known.
    public static var notReadToTheEnd: LocalizedText {
      LocalizedText(ja: "最後まで読めなかったため、ありません", en: "none, because it could not be read to the end")
    }
    /// In place of the files where a check read none.
    public static var noData: LocalizedText { LocalizedText(ja: "読んだファイルはありません。", en: "No file was read.") }
    /// In place of the requirements where a check names none.
    public static var noRequirements: LocalizedText {
      LocalizedText(ja: "要求事項を挙げていません。", en: "It names no requirement.")
    }
    /// Findings that are in order and were left out.
    public static func settledNotShown(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "問題のない所見 \(count) 件は省きました。--all で示します。",
        en: "\(count) \(count == 1 ? "finding" : "findings") in order not shown; --all shows them.")
    }
    /// In place of the findings where there is none.
    public static var noFindings: LocalizedText { LocalizedText(ja: "所見はありません。", en: "There is no finding.") }
    /// A check that ended well has no open findings to show.
    public static var nothingOpen: LocalizedText {
      LocalizedText(ja: "対応の要る所見はありません。", en: "No finding needs action.")
    }

    // MARK: - How outcomes are combined

    /// The rule of combination where several outcomes count.
    /// - Parameters:
    ///   - order: every outcome that counts, the one that prevails first.
    ///   - parts: whether standings of parts are among them.
    ///   - stated: whether attestations or waivers are.
    public static func rule(_ order: [Standing], parts: Bool, stated: Bool) -> LocalizedText {
      let evidence =
        stated
        ? LocalizedText(
          ja: "これを見る点検項目の判定、自己申告、例外承認", en: "Of the checks that look at it, of attestations and waivers")
        : LocalizedText(ja: "これを見る点検項目の判定", en: "Of the checks that look at it")
      return LocalizedText(
        ja: evidence.ja + (parts ? "と各項目の充足状況のうち" : "のうち")
          + "、次の順で最も先のものを充足状況とします: " + order.map { Report.standing($0).ja }.joined(separator: "、") + "。",
        en: evidence.en + (parts ? " and the standings of its parts" : "")
          + ", what comes first in this order prevails: "
          + order.map { Report.standing($0).en }.joined(separator: ", ") + ".")
    }
    /// Heading of what follows through correspondences.
    public static var derived: LocalizedText {
      LocalizedText(ja: "対応関係から導かれる充足状況", en: "Derived through correspondences")
    }
    /// What a derived standing is.
    public static var ruleOfDerived: LocalizedText {
      LocalizedText(
        ja: "この要求事項そのものは点検していません。対応する要求事項の充足状況をまとめたものです。",
        en: "Nobody looked at this requirement itself. This is the combination of those that it corresponds to.")
    }
    /// How a link joins two requirements, and how sure that is.
    public static func link(_ relation: Relation, _ status: CorrespondenceStatus) -> LocalizedText {
      let relations: [Relation: LocalizedText] = [
        .corresponds: LocalizedText(ja: "対応", en: "corresponds"), .merged: LocalizedText(ja: "統合", en: "merged"),
        .covered: LocalizedText(ja: "包括的に対応", en: "covered"),
      ]
      let word = relations[relation] ?? LocalizedText(verbatim: relation.rawValue)
      return status == .stated
        ? word : LocalizedText(ja: "\(word.ja)（推定）", en: "\(word.en) (inferred)")
    }
    /// The rule where a single check counts.
    public static var ruleOfOne: LocalizedText {
      LocalizedText(
        ja: "数えた点検項目は一つなので、その判定がそのまま充足状況になります。",
        en: "A single check counts, so its outcome is the standing.")
    }
    /// The rule where some parts are not looked at and nothing speaks for them.
    public static var ruleOfUnwatchedParts: LocalizedText {
      LocalizedText(
        ja: "どの点検項目も見ていない項目は「未点検」として数えるので、ほかの項目が適合でも全体は適合になりません。",
        en: "A part that no check looks at counts as not checked, so the whole cannot pass through its other parts.")
    }
    /// The rule where some parts are not looked at, but a check of the whole speaks for them.
    public static var ruleOfSpokenFor: LocalizedText {
      LocalizedText(
        ja: "どの点検項目も見ていない項目は数えません。要求全体を見る点検項目が、その項目についても述べているためです。",
        en:
          "Parts that no check looks at do not count, because a check of the requirement as a whole speaks for them, too."
      )
    }
    /// The rule where no check looks.
    public static var ruleOfNone: LocalizedText {
      LocalizedText(
        ja: "この要求事項を見る点検項目がないので、未点検です。見ていないものは適合としません。",
        en: "No check looks at this requirement, so it is not checked. What nobody looked at never passes.")
    }
    /// The requirement that this one is a part of has checks of its own.
    public static func spokenForAbove(_ checks: [CheckID], _ ancestor: RequirementID) -> LocalizedText {
      let list = checks.map(\.description).joined(separator: ", ")
      return LocalizedText(
        ja: "上位の要求 \(ancestor) を全体として見る点検項目はあります: \(list)",
        en: "Checks look at \(ancestor) as a whole, which this is a part of: \(list)")
    }
    /// What is shown does not add up to what was stored.
    public static func catalogueHasChanged(now: Standing) -> LocalizedText {
      LocalizedText(
        ja: "この点検の後にカタログが変わりました。今のカタログでは「\(Report.standing(now).ja)」になります。もう一度点検してください。",
        en:
          "The catalogue has changed since this sweep; by today's it would be: \(Report.standing(now).en). Sweep again."
      )
    }
    /// Marks a part.
    public static func part(_ citation: String) -> LocalizedText {
      LocalizedText(ja: "項目 \(citation)", en: "Part \(citation)")
    }
    /// A part that no check looks at.
    public static var partUnwatched: LocalizedText {
      LocalizedText(ja: "この項目を見る点検項目はありません。", en: "No check looks at this part.")
    }
    /// A check that names the requirement but did not count.
    public static var notCounted: LocalizedText { LocalizedText(ja: "数えていません。", en: "Not counted.") }

    // MARK: - What would show it

    /// What would fit as evidence.
    public static func fitting(_ kind: EvidenceKind?) -> LocalizedText {
      switch kind {
      case .machine:
        LocalizedText(
          ja: "機器やシステムの設定・記録で示せます。それを data/ に置き、読むプラグインを書けば点検できます（Plugins/README.md）。",
          en:
            "The configuration or the records of machines can show it: put them into data/ and write a plugin that reads "
            + "them (Plugins/README.md).")
      case .ledger:
        LocalizedText(
          ja: "施設で付けている台帳で示せます。それを data/ に置き、読むプラグインを書けば点検できます（Plugins/README.md）。",
          en: "A ledger that the site keeps can show it: put it into data/ and write a plugin that reads it "
            + "(Plugins/README.md).")
      case .attestation:
        LocalizedText(
          ja: "プログラムでは判定できません。文書か、責任者の日付入りの申告で示します。",
          en: "No program can judge it: a document or a person's dated statement shows it.")
      case nil:
        LocalizedText(
          ja: "何が証拠になるかは、カタログにまだ書かれていません。",
          en: "The catalogue does not say yet what could show it.")
      }
    }

    // MARK: - Why there is no standing

    /// The requirement is not in force.
    public static func notInForce(_ status: RequirementStatus) -> LocalizedText? {
      switch status {
      case .current: nil
      case .deleted:
        LocalizedText(ja: "原典で削除されているので、充足状況はありません。", en: "The source has deleted it, so it stands nowhere.")
      case .providerOnly:
        LocalizedText(
          ja: "原典では事業者だけに向けたものなので、充足状況はありません。",
          en: "The source states it for the provider only, so it stands nowhere.")
      }
    }
    /// The sweep was limited, and none of its checks looks at the requirement.
    public static var leftOut: LocalizedText {
      LocalizedText(
        ja: "一部だけの点検で、この要求事項を見る点検項目は含まれていません。全体を点検してください。",
        en: "The sweep was of a part only, without a check that looks at this requirement. Sweep the whole site.")
    }
    /// The guideline is not in force at the site.
    public static func guidelineNotInForce(_ guideline: GuidelineID) -> LocalizedText {
      LocalizedText(
        ja: "\(guideline) は、この点検の対象のガイドラインではありません。対象にするには、tenken.yaml の guidelines: に加えてください。",
        en:
          "\(guideline) was not among the guidelines of this sweep. To include it, add it to guidelines: in tenken.yaml."
      )
    }
    /// The catalogue has a requirement that the sweep does not know.
    public static var newerThanSweep: LocalizedText {
      LocalizedText(
        ja: "この点検の後にカタログに加わった要求事項です。もう一度点検してください。",
        en: "It came into the catalogue after this sweep. Sweep again.")
    }

    // MARK: - Limits

    /// Whether a problem says that a plugin met a limit. A sweep keeps the words alone; all of these name the limit alike.
    public static func namesLimit(_ problem: LocalizedText) -> Bool {
      problem.ja.contains("上限(") && (problem.en.contains("time limit") || problem.en.contains("memory limit"))
    }
    /// Which setting governs the limits.
    public static func limitsAreSet(for plugin: PluginID) -> LocalizedText {
      LocalizedText(
        ja: "上限は tenken.yaml の limits: で定めています（プラグインごとには plugins: の \(plugin) の limits:）。プラグインの誤りでないと確かめてから上げてください。",
        en:
          "Limits are set by limits: in tenken.yaml (for this plugin alone: limits: under plugins: \(plugin)). Raise one only when "
          + "you are sure that the plugin is not at fault.")
    }

    // MARK: - What comes next

    /// What `tenken explain CHECK` is for.
    public static var seeCheck: LocalizedText {
      LocalizedText(ja: "点検項目の詳細を見る", en: "see the check in full")
    }
    /// What `tenken explain REQUIREMENT` is for.
    public static var seeRequirement: LocalizedText {
      LocalizedText(ja: "要求事項の充足状況を見る", en: "see where the requirement stands")
    }
    /// What `tenken sweep` is for.
    public static var sweepWhole: LocalizedText {
      LocalizedText(ja: "全体を点検する", en: "sweep the whole site")
    }
  }
}
