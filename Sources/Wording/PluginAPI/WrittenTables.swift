import Compliance

// The tables that plugins write: what tenken.source, tenken.plugin and a file of tests take (Sources/Checks/ManifestReader.swift,
// SourceDeclarationReader.swift, TestFileReader.swift).
extension Wording.PluginAPI {
  static let written: [Shape] = [text, source, column, indexOptions, plugin, parameter, check, test, expectation]

  /// A text in both languages.
  public static let text = Shape(
    "tenken.Text", LocalizedText(ja: "日本語と英語の文。", en: "A text in Japanese and English."),
    [
      .value("ja", "string", LocalizedText(ja: "日本語。", en: "Japanese.")),
      .value("en", "string", LocalizedText(ja: "英語。", en: "English.")),
    ])

  /// What `tenken.plugin` takes.
  public static let plugin = Shape(
    "tenken.PluginManifest", LocalizedText(ja: "プラグイン。", en: "A plugin."),
    [
      .value(
        "id", "string",
        LocalizedText(
          ja: "フォルダーと同じ名前。英小文字の語をハイフンでつなぐ。", en: "The name of its folder: lower-case words joined by hyphens.")),
      .value("version", "string", LocalizedText(ja: "プラグインの版。例: 1.0.0", en: "Its version, such as 1.0.0.")),
      .value("title", "tenken.Text", LocalizedText(ja: "名前。", en: "What people call it.")),
      .value("description?", "tenken.Text", LocalizedText(ja: "説明。", en: "What it is about.")),
      .value(
        "parameters?", "table<string, tenken.Parameter>",
        LocalizedText(ja: "施設が tenken.yaml で変えられる値。", en: "Values that a site may set in tenken.yaml.")),
      .value("checks", "table<string, tenken.Check>", LocalizedText(ja: "点検項目を名前で並べる。", en: "The checks by name.")),
    ])

  /// A parameter of a plugin.
  public static let parameter = Shape(
    "tenken.Parameter", LocalizedText(ja: "施設が変えられる値。", en: "A value that a site may set."),
    [
      .value("type", "tenken.ParameterType", LocalizedText(ja: "値の種類。", en: "The kind of its values.")),
      .value("default", "any", LocalizedText(ja: "施設が何も書かないときの値。", en: "The value where the site says nothing.")),
      .value("unit?", "string", LocalizedText(ja: "単位。例: 日", en: "The unit of a number, such as days.")),
      .value("minimum?", "number", LocalizedText(ja: "許す最小の数。", en: "The least number allowed.")),
      .value("maximum?", "number", LocalizedText(ja: "許す最大の数。", en: "The greatest number allowed.")),
      .value("doc", "tenken.Text", LocalizedText(ja: "何のための値か。", en: "What it is for.")),
    ])

  /// A check.
  public static let check = Shape(
    "tenken.Check", LocalizedText(ja: "点検項目。each か all のどちらかを書く。", en: "A check. It has either each or all."),
    [
      .value("title", "tenken.Text", LocalizedText(ja: "適合のときに言えること。", en: "What is true when it passes.")),
      .value("remedy", "tenken.Text", LocalizedText(ja: "不適合のときにすること。", en: "What to do when it fails.")),
      .value(
        "requirements", "string[]",
        LocalizedText(
          ja: "証拠になる要求事項のid。例: { \"mhlw-5:6.5.C.12.3\" }",
          en: "Ids of the requirements that it gives evidence for, such as { \"mhlw-5:6.5.C.12.3\" }.")),
      .value("severity", "tenken.Severity", LocalizedText(ja: "不適合の重さ。", en: "How grave a failure is.")),
      .value(
        "every", "string",
        LocalizedText(
          ja: "点検の間隔。例: 1 day、3 months、0 3 * * mon-fri", en: "How often it must run: 1 day, 3 months, 0 3 * * mon-fri.")
      ),
      .value(
        "each?", "tenken.Source",
        LocalizedText(ja: "このデータ源の記録1件ごとに test を呼ぶ。", en: "test is called once a record of this source.")),
      .value(
        "all?", "tenken.Source",
        LocalizedText(
          ja: "このデータ源の記録すべてを並べて、test を1度呼ぶ。", en: "test is called once with the list of this source's records.")),
      .value(
        "with?", "table<string, tenken.Source|tenken.Index>",
        LocalizedText(
          ja: "ほかに見るデータ源。test では context の同じ名前にある。", en: "More sources for the test, under the same names in context.")),
      .value(
        "test",
        "fun(records: any, parameters: table<string, any>, context: tenken.Context): tenken.Outcome|tenken.Outcome[]",
        LocalizedText(
          ja: "判定する関数。each なら記録1件、all なら記録の並びを受け取り、判定かその並びを返す。",
          en:
            "The function that judges. It is given a record (each) or the list of records (all), and returns an outcome or a list of them."
        )
      ),
    ])

