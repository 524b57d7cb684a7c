import Compliance

extension Wording {
  /// Something that can be called or asked in the REPL, and what it does: what `:doc` shows.
  public struct ReplTopic: Sendable {
    /// The name, which `:doc` is given.
    public let name: String
    /// How it is called.
    public let usage: String
    /// What it does, on one line.
    public let summary: LocalizedText
    /// More about it, where there is more.
    public let details: LocalizedText?

    init(_ usage: String, _ summary: LocalizedText, _ details: LocalizedText? = nil) {
      name = String(usage.prefix { $0 != "(" })
      self.usage = usage
      self.summary = summary
      self.details = details
    }

    /// All of them: first what only the REPL has, then what plugins have, too.
    public static let all: [ReplTopic] = session + requirement + tenken

    private static let session = [
      ReplTopic(
        "find(words, most)",
        LocalizedText(ja: "語を含む要求事項を、よく合うものから並べる。", en: "The requirements in which words occur, the best first."),
        LocalizedText(
          ja:
            "例: find \"無線\"、find(\"外部委託\", 100)。most は件数の上限で、なければ 50。\n番号で取り出せ、for でも繰り返せる: find(\"無線\")[1]、for r in find \"無線\" do print(r.id) end",
          en:
            "For example: find \"無線\", find(\"外部委託\", 100). most is 50 unless given.\nPick by number, or loop: find(\"無線\")[1], for r in find \"無線\" do print(r.id) end"
        )),
      ReplTopic(
        "req(id)",
        LocalizedText(ja: "要求事項を、idか条項の書き方で引く。", en: "The requirement with an id or a citation."),
        LocalizedText(
          ja: "例: req \"mhlw-5:6.5.C.12\"、req \"6.5 C 12\"。そのまま入力するとカードで示す。項目とメソッドは :doc requirement",
          en:
            "For example: req \"mhlw-5:6.5.C.12\", req \"6.5 C 12\". By itself it shows as a card. Its fields and methods: :doc requirement"
        )),
      ReplTopic(
        "uncovered(guideline)",
        LocalizedText(
          ja: "どの点検項目も見ていない要求事項を並べる。", en: "The requirements of a guideline that no check looks at."),
        LocalizedText(
          ja: "例: uncovered \"mhlw-6\"。点検項目が一部だけ見ている要求事項は、見ていない部分が並ぶ。自己申告でしか示せないものは含まない。",
          en:
            "For example: uncovered \"mhlw-6\". Where checks look at some parts of a requirement, the other parts are listed. What can only be attested is left out."
        )),
      ReplTopic("guidelines()", LocalizedText(ja: "ガイドラインの一覧。", en: "All guidelines.")),
      ReplTopic("checks()", LocalizedText(ja: "点検項目の一覧。", en: "All checks.")),
      ReplTopic("sources()", LocalizedText(ja: "点検項目が読むデータ源の一覧。", en: "All sources that checks read.")),
      ReplTopic(
        "source(name)",
        LocalizedText(ja: "施設のデータ源。点検項目が読むとおりに1行ずつ読む。", en: "A source of the site, row by row as checks read it."),
        LocalizedText(
          ja:
            "例: source \"access-points\"(表で示す)、for ap in source \"access-points\" do print(ap.name) end、#source \"access-points\"(行数)、source(\"access-points\")[3]\n行は必要になってから読む。読めない行は場所とともに知らせ、飛ばす。個人を特定する列は仮名になる。",
          en:
            "For example: source \"access-points\" (as a table), for ap in source \"access-points\" do print(ap.name) end, #source \"access-points\" (the number of rows), source(\"access-points\")[3]\nRows are read as they are needed. A row that cannot be read is told with its place and passed over. Columns that identify persons show pseudonyms."
        )),
      ReplTopic(
        "run(check, rows)",
        LocalizedText(
          ja: "点検項目を、施設のデータか、渡した行で動かす。記録には残さない。",
          en: "The result of a check on the site's data, or on given rows. It is not kept."),
        LocalizedText(
          ja:
            "例: run \"wireless-lan/encryption\"、ap = source(\"access-points\")[1]; ap.encryption = \"wep\"、run(\"wireless-lan/encryption\", { ap })\n行の値は台帳に書くとおりの文字でよい。ほかのデータ源も渡すなら、データ源ごとに並べる: run(id, { [\"access-points\"] = { … } })。渡さなかったデータ源は空とみなす。\nプラグインを書き換えたら :reload してから動かす。プラグインや要求事項のidも指定できる(施設のデータで動かす場合)。",
          en:
            "For example: run \"wireless-lan/encryption\", or ap = source(\"access-points\")[1]; ap.encryption = \"wep\" and then run(\"wireless-lan/encryption\", { ap })\nThe values of rows are written as in a ledger. Rows of several sources go by source: run(id, { [\"access-points\"] = { … } }); a source without rows is empty.\nAfter editing a plugin, enter :reload first. On the site's data, ids of plugins and requirements will do, too."
        )),
      ReplTopic(
        "sweep(number)",
        LocalizedText(ja: "記録された点検。番号がなければ最新のもの。", en: "A stored sweep; without a number the newest."),
        LocalizedText(
          ja: "例: s = sweep()、s.checks[1].findings。checks と requirements に結果が入っている。",
          en: "For example: s = sweep(), s.checks[1].findings. The results are in checks and requirements.")),
      ReplTopic("history(count)", LocalizedText(ja: "最近の点検の一覧。件数がなければ 20。", en: "The latest sweeps; 20 unless told.")),
      ReplTopic("print(...)", LocalizedText(ja: "値を示す。", en: "Shows values.")),
    ]

    private static let requirement = [
      ReplTopic(
        "requirement",
        LocalizedText(ja: "要求事項の項目とメソッド。", en: "The fields and methods of a requirement."),
        LocalizedText(
          ja:
            "項目: id、guideline、citation、class、status、chapter、title.ja、title.en、text、parent\nメソッド(コロンで呼ぶ): r:parts() 部分、r:correspondences() 対応、r:map \"mhlw-6\" ほかのガイドラインで対応するもの",
          en:
            "Fields: id, guideline, citation, class, status, chapter, title.ja, title.en, text, parent\nMethods (called with a colon): r:parts(), r:correspondences(), r:map \"mhlw-6\" for what corresponds in another guideline"
        ))
    ]

    private static let tenken =
      [
        ReplTopic(
          "tenken",
          LocalizedText(
            ja: "プラグインで require \"tenken\" とすると得られるもの。", en: "What plugins get by require \"tenken\"."),
          LocalizedText(
            ja: PluginAPI.tenken.map(\.usage).joined(separator: "\n")
              + "\nそれぞれは :doc tenken.pass のように。詳しくは Plugins/README.md",
            en: PluginAPI.tenken.map(\.usage).joined(separator: "\n")
              + "\nEach is explained: :doc tenken.pass. More in Plugins/README.md"
          ))
      ] + PluginAPI.tenken.compactMap { entry in entry.text.map { ReplTopic(entry.usage, $0) } }
  }
}
