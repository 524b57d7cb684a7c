public import Compliance

extension Wording {
  /// What the verbs of `schedule` say.
  public enum ScheduleCommand {
    /// What `schedule` does.
    public static var abstract: LocalizedText {
      LocalizedText(ja: "どの点検をいつ行うかを示し、自動で行うように設定する。", en: "What is due when, and a timer that runs it.")
    }
    /// What `schedule show` does.
    public static var showAbstract: LocalizedText {
      LocalizedText(
        ja: "これからの点検の予定と、項目ごとの前回と次回を示す。", en: "Show the next runs, and the last and next run of each check.")
    }
    /// What `schedule install` does.
    public static var installAbstract: LocalizedText {
      LocalizedText(
        ja: "期限が来た点検を15分ごとに調べて行うよう、systemd のタイマーか crontab に登録する。",
        en: "Install a systemd timer or a crontab entry that runs what is due, looking every 15 minutes.")
    }
    /// What `schedule remove` does.
    public static var removeAbstract: LocalizedText {
      LocalizedText(
        ja: "`schedule install` が登録したタイマーや crontab の行を取り除く。",
        en: "Take away the timer or the crontab lines that `schedule install` made.")
    }
    /// Help of `--unit-folder` of `schedule remove`.
    public static var removedUnitFolderHelp: LocalizedText {
      LocalizedText(
        ja: "`schedule install --unit-folder` で書いたフォルダー。",
        en: "The folder that `schedule install --unit-folder` wrote to.")
    }
    /// Help of `--next`.
    public static var nextHelp: LocalizedText {
      LocalizedText(ja: "示す回数(1〜1000)。", en: "How many runs to show (1 to 1000).")
    }
    /// Help of `--at`.
    public static var fromHelp: LocalizedText {
      LocalizedText(ja: "この時点から先を示す。指定がなければ今。", en: "Look ahead from this moment; by default from now.")
    }
    /// Help of `--systemd`.
    public static var systemdHelp: LocalizedText {
      LocalizedText(
        ja: "systemd のタイマーにする(systemd で動く計算機での既定)。", en: "A systemd timer (the default where systemd runs the machine)."
      )
    }
    /// Help of `--crontab`.
    public static var crontabHelp: LocalizedText {
      LocalizedText(ja: "自分の crontab に加える(それ以外での既定)。", en: "An entry in your crontab (the default elsewhere).")
    }
    /// Help of `--user`.
    public static var userHelp: LocalizedText {
      LocalizedText(ja: "計算機全体ではなく、自分の systemd に登録する。", en: "Install into your own systemd, not the machine's.")
    }
    /// Help of `--unit-folder`.
    public static var unitFolderHelp: LocalizedText {
      LocalizedText(
        ja: "systemd のファイルを置くフォルダー。指定すると systemctl は動かさない。",
        en: "Where to write the units instead of systemd's folder; systemctl is not run then.")
    }
    /// Help of `--dry-run`.
    public static var dryRunHelp: LocalizedText {
      LocalizedText(ja: "何も変えず、書く内容だけを示す。", en: "Change nothing; show what would be written.")
    }

