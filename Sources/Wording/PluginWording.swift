import Compliance

/// What is said of plugins that cannot be loaded.
extension Wording {
  private static func meant(_ near: String?) -> LocalizedText {
    guard let near else { return LocalizedText(verbatim: "") }
    return LocalizedText(ja: "「\(near)」の誤りではありませんか。", en: " Did you mean '\(near)'?")
  }

  // MARK: - Folders and files

  /// A folder of plugins holds one whose name is no plugin id.
  public static func pluginFolderName(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのフォルダー名「\(name)」は使えません。小文字の英数字をハイフンでつないでください(例: wireless-lan)。",
      en:
        "The plugin folder '\(name)' cannot be used. Name it with lower-case words joined by hyphens, such as wireless-lan."
    )
  }
  /// A Lua file lies so deep that Lua would cut its name in messages.
  public static func pluginPathTooLong(_ limit: Int) -> LocalizedText {
    LocalizedText(
      ja: "ファイルのパスが長すぎます(プラグイン内で \(limit) バイトまで)。",
      en: "The path is too long (at most \(limit) bytes within the plugin).")
  }
  /// A plugin has more Lua than the limit allows.
  public static func pluginTooLarge(_ bytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "プラグインのLuaファイルの合計が \(bytes >> 10) KiB を超えています。",
      en: "The plugin's Lua files are larger than \(bytes >> 10) KiB in all.")
  }
  /// A file of a plugin cannot be read.
  public static var pluginFileUnreadable: LocalizedText {
    LocalizedText(
      ja: "ファイルを読めません。読み取りの権限を確かめてください。", en: "The file cannot be read. Check that it may be read.")
  }
  /// A Lua file of a plugin is a symbolic link.
  public static var pluginFileIsLink: LocalizedText {
    LocalizedText(
      ja: "シンボリックリンクは読みません。ファイルそのものを置いてください。",
      en: "Symbolic links are not followed. Put the file itself here.")
  }

  // MARK: - Lua

  /// A file is not Lua.
  public static func luaSyntaxError(_ message: String) -> LocalizedText {
    LocalizedText(ja: "Luaの文法の誤りです: \(message)", en: "Lua syntax error: \(message)")
  }
  /// The plugin's code raised an error.
  public static func luaRuntimeError(_ message: String) -> LocalizedText {
    LocalizedText(ja: "Luaの実行中の誤りです: \(message)", en: "Lua error: \(message)")
  }
  /// A test returned something that is no outcome.
  public static func luaNoOutcome(_ message: String) -> LocalizedText {
    LocalizedText(ja: "判定が返されませんでした: \(message)", en: "No outcome: \(message)")
  }
  /// Whoever waited for the code wanted no more of it.
  public static var interrupted: LocalizedText {
    LocalizedText(ja: "中止しました。", en: "Stopped.")
  }
  /// No Lua state could be opened.
  public static var luaUnavailable: LocalizedText {
    LocalizedText(ja: "Luaを始められません。メモリーが足りません。", en: "Lua could not be started: there is not enough memory.")
  }

  // MARK: - The plugin's table

  /// The main file returned something else than `tenken.plugin`.
  public static func pluginReturnsNoPlugin(_ type: String) -> LocalizedText {
    LocalizedText(
      ja: "plugin.lua は tenken.plugin { … } を返す必要がありますが、返されたのは \(type) です。",
      en: "plugin.lua must return tenken.plugin { … }, but it returned a \(type).")
  }
  /// Names the plugin as a whole within a sentence.
  public static var itemPlugin: LocalizedText { LocalizedText(ja: "プラグイン", en: "the plugin") }
  /// Names a parameter within a sentence.
  public static func itemParameter(_ name: String) -> LocalizedText {
    LocalizedText(ja: "パラメーター \(name)", en: "parameter \(name)")
  }
  /// Names a check within a sentence.
  public static func itemCheck(_ name: String) -> LocalizedText {
    LocalizedText(ja: "点検項目 \(name)", en: "check \(name)")
  }
  /// Names a source within a sentence.
  public static func itemSource(_ name: String) -> LocalizedText {
    LocalizedText(ja: "データ源 \(name)", en: "source \(name)")
  }
  /// Names a column within a sentence.
  public static func itemColumn(_ name: String) -> LocalizedText {
    LocalizedText(ja: "列 \(name)", en: "column \(name)")
  }

  /// A key that is needed is not there.
  public static func missingField(_ key: String, _ what: LocalizedText, _ expected: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "\(what.ja)に \(key) がありません。\(expected.ja)を書いてください。", en: "\(what.en) has no \(key): expected \(expected.en).")
  }
  /// The value of a key has the wrong type.
  public static func wrongType(
    _ key: String, _ what: LocalizedText, _ expected: LocalizedText, _ found: String
  ) -> LocalizedText {
    LocalizedText(
      ja: "\(what.ja)の \(key) は\(expected.ja)でなければなりませんが、\(found) です。",
      en: "\(key) of \(what.en) must be \(expected.en), but is a \(found).")
  }
  /// A key means nothing here.
  public static func unknownField(_ key: String, _ what: LocalizedText, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "\(what.ja)に知らない項目 \(key) があります。\(meant(near).ja)",
      en: "\(what.en) has an unknown key '\(key)'.\(meant(near).en)")
  }
  /// A text has a language that Tenken does not speak.
  public static func unknownLanguage(_ name: String, _ key: String, _ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "\(what.ja)の \(key) に知らない言語 \(name) があります。使えるのは ja と en です。",
      en: "\(key) of \(what.en) has an unknown language '\(name)'; known are ja and en.")
  }
  /// A text lacks one of its languages.
  public static func languageMissing(_ key: String, _ what: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "\(what.ja)の \(key) には日本語(ja)と英語(en)の両方が必要です。", en: "\(key) of \(what.en) needs both ja and en.")
  }
  /// A word is none of those that may stand there.
  public static func notOneOf(_ text: String, _ key: String, _ words: [String], _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "\(key) の「\(text)」は使えません。\(meant(near).ja)使えるのは \(words.joined(separator: "、")) です。",
      en: "'\(text)' cannot be used for \(key).\(meant(near).en) Use one of \(words.joined(separator: ", ")).")
  }
  /// A name is not made of lower-case words joined by hyphens.
  public static func badHyphenatedName(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(name)」は名前に使えません。小文字の英数字をハイフンでつないでください(例: access-points)。",
      en: "'\(name)' cannot be a name. Use lower-case words joined by hyphens, such as access-points.")
  }
  /// A plugin's id differs from the name of its folder.
  public static func pluginIDIsNotFolder(_ id: String, _ folder: String) -> LocalizedText {
    LocalizedText(
      ja: "id の「\(id)」がフォルダー名「\(folder)」と違います。同じにしてください。",
      en: "The id '\(id)' is not the name of its folder, '\(folder)'. Make them the same.")
  }
  /// A plugin without checks.
  public static var pluginHasNoChecks: LocalizedText {
    LocalizedText(ja: "点検項目が一つもありません。", en: "The plugin has no checks.")
  }
  /// A table that should have names as keys holds something else.
  public static func entriesNeedNames(_ key: String) -> LocalizedText {
    LocalizedText(
      ja: "\(key) の中身には名前が必要です(名前 = …)。", en: "Every entry of \(key) needs a name (name = …).")
  }
  /// A parameter is not declared by a table.
  public static func parameterIsNoTable(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "パラメーター \(name) は { type = …, default = …, doc = … } と書いてください。",
      en: "Write parameter \(name) as { type = …, default = …, doc = … }.")
  }
  /// A parameter's default does not fit its own declaration.
  public static func parameterValueRefused(_ name: String, _ type: String) -> LocalizedText {
    LocalizedText(
      ja: "パラメーター \(name) の default が \(type) 型でないか、範囲の外です。",
      en: "The default of parameter \(name) is no \(type), or out of its bounds.")
  }
  /// A check is not declared by a table.
  public static func checkIsNoTable(_ name: String) -> LocalizedText {
    LocalizedText(ja: "点検項目 \(name) は表 { … } で書いてください。", en: "Write check \(name) as a table { … }.")
  }
  /// Two keys of checks make the same id.
  public static func duplicateCheck(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "点検項目 \(id) が二度書かれています(_ と - は同じとみなします)。", en: "Check \(id) is declared twice (_ and - count as the same).")
  }
  /// A check names both kinds of source, or none.
  public static var eachOrAll: LocalizedText {
    LocalizedText(
      ja: "each と all のどちらか一方にデータ源を書いてください。", en: "Give a source in exactly one of each and all.")
  }
  /// A check names no requirement.
  public static var requirementsMissing: LocalizedText {
    LocalizedText(
      ja: "requirements に要求事項のidを一つ以上、{ \"mhlw-5:6.5.C.12.3\" } のように書いてください。",
      en: "List at least one requirement id in requirements, such as { \"mhlw-5:6.5.C.12.3\" }.")
  }
  /// A check names a requirement that is not in the catalogue.
  public static func unknownRequirement(_ id: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "要求事項「\(id)」はカタログにありません。\(meant(near).ja)",
      en: "Requirement '\(id)' is not in the catalogue.\(meant(near).en)")
  }
  /// A check names a requirement that its guideline has deleted.
  public static func deletedRequirement(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "要求事項「\(id)」は削除されています。", en: "Requirement '\(id)' was deleted from its guideline.")
  }
  /// A check names a requirement twice.
  public static func duplicateRequirement(_ id: String) -> LocalizedText {
    LocalizedText(ja: "要求事項「\(id)」が二度書かれています。", en: "Requirement '\(id)' is listed twice.")
  }
  /// A companion source would hide what the context holds already.
  public static func reservedContextName(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "with の名前 \(name) は使えません(context がすでに持っています)。",
      en: "with cannot use the name \(name): the context already has it.")
  }

  // MARK: - Sources

  /// Something stands where a source is expected.
  public static func notASource(_ key: String, _ type: String) -> LocalizedText {
    LocalizedText(
      ja: "\(key) には tenken.source { … } で作ったデータ源を書いてください(\(type) が書かれています)。",
      en: "\(key) must be a source made by tenken.source { … }, but is a \(type).")
  }
  /// Two sources have one id.
  public static func duplicateSource(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "データ源のid「\(id)」が別のデータ源にも使われています。", en: "The source id '\(id)' is used by another source too.")
  }
  /// A column is named that the source does not declare.
  public static func unknownColumn(_ name: String, _ source: String, _ near: String?) -> LocalizedText {
    LocalizedText(
      ja: "データ源 \(source) に列「\(name)」はありません。\(meant(near).ja)",
      en: "Source \(source) has no column '\(name)'.\(meant(near).en)")
  }
  /// What an index is called in messages.
  public static func itemIndex(_ column: String) -> LocalizedText {
    LocalizedText(ja: "列「\(column)」の索引", en: "the index by \(column)")
  }
  /// A source is indexed by a column whose values are no keys.
  public static func columnIsNoKey(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "列「\(name)」の型は索引に使えません。文字列か整数の列にしてください。",
      en: "Column '\(name)' cannot be an index: use a column of text or integers.")
  }
  /// A path is neither one below the site's data nor an absolute one.
  public static func fileLeavesData(_ file: String) -> LocalizedText {
    LocalizedText(
      ja:
        "「\(file)」はパスとして使えません。施設の data/ の中なら「wireless/access-points.csv」、その外なら「/etc/ssh/sshd_config」のように書いてください(.. は使えません。* と ? はファイル名だけに使えます)。",
      en:
        "'\(file)' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    )
  }
  /// The settings put a source outside the site's data.
  public static func overrideLeavesData(_ file: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(file)」は施設の data/ の中のパスではありません。「wireless/access-points.csv」のように書いてください。",
      en: "'\(file)' is no path below the site's data/. Write it like wireless/access-points.csv.")
  }
  /// A source names both kinds of origin.
  public static var fileAndCommand: LocalizedText {
    LocalizedText(ja: "file と command はどちらか一方だけを書いてください。", en: "Give either file or command, not both.")
  }
  /// A command that cannot be one.
  public static var badCommand: LocalizedText {
    LocalizedText(
      ja: "command は空でない文字列の一覧で、{ \"iw\", \"dev\" } のように書いてください。先頭はプログラムの名前か絶対パスです。シェルは使いません。",
      en:
        "Write command as a list of strings, none of them blank, such as { \"iw\", \"dev\" }. The first names the program, by its name or absolute path; there is no shell."
    )
  }
  /// What a command prints has no ending that tells its format.
  public static func commandNeedsFormat(_ formats: [String]) -> LocalizedText {
    LocalizedText(
      ja: "コマンドの出力の形式を format に書いてください(\(formats.joined(separator: "、")) のどれか)。",
      en: "Set format to the format of what the command prints: one of \(formats.joined(separator: ", ")).")
  }
  /// A file's ending does not tell its format.
  public static func formatNotEvident(_ file: String, _ formats: [String]) -> LocalizedText {
    LocalizedText(
      ja: "「\(file)」の形式が拡張子から分かりません。format に \(formats.joined(separator: "、")) のどれかを書いてください。",
      en:
        "The format of '\(file)' is not evident from its ending. Set format to one of \(formats.joined(separator: ", "))."
    )
  }
  /// A key that means nothing to the format of the source.
  public static func keyNeedsFormat(_ key: String, _ formats: [String]) -> LocalizedText {
    LocalizedText(
      ja: "\(key) は format が \(formats.joined(separator: "、")) のときだけ使えます。",
      en: "\(key) can be used only with the format \(formats.joined(separator: ", ")).")
  }
  /// A source without columns.
  public static var sourceHasNoColumns: LocalizedText {
    LocalizedText(ja: "列が一つもありません。", en: "The source has no columns.")
  }
  /// A header of a column is no string.
  public static func headerIsNoString(_ name: String) -> LocalizedText {
    LocalizedText(ja: "列 \(name) の見出しは文字列で書いてください。", en: "The headers of column \(name) must be strings.")
  }
  /// A column says no type.
  public static func columnNeedsType(_ name: String, _ types: [String]) -> LocalizedText {
    LocalizedText(
      ja: "列 \(name) の型を { \"string\", \"見出し\" } のように書いてください。使える型は \(types.joined(separator: "、")) です。",
      en:
        "Give column \(name) a type, as in { \"string\", \"header\" }. The types are \(types.joined(separator: ", ")).")
  }

  // MARK: - What was expected

  /// What was expected: a string.
  public static var expectedString: LocalizedText { LocalizedText(ja: "文字列", en: "a string") }
  /// What was expected: strings.
  public static var expectedStrings: LocalizedText { LocalizedText(ja: "文字列の一覧", en: "a list of strings") }
  /// What was expected: a number.
  public static var expectedNumber: LocalizedText { LocalizedText(ja: "数", en: "a number") }
  /// What was expected: a number of days.
  public static var expectedDays: LocalizedText { LocalizedText(ja: "1以上の日数", en: "a number of days, at least 1") }
  /// The age of what a command prints.
  public static var ageOfCommand: LocalizedText {
    LocalizedText(
      ja: "max_age_days はファイルのためのもので、コマンドの出力はいつも新しい。消してください。",
      en: "max_age_days is for files; what a command prints is always new. Remove it.")
  }
  /// What was expected: a boolean.
  public static var expectedBoolean: LocalizedText { LocalizedText(ja: "true か false", en: "true or false") }
  /// What was expected: any value.
  public static var expectedValue: LocalizedText { LocalizedText(ja: "値", en: "a value") }
  /// What was expected: a table.
  public static var expectedTable: LocalizedText { LocalizedText(ja: "表 { … }", en: "a table { … }") }
  /// What was expected: a function.
  public static var expectedFunction: LocalizedText { LocalizedText(ja: "関数", en: "a function") }
  /// What was expected: a text in both languages.
  public static var expectedText: LocalizedText {
    LocalizedText(ja: "{ ja = \"日本語\", en = \"English\" }", en: "{ ja = \"…\", en = \"…\" }")
  }
  /// What was expected: a source.
  public static var expectedSource: LocalizedText {
    LocalizedText(ja: "tenken.source で作ったデータ源", en: "a source made by tenken.source")
  }
  /// What was expected: a version.
  public static var expectedVersion: LocalizedText {
    LocalizedText(ja: "版(例: \"1.0.0\")", en: "a version such as \"1.0.0\"")
  }
  /// What was expected: a name.
  public static var expectedHyphenatedName: LocalizedText {
    LocalizedText(ja: "小文字の英数字をハイフンでつないだ名前", en: "a name of lower-case words joined by hyphens")
  }
  /// What was expected: a cadence.
  public static var expectedCadence: LocalizedText {
    LocalizedText(ja: "点検の間隔(例: \"1 day\")", en: "a cadence such as \"1 day\"")
  }
  /// What was expected: requirement ids.
  public static var expectedRequirements: LocalizedText {
    LocalizedText(ja: "要求事項のidの一覧", en: "a list of requirement ids")
  }
  /// What was expected: a path below the site's data.
  public static var expectedFile: LocalizedText {
    LocalizedText(ja: "data/ の中のパス", en: "a path below data/")
  }
  /// What was expected: a path to records.
  public static var expectedRecordPath: LocalizedText {
    LocalizedText(ja: "レコードへのパス（$.data.devices など）", en: "a path to the records, such as $.data.devices")
  }
  /// What was expected: patterns.
  public static var expectedPatterns: LocalizedText {
    LocalizedText(ja: "パターンの文字列、またはその一覧", en: "a pattern, or a list of patterns")
  }
  /// What was expected: the one word for passing over lines.
  public static var expectedSkip: LocalizedText { LocalizedText(ja: "\"skip\" という語", en: "the word \"skip\"") }
  /// What was expected: a command.
  public static var expectedCommand: LocalizedText {
    LocalizedText(ja: "引数の一覧(例: { \"iw\", \"dev\" })", en: "a list of arguments such as { \"iw\", \"dev\" }")
  }
  /// What was expected: a column.
  public static var expectedColumnName: LocalizedText { LocalizedText(ja: "列の名前", en: "the name of a column") }
  /// What was expected: one of some words.
  public static func expectedOneOf(_ words: [String]) -> LocalizedText {
    LocalizedText(ja: words.joined(separator: "、") + " のどれか", en: "one of " + words.joined(separator: ", "))
  }
}
