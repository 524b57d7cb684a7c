import Compliance

extension Wording {
  /// What is said of the changes between two sweeps.
  public enum Drift {
    /// What `history diff` does.
    public static var abstract: LocalizedText {
      LocalizedText(ja: "二つの点検の間に変わったことを示す。", en: "Show what changed between two sweeps.")
    }
    /// How `history diff` compares.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: """
          番号がなければ最新の点検を、一つなら最新をその点検と、同じ範囲のものどうしで比べる。
          「行き来」は、最近 \(Flapping.sweeps) 回の点検で \(Flapping.changes) 回以上、適合と不適合などを行き来したもの。
          """,
        en: """
          Without numbers, compares the newest sweep with the last one before it of the same scope; with one, the newest with that one. \
          Flapping is what went \(Flapping.changes) times or more between settled and open within the last \(Flapping.sweeps) sweeps.
          """)
    }
    /// Help of the numbers.
    public static var sweepsHelp: LocalizedText {
      LocalizedText(ja: "前の点検と後の点検の番号。", en: "The numbers of the earlier and the later sweep.")
    }
    /// Help of `--quiet`.
    public static var quietHelp: LocalizedText {
      LocalizedText(
        ja: "前の点検から変わったことだけを示す。何も変わらなければ何も出さない(cron のメール向け)。",
        en: "Show only what changed since the sweep before; nothing if nothing did (for mail from cron).")
    }
    /// There are fewer than two sweeps that can be compared.
    public static var nothingToCompare: LocalizedText {
      LocalizedText(
        ja: "比べられる点検がまだありません。同じ範囲の点検が2回以上要ります。",
        en: "There is nothing to compare yet: it takes two sweeps of the same scope.")
    }
    /// More numbers than two.
    public static var twoSweeps: LocalizedText {
      LocalizedText(ja: "点検の番号は二つまでです。", en: "Give at most two sweeps.")
    }

    /// The two sweeps.
    public static func heading(_ before: SweepID, _ after: SweepID) -> LocalizedText {
      LocalizedText(ja: "点検 \(before) から点検 \(after) までの変化", en: "What changed from sweep \(before) to sweep \(after)")
    }
    /// Nothing changed.
    public static var unchanged: LocalizedText { LocalizedText(ja: "変わったことはない。", en: "Nothing changed.") }
    /// Before what makes the sweeps unlike.
    public static var unlike: LocalizedText {
      LocalizedText(
        ja: "条件が違う(変化はこのためかもしれない)", en: "The sweeps are unlike (changes may come from this)")
    }
    /// Heading of the requirements.
    public static var requirements: LocalizedText { LocalizedText(ja: "要求事項", en: "Requirements") }
    /// Heading of the checks.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }
    /// Heading of the findings.
    public static var findings: LocalizedText { LocalizedText(ja: "対象", en: "Subjects") }
    /// A mark of what goes back and forth.
    public static var flapping: LocalizedText { LocalizedText(ja: "行き来", en: "flapping") }
    /// How many checks are open as before.
    public static func stillOpen(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "前から変わらず未解決の点検項目: \(count) 件",
        en: count == 1 ? "1 check is open as before." : "\(count) checks are open as before.")
    }
    /// Further findings that are not shown.
    public static func more(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "ほか \(count) 件", en: "and \(count) more")
    }

    /// A kind of change.
    public static func kind(_ kind: DriftKind) -> LocalizedText {
      switch kind {
      case .regressed: LocalizedText(ja: "悪化", en: "regressed")
      case .new: LocalizedText(ja: "新規", en: "new")
      case .changed: LocalizedText(ja: "変化", en: "changed")
      case .waived: LocalizedText(ja: "例外承認", en: "waived")
      case .fixed: LocalizedText(ja: "解消", en: "fixed")
      case .gone: LocalizedText(ja: "対象外に", en: "gone")
      }
    }

    /// Something that makes two sweeps unlike.
    /// - Parameter parameters: the names of the parameters that differ.
    public static func difference(_ difference: SweepDifference, parameters: [String]) -> LocalizedText {
      switch difference {
      case .selection(let before, let after):
        let words = { (ids: [String]) in
          ids.isEmpty
            ? LocalizedText(ja: "全体", en: "everything") : LocalizedText(verbatim: ids.joined(separator: " "))
        }
        return LocalizedText(
          ja: "点検の範囲: \(words(before).ja) → \(words(after).ja)", en: "scope: \(words(before).en) → \(words(after).en)")
      case .brokenOff(let id):
        return LocalizedText(
          ja: "点検 \(id) は途中で打ち切られ、それまでに済んだ点検項目だけがある。",
          en: "sweep \(id) broke off; only the checks that it had finished are compared")
      case .program(let before, let after):
        return LocalizedText(ja: "プログラム: \(before) → \(after)", en: "program: \(before) → \(after)")
      case .catalogue: return LocalizedText(ja: "カタログが変わった。", en: "the catalogue changed")
      case .plugin(let id, let before, let after):
        let versions = before == after ? before : "\(before) → \(after)"
        return LocalizedText(
          ja: "プラグイン \(id) のコードが変わった(\(versions))。", en: "the code of plugin \(id) changed (\(versions))")
      case .parameters(let id, _, _):
        return LocalizedText(
          ja: "プラグイン \(id) のパラメーターが変わった(\(parameters.joined(separator: "、")))。",
          en: "parameters of plugin \(id) changed (\(parameters.joined(separator: ", ")))")
      case .columns(let id, let source, let file, let added, let removed):
        let signs = added.map { "+\($0)" } + removed.map { "−\($0)" }
        return LocalizedText(
          ja: "\(file) の列が変わった(\(id) の \(source): \(signs.joined(separator: "、")))。",
          en: "the columns of \(file) changed (\(source) of \(id): \(signs.joined(separator: ", ")))")
      case .findingsNotKept(let id):
        return LocalizedText(
          ja: "\(id) は所見が多く、一部だけが残されている。対象ごとの比較はその範囲に限る。",
          en: "\(id) has more findings than are kept; its subjects are compared as far as they are")
      case .checkAdded(let id):
        return LocalizedText(ja: "点検項目 \(id) は、前の点検にはなかった。", en: "check \(id) was not in the earlier sweep")
      }
    }

    /// Since when something stands where it stands.
    /// - Parameters:
    ///   - at: the moment of the first sweep that found it.
    ///   - word: the outcome.
    ///   - before: what it was before; nil if it was never anything else.
    public static func since(
      _ sweep: SweepID, at: String, word: LocalizedText, before: LocalizedText?
    ) -> LocalizedText {
      guard let before else {
        return LocalizedText(
          ja: "\(at)(点検 \(sweep))に初めて点検して以来、\(word.ja)",
          en: "\(word.en) since it was first looked at, \(at) (sweep \(sweep))")
      }
      return LocalizedText(
        ja: "\(at)(点検 \(sweep))から\(word.ja)。その前は\(before.ja)",
        en: "\(word.en) since \(at) (sweep \(sweep)), \(before.en) before")
    }

    /// How often it went back and forth.
    public static func changes(_ count: Int, sweeps: Int) -> LocalizedText {
      LocalizedText(
        ja: "最近 \(sweeps) 回の点検で \(count) 回、行き来している。",
        en: "It went back and forth \(count) times within the last \(sweeps) sweeps.")
    }
  }
}