    /// A number of runs that cannot be shown.
    public static func badCount(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "--next は 1 から 1000 までの数です(\(count))。", en: "--next takes a number from 1 to 1000, not \(count).")
    }
    /// Options that exclude one another.
    public static var eitherOr: LocalizedText {
      LocalizedText(
        ja: "--crontab は --systemd、--user、--unit-folder と一緒には使えません。",
        en: "--crontab cannot go together with --systemd, --user or --unit-folder.")
    }
    /// A path that cannot stand in a unit or crontab.
    public static func unfitPath(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "パス「\(excerpt(path))」は登録できません。フォルダーがあるか、名前に改行などがないかを確かめてください。",
        en:
          "The path ‘\(excerpt(path))’ cannot be installed. See that the folder exists and has no line break in its name."
      )
    }
    /// There is no crontab program.
    public static var noCrontab: LocalizedText {
      LocalizedText(
        ja: "crontab がありません。cron を入れる(Debian なら apt install cron)か、--systemd を使ってください。",
        en: "There is no crontab. Install cron (on Debian: apt install cron), or use --systemd.")
    }
    /// A program of the system has failed.
    public static func programFailed(_ program: String, status: Int32) -> LocalizedText {
      LocalizedText(
        ja: "\(program) が失敗しました(終了コード \(status))。上に出ている理由を確かめてください。",
        en: "\(program) failed (status \(status)). See what it said above.")
    }
    /// What would be added to the crontab.
    public static func wouldAdd(_ lines: String) -> LocalizedText {
      LocalizedText(
        ja: "crontab に次の2行を加えます(まだ加えていません)。\n\(lines)", en: "These two lines would go into your crontab:\n\(lines)")
    }
    /// The units that would be written.
    public static func wouldWrite(_ files: String) -> LocalizedText {
      LocalizedText(ja: "次のファイルを書きます(まだ書いていません)。\n\(files)", en: "These files would be written:\n\(files)")
    }
    /// The crontab has the lines of the site.
    public static func crontabInstalled(_ lines: String, undo: String) -> LocalizedText {
      LocalizedText(
        ja: "crontab に次の2行を加えました。\n\(lines)\nやめるとき:\n  \(undo)",
        en: "Your crontab now has these two lines:\n\(lines)\nTo undo it:\n  \(undo)")
    }
    /// A unit cannot be removed.
    public static func cannotRemove(_ path: String, _ reason: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) を消せません(\(reason))。管理者の権限(sudo)で実行してください。",
        en: "\(path) cannot be removed (\(reason)). Run this as the administrator (sudo).")
    }
    /// What was taken away, or would be.
    public static func removed(files: [String], lines: [String], site: String, isDone: Bool) -> LocalizedText {
      if files.isEmpty, lines.isEmpty {
        return LocalizedText(
          ja: "\(site) のタイマーや crontab の行は登録されていません。", en: "No timer and no crontab line is installed for \(site).")
      }
      let list = { (lines: [String]) in lines.map { "\n  \($0)" }.joined() }
      var (ja, en): ([String], [String]) = ([], [])
      if !files.isEmpty {
        ja.append((isDone ? "次のファイルを消しました:" : "次のファイルを消します(まだ消していません):") + list(files))
        en.append((isDone ? "Removed:" : "These files would be removed:") + list(files))
      }
      if !lines.isEmpty {
        ja.append((isDone ? "crontab から次の行を消しました:" : "crontab から次の行を消します(まだ消していません):") + list(lines))
        en.append(
          (isDone ? "Removed from your crontab:" : "These lines would be removed from your crontab:") + list(lines))
      }
      return LocalizedText(ja: ja.joined(separator: "\n"), en: en.joined(separator: "\n"))
    }
    /// The units have been written, and the timer started or not.
    public static func unitsInstalled(
      _ files: [String], steps: [String], done: Bool, undo: String, isUsers: Bool
    ) -> LocalizedText {
      let list = { (lines: [String]) in lines.map { "  \($0)" }.joined(separator: "\n") }
      let lingers = LocalizedText(
        ja: "ログインしていない間も動かすには:\n  loginctl enable-linger",
        en: "To let it run while you are not logged in:\n  loginctl enable-linger")
      return LocalizedText(
        ja: "書いたファイル:\n\(list(files))\n\(done ? "実行したコマンド" : "次に実行してください"):\n\(list(steps))\n"
          + (isUsers ? lingers.ja + "\n" : "") + "やめるとき:\n  \(undo)",
        en: "Written:\n\(list(files))\n\(done ? "Run" : "To be run now"):\n\(list(steps))\n"
          + (isUsers ? lingers.en + "\n" : "") + "To undo it:\n  \(undo)")
    }
  }
}
