import Compliance

extension Wording {
  /// What stands around requirements in exported files.
  public enum CatalogueExport {
    /// The headings of the table: id, citation, guideline, chapter, class, status, titles, text, source, counterparts, notes.
    public static var columns: [LocalizedText] {
      [
        LocalizedText(ja: "識別子", en: "ID"),
        LocalizedText(ja: "引用", en: "Citation"),
        LocalizedText(ja: "ガイドライン", en: "Guideline"),
        LocalizedText(ja: "章", en: "Chapter"),
        LocalizedText(ja: "区分", en: "Class"),
        LocalizedText(ja: "状態", en: "Status"),
        LocalizedText(ja: "題名（日本語）", en: "Title (Japanese)"),
        LocalizedText(ja: "題名（英語）", en: "Title (English)"),
        LocalizedText(ja: "原文", en: "Official text"),
        LocalizedText(ja: "出典", en: "Source"),
        LocalizedText(ja: "対応", en: "Counterparts"),
        LocalizedText(ja: "注記（日本語）", en: "Notes (Japanese)"),
        LocalizedText(ja: "注記（英語）", en: "Notes (English)"),
      ]
    }
    /// The title of a document of all requirements.
    public static var title: LocalizedText { LocalizedText(ja: "要求事項のカタログ", en: "Catalogue of requirements") }
    /// How a document of requirements is to be read.
    public static var preface: LocalizedText {
      LocalizedText(
        ja: "引用の部分は原文のままである。題名、注記、対応の説明は Tenken による。",
        en:
          "What is set as a quotation is official text, letter by letter. Titles, notes and words about correspondences are Tenken's."
      )
    }
    /// The name of the field of the issuer.
    public static var issuer: LocalizedText { LocalizedText(ja: "発行", en: "Issued by") }
    /// The name of the field of the date of publication.
    public static var published: LocalizedText { LocalizedText(ja: "公表", en: "Published") }
    /// What stands between the name of a field and its value.
    public static var fieldSeparator: LocalizedText { LocalizedText(ja: "：", en: ": ") }
    /// The name of the field of the citation.
    public static var citation: LocalizedText { LocalizedText(ja: "引用", en: "Citation") }
    /// A fault of the official text, and what was meant.
    public static func erratum(printed: String, corrected: String, reason: LocalizedText) -> LocalizedText {
      LocalizedText(
        ja: "原文の「\(printed)」は「\(corrected)」の誤りとみられる。\(reason.ja)",
        en: "‘\(printed)’ in the text should probably read ‘\(corrected)’. \(reason.en)")
    }
    /// What an exported OSCAL catalog says of its dates.
    public static var dateRemark: String {
      "The dates are those of publication; where only a month or year is known, they name its first day. "
        + "Titles are by Tenken; the statements are official text."
    }
  }
}

extension Wording.Command {
  /// What `catalogue export` does.
  public static var catalogueExportAbstract: LocalizedText {
    LocalizedText(ja: "カタログをほかの形式で書き出す。", en: "Write the catalogue in another format.")
  }
  /// The formats of `catalogue export`.
  public static var catalogueExportDiscussion: LocalizedText {
    LocalizedText(
      ja: """
        json: プログラム向け(tenken.catalogue/1)。csv: Excelで開ける表。=、+、-、@ などで始まるセルは、数式として動かないよう先頭に「'」を付ける。\
        markdown: 読むための一つの文書。oscal: ガイドラインごとに一つのOSCALカタログ。
        """,
      en: """
        json: for programs (tenken.catalogue/1). csv: a table for Excel; a cell that begins with =, +, -, @ or the like has \
        an apostrophe before it, so that it is not taken for a formula. markdown: one document to read. oscal: one OSCAL \
        catalog per guideline.
        """)
  }
  /// Help of `--format` of `catalogue export`.
  public static var catalogueFormatHelp: LocalizedText { LocalizedText(ja: "書き出す形式。", en: "The format to write.") }
  /// Help of `--guideline` of `catalogue export`.
  public static var exportGuidelineHelp: LocalizedText {
    LocalizedText(ja: "書き出すガイドライン。指定がなければすべて。", en: "The guidelines to write; by default all.")
  }
  /// Help of `--output` of `catalogue export`.
  public static var exportOutputHelp: LocalizedText {
    LocalizedText(
      ja: "書き込むファイル。oscal では、ガイドラインが二つ以上ならフォルダー。",
      en: "The file to write; for oscal and more than one guideline, the folder.")
  }
  /// OSCAL of several guidelines needs a folder.
  public static var outputFolderNeeded: LocalizedText {
    LocalizedText(
      ja: "oscal はガイドラインごとに一つのファイルになります。--output でフォルダーを指定するか、--guideline で一つに絞ってください。",
      en: "OSCAL is one file per guideline. Name a folder with --output, or one guideline with --guideline.")
  }
  /// Files were written.
  public static func exported(_ paths: [String]) -> LocalizedText {
    let list = paths.joined(separator: "\n")
    return LocalizedText(ja: "書き出しました:\n\(list)", en: "Wrote:\n\(list)")
  }
  /// What `catalogue import` does.
  public static var catalogueImportAbstract: LocalizedText {
    LocalizedText(
      ja: "OSCALのカタログ(JSON)を施設のカタログに取り込む。", en: "Take an OSCAL catalog (JSON) over into a site's catalogue.")
  }
  /// Help of the file of `catalogue import`.
  public static var importFileHelp: LocalizedText {
    LocalizedText(ja: "OSCALのカタログ(JSON)。", en: "The OSCAL catalog in JSON.")
  }
  /// Help of `--guideline` of `catalogue import`.
  public static var importGuidelineHelp: LocalizedText {
    LocalizedText(
      ja: "取り込んだガイドラインのID。指定がなければファイル名から作る。",
      en: "The id that the guideline is to have; by default made of the file's name.")
  }
  /// A guideline was imported.
  public static func imported(_ id: String, _ title: LocalizedText, requirements: Int, chapters: Int, folder: String)
    -> LocalizedText
  {
    LocalizedText(
      ja: """
        「\(title.ja)」を \(id) として取り込みました(要求事項 \(requirements) 件、章 \(chapters))。
        置いた場所: \(folder)
        点検に用いるには、tenken.yaml の guidelines に \(id) を加えてください。
        """,
      en: """
        Took '\(title.en)' over as \(id): \(requirements) requirements in \(chapters) chapters.
        It is in \(folder).
        To sweep against it, add \(id) to the guidelines in tenken.yaml.
        """)
  }
  /// There is no such folder of a site.
  public static func noSite(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "施設のフォルダー \(path) がありません。tenken site init で作れます。",
      en: "There is no folder of a site at \(path). tenken site init makes one.")
  }
}
