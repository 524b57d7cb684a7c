public import Compliance

extension Wording {
  /// What the page of a plugin says around what the plugin says of itself.
  public enum PluginPage {
    // MARK: - The command

    /// What `plugin docs` does.
    public static var abstract: LocalizedText {
      LocalizedText(
        ja: "プラグインが何を読み、何を確かめるかのページと、台帳のひな形を書き出す。",
        en: "Write pages of what plugins read and verify, and templates of their ledgers.")
    }
    /// More about it.
    public static var discussion: LocalizedText {
      LocalizedText(
        ja: "--output がなければ、ページを1つの言語で標準出力に書く。あれば、そのフォルダーにプラグインごとのフォルダーを作り、日本語と英語のページと、台帳のひな形(CSVとExcel)を書く。",
        en:
          "Without --output, pages go to standard output in one language. With it, each plugin gets a folder there, with the page in Japanese and English and the templates of its ledgers, as CSV and for Excel."
      )
    }
    /// Help of `--format`.
    public static var formatHelp: LocalizedText { LocalizedText(ja: "ページの形式。", en: "The format of the pages.") }
    /// Help of `--output`.
    public static var outputHelp: LocalizedText {
      LocalizedText(ja: "ページとひな形を置くフォルダー。", en: "The folder for pages and templates.")
    }

    // MARK: - Headings

    /// Heading of the data.
    public static var sources: LocalizedText { LocalizedText(ja: "読むデータ", en: "What it reads") }
    /// Heading of the checks.
    public static var checks: LocalizedText { LocalizedText(ja: "点検項目", en: "Checks") }
    /// Heading of the parameters.
    public static var parameters: LocalizedText {
      LocalizedText(ja: "施設が変えられる値", en: "What a site may set")
    }
    /// How parameters are set.
    public static func howToSet(_ plugin: String) -> LocalizedText {
      LocalizedText(
        ja: "tenken.yaml の plugins: の \(plugin): の parameters: に書く。",
        en: "They are set in tenken.yaml, below plugins: \(plugin): parameters:.")
    }

    // MARK: - Data

