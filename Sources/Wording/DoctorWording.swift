import Compliance

extension Wording {
  /// What `doctor` says of a machine and a site.
  public enum Doctor {
    /// What `doctor` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "この計算機と施設で、点検がきちんと動くか調べる。", en: "See whether sweeps can do their work on this machine and site.")
    }
    /// The exit statuses of `doctor`.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: "点検は動かさず、データの中身も読まない。\n終了コード: 0 すべてよし / 1 うまく働かないものがある / 2 働くが、見ておくべきことがある",
        en:
          "No check is run, and no data is read.\nExit status: 0 all is well; 1 something does not work; 2 everything works, but something is worth a look."
      )
    }
    /// Help of `--site`.
    public static var siteHelp: LocalizedText {
      LocalizedText(
        ja: "施設のフォルダー。なければ、ここに tenken.yaml があればここ。",
        en: "The site's folder; by default this one if it holds a tenken.yaml.")
    }

    // MARK: - Headings and subjects

    /// The library that writes workbooks is not there.
    public static var noWorkbooks: LocalizedText {
      LocalizedText(
        ja: "libxlsxwriter がないので、xlsx の報告と台帳のひな形は書けない。Debianでは apt-get install libxlsxwriter4 で入れる。",
        en: "libxlsxwriter is not there, so no report or template can be written as xlsx. "
          + "On Debian: apt-get install libxlsxwriter4.")
    }

    /// The heading of what concerns the machine.
    public static var machine: LocalizedText { LocalizedText(ja: "この計算機", en: "This machine") }
    /// The heading of what concerns a site.
    public static func site(_ path: String) -> LocalizedText { LocalizedText(ja: "施設 \(path)", en: "Site \(path)") }
    /// A subject.
    public static var program: LocalizedText { LocalizedText(ja: "プログラム", en: "Program") }
    /// A subject.
    public static var kernel: LocalizedText { LocalizedText(ja: "カーネル", en: "Kernel") }
    /// A subject.
    public static var confinement: LocalizedText { LocalizedText(ja: "閉じ込め", en: "Confinement") }
    /// A subject.
    public static var workbooks: LocalizedText { LocalizedText(ja: "ブック", en: "Workbooks") }
    /// A subject.
    public static var catalogue: LocalizedText { LocalizedText(ja: "カタログ", en: "Catalogue") }
    /// A subject.
    public static var plugins: LocalizedText { LocalizedText(ja: "プラグイン", en: "Plugins") }
    /// A subject.
    public static var clock: LocalizedText { LocalizedText(ja: "時計", en: "Clock") }
    /// A subject.
    public static var scheduler: LocalizedText { LocalizedText(ja: "定期実行", en: "Scheduler") }
    /// A subject.
    public static var snapshots: LocalizedText { LocalizedText(ja: "写し", en: "Snapshots") }
    /// A subject.
    public static var locale: LocalizedText { LocalizedText(ja: "ロケール", en: "Locale") }
    /// A subject.
    public static var settings: LocalizedText { LocalizedText(ja: "設定", en: "Settings") }
    /// A subject.
    public static var timeZone: LocalizedText { LocalizedText(ja: "時間帯", en: "Time zone") }
    /// A subject.
    public static var permissions: LocalizedText { LocalizedText(ja: "権限", en: "Permissions") }
    /// A subject.
    public static var space: LocalizedText { LocalizedText(ja: "空き容量", en: "Free space") }
    /// A subject.
    public static var history: LocalizedText { LocalizedText(ja: "履歴", en: "History") }
    /// A subject.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }
    /// A subject: what a sweep would leave out.
    public static var skipped: LocalizedText { LocalizedText(ja: "点検しない", en: "Left out") }

    // MARK: - The machine

    /// Plugins are confined.
    public static func isConfined(landlock: Int) -> LocalizedText {
      LocalizedText(ja: "seccomp と Landlock(ABI \(landlock))が働く", en: "seccomp and Landlock (ABI \(landlock)) work")
    }
    /// Plugins cannot be confined, so no check would run.
    public static func isNotConfined(_ reason: String) -> LocalizedText {
      LocalizedText(
        ja: "プラグインを閉じ込められないため、点検項目は動きません(\(reason))。カーネルやコンテナーの設定で seccomp が使えるか確かめてください。",
        en:
          "Plugins cannot be confined, so no check would run (\(reason)). See whether the kernel or the container allows seccomp."
      )
    }
    /// The catalogue was read.
    public static func catalogueRead(_ path: String, requirements: Int) -> LocalizedText {
      LocalizedText(ja: "要求事項 \(requirements) 件(\(path))", en: "\(requirements) requirements (\(path))")
    }
    /// The plugins that come along were loaded.
    public static func pluginsLoaded(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "付属の \(count) 個を読み込めた", en: "the \(count) that come along can be loaded")
    }
    /// Nobody sets the clock.
    public static func clockIsNotKept(_ now: String) -> LocalizedText {
      LocalizedText(
        ja: "\(now)。時刻合わせ(NTP)が行われていないようです。期限の判定は時計に従います。chrony などを動かしてください。",
        en: "\(now). Nothing seems to keep it (NTP). Dates decide what has expired: run chrony or the like.")
    }
    /// Nothing could run sweeps.
    public static var noScheduler: LocalizedText {
      LocalizedText(
        ja: "systemd も cron もありません。点検を定期的に動かす手立てが要ります。",
        en: "There is neither systemd nor cron. Something else must run sweeps.")
    }
    /// Nothing is kept from one run to the next.
    public static var noSnapshots: LocalizedText {
      LocalizedText(
        ja: "HOME がないため、読んだものの写しを残せません。毎回はじめから読むので、少し遅くなります。",
        en: "Without HOME nothing that was read is kept, so that each run reads everything and takes a little longer.")
    }
    /// The locale knows no UTF-8.
    public static func localeIsNotUnicode(_ name: String) -> LocalizedText {
      LocalizedText(
        ja: "\(name)。出力は常に UTF-8 です。端末の文字コードを UTF-8 にしてください。",
        en: "\(name). Output is always in UTF-8; see that the terminal expects it.")
    }

    // MARK: - The site

    /// The settings were read and fit the plugins.
    public static func settingsRead(_ name: LocalizedText, plugins: Int) -> LocalizedText {
      LocalizedText(ja: "\(name.ja)、プラグイン \(plugins) 個", en: "\(name.en), \(plugins) plugins")
    }
    /// Anyone on the machine can change what is checked.
    public static func anyoneCanWrite(_ path: String, _ mode: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) には誰でも書き込めます(\(mode))。chmod o-w '\(path)' としてください。",
        en: "Anyone can write to \(path) (\(mode)). Enter chmod o-w '\(path)'.")
    }
    /// Others can read what only Tenken should.
    public static func othersCanRead(_ path: String, _ mode: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) はほかの利用者にも開かれています(\(mode))。chmod go= '\(path)' としてください。",
        en: "\(path) is open to others (\(mode)). Enter chmod go= '\(path)'.")
    }
    /// Results could not be stored.
    public static func cannotWrite(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) に書き込めないため、点検の結果を残せません。", en: "\(path) cannot be written to, so that no sweep could be stored.")
    }
    /// Something cannot be read.
    public static func cannotRead(_ path: String) -> LocalizedText {
      LocalizedText(ja: "\(path) を読めません。", en: "\(path) cannot be read.")
    }
    /// Permissions are as they should be.
    public static var permissionsAreFine: LocalizedText {
      LocalizedText(ja: "問題なし", en: "as they should be")
    }
    /// What is left on the file system.
    public static func freeSpace(mebibytes: Int) -> LocalizedText {
      LocalizedText(verbatim: "\(mebibytes) MiB")
    }
    /// When the site was swept last.
    public static func lastSweep(_ id: String, at: String, daysAgo: Int) -> LocalizedText {
      LocalizedText(
        ja: "最後の点検は \(id)(\(at)、\(daysAgo) 日前)", en: "the last sweep is \(id) (\(at), \(daysAgo) days ago)")
    }
    /// How many checks would have their data, and how many look at what the site need not have.
    public static func wouldRun(_ count: Int, of all: Int, optional: Int) -> LocalizedText {
      LocalizedText(
        ja: "\(all) 項目のうち \(count) 項目を点検できる" + (optional > 0 ? "。\(optional) 項目は、この施設にないものを見る" : ""),
        en: "\(count) of \(all) can be run" + (optional > 0 ? "; \(optional) look at what this site does not have" : "")
      )
    }
    /// A sweep would leave a check out.
    public static func leavesOut(_ id: String, _ reason: LocalizedText) -> LocalizedText {
      LocalizedText(ja: "\(id): \(reason.ja)", en: "\(id): \(reason.en)")
    }
    /// How it is all in all.
    public static func conclusion(isFine: Bool, isWrong: Bool) -> LocalizedText {
      LocalizedText(
        ja: isFine ? "すべてよし。" : isWrong ? "✗ の項目は、そのままではうまく働きません。" : "働きますが、! の項目を見てください。",
        en: isFine
          ? "All is well."
          : isWrong ? "What is marked ✗ does not work as it is." : "It works, but see what is marked !.")
    }
  }
}
