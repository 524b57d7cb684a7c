import Compliance

extension Wording {
  /// How the files of a site were understood.
  public enum InspectionListing {
    /// The encoding of a file.
    public static func encoding(_ name: String) -> LocalizedText { LocalizedText(verbatim: name) }
    /// Where the header is.
    public static func header(line: Int) -> LocalizedText {
      LocalizedText(ja: "見出しは\(line)行目", en: "header on line \(line)")
    }
    /// The rows that checks get.
    public static func read(_ count: Int) -> LocalizedText { LocalizedText(ja: "読めた記録 \(count)", en: "read \(count)") }
    /// The rows that cannot be read.
    public static func refused(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "読めない記録 \(count)", en: "refused \(count)")
    }
    /// The rows that are passed over on purpose.
    public static func skipped(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "飛ばした行 \(count)", en: "skipped \(count)")
    }
    /// The head of the columns' names.
    public static var column: LocalizedText { LocalizedText(ja: "列", en: "column") }
    /// The head of the headers.
    public static var headerInFile: LocalizedText { LocalizedText(ja: "ファイルの見出し", en: "header in the file") }
    /// The head of the number of records with a value.
    public static var filled: LocalizedText { LocalizedText(ja: "値のある記録", en: "with a value") }
    /// The file has no such column.
    public static var absent: LocalizedText { LocalizedText(ja: "（なし）", en: "(none)") }
    /// A header that may have been meant.
    public static func meant(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」のことではありませんか。", en: "Did you mean \"\(header)\"?")
    }
    /// Before the headers that no column takes.
    public static var unused: LocalizedText { LocalizedText(ja: "使われない見出し:", en: "Headers that are not used:") }
    /// Before the sources of which there is no file.
    public static var missing: LocalizedText {
      LocalizedText(ja: "ファイルのないデータ源:", en: "Sources without a file:")
    }
    /// There are more problems.
    public static func more(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "ほかに\(count)件あります。", en: "There are \(count) more.")
    }
    /// A command is not run.
    public static var notRun: LocalizedText {
      LocalizedText(ja: "コマンドは点検（tenken sweep）のときだけ実行します。", en: "commands are run by tenken sweep only.")
    }
  }
}
