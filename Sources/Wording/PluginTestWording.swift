import Compliance

/// What is said of a plugin's own tests.
extension Wording {
  /// A plugin has no case in its tests.
  public static var pluginHasNoTests: LocalizedText {
    LocalizedText(
      ja: "テストが一つもありません。tests/ に、適合する例と不適合になる例を書いてください。",
      en: "The plugin has no tests. Write a passing and a failing case in tests/.")
  }
  /// Names a case within a sentence.
  public static func itemTest(_ name: String) -> LocalizedText {
    LocalizedText(ja: "テスト「\(name)」", en: "test '\(name)'")
  }
  /// Names an expected finding within a sentence.
  public static var itemExpectation: LocalizedText { LocalizedText(ja: "expect の項目", en: "an entry of expect") }
  /// A test file returns no list.
  public static func testFileReturnsNoList(_ type: String) -> LocalizedText {
    LocalizedText(
      ja: "テストのファイルは事例の一覧を返す必要がありますが、返されたのは \(type) です。",
      en: "A test file must return a list of cases, but this returned a \(type).")
  }
  /// A case has no name.
  public static func testHasNoName(_ number: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(number) 番目の事例に名前がありません。{ \"何が起きるか\", check = …, … } のように書いてください。",
      en: "Case \(number) has no name. Write it as { \"what happens\", check = …, … }.")
  }
  /// A case says nothing that it expects.
  public static var testExpectsNothing: LocalizedText {
    LocalizedText(
      ja: "outcome、expect、golden のどれかを書いてください。", en: "Give an outcome, a list of findings in expect, or a golden file.")
  }
  /// A case gives both kinds of data, or none.
  public static var rowsOrData: LocalizedText {
    LocalizedText(ja: "rows と data のどちらか一方を書いてください。", en: "Give exactly one of rows and data.")
  }
  /// A case takes its data from elsewhere.
  public static func testDataLeavesPlugin(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(path)」はプラグインの中のフォルダーではありません。「fixtures/failing」のように書いてください。",
      en: "'\(path)' is no folder within the plugin. Write it like fixtures/failing.")
  }
  /// The folder of a case's data cannot be entered.
  /// - Parameter reason: what is wrong, with the folder.
  public static func testDataRefused(_ reason: LocalizedText) -> LocalizedText {
    LocalizedText(ja: "data のフォルダーを開けません。\(reason.ja)", en: "The folder of data cannot be opened. \(reason.en)")
  }
  /// The test files of a plugin are larger than the limit allows.
  public static func testsTooLarge(_ bytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "tests/ のLuaファイルの合計が \(bytes >> 10) KiB を超えています。大きなデータは fixtures/ のファイルにして、data で指定してください。",
      en:
        "The Lua files in tests/ are larger than \(bytes >> 10) KiB in all. Keep large data in files in fixtures/, and name their folder with data."
    )
  }
  /// An expected finding names no outcome.
  public static var expectationNeedsOutcome: LocalizedText {
    LocalizedText(
      ja: "expect の項目には outcome(pass、fail など)が必要です。", en: "Each entry of expect needs an outcome, such as \"fail\".")
  }
  /// What was expected: a check.
  public static var expectedCheckName: LocalizedText { LocalizedText(ja: "点検項目の名前", en: "the name of a check") }
  /// What was expected: a date.
  public static var expectedDate: LocalizedText {
    LocalizedText(ja: "日付(例: \"2026-11-21\")", en: "a date such as \"2026-11-21\"")
  }
  /// What was expected: the line of a file.
  public static var expectedLine: LocalizedText { LocalizedText(ja: "行の番号", en: "the number of a line") }
  /// What was expected: a date, or false for none.
  public static var expectedLastDay: LocalizedText {
    LocalizedText(
      ja: "日付(例: \"2027-03-31\")か、日付がないことを示す false", en: "a date such as \"2027-03-31\", or false for none")
  }
  /// What was expected: rows by source.
  public static var expectedRows: LocalizedText {
    LocalizedText(
      ja: "データ源ごとの行の一覧 { [\"access-points\"] = { { name = \"AP-1\" } } }(値は文字列か整数)",
      en:
        "lists of rows by source, { [\"access-points\"] = { { name = \"AP-1\" } } }, with strings or integers as cells")
  }
  /// What was expected: findings.
  public static var expectedFindings: LocalizedText { LocalizedText(ja: "所見の一覧", en: "a list of findings") }
  /// A case ended with another outcome.
  public static func testOutcomeDiffers(expected: String, found: String) -> LocalizedText {
    LocalizedText(ja: "判定は \(expected) のはずが \(found) でした。", en: "The outcome should be \(expected), but is \(found).")
  }
  /// A case gave another number of findings.
  public static func testCountDiffers(expected: Int, found: Int) -> LocalizedText {
    LocalizedText(
      ja: "所見は \(expected) 件のはずが \(found) 件でした。", en: "The number of findings should be \(expected), but is \(found).")
  }
  /// A case gave another finding.
  public static func testFindingDiffers(number: Int, expected: String, found: String) -> LocalizedText {
    LocalizedText(
      ja: "\(number) 番目の所見は \(expected) のはずが \(found) でした。",
      en: "Finding \(number) should be \(expected), but is \(found).")
  }
  /// A case gave a finding too many.
  public static func testFindingUnexpected(_ found: String) -> LocalizedText {
    LocalizedText(ja: "予想していない所見です: \(found)", en: "Unexpected finding: \(found)")
  }

  // MARK: - Golden files

  /// Two cases name one golden file.
  public static func goldenNamedTwice(_ name: String, _ other: String) -> LocalizedText {
    LocalizedText(
      ja: "golden の名前「\(name)」は \(other) でも使われています。事例ごとに別の名前を付けてください。",
      en: "The golden file '\(name)' also belongs to \(other). Give each case a name of its own.")
  }
  /// A golden file that no case names.
  public static var goldenUnused: LocalizedText {
    LocalizedText(
      ja: "この記録を使う事例がありません。ファイルを消すか、事例に golden と書いてください。",
      en: "No case is compared with this file. Delete it, or name it in a case with golden.")
  }
  /// A golden file is not there.
  public static func goldenMissing(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "\(path) がありません。tenken plugin test --record で記録し、内容を確かめてください。",
      en: "There is no \(path). Record it with tenken plugin test --record, and read what it says.")
  }
  /// A golden file is larger than the limit allows, or would be.
  public static func goldenTooLarge(_ path: String, _ bytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(path) が \(bytes >> 10) KiB を超えています。事例のデータを減らして、記録し直してください。",
      en: "\(path) is larger than \(bytes >> 10) KiB. Give the case less data, and record it anew.")
  }
  /// A case gives something else than its golden file says; what is different follows.
  public static func goldenDiffers(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "\(path) と違います(- は記録、+ は今回)。正しければ --record で記録し直せます。",
      en: "Differs from \(path) (- as recorded, + as found). If it is right, --record records it anew.")
  }
}
