public import Compliance

extension Wording {
  /// What `plugin new` and `plugin stubs` say.
  public enum PluginNew {
    // MARK: - Help

    /// What `plugin new` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "新しいプラグインを、検査とテストに通る形で作る。", en: "Make a new plugin, which passes its check and its tests.")
    }
    /// More about it.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: "施設のフォルダーの中で、または --site を付けると、施設の plugins/ に作る。どちらでもなければ、今のフォルダーに作る。すでにあるものは書き換えない。",
        en:
          "In a site's folder, or with --site, it goes into the site's plugins/; elsewhere into the current folder. Nothing that is there is changed."
      )
    }
    /// Help of the name.
    public static var nameHelp: LocalizedText {
      LocalizedText(
        ja: "プラグインの名前。小文字の英数字をハイフンでつなぐ。例: device-ledger",
        en: "The plugin's name: lower-case words joined by hyphens, such as device-ledger.")
    }
    /// Help of `--from`.
    public static var fromHelp: LocalizedText {
      LocalizedText(
        ja: "台帳(.csv、.tsv、.xlsx)。見出しと値から列を決める。値はプラグインに写さない。",
        en: "A ledger (.csv, .tsv, .xlsx), whose header and values suggest the columns. None of its values is copied.")
    }
    /// Help of `--header`.
    public static var headerHelp: LocalizedText {
      LocalizedText(ja: "台帳の見出しの行。指定がなければ探す。", en: "The line of the ledger's header; by default it is looked for.")
    }
    /// Help of `--requirement`.
    public static var requirementHelp: LocalizedText {
      LocalizedText(
        ja: "点検項目が証拠になる要求事項。idか条項の書き方。", en: "The requirements that the check gives evidence for: ids or citations.")
    }

    // MARK: - What is wrong

    /// There is something of that name already.
    public static func exists(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) はすでにあります。何も書き換えていません。別の名前にするか、先に片づけてください。",
        en: "\(path) is there already. Nothing was changed. Choose another name, or move it away first.")
    }
    /// A plugin of that name comes with Tenken.
    public static func isShipped(_ name: String) -> LocalizedText {
      LocalizedText(
        ja: "\(name) という名前のプラグインは Tenken に付いています。別の名前にしてください。",
        en: "Tenken comes with a plugin named \(name). Choose another name.")
    }
    /// The folder is no site.
    public static func noSite(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path) は施設のフォルダーではありません(tenken.yaml がない)。施設は tenken site init で作れます。",
        en: "\(path) is no site's folder: it has no tenken.yaml. tenken site init makes a site.")
    }
    /// The ending of the ledger's name tells no table.
    public static func noTable(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path): --from には、名前が .csv、.tsv、.xlsx、.xlsm で終わる台帳を指定してください。",
        en: "\(path): --from takes a ledger whose name ends in .csv, .tsv, .xlsx or .xlsm.")
    }
    /// The ledger cannot be opened.
    public static func cannotOpen(_ path: String, _ cause: String) -> LocalizedText {
      LocalizedText(ja: "\(path) を開けません: \(cause)", en: "Cannot open \(path): \(cause)")
    }
    /// The ledger has no row.
    public static var emptyLedger: LocalizedText {
      LocalizedText(
        ja: "何も書いてありません。1行目に列の見出しを書いてください。",
        en: "There is nothing in it. Write the headers of the columns into its first line.")
    }
    /// The first row holds values.
    public static var noHeader: LocalizedText {
      LocalizedText(
        ja: "この行は見出しではなく値のようです。その上に見出しの行(機器名、設置場所など)を書いてください。見出しなら --header でこの行を指定してください。",
        en:
          "This line seems to hold values and no headers. Write a line of headers (such as 機器名, 設置場所) above it; if it is the header, name the line with --header."
      )
    }
    /// Nothing tells whether the first row is the header.
    public static var uncertainHeader: LocalizedText {
      LocalizedText(
        ja: "この行が見出しか値か分かりません。見出しの行を --header で指定してください。値を見出しと取り違えると、患者や職員の名前がプラグインに写るからです。",
        en:
          "It cannot be told whether this line holds headers or values. Name the line of the header with --header: values that were taken for headers would be copied into the plugin, with the persons in them."
      )
    }
    /// `--header` names no row.
    public static func noSuchLine(_ line: Int) -> LocalizedText {
      LocalizedText(
        ja: "--header の \(line) 行目は、空行か、見出しを探す最初の20行より下です。",
        en: "--header: line \(line) is blank, or below the first 20 rows, in which headers are looked for.")
    }
    /// No column could be declared.
    public static var noColumns: LocalizedText {
      LocalizedText(
        ja: "使える見出しがありません。見出しのある列を1つは作り、同じ見出しは書き分けてください。",
        en: "It has no header that could be used. Give at least one column a header that no other column has.")
    }
    /// What was made does not pass: a defect of ours.
    public static var doesNotPass: LocalizedText {
      LocalizedText(
        ja: "作ったプラグインが検査に通らないため、書きませんでした。Tenken の不具合です。台帳の見出しの行を添えて知らせてください。",
        en:
          "The plugin that was made does not pass, so it was not written. This is a defect of Tenken: please report it with the ledger's line of headers."
      )
    }

    // MARK: - What was made

    /// The folder was made.
    public static func made(_ path: String, check: String, title: LocalizedText) -> LocalizedText {
      LocalizedText(
        ja: "\(path) を作りました。検査とテストに通ります。\n最初の点検項目: \(check) \(title.ja)",
        en: "Made \(path). It passes its check and its tests.\nIts first check: \(check) \(title.en)")
    }
    /// How the ledger was understood.
    public static func understood(_ file: String, encoding: String, line: Int, rows: Int) -> LocalizedText {
      LocalizedText(
        ja: "\(file): \(encoding)、見出しは \(line) 行目、その下に \(rows) 行",
        en: "\(file): \(encoding), header on line \(line), \(rows) \(rows == 1 ? "row" : "rows") below it")
    }
    /// The heads of the list of columns.
    public static var heads: [LocalizedText] {
      [
        LocalizedText(ja: "見出し", en: "header"), LocalizedText(ja: "名前", en: "name"), LocalizedText(ja: "型", en: "type"),
        LocalizedText(ja: "備考", en: "notes"),
      ]
    }
    /// A column identifies persons.
    public static var isPersonal: LocalizedText {
      LocalizedText(ja: "個人(仮名で見える)", en: "personal (shown as a pseudonym)")
    }
    /// A column has cells that say the same as above.
    public static var repeats: LocalizedText { LocalizedText(ja: "〃 は上と同じ", en: "〃 is the same as above") }

    /// Stands above what to look at.
    public static var toLookAt: LocalizedText { LocalizedText(ja: "確かめること:", en: "To look at:") }
    /// The requirement is only an example.
    public static func exampleRequirement(_ id: String) -> LocalizedText {
      LocalizedText(
        ja: "要求事項 \(id) は例です。合うものを tenken catalogue search で探し、plugin.lua を直す。",
        en: "The requirement \(id) is an example. Find what fits with tenken catalogue search, and change plugin.lua.")
    }
    /// The types are guesses.
    public static var guessedTypes: LocalizedText {
      LocalizedText(
        ja: "型と個人の列は、見出しと値からの推測です。違っていれば plugin.lua を直す。",
        en: "Types and personal columns are guessed from headers and values. Change plugin.lua where they are wrong.")
    }
    /// Some values cannot be read as the type of their column.
    public static func refused(_ header: String, type: String, count: Int, of values: Int, lines: [Int])
      -> LocalizedText
    {
      let shown = lines.map(String.init)
      let isAll = lines.count == count
      return LocalizedText(
        ja:
          "「\(header)」: \(values) 個の値のうち \(count) 個は \(type) と読めず、点検では誤りになる(\(shown.joined(separator: "、")) 行目\(isAll ? "" : "など"))。",
        en:
          "'\(header)': \(count) of \(values) values cannot be read as \(type) and will be errors (\(count == 1 ? "line" : "lines") \(shown.joined(separator: ", "))\(isAll ? "" : " and more"))."
      )
    }
    /// There were no rows, so types are guessed from headers alone.
    public static var noRows: LocalizedText {
      LocalizedText(
        ja: "台帳に値がないため、型は見出しだけから決めました。", en: "The ledger has no rows: types were chosen by the headers alone.")
    }
    /// Headers that several columns have.
    public static func duplicates(_ headers: [String]) -> LocalizedText {
      LocalizedText(
        ja: "同じ見出しの列が複数あり、入れていません: \(headers.joined(separator: "、"))。台帳で書き分けると使えます。",
        en:
          "Left out, because several columns have the same header: \(headers.joined(separator: ", ")). Tell them apart in the ledger to use them."
      )
    }
    /// Columns without a header.
    public static func unnamed(_ columns: [Int]) -> LocalizedText {
      let numbers = columns.map(String.init)
      return LocalizedText(
        ja: "値があるのに見出しのない列は入れていません: 左から \(numbers.joined(separator: "、")) 列目。",
        en:
          "Left out, because they have values and no header (counted from the left): \(numbers.joined(separator: ", "))."
      )
    }
    /// Columns that identify persons and cannot be pseudonyms.
    public static func persons(_ headers: [String]) -> LocalizedText {
      LocalizedText(
        ja: "個人を特定し、仮名にできない型なので、入れていません: \(headers.joined(separator: "、"))。",
        en:
          "Left out, because they identify persons and their type allows no pseudonyms: \(headers.joined(separator: ", "))."
      )
    }
    /// Columns whose header looks like a formula.
    public static func formulas(_ headers: [String]) -> LocalizedText {
      LocalizedText(
        ja: "見出しが数式のように始まるので、入れていません: \(headers.joined(separator: "、"))。",
        en: "Left out, because their headers begin like formulas: \(headers.joined(separator: ", ")).")
    }
    /// Rows that cannot be read.
    public static func broken(_ lines: [Int]) -> LocalizedText {
      let lines = lines.map(String.init)
      return LocalizedText(
        ja: "読めない行があります: \(lines.joined(separator: "、")) 行目など。",
        en: "Some rows cannot be read: lines \(lines.joined(separator: ", ")) and so on.")
    }
    /// The ledger must lie in the site's data.
    public static func copyLedger(_ from: String, to file: String) -> LocalizedText {
      LocalizedText(
        ja: "点検するには、\(from) を施設の data/\(file) に置く。", en: "For sweeps, put \(from) into the site as data/\(file).")
    }
    /// The template of a ledger that is still to be made.
    public static func fillTemplate(_ template: String, to file: String) -> LocalizedText {
      LocalizedText(
        ja: "台帳はまだありません。\(template) を施設の data/\(file) に写して書き込む。",
        en: "There is no ledger yet. Copy \(template) into the site as data/\(file) and fill it in.")
    }
    /// What to do next.
    public static func next(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "\(path)/plugin.lua を直したら: tenken plugin check \(path) と tenken plugin test \(path)",
        en: "After changing \(path)/plugin.lua: tenken plugin check \(path) and tenken plugin test \(path)")
    }

    // MARK: - plugin stubs

    /// What `plugin stubs` does.
    public static var stubsAbstract: LocalizedText {
      LocalizedText(
        ja: "エディターと luacheck のための定義を書き出す。", en: "Write the definitions for editors and luacheck.")
    }
    /// More about it.
    public static var stubsDiscussion: LocalizedText {
      LocalizedText(
        ja:
          "フォルダーに .stubs/(補完と説明)、.luarc.json(lua-language-server の設定)、.luacheckrc を書く。.stubs/ は新しくし、設定のファイルはすでにあれば書き換えない。",
        en:
          "Writes .stubs/ (completion and explanations), .luarc.json (settings of lua-language-server) and .luacheckrc into a folder. .stubs/ is renewed; files of settings that are there are not changed."
      )
    }
    /// Help of the folder of `plugin stubs`.
    public static var stubsOutputHelp: LocalizedText {
      LocalizedText(
        ja: "プラグインのフォルダーか、それを並べたフォルダー。指定がなければ今のフォルダー。",
        en: "The folder of a plugin or of several; by default the current one.")
    }
    /// There is no such folder.
    public static func noFolder(_ path: String) -> LocalizedText {
      LocalizedText(ja: "フォルダー \(path) がありません。", en: "There is no folder \(path).")
    }
    /// A file was written.
    public static func wrote(_ path: String) -> LocalizedText {
      LocalizedText(ja: "書きました: \(path)", en: "Wrote \(path)")
    }
    /// A file was left as it is.
    public static func kept(_ path: String) -> LocalizedText {
      LocalizedText(ja: "そのままにしました(すでにある): \(path)", en: "Left as it is: \(path)")
    }
  }
}
