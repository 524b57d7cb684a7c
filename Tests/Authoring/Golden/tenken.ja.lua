---@meta tenken
---tenken plugin stubs が作る定義。編集しない。動かすものではない。

---@alias tenken.ColumnType "string"|"keyword"|"integer"|"number"|"boolean"|"date"|"datetime"|"fiscal-year"|"mac"|"ip"|"network"|"version"|"list"|"string?"|"keyword?"|"integer?"|"number?"|"boolean?"|"date?"|"datetime?"|"fiscal-year?"|"mac?"|"ip?"|"network?"|"version?"|"list?"

---@alias tenken.Format "csv"|"tsv"|"xlsx"|"sqlite"|"key-value"|"json"|"json-lines"|"xml"|"yaml"|"toml"|"ini"|"uci"|"passwd"|"shadow"|"group"|"lines"|"blocks"|"syslog"

---@alias tenken.Encoding "utf-8"|"cp932"|"utf-16"

---@alias tenken.ParameterType "integer"|"number"|"string"|"boolean"|"date"|"list"|"set"

---@alias tenken.Severity "low"|"medium"|"high"|"critical"

---@alias tenken.Duplicates "all"|"first"|"error"

---@alias tenken.OutcomeName "pass"|"fail"|"error"|"unknown"|"notapplicable"|"notchecked"|"notselected"|"informational"

---日本語と英語の文。
---@class tenken.Text
---@field ja string 日本語。
---@field en string 英語。

---データ源。
---@class tenken.SourceDeclaration
---@field id string 設定や表示で使う名前。英小文字の語をハイフンでつなぐ。
---@field title tenken.Text 名前。
---@field file? string 施設の data/ の中のファイル。最後の部分の * と ? は複数のファイルに合う。/ で始まるものは施設の許可がいる。
---@field command? string[] file の代わりに、プログラムとその引数。出力を読む。施設の許可がいる。
---@field format? tenken.Format 形式。なければ拡張子から決まる。
---@field encoding? tenken.Encoding 文字コード。なければ自動で見分ける。
---@field subject? string 所見で記録の名前にする列。
---@field table? string sqlite: 表かビューの名前。
---@field query? string sqlite: SELECT 文1つ。
---@field member? string ZIPの中のファイル。
---@field sheet? string xlsx: シートの名前。
---@field records? string 記録のある場所。例: $.data、/nmaprun/host
---@field begins? string|string[] key-value: このキーの行から、blocks: このパターンに合う行から、次の記録が始まる。
---@field pattern? string|string[] lines、blocks: 行の形。例: {user} {time}
---@field others? "skip" lines: どのパターンにも合わない行を飛ばす。
---@field optional? boolean 施設になくてもよいなら true。
---@field max_age_days? integer ファイルの更新からの日数の上限。古ければ未点検になる。
---@field columns table<string, tenken.ColumnType|tenken.Column> 点検項目が読む列。型だけか、{ 型, 見出し, … } と書く。

---列。例: { "date?", "撤去日", "使用停止日" }。型の後の ? は、空欄でも列がなくてもよい印。
---@class tenken.Column
---@field personal? boolean 個人を特定する列なら true。点検項目には仮名を渡す。
---@field same_as_above? "marks"|"blanks" 〃(marks)や空欄も(blanks)、上の行と同じと読む。
---@field doc? tenken.Text 何を書く列か。
---@field example? string 値の例。
---@field [1] tenken.ColumnType
---@field [integer] string

---tenken.index の指定。
---@class tenken.IndexOptions
---@field duplicates? tenken.Duplicates 同じキーの記録が複数あるとき。all: すべての並び、first: 最初のもの、error: 2件目から誤り

---プラグイン。
---@class tenken.PluginManifest
---@field id string フォルダーと同じ名前。英小文字の語をハイフンでつなぐ。
---@field version string プラグインの版。例: 1.0.0
---@field title tenken.Text 名前。
---@field description? tenken.Text 説明。
---@field parameters? table<string, tenken.Parameter> 施設が tenken.yaml で変えられる値。
---@field checks table<string, tenken.Check> 点検項目を名前で並べる。

