import Compliance

/// What is said of changes to a plugin's code that its tests should notice, and of what its tests do not show.
extension Wording {
  // MARK: - Reviews

  /// No case makes a check fail.
  public static func nothingMakesItFail(_ check: String) -> LocalizedText {
    LocalizedText(
      ja: "点検項目 \(check) を不適合(fail)にするテストがありません。不適合にならない点検は何も守りません。tests/ に書いてください。",
      en: "No test makes the check \(check) fail. A check that cannot fail guards nothing: write such a case in tests/."
    )
  }
  /// No case makes a check pass.
  public static func nothingMakesItPass(_ check: String) -> LocalizedText {
    LocalizedText(
      ja: "点検項目 \(check) を適合(pass)にするテストがありません。tests/ に書いてください。",
      en: "No test makes the check \(check) pass. Write such a case in tests/.")
  }
  /// A table has a text in one language only.
  public static func textInOneLanguage(missing: String) -> LocalizedText {
    LocalizedText(
      ja: "\(missing) の文がありません。ja と en の両方を書いてください。", en: "The text in \(missing) is missing. Write both ja and en.")
  }

  /// What the linter of Lua says, which speaks English alone.
  public static func luacheckFound(_ text: String) -> LocalizedText {
    LocalizedText(ja: "luacheckの指摘: \(text)", en: "luacheck: \(text)")
  }
  /// The linter did not come to its end.
  public static func luacheckBrokenOff(seconds: Double, mebibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "luacheckは最後まで調べられませんでした(使えるのは\(mebibytes) MiBのメモリーと\(Int(seconds))秒)。深い入れ子や大きな表を、データのファイルに移してください。",
      en:
        "luacheck broke off (it may use \(mebibytes) MiB and \(Int(seconds)) s). Move deep nesting and large tables into a file of data."
    )
  }

  /// The linter is not there.
  public static var luacheckAbsent: LocalizedText {
    LocalizedText(
      ja: "luacheckがないので、Luaの書き方は調べません(Debianでは apt install lua-check)。",
      en:
        "luacheck is not installed, so the style of the Lua files is not looked at (on Debian: apt install lua-check).")
  }

  // MARK: - Excuses

  /// A comment that excuses changes gives no reason.
  public static var excuseWithoutReason: LocalizedText {
    LocalizedText(
      ja: "「-- no test:」の後に理由を書いてください。", en: "Write behind '-- no test:' why no test can notice a change here.")
  }
  /// A comment excuses nothing.
  public static var excuseExcusesNothing: LocalizedText {
    LocalizedText(
      ja: "この行の変更はすべてテストが気付きます。「-- no test:」の注釈を消してください。",
      en: "The tests notice every change of this line. Delete the '-- no test:' comment.")
  }
  /// A file that Lua takes could not be divided into its words.
  public static var textNotTakenApart: LocalizedText {
    LocalizedText(
      ja: "この行を読み取れないので、ファイルの変更を試せません。", en: "This line is not understood, so changes of the file cannot be tried.")
  }

  // MARK: - Survivors

  /// A comparison was changed, and no test noticed.
  public static var comparisonSurvives: LocalizedText {
    LocalizedText(
      ja: "比較を変えても、どのテストも気付きません。境目の値を試す事例を書いてください。",
      en: "No test notices another comparison. Write a case with a value at its bound.")
  }
  /// A condition is always true or false, and no test noticed.
  public static func conditionSurvives(always: Bool) -> LocalizedText {
    LocalizedText(
      ja: always ? "条件が常に真でも、どのテストも気付きません。" : "条件が常に偽でも、どのテストも気付きません。",
      en: always
        ? "No test notices when the condition is always true." : "No test notices when the condition is always false.")
  }
  /// An operand is gone, and no test noticed.
  public static var operandSurvives: LocalizedText {
    LocalizedText(
      ja: "and や or の片方だけが残っても、どのテストも気付きません。", en: "No test notices when only this side of 'and' or 'or' is left.")
  }
  /// A `not` is gone, and no test noticed.
  public static var negationSurvives: LocalizedText {
    LocalizedText(ja: "not がなくても、どのテストも気付きません。", en: "No test notices when 'not' is gone.")
  }
  /// An outcome is another, and no test noticed.
  public static func outcomeSurvives(from: String, to: String) -> LocalizedText {
    guard from == "fail" else {
      return LocalizedText(
        ja: "\(from) が \(to) になっても、どのテストも気付きません。", en: "No test notices \(to) in place of \(from).")
    }
    return LocalizedText(
      ja: "\(from) が \(to) になっても、どのテストも気付きません。不適合にならない点検です。",
      en: "No test notices \(to) in place of \(from): a check that cannot fail.")
  }
  /// A `return` is gone, and no test noticed.
  public static var returnSurvives: LocalizedText {
    LocalizedText(ja: "return がなくても、どのテストも気付きません。", en: "No test notices when this is not returned.")
  }
  /// No test runs the code at all.
  public static var notRunByTests: LocalizedText {
    LocalizedText(ja: "どのテストもここを実行しません。", en: "No test runs this code.")
  }
  /// No test runs the code that makes a check fail.
  public static var failureNotRunByTests: LocalizedText {
    LocalizedText(
      ja: "どのテストもここを実行しません。不適合になるところを誰も見ていない点検です。",
      en: "No test runs this code: nobody has seen this check fail here.")
  }
  /// Stands for code of which nothing is left.
  public static var nothingLeft: LocalizedText { LocalizedText(ja: "(なし)", en: "(nothing)") }
}