    /// The version.
    public static func version(_ version: String) -> LocalizedText {
      LocalizedText(ja: "版 \(version)", en: "Version \(version)")
    }
    /// Where data comes from, and its format.
    public static func origin(_ origin: String, format: String) -> LocalizedText {
      LocalizedText(ja: "\(origin)(\(format))", en: "\(origin) (\(format))")
    }
    /// A site may do without it.
    public static var optional: LocalizedText {
      LocalizedText(ja: "なければ、読む点検項目は対象から外れる。", en: "Without it, the checks that read it are left out.")
    }
    /// The site must grant it.
    public static var needsGrant: LocalizedText {
      LocalizedText(ja: "data/ の外にあり、施設の許可がいる。", en: "It lies outside data/, and the site must grant it.")
    }
    /// How old its file may be.
    public static func maxAge(_ days: Int) -> LocalizedText {
      LocalizedText(
        ja: "\(days) 日より前に書かれたファイルでは点検しない。", en: "A file written more than \(days) days ago is not checked.")
    }
    /// What checks see of data that no person fills in.
    public static func fields(_ names: [String]) -> LocalizedText {
      LocalizedText(
        ja: "読む項目: \(names.joined(separator: "、"))", en: "Fields that are read: \(names.joined(separator: ", "))")
    }
    /// Stands before the links to templates.
    public static var template: LocalizedText { LocalizedText(ja: "ひな形: ", en: "Template: ") }
    /// The heads of the columns.
    public static var columnHeads: [LocalizedText] {
      [
        LocalizedText(ja: "見出し", en: "Header"), LocalizedText(ja: "ほかに使える見出し", en: "Also accepted"),
        LocalizedText(ja: "書くもの", en: "What to write"), LocalizedText(ja: "空欄", en: "Blank"),
        LocalizedText(ja: "説明", en: "What it is"), LocalizedText(ja: "例", en: "Example"),
      ]
    }
    /// A cell may be blank.
    public static var mayBeBlank: LocalizedText { LocalizedText(ja: "可", en: "allowed") }
    /// A cell must not be blank.
    public static var mustNotBeBlank: LocalizedText { LocalizedText(ja: "不可", en: "not allowed") }
    /// A column identifies persons.
    public static var personal: LocalizedText {
      LocalizedText(ja: "個人を特定する。点検では仮名になる。", en: "Identifies persons; sweeps show pseudonyms.")
    }
    /// A column repeats.
    public static var repeats: LocalizedText {
      LocalizedText(ja: "〃 は上の行と同じ。", en: "〃 is the same as the row above.")
    }
    /// What is written into a column of a type of the plugin contract.
    public static func type(_ word: String) -> LocalizedText {
      switch word {
      case "string": LocalizedText(ja: "文字", en: "text")
      case "keyword": LocalizedText(ja: "語(全角・半角と大文字・小文字は区別しない)", en: "a term, in any width and case")
      case "integer": LocalizedText(ja: "整数", en: "a whole number")
      case "number": LocalizedText(ja: "数", en: "a number")
      case "boolean": LocalizedText(ja: "有/無、○/×、はい/いいえ など", en: "yes or no: 有/無, ○/×, yes/no")
      case "date": LocalizedText(ja: "日付(令和8年4月1日、R8.4.1、2026/4/1 など)", en: "a date: 令和8年4月1日, R8.4.1, 2026/4/1")
      case "datetime": LocalizedText(ja: "日時(2026-04-01 09:00 など)", en: "a date and time, such as 2026-04-01 09:00")
      case "fiscal-year": LocalizedText(ja: "年度(令和8年度、2026年度 など)", en: "a fiscal year: 令和8年度, 2026年度")
      case "mac": LocalizedText(ja: "MACアドレス", en: "a MAC address")
      case "ip": LocalizedText(ja: "IPアドレス", en: "an IP address")
      case "network": LocalizedText(ja: "ネットワーク(192.0.2.0/24 など)", en: "a network, such as 192.0.2.0/24")
      case "version": LocalizedText(ja: "版(2.10 など)", en: "a version, such as 2.10")
      case "list": LocalizedText(ja: "「、」で区切った並び", en: "several, divided by commas or 、")
      default: LocalizedText(verbatim: word)
      }
    }
    /// The name of the sheet that explains a ledger, beside the ledger itself.
    public static var notesSheet: LocalizedText { LocalizedText(ja: "記入要領", en: "Notes") }

    // MARK: - Checks

    /// How grave it is, how often it runs, what it reads.
    public static func facts(severity: LocalizedText, cadence: String, sources: [LocalizedText]) -> [LocalizedText] {
      [
        LocalizedText(ja: "不適合の重さ: \(severity.ja)", en: "A failure is: \(severity.en)"),
        LocalizedText(ja: "間隔: \(cadence)", en: "Every: \(cadence)"),
        LocalizedText(
          ja: "読むデータ: \(sources.map(\.ja).joined(separator: "、"))",
          en: "Reads: \(sources.map(\.en).joined(separator: ", "))"),
      ]
    }
    /// What to do when it fails.
    public static func remedy(_ remedy: LocalizedText) -> LocalizedText {
      LocalizedText(ja: "不適合のときにすること: \(remedy.ja)", en: "What to do when it fails: \(remedy.en)")
    }
    /// A requirement that it gives evidence for.
    public static func requirement(_ citation: String, title: LocalizedText, class name: LocalizedText) -> LocalizedText
    {
      LocalizedText(
        ja: "要求事項 \(citation) \(title.ja)(\(name.ja))", en: "Requirement \(citation) \(title.en) (\(name.en))")
    }

    // MARK: - Parameters

    /// The heads of the parameters.
    public static var parameterHeads: [LocalizedText] {
      [
        LocalizedText(ja: "名前", en: "Name"), LocalizedText(ja: "意味", en: "What it is for"),
        LocalizedText(ja: "種類", en: "Kind"), LocalizedText(ja: "既定", en: "Default"),
        LocalizedText(ja: "範囲", en: "Range"), LocalizedText(ja: "単位", en: "Unit"),
      ]
    }
    /// Pages in HTML are one to a file.
    public static var outputForPagesNeeded: LocalizedText {
      LocalizedText(
        ja: "HTMLのページはプラグインごとのファイルになります。置くフォルダーを --output で指定してください。",
        en: "Pages in HTML are a file each. Name a folder for them with --output.")
    }
  }
}