---施設が変えられる値。
---@class tenken.Parameter
---@field type tenken.ParameterType 値の種類。
---@field default any 施設が何も書かないときの値。
---@field unit? string 単位。例: 日
---@field minimum? number 許す最小の数。
---@field maximum? number 許す最大の数。
---@field doc tenken.Text 何のための値か。

---点検項目。each か all のどちらかを書く。
---@class tenken.Check
---@field title tenken.Text 適合のときに言えること。
---@field remedy tenken.Text 不適合のときにすること。
---@field requirements string[] 証拠になる要求事項のid。例: { "mhlw-5:6.5.C.12.3" }
---@field severity tenken.Severity 不適合の重さ。
---@field every string 点検の間隔。例: 1 day、3 months、0 3 * * mon-fri
---@field each? tenken.Source このデータ源の記録1件ごとに test を呼ぶ。
---@field all? tenken.Source このデータ源の記録すべてを並べて、test を1度呼ぶ。
---@field with? table<string, tenken.Source|tenken.Index> ほかに見るデータ源。test では context の同じ名前にある。
---@field test fun(records: any, parameters: table<string, any>, context: tenken.Context): tenken.Outcome|tenken.Outcome[] 判定する関数。each なら記録1件、all なら記録の並びを受け取り、判定かその並びを返す。

---テストの1件。最初に名前を書く。rows か data のどちらかを書く。
---@class tenken.TestCase
---@field check string 動かす点検項目の名前。
---@field today string 点検の日。例: 2026-11-21
---@field rows? table<string, table<string, string|integer>[]> データ源ごとの記録。値はファイルに書くとおりの文字。
---@field data? string 施設の data/ と同じ形のフォルダー。
---@field parameters? table<string, any> 既定と違う値。
---@field outcome? tenken.OutcomeName 点検項目全体の判定。
---@field expect? tenken.ExpectedFinding[] 所見のすべてを順に。
---@field golden? string 比べる記録の名前(tests/golden/名前.txt)。
---@field [integer] string

---期待する所見。書いた項目だけを比べる。
---@class tenken.ExpectedFinding
---@field outcome tenken.OutcomeName 判定。
---@field subject? string 対象。
---@field message? string 日本語か英語の文に含まれる語。
---@field line? integer ファイルの行。
---@field due? string|false outcome:due で付けた日。例: 2027-03-31。付けていないことは false で示す。

---データ源の1件。宣言した列を名前で読む。書き換えられない。空欄は nil。
---@class tenken.Record
---@field [string] any

---点検の日時と、with に書いたデータ源。
---@class tenken.Context
---@field today string 点検の日。例: 2026-11-21
---@field now string 点検の日時。例: 2026-11-21T09:00:00
---@field [string] any

---判定。
---@class tenken.Outcome
local Outcome = {}

---all の点検項目で、この記録についての判定にする。
---@param record tenken.Record
---@return tenken.Outcome
function Outcome:at(record) end

---対象の名前を付けた判定にする。
---@param subject string
---@return tenken.Outcome
function Outcome:about(subject) end

---対象をそのまま使える最後の日を付けた判定にする。30日前から報告が知らせる。
---@param date string
---@return tenken.Outcome
function Outcome:due(date) end

---tenken.source で宣言したもの。
---@class tenken.Source

---tenken.plugin が返すもの。
---@class tenken.Plugin

---tenken.index が返すもの。
---@class tenken.Index

---要求事項のカタログ。書き換えられない。
---@class tenken.Catalogue
local Catalogue = {}

---要求事項を、idか条項の書き方で引く。なければ nil。
---@param id string
---@return tenken.Requirement?
function Catalogue:get(id) end

---要求事項を順に。ガイドラインを指定できる。
---@param guideline? string
---@return fun(): tenken.Requirement?
function Catalogue:requirements(guideline) end

---語を含む要求事項を、よく合うものから。limit がなければ 20 件。
---@param words string
---@param limit? integer
---@return fun(): tenken.Requirement?
function Catalogue:search(words, limit) end

---ほかのガイドラインで対応する要求事項と、確かさ。
---@param requirement tenken.Requirement|string
---@param guideline string
---@return fun(): tenken.Requirement?, string?
function Catalogue:map(requirement, guideline) end

