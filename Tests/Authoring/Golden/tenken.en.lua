---@meta tenken
---Made by tenken plugin stubs. Not to be edited, and never run.

---@alias tenken.ColumnType "string"|"keyword"|"integer"|"number"|"boolean"|"date"|"datetime"|"fiscal-year"|"mac"|"ip"|"network"|"version"|"list"|"string?"|"keyword?"|"integer?"|"number?"|"boolean?"|"date?"|"datetime?"|"fiscal-year?"|"mac?"|"ip?"|"network?"|"version?"|"list?"

---@alias tenken.Format "csv"|"tsv"|"xlsx"|"sqlite"|"key-value"|"json"|"json-lines"|"xml"|"yaml"|"toml"|"ini"|"uci"|"passwd"|"shadow"|"group"|"lines"|"blocks"|"syslog"

---@alias tenken.Encoding "utf-8"|"cp932"|"utf-16"

---@alias tenken.ParameterType "integer"|"number"|"string"|"boolean"|"date"|"list"|"set"

---@alias tenken.Severity "low"|"medium"|"high"|"critical"

---@alias tenken.Duplicates "all"|"first"|"error"

---@alias tenken.OutcomeName "pass"|"fail"|"error"|"unknown"|"notapplicable"|"notchecked"|"notselected"|"informational"

---A text in Japanese and English.
---@class tenken.Text
---@field ja string Japanese.
---@field en string English.

---Data that checks read.
---@class tenken.SourceDeclaration
---@field id string How settings and people name it: lower-case words joined by hyphens.
---@field title tenken.Text What people call it.
---@field file? string A file below the site's data/; * and ? in the last part match several. An absolute path needs a grant.
---@field command? string[] Instead of file: a program and its arguments, whose output is read. It needs a grant.
---@field format? tenken.Format The format; by default from the ending.
---@field encoding? tenken.Encoding The encoding; by default it is detected.
---@field subject? string The column that names a record in findings.
---@field table? string sqlite: the table or view.
---@field query? string sqlite: one SELECT.
---@field member? string The file in the ZIP archive that file names.
---@field sheet? string xlsx: the name of the sheet.
---@field records? string Where in the file the records are: $.data, /nmaprun/host.
---@field begins? string|string[] A record begins at a line with one of these keys (key-value), or that fits one of these patterns (blocks).
---@field pattern? string|string[] lines, blocks: what a line looks like: {user} {time}.
---@field others? "skip" lines: lines that fit no pattern are passed over.
---@field optional? boolean true where a site may well have nothing of the kind.
---@field max_age_days? integer The most days since the file was changed; an older one is not checked.
---@field columns table<string, tenken.ColumnType|tenken.Column> The columns that checks may read: a type, or { type, header, … }.

---A column, such as { "date?", "撤去日", "使用停止日" }. A ? behind the type: cells may be blank, and the column absent.
---@class tenken.Column
---@field personal? boolean true if it identifies a person: checks see a pseudonym.
---@field same_as_above? "marks"|"blanks" 〃 (marks), or blank cells too (blanks), stand for the value of the row above.
---@field doc? tenken.Text What the column holds.
---@field example? string A value as it may stand in the file.
---@field [1] tenken.ColumnType
---@field [integer] string

---The options of tenken.index.
---@class tenken.IndexOptions
---@field duplicates? tenken.Duplicates What becomes of several records with one key. all: the list of them; first: the first; error: each further one is an error.

---A plugin.
---@class tenken.PluginManifest
---@field id string The name of its folder: lower-case words joined by hyphens.
---@field version string Its version, such as 1.0.0.
---@field title tenken.Text What people call it.
---@field description? tenken.Text What it is about.
---@field parameters? table<string, tenken.Parameter> Values that a site may set in tenken.yaml.
---@field checks table<string, tenken.Check> The checks by name.

---A value that a site may set.
---@class tenken.Parameter
---@field type tenken.ParameterType The kind of its values.
---@field default any The value where the site says nothing.
---@field unit? string The unit of a number, such as days.
---@field minimum? number The least number allowed.
---@field maximum? number The greatest number allowed.
---@field doc tenken.Text What it is for.

