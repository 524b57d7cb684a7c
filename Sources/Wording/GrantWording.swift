public import Compliance

// Grants in the settings.
extension Wording {
  /// Expected: the hash of a plugin.
  public static func grantedHash() -> LocalizedText {
    LocalizedText(
      ja: "許可したときのプラグインのSHA-256(小文字の16進数64桁。tenken plugin check が示す)",
      en:
        "the SHA-256 of the plugin when this was granted (64 lower-case hexadecimal digits; ‘tenken plugin check’ shows it)"
    )
  }

  /// Expected: a path outside the site's data.
  public static func grantedPath() -> LocalizedText {
    LocalizedText(
      ja: "/ で始まる絶対パス(/etc/ssh/sshd_config など。* と ? はファイル名だけに使える)",
      en: "an absolute path (such as /etc/ssh/sshd_config; * and ? may stand in the file name only)")
  }

  /// A grant that grants nothing.
  public static func emptyGrant() -> LocalizedText {
    LocalizedText(
      ja: "paths も commands も書かれていない。どちらかを書くか、このプラグインの許可を消す。",
      en: "Neither ‘paths’ nor ‘commands’ is given. Give one, or remove this plugin's grants.")
  }

  /// One thing is granted twice.
  public static func grantedTwice(_ text: String, first: Place) -> LocalizedText {
    LocalizedText(
      ja: "「\(text)」は二度許可されている(1つ目は \(first))。どちらかを消す。",
      en: "‘\(text)’ is granted twice (first at \(first)). Remove one of them.")
  }

  /// A command is one string.
  public static func commandIsNoList(meant: String) -> LocalizedText {
    LocalizedText(
      ja: "コマンドは引数の一覧で書く(シェルは使わない): \(meant)",
      en: "Write a command as the list of its arguments, since no shell is used: \(meant)")
  }

  /// A granted command that cannot be one.
  public static func badGrantedCommand() -> LocalizedText {
    LocalizedText(
      ja: "コマンドとして使えない。プログラムは名前か絶対パスで書き、引数に見えない文字を入れない。",
      en:
        "This cannot be a command. Give the program by its name or absolute path, and no argument with characters that "
        + "cannot be seen.")
  }
}

// Sources that need a grant.
extension Wording {
  /// A source from elsewhere is asked of the folder of data.
  public static func sourceIsElsewhere(title: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "「\(title.ja)」は data/ の外にあり、許可がなければ読まない。",
      en: "\"\(title.en)\" lies outside data/ and is not read without a grant.")
  }

  /// The site has not granted a source.
  public static func notGranted(
    title: LocalizedText, _ origin: String, hasChanged: Bool, lines: LocalizedText
  ) -> LocalizedText {
    hasChanged
      ? LocalizedText(
        ja: "「\(title.ja)」(\(origin))は許可されていない。プラグインは許可のあとで変わり、これを新たに求めている。内容を確かめたうえで、\(lines.ja)",
        en:
          "\"\(title.en)\" (\(origin)) is not granted. The plugin has changed since its grant and asks for this anew. "
          + "Look into it; then, \(lines.en)")
      : LocalizedText(
        ja: "「\(title.ja)」(\(origin))は許可されていない。\(lines.ja)",
        en: "\"\(title.en)\" (\(origin)) is not granted; \(lines.en)")
  }

  /// A granted path is a link to one that is not granted.
  public static func grantEndsAtLink(_ path: String, real: String, lines: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "\(path) はシンボリックリンクで、実体は \(real) である。実体のパスも許可されていないと開かない。\(lines.ja)",
      en: "\(path) leads over a symbolic link to \(real), which must be granted as well; \(lines.en)")
  }

  /// The lines for a plugin without grants.
  public static func linesBelowGrants(_ line: String) -> LocalizedText {
    LocalizedText(
      ja: "許可するには、tenken.yaml の grants: の下に次の行を加える → \(line)",
      en: "to grant it, add to tenken.yaml, below ‘grants:’, the line → \(line)")
  }

  /// The lines for a plugin that has grants.
  public static func linesInGrant(_ lists: String, at place: Place, newHash: String?) -> LocalizedText {
    LocalizedText(
      ja: "許可するには、\(place) の許可に次を加える → \(lists)" + (newHash.map { "。plugin_sha256 は \($0) にする" } ?? ""),
      en: "to grant it, add to the grants at \(place) → \(lists)"
        + (newHash.map { "; and set plugin_sha256 to \($0)" } ?? ""))
  }
}

