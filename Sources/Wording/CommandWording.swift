import Compliance

extension Wording {
  /// What the command says of itself.
  public enum Command {
    /// What the command is.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "医療情報システムの安全管理に関するガイドラインに照らして、施設を点検する。",
        en: "Sweeps a hospital against the guidelines on the security of medical information.")
    }
    /// How to begin.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: "はじめに: tenken site init --sample 見本 && tenken sweep --site 見本",
        en: "To begin: tenken site init --sample trial && tenken sweep --site trial")
    }
    /// Help of `--language`.
    public static var languageHelp: LocalizedText {
      LocalizedText(ja: "表示の言語。指定がなければロケールによる。", en: "The language of the output; by default the locale's.")
    }
    /// Help of `--site`.
    public static var siteHelp: LocalizedText { LocalizedText(ja: "施設のフォルダー。", en: "The site's folder.") }

    // MARK: - sweep

    /// What `sweep` does.
    public static var sweepAbstract: LocalizedText {
      LocalizedText(ja: "施設を点検し、記録し、結果を示す。", en: "Sweep a site, store the result and show it.")
    }
    /// The exit statuses of `sweep`.
    public static var sweepDiscussion: LocalizedText {
      LocalizedText(
        ja: """
          終了コード: 0 すべて適合 / 1 不適合あり / 2 不適合はないが判定できないものがある /
          64 使い方の誤り / 65 設定・プラグイン・カタログの誤り / 74 入出力の誤り / 75 同じ施設を別に点検中
          """,
        en: """
          Exit status: 0 every selected check passed; 1 at least one failed; 2 none failed, but something could not be \
          determined; 64 usage; 65 bad site, plugin or catalogue file; 74 input or output; 75 another sweep of this site is running.
          """)
    }
    /// Help of `--only`.
    public static var onlyHelp: LocalizedText {
      LocalizedText(
        ja: "これだけを点検する: プラグイン、点検項目、要求事項のid。", en: "Run only these: ids of plugins, checks or requirements.")
    }
    /// Help of `--due`.
    public static var dueHelp: LocalizedText {
      LocalizedText(
        ja: "施設の暦で期限が来た点検項目だけを点検し、ほかは最後の結果を使う。期限が来たものがなければ何も書かない。",
        en:
          "Run only what is due by the site's calendar; the last results of the other checks stand. If nothing is due, "
          + "write nothing.")
    }
    /// Help of `--at`.
    public static var atHelp: LocalizedText {
      LocalizedText(
        ja: "点検項目が現在と見なす日時。例: 2026-11-20、2026-11-20T09:00",
        en: "The date and time that checks take for the present, such as 2026-11-20 or 2026-11-20T09:00.")
    }
    /// Help of `--jobs`.
    public static var jobsHelp: LocalizedText {
      LocalizedText(ja: "同時に動かすプラグインの数。", en: "How many plugins run at a time.")
    }
    /// Help of `--format`.
    public static var formatHelp: LocalizedText {
      LocalizedText(ja: "結果の形式。複数を並べてもよい。", en: "The format of the result; there may be several.")
    }
    /// Help of `--output`.
    public static var outputHelp: LocalizedText {
      LocalizedText(
        ja: "報告を書くファイル。形式が複数なら、報告を置くフォルダー。",
        en: "The file to write the report to, or the folder for reports in several formats.")
    }
    /// Several formats were asked for, and no place to put them.
    public static var outputForFormatsNeeded: LocalizedText {
      LocalizedText(
        ja: "形式が複数あります。報告を置くフォルダーを --output で指定してください。",
        en: "There are several formats. Name a folder for the reports with --output.")
    }
    /// Help of `--verbose`.
    public static var verboseHelp: LocalizedText {
      LocalizedText(ja: "プラグインの print の出力も示す。", en: "Show what plugins print, too.")
    }
    /// Progress: a plugin is being run.
    public static func sweeping(_ plugin: String) -> LocalizedText {
      LocalizedText(ja: "点検中: \(plugin)", en: "Sweeping: \(plugin)")
    }
    /// Where the reports and the history are.
    public static func whereToLook(reports: [String], history: String, id: String) -> LocalizedText {
      LocalizedText(
        ja: reports.map { "報告: \($0)\n" }.joined() + "記録: \(history)(点検 \(id))",
        en: reports.map { "Report: \($0)\n" }.joined() + "History: \(history) (sweep \(id))")
    }
    /// `--at` cannot be read.
    public static func badMoment(_ text: String) -> LocalizedText {
      LocalizedText(
        ja: "--at の「\(text)」を日時として読めません。2026-11-20 または 2026-11-20T09:00 のように書いてください。",
        en: "--at '\(text)' is no date or time. Write it like 2026-11-20 or 2026-11-20T09:00.")
    }
    /// `--jobs` is not a number of jobs.
    public static func badJobs(_ number: Int) -> LocalizedText {
      LocalizedText(ja: "--jobs は1以上にしてください(\(number) は使えません)。", en: "--jobs must be at least 1, not \(number).")
    }
    /// The site is locked by another sweep.
    public static func sweepIsRunning(_ holder: String) -> LocalizedText {
      LocalizedText(
        ja: "この施設は別に点検中です(\(holder))。終わるのを待ってください。",
        en: "Another sweep of this site is running (\(holder)). Wait for it to end.")
    }

    // MARK: - site

    /// What `site` does.
    public static var siteAbstract: LocalizedText {
      LocalizedText(ja: "施設のフォルダーを扱う。", en: "Work with the folders of sites.")
    }
    /// What `site init` does.
    public static var siteInitAbstract: LocalizedText {
      LocalizedText(ja: "新しい施設のフォルダーを作る。", en: "Make the folder of a new site.")
    }
    /// Help of `--sample`.
    public static var sampleHelp: LocalizedText {
      LocalizedText(ja: "架空の見本の病院を書き込む。", en: "Fill it with a fictitious sample hospital.")
    }
    /// Help of the folder of `site init`.
    public static var newSiteHelp: LocalizedText {
      LocalizedText(ja: "作るフォルダー。空でなければならない。", en: "The folder to make; it must be empty or absent.")
    }
    /// The folder of a new site has something in it.
    public static func folderNotEmpty(_ path: String) -> LocalizedText {
      LocalizedText(ja: "\(path) は空ではありません。何も書き換えていません。", en: "\(path) is not empty. Nothing was changed.")
    }
    /// A site was made.
    public static func siteMade(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) を作りました。点検するには: tenken sweep --site \(path)",
        en: "Made \(path). To sweep it: tenken sweep --site \(path)")
    }
    /// The settings of a new site.
    public static var newSettings: LocalizedText {
      LocalizedText(
        ja: """
          # 施設の名前
          name: {ja: 施設の名前, en: Name of the site}
          time_zone: Asia/Tokyo
          # 点検に用いるガイドライン
          guidelines: [mhlw-5]
          language: ja
          # 個人を特定しうる値は仮の名前に置き換える(redact)。そのまま示すには show とする。
          evidence: {personal: redact}
          # 予定の点検を始めない時間帯や施設の休み。用いるときは先頭の # を消す。
          # calendar:
          #   quiet_hours: [{days: [weekdays], from: "08:30", until: "17:30"}]
          #   holidays: [{on: 12-29, through: 01-03, name: 年末年始}]

          """,
        en: """
          # The name of the site
          name: {ja: 施設の名前, en: Name of the site}
          time_zone: Asia/Tokyo
          # The guidelines in force
          guidelines: [mhlw-5]
          language: en
          # Values that may identify a person are replaced by pseudonyms (redact); show shows them.
          evidence: {personal: redact}
          # Hours in which no scheduled check begins, and days off. Take away the # to use them.
          # calendar:
          #   quiet_hours: [{days: [weekdays], from: "08:30", until: "17:30"}]
          #   holidays: [{on: 12-29, through: 01-03, name: 年末年始}]

          """)
    }

    // MARK: - catalogue

    /// What `catalogue` does.
    public static var catalogueAbstract: LocalizedText {
      LocalizedText(ja: "要求事項のカタログを見る。", en: "Look into the catalogue of requirements.")
    }
    /// What `catalogue list` does.
    public static var catalogueListAbstract: LocalizedText { LocalizedText(ja: "要求事項を並べる。", en: "List requirements.") }
    /// What `catalogue show` does.
    public static var catalogueShowAbstract: LocalizedText {
      LocalizedText(ja: "要求事項の本文、対応、点検項目を示す。", en: "Show a requirement's text, correspondences and checks.")
    }
    /// What `catalogue check` does.
    public static var catalogueCheckAbstract: LocalizedText {
      LocalizedText(ja: "カタログのファイルの誤りをすべて示す。", en: "Show everything that is wrong with the catalogue's files.")
    }
    /// Help of `--guideline`.
    public static var guidelineHelp: LocalizedText {
      LocalizedText(ja: "このガイドラインだけ。例: mhlw-5", en: "Only this guideline, such as mhlw-5.")
    }
    /// Help of the ids of `catalogue show`.
    public static var requirementHelp: LocalizedText {
      LocalizedText(
        ja: "要求事項のidか引用。例: mhlw-5:6.5.C.12、「6.5 C 12 (3)」",
        en: "Ids or citations, such as mhlw-5:6.5.C.12 or '6.5 C 12 (3)'.")
    }
    /// Help of `--documents`.
    public static var documentsHelp: LocalizedText {
      LocalizedText(
        ja: "原典の文書のフォルダー。引用した本文をすべて文書と照らし合わせる。",
        en: "The folder of the source documents: hold every quoted text against them.")
    }
    /// A folder that was named is not there.
    public static func noSuchFolder(_ path: String) -> LocalizedText {
      LocalizedText(ja: "フォルダー \(path) がありません。", en: "There is no folder \(path).")
    }
    /// The texts agree with the documents.
    public static func sourcesVerified(documents: Int, texts: Int) -> LocalizedText {
      LocalizedText(
        ja: "引用した本文 \(texts) 件はすべて、原典の文書 \(documents) 点と一字一句一致します。",
        en: "All \(texts) quoted texts agree letter by letter with the \(documents) source documents.")
    }
    /// The catalogue has no problem.
    public static func catalogueInOrder(requirements: Int, correspondences: Int) -> LocalizedText {
      LocalizedText(
        ja: "誤りはありません(要求事項 \(requirements) 件、対応 \(correspondences) 件)。",
        en: "The catalogue is in order: \(requirements) requirements, \(correspondences) correspondences.")
    }

    // MARK: - plugin

    /// What `plugin` does.
    public static var pluginAbstract: LocalizedText { LocalizedText(ja: "プラグインを扱う。", en: "Work with plugins.") }
    /// What `plugin list` does.
    public static var pluginListAbstract: LocalizedText {
      LocalizedText(ja: "プラグインと点検項目を並べる。", en: "List plugins and their checks.")
    }
    /// What `plugin check` does.
    public static var pluginCheckAbstract: LocalizedText {
      LocalizedText(ja: "プラグインの誤りをすべて示す。", en: "Show everything that is wrong with plugins.")
    }
    /// What `plugin test` does.
    public static var pluginTestAbstract: LocalizedText {
      LocalizedText(ja: "プラグインのテスト(tests/*.lua)を走らせる。", en: "Run the tests of plugins (tests/*.lua).")
    }
    /// Help of the folders of `plugin`.
    public static var pluginFoldersHelp: LocalizedText {
      LocalizedText(
        ja: "プラグインのフォルダー。指定がなければ付属のものすべて。", en: "Folders of plugins; by default all that come with Tenken.")
    }
    /// A plugin has no problem.
    public static func pluginInOrder(_ id: String, checks: Int) -> LocalizedText {
      LocalizedText(
        ja: "\(id): 誤りはありません(点検項目 \(checks) 件)。", en: "\(id) is in order: \(checks) check\(checks == 1 ? "" : "s").")
    }
    /// Stands for the checks of a plugin that cannot be loaded.
    public static var broken: LocalizedText { LocalizedText(ja: "読み込めません", en: "cannot be loaded") }

    /// The end of `plugin test`.
    public static func pluginTestCount(passed: Int, failed: Int) -> LocalizedText {
      LocalizedText(ja: "成功 \(passed) 件、失敗 \(failed) 件", en: "\(passed) passed, \(failed) failed")
    }

    // MARK: - history

    /// What `history` does.
    public static var historyAbstract: LocalizedText { LocalizedText(ja: "これまでの点検を見る。", en: "Look at earlier sweeps.") }
    /// What `history list` does.
    public static var historyListAbstract: LocalizedText { LocalizedText(ja: "点検の記録を並べる。", en: "List stored sweeps.") }
    /// What `history show` does.
    public static var historyShowAbstract: LocalizedText {
      LocalizedText(ja: "一回の点検の全体を示す。", en: "Show one stored sweep in full.")
    }
    /// Help of `--last`.
    public static var lastHelp: LocalizedText { LocalizedText(ja: "新しいほうから何件か。", en: "How many, from the newest.") }
    /// Help of the number of `history show`.
    public static var sweepIDHelp: LocalizedText {
      LocalizedText(ja: "点検の番号。指定がなければ最新。", en: "The number of the sweep; by default the newest.")
    }
    /// No stored sweep has the number.
    public static func unknownSweep(_ id: String, _ latest: String?) -> LocalizedText {
      LocalizedText(
        ja: "点検 \(id) の記録はありません。" + (latest.map { "最新は \($0) です。" } ?? ""),
        en: "There is no sweep \(id)." + (latest.map { " The newest is \($0)." } ?? ""))
    }

    /// What `history verify` does.
    public static var historyVerifyAbstract: LocalizedText {
      LocalizedText(
        ja: "履歴が記録したときのままかを、ハッシュの連鎖で確かめる。", en: "Hold the history against its hash chain.")
    }
    /// The exit statuses of `history verify`.
    public static var historyVerifyDiscussion: LocalizedText {
      LocalizedText(
        ja: "終了コード: 0 記録したときのまま / 1 違うところがある / 65 鍵や末尾のファイルの誤り / 74 入出力の誤り",
        en: "Exit status: 0 as it was stored; 1 it is not; 65 bad key or head file; 74 input or output.")
    }
    /// Help of `--head`.
    public static var headHelp: LocalizedText {
      LocalizedText(
        ja: "別に保管してあった末尾(`tenken history head` の出力)と照らし合わせる。",
        en: "Compare with a head that was kept elsewhere (what `tenken history head` printed).")
    }
    /// Help of `--key` of `history verify`.
    public static var verifyingKeyHelp: LocalizedText {
      LocalizedText(
        ja: "署名を確かめる公開鍵のファイル。指定がなければ、秘密鍵のそばにあるもの。",
        en: "Files of public keys to check signatures with; by default the one beside the signing key.")
    }
    /// What `history head` does.
    public static var historyHeadAbstract: LocalizedText {
      LocalizedText(
        ja: "履歴の末尾のハッシュを示す。印刷するか、別の場所に保管する。",
        en: "Show the hash of the history's head, to be printed or kept elsewhere.")
    }
    /// Help of `--sweep` of `history head`.
    public static var headSweepHelp: LocalizedText {
      LocalizedText(ja: "この番号の点検が最新だったときの末尾。", en: "The head as it was when this sweep was the newest.")
    }
    /// Help of an output file that holds all there is.
    public static var outputFileHelp: LocalizedText {
      LocalizedText(ja: "画面ではなく、このファイルに書く。", en: "Write to this file instead of the screen.")
    }
    /// What `history key` does.
    public static var historyKeyAbstract: LocalizedText {
      LocalizedText(
        ja: "点検に署名する鍵を作る。あれば、その公開鍵を示す。", en: "Make the key that signs sweeps, or show its public half.")
    }

    // MARK: - Failures

    /// How many problems were told.
    public static func problemCount(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "誤りが \(count) 件あります。", en: count == 1 ? "1 problem." : "\(count) problems.")
    }
    /// Something of the site could not be made.
    public static func cannotMake(_ path: String, _ reason: String) -> LocalizedText {
      LocalizedText(ja: "\(path) を用意できません(\(reason))。", en: "\(path) cannot be set up (\(reason)).")
    }
    /// What is to be written is there, and is no file.
    public static func noFileToWrite(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) は通常のファイルではないので、書き換えません。ファイルの名前を指定してください。",
        en: "\(path) is no regular file, so it is not replaced. Name a file.")
    }
    /// A file could not be written.
    public static func cannotWriteFile(_ path: String, _ reason: String) -> LocalizedText {
      LocalizedText(ja: "\(path) に書けません(\(reason))。", en: "\(path) cannot be written (\(reason)).")
    }
    /// Standard output could not be written.
    public static func cannotWrite(_ reason: String) -> LocalizedText {
      LocalizedText(ja: "結果を書き出せません(\(reason))。", en: "The result cannot be written (\(reason)).")
    }
    /// A report could not be made.
    public static func cannotRender(_ reason: String) -> LocalizedText {
      LocalizedText(ja: "結果を表せません(\(reason))。", en: "The result cannot be rendered (\(reason)).")
    }
    /// The files that come with Tenken are not near the program.
    public static func installationNotFound(_ program: String) -> LocalizedText {
      LocalizedText(
        ja: "\(program) のそばに Catalogue と Plugins が見つかりません。make install をやり直してください。",
        en: "No Catalogue and Plugins were found near \(program). Run make install again.")
    }
  }
}