---A check. It has either each or all.
---@class tenken.Check
---@field title tenken.Text What is true when it passes.
---@field remedy tenken.Text What to do when it fails.
---@field requirements string[] Ids of the requirements that it gives evidence for, such as { "mhlw-5:6.5.C.12.3" }.
---@field severity tenken.Severity How grave a failure is.
---@field every string How often it must run: 1 day, 3 months, 0 3 * * mon-fri.
---@field each? tenken.Source test is called once a record of this source.
---@field all? tenken.Source test is called once with the list of this source's records.
---@field with? table<string, tenken.Source|tenken.Index> More sources for the test, under the same names in context.
---@field test fun(records: any, parameters: table<string, any>, context: tenken.Context): tenken.Outcome|tenken.Outcome[] The function that judges. It is given a record (each) or the list of records (all), and returns an outcome or a list of them.

---A case of the tests. Its name stands first. It has either rows or data.
---@class tenken.TestCase
---@field check string The name of the check.
---@field today string The day of the sweep, such as 2026-11-21.
---@field rows? table<string, table<string, string|integer>[]> The records by source; values are the text of the cells as a file would hold them.
---@field data? string A folder laid out like a site's data/.
---@field parameters? table<string, any> Values that override defaults.
---@field outcome? tenken.OutcomeName The check's combined outcome.
---@field expect? tenken.ExpectedFinding[] All findings, in order.
---@field golden? string The recorded file to compare with, tests/golden/NAME.txt.
---@field [integer] string

---A finding that is expected; only what is named is compared.
---@class tenken.ExpectedFinding
---@field outcome tenken.OutcomeName Its outcome.
---@field subject? string Its subject.
---@field message? string Words in the Japanese or the English text.
---@field line? integer The line of the file.
---@field due? string|false The day that outcome:due names, such as 2027-03-31; false for none.

---A record of a source. Its declared columns are read by name; it cannot be changed. A blank cell is nil.
---@class tenken.Record
---@field [string] any

---When the sweep is, and the sources that the check names in with.
---@class tenken.Context
---@field today string The day of the sweep, such as 2026-11-21.
---@field now string The time of the sweep, such as 2026-11-21T09:00:00.
---@field [string] any

---An outcome.
---@class tenken.Outcome
local Outcome = {}

---The same outcome at a record, in a check with all.
---@param record tenken.Record
---@return tenken.Outcome
function Outcome:at(record) end

---The same outcome with the name of its subject.
---@param subject string
---@return tenken.Outcome
function Outcome:about(subject) end

---The same outcome with the last day of what was looked at. Reports tell it 30 days ahead.
---@param date string
---@return tenken.Outcome
function Outcome:due(date) end

---What tenken.source declared.
---@class tenken.Source

---What tenken.plugin gives.
---@class tenken.Plugin

---What tenken.index gives.
---@class tenken.Index

---The catalogue of requirements. It cannot be changed.
---@class tenken.Catalogue
local Catalogue = {}

---The requirement with an id or a citation; nil if there is none.
---@param id string
---@return tenken.Requirement?
function Catalogue:get(id) end

---All requirements in order, or those of one guideline.
---@param guideline? string
---@return fun(): tenken.Requirement?
function Catalogue:requirements(guideline) end

---The requirements in which words occur, the best first; 20 unless told.
---@param words string
---@param limit? integer
---@return fun(): tenken.Requirement?
function Catalogue:search(words, limit) end

---What corresponds in another guideline, and how sure that is.
---@param requirement tenken.Requirement|string
---@param guideline string
---@return fun(): tenken.Requirement?, string?
function Catalogue:map(requirement, guideline) end