extension Wording.Command {
  /// A plugin loads, and something is wrong with it all the same.
  public static func pluginLoads(_ id: String, checks: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(id): 点検項目 \(checks) 件。誤りは下に示します。",
      en: "\(id): \(checks) check\(checks == 1 ? "" : "s"); what is wrong is told below.")
  }
  /// Help of `--record`.
  public static var recordHelp: LocalizedText {
    LocalizedText(ja: "tests/golden/ の記録を書き直す。", en: "Write the files in tests/golden/ anew.")
  }
  /// Help of `--coverage`.
  public static var coverageHelp: LocalizedText {
    LocalizedText(ja: "テストが実行する行と、しない行を示す。", en: "Show which lines the tests run, and which they do not.")
  }
  /// Help of `--mutants`.
  public static var mutantsHelp: LocalizedText {
    LocalizedText(
      ja: "コードを少しずつ変え、テストが気付かない変更を示す。",
      en: "Change the code in many small ways, and show the changes that no test notices.")
  }
  /// `--record` and `--mutants` at once.
  public static var recordOrMutants: LocalizedText {
    LocalizedText(
      ja: "--record と --mutants は同時に使えません。先に記録し、内容を確かめてください。",
      en: "--record and --mutants do not go together. Record first, and read what it says.")
  }
  /// A golden file was written.
  public static func recorded(_ path: String) -> LocalizedText {
    LocalizedText(ja: "記録しました: \(path)", en: "Recorded: \(path)")
  }
  /// No golden file changed.
  public static func nothingToRecord(_ plugin: String) -> LocalizedText {
    LocalizedText(ja: "\(plugin): 変わった記録はありません。", en: "\(plugin): no recorded file has changed.")
  }
  /// The title of the lines of a plugin.
  public static func coverageTitle(_ plugin: String, ran: Int, all: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(plugin): \(all) 行のうち \(ran) 行をテストが実行", en: "\(plugin): the tests run \(ran) of \(all) lines")
  }
  /// The lines of one file.
  public static func coverageFile(_ file: String, ran: Int, all: Int) -> LocalizedText {
    LocalizedText(ja: "\(file)  \(ran)/\(all)", en: "\(file)  \(ran)/\(all)")
  }
  /// Lines that no test runs.
  public static func missedLines(_ lines: String) -> LocalizedText {
    LocalizedText(ja: "実行しない行: \(lines)", en: "not run: \(lines)")
  }
  /// Progress of `--mutants`.
  public static func mutantProgress(_ plugin: String, done: Int, all: Int) -> LocalizedText {
    LocalizedText(ja: "\(plugin): 変更 \(done)/\(all)", en: "\(plugin): \(done) of \(all) changes")
  }
  /// The end of `--mutants` of one plugin.
  public static func mutantCount(
    _ plugin: String, all: Int, noticed: Int, excused: Int, survivors: Int
  ) -> LocalizedText {
    LocalizedText(
      ja: "\(plugin): 変更 \(all) 件、気付いた \(noticed) 件、理由付きの例外 \(excused) 件、気付かない \(survivors) 件",
      en: "\(plugin): \(all) changes, \(noticed) noticed, \(excused) excused with a reason, \(survivors) not noticed")
  }
  /// Changes were not tried, because the tests fail as it is.
  public static func mutantsNotTried(_ plugin: String) -> LocalizedText {
    LocalizedText(
      ja: "\(plugin): テストが通るまで、コードの変更は試しません。", en: "\(plugin): changes are tried once the tests pass.")
  }
}