---要求事項。書き換えられない。
---@class tenken.Requirement
---@field id string id。例: mhlw-5:6.5.C.12
---@field guideline string ガイドラインのid。
---@field citation string 条項の書き方。
---@field class "minimum"|"recommended"|nil 区分。
---@field status string 状態。
---@field chapter string 章の番号。
---@field title tenken.Text 題。
---@field text string? 公式の本文。
---@field parent tenken.Requirement? 上の要求事項。
local Requirement = {}

---部分。
---@return fun(): tenken.Requirement?
function Requirement:parts() end

---対応。両方の向き。
---@return fun(): tenken.Correspondence?
function Requirement:correspondences() end

---ほかのガイドラインで対応する要求事項と、確かさ。
---@param guideline string
---@return fun(): tenken.Requirement?, string?
function Requirement:map(guideline) end

---要求事項の対応。
---@class tenken.Correspondence
---@field requirement tenken.Requirement? 相手。なければ nil。
---@field direction "to"|"from" to: この要求事項に応えるもの、from: この要求事項が応えるもの
---@field relation "corresponds"|"merged"|"covered"|"none" 関係。
---@field status "stated"|"inferred"|"unresolved" 確かさ。

---@class tenken
local tenken = {}

---適合。message は string.format と同じ書式で、続く値を当てはめる。nil は「-」と示す。
---@param message? string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.pass(message, ...) end

---不適合。何がなぜ悪いかを message に書く。例: tenken.fail({ ja = "期限は %s", en = "due on %s" }, day)
---@param message string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.fail(message, ...) end

---判定できない。message に何が足りないかを書く。
---@param message string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.unknown(message, ...) end

---対象外。撤去した機器など、要求の当たらないもの。
---@param message? string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.notapplicable(message, ...) end

---参考情報。適合とも不適合とも数えない。
---@param message? string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.informational(message, ...) end

---date が today までの limit (日数か "3 months" など) の間にあれば適合、それより前か空欄なら不適合、today より後なら判定できない。name はその日付の名前。
---@param date string?
---@param limit integer|string
---@param today string
---@param name? string|tenken.Text
---@return tenken.Outcome
function tenken.judge_age(date, limit, today, name) end

---点検項目が読むデータ源を宣言する。開くのは Tenken で、プラグインは開かない。
---@param declaration tenken.SourceDeclaration
---@return tenken.Source
function tenken.source(declaration) end

---plugin.lua が return で返すもの。
---@param manifest tenken.PluginManifest
---@return tenken.Plugin
function tenken.plugin(manifest) end

---with に書く。そのデータ源を列の値で引けるようにする。例: context.devices["AP-1"]
---@param source tenken.Source
---@param column string
---@param options? tenken.IndexOptions
---@return tenken.Index
function tenken.index(source, column, options) end

---各要素が true になる表。例: tenken.set { "a", "b" } は { a = true, b = true }
---@generic T
---@param list T[]
---@return table<T, true>
function tenken.set(list) end

---from から to までの日数。to のほうが前なら負の数。
---@param from string
---@param to string
---@return integer
function tenken.days_between(from, to) end

---n 日後の日付。
---@param date string
---@param n integer
---@return string
function tenken.add_days(date, n) end

---n か月後の日付。その日がない月では月末になる。
---@param date string
---@param n integer
---@return string
function tenken.add_months(date, n) end

---日付の属する年度。例: "2026-03-31" は 2025
---@param date string
---@return integer
function tenken.fiscal_year(date) end

---IPアドレスか、より小さいネットワークが network の中にあるか。例: tenken.in_network("192.0.2.7", "192.0.2.0/24")
---@param address string
---@param network string
---@return boolean
function tenken.in_network(address, network) end

---版の前後。a が古ければ -1、同じなら 0、新しければ 1。2.10 は 2.9 より新しい。
---@param a string
---@param b string
---@return integer
function tenken.compare_versions(a, b) end

---決まった順序の pairs。数、文字列、真偽値の順。
---@generic K, V
---@param t table<K, V>
---@return fun(): K, V
function tenken.sorted_pairs(t) end

---要求事項のカタログ。例: tenken.catalogue:get("6.5 C 12")
---@type tenken.Catalogue
tenken.catalogue = nil

return tenken