---A requirement. It cannot be changed.
---@class tenken.Requirement
---@field id string The id, such as mhlw-5:6.5.C.12.
---@field guideline string The id of its guideline.
---@field citation string How the document numbers it.
---@field class "minimum"|"recommended"|nil Its class.
---@field status string Its status.
---@field chapter string The number of its chapter.
---@field title tenken.Text What it is about.
---@field text string? The official text.
---@field parent tenken.Requirement? The requirement that it is a part of.
local Requirement = {}

---Its parts.
---@return fun(): tenken.Requirement?
function Requirement:parts() end

---What corresponds to it, both ways.
---@return fun(): tenken.Correspondence?
function Requirement:correspondences() end

---What corresponds in another guideline, and how sure that is.
---@param guideline string
---@return fun(): tenken.Requirement?, string?
function Requirement:map(guideline) end

---A correspondence of a requirement.
---@class tenken.Correspondence
---@field requirement tenken.Requirement? The other one; nil if there is none.
---@field direction "to"|"from" to: what answers this requirement; from: what it answers.
---@field relation "corresponds"|"merged"|"covered"|"none" How they are related.
---@field status "stated"|"inferred"|"unresolved" How sure that is.

---@class tenken
local tenken = {}

---A pass. message is a pattern as in string.format that the arguments fill; nil shows as -.
---@param message? string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.pass(message, ...) end

---A failure. message says what is wrong, such as tenken.fail({ ja = "期限は %s", en = "due on %s" }, day)
---@param message string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.fail(message, ...) end

---It cannot be told. message says what is missing.
---@param message string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.unknown(message, ...) end

---Not applicable, as of a device that was taken away.
---@param message? string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.notapplicable(message, ...) end

---Information that counts neither as a pass nor as a failure.
---@param message? string|tenken.Text
---@param ... any
---@return tenken.Outcome
function tenken.informational(message, ...) end

---A pass if date lies within limit (days, or a time such as "3 months") up to today, a failure if it lies before or is blank, unknown if it is yet to come. name is what to call the date.
---@param date string?
---@param limit integer|string
---@param today string
---@param name? string|tenken.Text
---@return tenken.Outcome
function tenken.judge_age(date, limit, today, name) end

---Declares data that checks read. Tenken opens it; the plugin opens nothing.
---@param declaration tenken.SourceDeclaration
---@return tenken.Source
function tenken.source(declaration) end

---What plugin.lua returns.
---@param manifest tenken.PluginManifest
---@return tenken.Plugin
function tenken.plugin(manifest) end

---For with: makes a source something to be looked up by the value of a column, as in context.devices["AP-1"].
---@param source tenken.Source
---@param column string
---@param options? tenken.IndexOptions
---@return tenken.Index
function tenken.index(source, column, options) end

---A table with true for each member: tenken.set { "a", "b" } is { a = true, b = true }.
---@generic T
---@param list T[]
---@return table<T, true>
function tenken.set(list) end

---The days from one date to another, negative if to is earlier.
---@param from string
---@param to string
---@return integer
function tenken.days_between(from, to) end

---The date n days later.
---@param date string
---@param n integer
---@return string
function tenken.add_days(date, n) end

---The date n months later; the last day of a month that does not have the day.
---@param date string
---@param n integer
---@return string
function tenken.add_months(date, n) end

---The year in whose April the fiscal year of a date begins: 2025 for "2026-03-31".
---@param date string
---@return integer
function tenken.fiscal_year(date) end

---Whether an address or a smaller network lies in network: tenken.in_network("192.0.2.7", "192.0.2.0/24").
---@param address string
---@param network string
---@return boolean
function tenken.in_network(address, network) end

----1 if a is older, 0 if the versions are the same, 1 if a is newer; 2.10 is newer than 2.9.
---@param a string
---@param b string
---@return integer
function tenken.compare_versions(a, b) end

---pairs in a fixed order: numbers, then strings, then booleans.
---@generic K, V
---@param t table<K, V>
---@return fun(): K, V
function tenken.sorted_pairs(t) end

---The catalogue of requirements, as in tenken.catalogue:get("6.5 C 12").
---@type tenken.Catalogue
tenken.catalogue = nil

return tenken
