import Compliance

extension Wording {
  /// What the REPL says.
  public enum Repl {
    /// What `repl` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "カタログと施設のデータを手元に、Luaで調べる。", en: "Explore with Lua, with the catalogue and the site at hand.")
    }
    /// More of what `repl` does.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: """
          例: tenken repl -e 'find "無線"' / tenken repl --site 見本 -e 'run "wireless-lan/encryption"'
          -e も端末もなければ、標準入力を順に読んで実行する。
          終了コード: 0 すべて実行できた / 1 誤りがあり、そこで終えた / 64 使い方の誤り / 65 設定・プラグイン・カタログの誤り
          """,
        en: """
          For example: tenken repl -e 'find "無線"', or tenken repl --site trial -e 'run "wireless-lan/encryption"'
          Without -e and without a terminal, what stands on standard input is run, one input after the other.
          Exit status: 0 everything ran; 1 something failed, and nothing after it was run; 64 usage; 65 bad site, plugin or \
          catalogue file.
          """)
    }
    /// Help of `--site`.
    public static var siteHelp: LocalizedText {
      LocalizedText(
        ja: "施設のフォルダー。なければ、ここに tenken.yaml があればここ、なければカタログとプラグインだけを使う。",
        en:
          "The site's folder; by default this one if it holds a tenken.yaml, otherwise there are the catalogue and plugins alone."
      )
    }
    /// Help of `-e`.
    public static var codeHelp: LocalizedText {
      LocalizedText(
        ja: "実行するLua。何度でも指定でき、順に実行して終わる。",
        en: "Lua to run; may be given several times. They run one after the other, and that is all.")
    }
    /// Help of `--json`.
    public static var jsonHelp: LocalizedText {
      LocalizedText(
        ja: "入力ごとに、結果を1行のJSON(tenken.repl/1)で示す。", en: "Show each input's results as one line of JSON (tenken.repl/1).")
    }

    // MARK: - How an input went

    /// The session used up its time.
    public static func timeIsUp(seconds: Double) -> LocalizedText {
      LocalizedText(
        ja: "この対話で使える時間の上限(CPU時間 \(time(seconds)) 秒)に達しました。",
        en: "The session has used up its time (\(time(seconds)) s of processor time).")
    }
    /// The session's process ended; `reason` is for who mends Tenken.
    public static func processEnded(_ reason: String) -> LocalizedText {
      LocalizedText(
        ja: "Luaを動かしていたプロセスが終わりました(\(reason))。", en: "The process that ran Lua has ended (\(reason)).")
    }
    /// A signal ended the session's process.
    public static func processCrashed(signal: Int32) -> LocalizedText {
      LocalizedText(
        ja: "Luaを動かしていたプロセスが異常終了しました(シグナル \(signal))。Luaライブラリーの不具合に触れたか、メモリーを使い切ったおそれがあります。",
        en:
          "The process that ran Lua crashed (signal \(signal)). It may have met a fault of the Lua library, or run out of memory."
      )
    }
    /// A session begins anew after its process has ended.
    public static var beginsAnew: LocalizedText {
      LocalizedText(ja: "変数は失われました。次の入力から新しく始まります。", en: "The variables are gone. The next input begins anew.")
    }
    /// Text on standard input ended within an input.
    public static var inputEndsEarly: LocalizedText {
      LocalizedText(ja: "入力が途中で終わっています。", en: "The input ends too early.")
    }
    /// A list was cut.
    public static func more(than count: Int) -> LocalizedText {
      LocalizedText(
        ja: "… 先頭の \(count) 件だけを示しました。続きは for で繰り返すか、番号で取り出してください。",
        en: "… only the first \(count) are shown. Loop over the list with for, or pick by number, to see more.")
    }
    /// A record was cut.
    public static var moreFields: LocalizedText {
      LocalizedText(ja: "… ほかにもあります。", en: "… and more.")
    }
    /// The head of the column that says where a row stands.
    public static var place: LocalizedText { LocalizedText(ja: "行", en: "line") }
    /// A table has more columns than there is room for.
    public static func otherColumns(_ names: String) -> LocalizedText {
      LocalizedText(ja: "ほかの列: \(names)", en: "Not shown: \(names)")
    }
    /// A list is empty.
    public static var emptyList: LocalizedText { LocalizedText(ja: "(なし)", en: "(none)") }

    // MARK: - At a terminal

    /// The first words of a session.
    public static func greeting(version: String, site: String?) -> LocalizedText {
      LocalizedText(
        ja: "Tenken \(version)" + (site.map { "(\($0))" } ?? "") + "。使い方は :help、終わるには :quit か Ctrl-D",
        en: "Tenken \(version)" + (site.map { " (\($0))" } ?? "")
          + ". :help tells how to use it; :quit or Ctrl-D ends it.")
    }
    /// The prompt. The second is for lines that continue an input, and is as wide.
    public static var prompt: LocalizedText { LocalizedText(ja: "点検> ", en: "tenken> ") }
    /// What `:help` shows.
    public static var help: LocalizedText {
      LocalizedText(
        ja: """
          Luaの式や文を入力します。式の値は表やカードで示し、直前の値は _ に残ります。入力が途中なら、続きの行を待ちます。
            find "無線"                     要求事項を探す
            req "6.5 C 12"                  要求事項を引く
            req("6.5 C 12"):map "mic-1"     ほかのガイドラインで対応するものを見る
            uncovered "mhlw-6"              どの点検項目も見ていないもの
            source "access-points"          施設のデータを見る
            run "wireless-lan/encryption"   点検項目を動かす
            sweep()、history()              記録を見る
          :doc 名前    説明(名前がなければ一覧)    :reload   プラグインと設定を読み直す
          :quit        終わる(Ctrl-D でも)         Tab       idや名前を補う
          Ctrl-C       動いているものを止める(変数は残ります。もう一度押すと強制終了し、変数は失われます)
          local の変数は、その入力の中だけで使えます。残すには x = … と書きます。
          """,
        en: """
          Enter expressions or statements of Lua. Values show as tables and cards; the last one stays in _. An input that \
          is not finished waits for more lines.
            find "無線"                     search the requirements
            req "6.5 C 12"                  look a requirement up
            req("6.5 C 12"):map "mic-1"     see what corresponds in another guideline
            uncovered "mhlw-6"              what no check looks at
            source "access-points"          see the site's data
            run "wireless-lan/encryption"   run a check
            sweep(), history()              see what was stored
          :doc NAME    explain (without a name, list)    :reload   read plugins and settings again
          :quit        end (as Ctrl-D does)              Tab       complete an id or a name
          Ctrl-C       stop what runs (variables stay; pressed again, it kills what runs, and variables are gone)
          A local variable ends with its input. Write x = … to keep it.
          """)
    }
    /// A local variable was made, which ends with the input.
    public static var localsEnd: LocalizedText {
      LocalizedText(
        ja: "local の変数は、この入力とともに消えます。残すには local を付けずに書いてください。",
        en: "A local variable ends with this input. Leave local out to keep it.")
    }
    /// An input does not stop, because it is within a library function.
    public static var doesNotStop: LocalizedText {
      LocalizedText(
        ja: "まだ止まりません。もう一度 Ctrl-C を押すと強制終了します(変数は失われます)。",
        en: "It does not stop. Ctrl-C again kills it, and the variables are gone.")
    }
    /// Plugins and settings were read again.
    public static func reloaded(plugins: Int, isNewSession: Bool) -> LocalizedText {
      LocalizedText(
        ja: "読み直しました(プラグイン \(plugins))。" + (isNewSession ? "要求事項が変わったため、変数は失われました。" : ""),
        en: "Read again (\(plugins) plugins)."
          + (isNewSession ? " Requirements have changed, so the variables are gone." : ""))
    }
    /// What the pager says below a page.
    public static func goOn(left: Int) -> LocalizedText {
      LocalizedText(
        ja: "-- あと \(left) 行。次の頁: スペース、次の行: Enter、やめる: q --",
        en: "-- \(left) more lines. Space: a page, Enter: a line, q: stop --")
    }
    /// More names than were shown could complete the text.
    public static func moreNames(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "… ほかに \(count) 件", en: "… and \(count) more")
    }
    /// `:doc` knows nothing of this name.
    public static func noTopic(_ name: String, meant: String?) -> LocalizedText {
      LocalizedText(
        ja: "「\(name)」の説明はありません。" + (meant.map { "「\($0)」のことですか。" } ?? "") + ":doc で一覧を示します。",
        en: "Nothing is known of '\(name)'." + (meant.map { " Did you mean '\($0)'?" } ?? "") + " :doc lists what is.")
    }
    /// There is no such command behind a colon.
    public static func unknownCommand(_ word: String, meant: String?) -> LocalizedText {
      LocalizedText(
        ja: "「:\(word)」という指示はありません。" + (meant.map { "「:\($0)」のことですか。" } ?? "") + ":help で使い方を示します。",
        en: "There is no ':\(word)'." + (meant.map { " Did you mean ':\($0)'?" } ?? "") + " :help tells what there is.")
    }

    // MARK: - What cannot be answered

    /// There is no site.
    public static var noSite: LocalizedText {
      LocalizedText(
        ja: "施設が開かれていません。tenken repl --site フォルダー で始めてください。",
        en: "No site is open. Begin with tenken repl --site DIR.")
    }
    /// No source has this name.
    public static func unknownSource(_ name: String, meant: String?) -> LocalizedText {
      LocalizedText(
        ja: "データ源「\(name)」はありません。" + (meant.map { "「\($0)」のことですか。" } ?? "") + "sources() で一覧を示します。",
        en: "There is no source '\(name)'." + (meant.map { " Did you mean '\($0)'?" } ?? "") + " sources() lists them.")
    }
    /// Several plugins have a source of this name.
    public static func ambiguousSource(_ name: String, among names: [String]) -> LocalizedText {
      LocalizedText(
        ja: "データ源「\(name)」は複数あります。どれかを指定してください: \(names.joined(separator: "、"))",
        en: "Several sources are called '\(name)'. Name one of them: \(names.joined(separator: ", "))")
    }
    /// No check has this id.
    public static func unknownCheck(_ id: String, meant: String?) -> LocalizedText {
      LocalizedText(
        ja: "点検項目「\(id)」はありません。" + (meant.map { "「\($0)」のことですか。" } ?? "") + "checks() で一覧を示します。",
        en: "There is no check '\(id)'." + (meant.map { " Did you mean '\($0)'?" } ?? "") + " checks() lists them.")
    }
    /// The plugin of a check cannot be loaded.
    public static func brokenPlugin(_ id: String, _ problem: String) -> LocalizedText {
      LocalizedText(
        ja: "プラグイン「\(id)」は読み込めません。直してから :reload としてください。\(problem)",
        en: "Plugin '\(id)' cannot be loaded. Mend it, then enter :reload. \(problem)")
    }
    /// Rows were given for a source that the check does not read.
    public static func sourceNotRead(_ source: String, by check: String, meant: String?) -> LocalizedText {
      LocalizedText(
        ja: "点検項目「\(check)」はデータ源「\(source)」を読みません。" + (meant.map { "「\($0)」のことですか。" } ?? ""),
        en: "Check '\(check)' does not read source '\(source)'." + (meant.map { " Did you mean '\($0)'?" } ?? ""))
    }
    /// A number that names a sweep was expected.
    public static func notANumber(_ text: String) -> LocalizedText {
      LocalizedText(ja: "「\(text)」は番号ではありません。", en: "'\(text)' is not a number.")
    }
  }
}
