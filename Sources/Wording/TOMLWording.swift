import Compliance

// TOML.
extension Wording {
  /// A file is not in UTF-8.
  public static var tomlNotUTF8: LocalizedText {
    LocalizedText(
      ja: "UTF-8として読めない文字がある。TOMLはUTF-8で書く。", en: "There are characters that are not UTF-8, in which TOML is written.")
  }

  /// The header of a table is not closed.
  public static var tomlOpenHeader: LocalizedText {
    LocalizedText(ja: "表の見出しの閉じ括弧（] または ]]）がない。", en: "The header of the table lacks its closing ] or ]].")
  }

  /// There is no equals sign behind a name.
  public static func tomlNoEquals(_ name: String) -> LocalizedText {
    LocalizedText(ja: "「\(name)」の後に = がない。", en: "There is no = behind \"\(name)\".")
  }

  /// A name is missing.
  public static func tomlNoName(_ found: String) -> LocalizedText {
    found.isEmpty
      ? LocalizedText(ja: "名前があるはずの場所に何もない。", en: "A name was expected, but there is nothing.")
      : LocalizedText(
        ja: "名前があるはずの場所に「\(found)」がある。英数字と _ - のほかの文字を含む名前は引用符で囲む。",
        en:
          "A name was expected, not '\(found)'. A name with other characters than letters, digits, _ and - needs quotes."
      )
  }

  /// A value is missing, or is none.
  public static var tomlNoValue: LocalizedText {
    LocalizedText(
      ja: "値として読めない。文字列は引用符で囲み、日付は 2026-05-31 のように書く。",
      en: "No value can be read here. A text needs quotes; a date is written like 2026-05-31.")
  }

  /// There is more behind a value or header.
  public static func tomlMoreOnLine(_ found: String) -> LocalizedText {
    LocalizedText(
      ja: "行が終わるはずの場所に「\(found)」がある。一行に書けるのは一つの項目だけである。",
      en: "The line should end here, but there is '\(found)'. Each entry has a line of its own.")
  }

  /// A name or a table stands twice.
  public static func tomlDuplicate(_ name: String, firstLine: Int) -> LocalizedText {
    LocalizedText(
      ja: "「\(name)」は\(firstLine)行目にもあり、どちらが正しいか決められない。",
      en: "\"\(name)\" is on line \(firstLine) already, so that it is open which of the two counts.")
  }

  /// A list is not closed.
  public static var tomlOpenList: LocalizedText {
    LocalizedText(ja: "配列の中にはコンマか閉じ括弧 ] が必要である。", en: "In a list, a comma or the closing ] was expected.")
  }

  /// A table in braces is not closed.
  public static var tomlOpenTable: LocalizedText {
    LocalizedText(
      ja: "{ } の中にはコンマか閉じ括弧 } が必要である。途中で改行はできない。",
      en: "Within braces, a comma or the closing } was expected. They cannot go over several lines.")
  }

  /// A text is not closed.
  public static var tomlOpenQuote: LocalizedText {
    LocalizedText(ja: "ここで始まる文字列の引用符が閉じていない。", en: "The quote that opens here is not closed.")
  }

  /// A raw control character.
  public static var tomlControlCharacter: LocalizedText {
    LocalizedText(ja: "制御文字がそのまま入っている。", en: "There is a raw control character.")
  }

  /// An escape that TOML does not know.
  public static var tomlBadEscape: LocalizedText {
    LocalizedText(
      ja: "文字列の中の \\ に続く文字が正しくない。\\ をそのまま書くには一重引用符で囲む。",
      en: "The \\ in this text is followed by what TOML does not know. In single quotes, \\ stands for itself.")
  }
}