  /// What `tenken.source` takes.
  public static let source = Shape(
    "tenken.SourceDeclaration", LocalizedText(ja: "データ源。", en: "Data that checks read."),
    [
      .value(
        "id", "string",
        LocalizedText(
          ja: "設定や表示で使う名前。英小文字の語をハイフンでつなぐ。", en: "How settings and people name it: lower-case words joined by hyphens.")
      ),
      .value("title", "tenken.Text", LocalizedText(ja: "名前。", en: "What people call it.")),
      .value(
        "file?", "string",
        LocalizedText(
          ja: "施設の data/ の中のファイル。最後の部分の * と ? は複数のファイルに合う。/ で始まるものは施設の許可がいる。",
          en: "A file below the site's data/; * and ? in the last part match several. An absolute path needs a grant.")),
      .value(
        "command?", "string[]",
        LocalizedText(
          ja: "file の代わりに、プログラムとその引数。出力を読む。施設の許可がいる。",
          en: "Instead of file: a program and its arguments, whose output is read. It needs a grant.")),
      .value(
        "format?", "tenken.Format", LocalizedText(ja: "形式。なければ拡張子から決まる。", en: "The format; by default from the ending.")
      ),
      .value(
        "encoding?", "tenken.Encoding",
        LocalizedText(ja: "文字コード。なければ自動で見分ける。", en: "The encoding; by default it is detected.")),
      .value(
        "subject?", "string", LocalizedText(ja: "所見で記録の名前にする列。", en: "The column that names a record in findings.")),
      .value("table?", "string", LocalizedText(ja: "sqlite: 表かビューの名前。", en: "sqlite: the table or view.")),
      .value("query?", "string", LocalizedText(ja: "sqlite: SELECT 文1つ。", en: "sqlite: one SELECT.")),
      .value("member?", "string", LocalizedText(ja: "ZIPの中のファイル。", en: "The file in the ZIP archive that file names.")),
      .value("sheet?", "string", LocalizedText(ja: "xlsx: シートの名前。", en: "xlsx: the name of the sheet.")),
      .value(
        "records?", "string",
        LocalizedText(
          ja: "記録のある場所。例: $.data、/nmaprun/host", en: "Where in the file the records are: $.data, /nmaprun/host.")),
      .value(
        "begins?", "string|string[]",
        LocalizedText(
          ja: "key-value: このキーの行から、blocks: このパターンに合う行から、次の記録が始まる。",
          en:
            "A record begins at a line with one of these keys (key-value), or that fits one of these patterns (blocks)."
        )),
      .value(
        "pattern?", "string|string[]",
        LocalizedText(
          ja: "lines、blocks: 行の形。例: {user} {time}", en: "lines, blocks: what a line looks like: {user} {time}.")),
      .value(
        "others?", "\"skip\"",
        LocalizedText(ja: "lines: どのパターンにも合わない行を飛ばす。", en: "lines: lines that fit no pattern are passed over.")),
      .value(
        "optional?", "boolean",
        LocalizedText(ja: "施設になくてもよいなら true。", en: "true where a site may well have nothing of the kind.")),
      .value(
        "max_age_days?", "integer",
        LocalizedText(
          ja: "ファイルの更新からの日数の上限。古ければ未点検になる。",
          en: "The most days since the file was changed; an older one is not checked.")),
      .value(
        "columns", "table<string, tenken.ColumnType|tenken.Column>",
        LocalizedText(
          ja: "点検項目が読む列。型だけか、{ 型, 見出し, … } と書く。",
          en: "The columns that checks may read: a type, or { type, header, … }.")),
    ])