// Reviews of grants.
extension Wording {
  /// A grant was made for older code.
  public static func grantIsOld(_ plugin: String, sha256: String, asksForMore: Bool) -> LocalizedText {
    asksForMore
      ? LocalizedText(
        ja: "プラグイン \(plugin) は許可のあとで変わり、許可していないものを求めている。許可済みのものは今までどおり読む。現在のSHA-256: \(sha256)",
        en: "Plugin \(plugin) has changed since this grant and asks for more. What is granted is read as before. "
          + "Its SHA-256 is now \(sha256)")
      : LocalizedText(
        ja: "プラグイン \(plugin) は許可のあとで変わったが、許可した範囲を超えていない。確かめたら plugin_sha256 を \(sha256) にする。",
        en: "Plugin \(plugin) has changed since this grant, but asks for nothing more. "
          + "Once you have looked at it, set plugin_sha256 to \(sha256)")
  }

  /// Nobody asks for what is granted.
  public static func grantIsUnused(_ granted: String, _ plugin: String) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン \(plugin) は「\(granted)」を求めていない。要らなければこの許可を消す。",
      en: "Plugin \(plugin) does not ask for ‘\(granted)’. Remove this grant unless you need it.")
  }

  /// A grant names no plugin.
  public static func grantForUnknownPlugin(_ plugin: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "プラグイン「\(plugin)」はないため、この許可は使われない。" + (near.map { "「\($0)」の誤りではないか。" } ?? ""),
      en: "There is no plugin ‘\(plugin)’, so nothing uses this grant." + (near.map { " Did you mean ‘\($0)’?" } ?? ""))
  }
}

// Commands that ran, or did not.
extension Wording {
  /// No program has the name.
  public static func programAbsent(_ program: String, folders: [String]) -> LocalizedText {
    program.hasPrefix("/")
      ? LocalizedText(ja: "プログラム \(program) がない。", en: "There is no program \(program).")
      : LocalizedText(
        ja: "プログラム \(program) がない(探した場所: \(folders.joined(separator: "、")))。導入するか、絶対パスで許可する。",
        en: "There is no program \(program) in \(folders.joined(separator: ", ")). Install it.")
  }

  /// A program may not be run.
  public static func programNotExecutable(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "\(path) は実行できるファイルではない。点検を実行する利用者に実行を許可する。",
      en: "\(path) is no file that may be run. Allow the user who runs the sweep to run it.")
  }

  /// The system does not start a program.
  public static func programNotStarted(_ path: String, reason: String) -> LocalizedText {
    LocalizedText(ja: "\(path) を起動できない(\(reason))。", en: "\(path) cannot be started (\(reason)).")
  }

  /// A command ran too long.
  public static func commandTooLong(_ path: String, seconds: Double) -> LocalizedText {
    LocalizedText(
      ja: "\(path) は\(decimal(seconds))秒以内に終わらなかったため打ち切った。長くかかるものであれば、許可の timeout_seconds を増やす。",
      en:
        "\(path) did not end within \(decimal(seconds)) s and was stopped. If it needs longer, raise timeout_seconds of "
        + "its grant.")
  }

  /// A command printed too much.
  public static func commandTooMuch(_ path: String, mebibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(path) の出力が\(mebibytes) MiBを超えたため打ち切った。正しい出力であれば、許可の output_mib を増やす。",
      en: "\(path) printed more than \(mebibytes) MiB and was stopped. If that is right, raise output_mib of its grant."
    )
  }

  /// A command ended with a status that tells of a failure.
  public static func commandStatus(_ path: String, _ status: Int32, accepted: [Int]) -> LocalizedText {
    let list = accepted.map(String.init).joined(separator: ", ")
    return LocalizedText(
      ja: "\(path) が終了コード \(status) で終わった(認めるのは \(list))。正常な終わり方であれば、許可の accept_status に加える。",
      en:
        "\(path) ended with status \(status) (accepted: \(list)). If that is no failure, add it to accept_status of its "
        + "grant.")
  }

  /// A signal ended a command.
  public static func commandSignal(_ path: String, _ signal: Int32) -> LocalizedText {
    LocalizedText(ja: "\(path) がシグナル \(signal) で止められた。", en: "\(path) was ended by signal \(signal).")
  }

  /// What a command printed is lost.
  public static func commandOutputLost(reason: String) -> LocalizedText {
    LocalizedText(ja: "コマンドの出力を保存できない(\(reason))。", en: "What the command printed could not be kept (\(reason)).")
  }

  /// What a command said on its standard error.
  public static func withErrors(_ text: LocalizedText, _ errors: String) -> LocalizedText {
    errors.isEmpty
      ? text
      : LocalizedText(ja: "\(text.ja)標準エラー出力: \(errors)", en: "\(text.en) It said: \(errors)")
  }
}