  /// A column of a source.
  public static let column = Shape(
    "tenken.Column",
    LocalizedText(
      ja: "列。例: { \"date?\", \"撤去日\", \"使用停止日\" }。型の後の ? は、空欄でも列がなくてもよい印。",
      en:
        "A column, such as { \"date?\", \"撤去日\", \"使用停止日\" }. A ? behind the type: cells may be blank, and the column absent."
    ),
    others: Shape.Others(key: "integer", value: "string"),
    [
      .value(
        "personal?", "boolean",
        LocalizedText(ja: "個人を特定する列なら true。点検項目には仮名を渡す。", en: "true if it identifies a person: checks see a pseudonym.")
      ),
      .value(
        "same_as_above?", "\"marks\"|\"blanks\"",
        LocalizedText(
          ja: "〃(marks)や空欄も(blanks)、上の行と同じと読む。",
          en: "〃 (marks), or blank cells too (blanks), stand for the value of the row above.")),
      .value("doc?", "tenken.Text", LocalizedText(ja: "何を書く列か。", en: "What the column holds.")),
      .value("example?", "string", LocalizedText(ja: "値の例。", en: "A value as it may stand in the file.")),
    ])

  /// The options of `tenken.index`.
  public static let indexOptions = Shape(
    "tenken.IndexOptions", LocalizedText(ja: "tenken.index の指定。", en: "The options of tenken.index."),
    [
      .value(
        "duplicates?", "tenken.Duplicates",
        LocalizedText(
          ja: "同じキーの記録が複数あるとき。all: すべての並び、first: 最初のもの、error: 2件目から誤り",
          en:
            "What becomes of several records with one key. all: the list of them; first: the first; error: each further one is an error."
        ))
    ])

  /// A case of a plugin's tests.
  public static let test = Shape(
    "tenken.TestCase",
    LocalizedText(
      ja: "テストの1件。最初に名前を書く。rows か data のどちらかを書く。",
      en: "A case of the tests. Its name stands first. It has either rows or data."),
    others: Shape.Others(key: "integer", value: "string"),
    [
      .value("check", "string", LocalizedText(ja: "動かす点検項目の名前。", en: "The name of the check.")),
      .value(
        "today", "string", LocalizedText(ja: "点検の日。例: 2026-11-21", en: "The day of the sweep, such as 2026-11-21.")),
      .value(
        "rows?", "table<string, table<string, string|integer>[]>",
        LocalizedText(
          ja: "データ源ごとの記録。値はファイルに書くとおりの文字。",
          en: "The records by source; values are the text of the cells as a file would hold them.")),
      .value(
        "data?", "string", LocalizedText(ja: "施設の data/ と同じ形のフォルダー。", en: "A folder laid out like a site's data/.")),
      .value("parameters?", "table<string, any>", LocalizedText(ja: "既定と違う値。", en: "Values that override defaults.")),
      .value("outcome?", "tenken.OutcomeName", LocalizedText(ja: "点検項目全体の判定。", en: "The check's combined outcome.")),
      .value(
        "expect?", "tenken.ExpectedFinding[]", LocalizedText(ja: "所見のすべてを順に。", en: "All findings, in order.")),
      .value(
        "golden?", "string",
        LocalizedText(
          ja: "比べる記録の名前(tests/golden/名前.txt)。", en: "The recorded file to compare with, tests/golden/NAME.txt.")),
    ])

  /// A finding that a case expects.
  public static let expectation = Shape(
    "tenken.ExpectedFinding",
    LocalizedText(ja: "期待する所見。書いた項目だけを比べる。", en: "A finding that is expected; only what is named is compared."),
    [
      .value("outcome", "tenken.OutcomeName", LocalizedText(ja: "判定。", en: "Its outcome.")),
      .value("subject?", "string", LocalizedText(ja: "対象。", en: "Its subject.")),
      .value(
        "message?", "string", LocalizedText(ja: "日本語か英語の文に含まれる語。", en: "Words in the Japanese or the English text.")),
      .value("line?", "integer", LocalizedText(ja: "ファイルの行。", en: "The line of the file.")),
      .value(
        "due?", "string|false",
        LocalizedText(
          ja: "outcome:due で付けた日。例: 2027-03-31。付けていないことは false で示す。",
          en: "The day that outcome:due names, such as 2027-03-31; false for none.")),
    ])
}
