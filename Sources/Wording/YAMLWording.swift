public import Compliance

/// What the strict reader of YAML says about files that people wrote.
extension Wording {
  /// What stands where something else was expected.
  public enum YAMLFound: Sendable {
    /// No value, or a blank one.
    case nothing
    /// Text; it is shown.
    case text(String)
    /// A list.
    case list
    /// A mapping.
    case mapping
  }

  /// Why a file cannot be read.
  public enum FileFault: Sendable {
    /// There is no such file.
    case absent
    /// The permissions do not allow it.
    case forbidden
    /// It is a folder, a pipe or a device.
    case notAFile
    /// Something else, in the words of the system.
    case system(String)
  }

  /// The list of problems was cut.
  public static func moreProblems(than count: Int) -> LocalizedText {
    LocalizedText(
      ja: "問題が\(count)件を超えたため、ここから先は表示しない。上から順に直す。",
      en: "There are more than \(count) problems; the rest are not shown. Mend these first.")
  }

  /// A file cannot be read at all.
  public static func fileUnreadable(_ fault: FileFault) -> LocalizedText {
    switch fault {
    case .absent: LocalizedText(ja: "ファイルがない。", en: "There is no such file.")
    case .forbidden:
      LocalizedText(
        ja: "読み取りの権限がない。ファイルのアクセス権を見直す。",
        en: "Reading is not permitted. Check the permissions of the file.")
    case .notAFile:
      LocalizedText(ja: "通常のファイルではない(フォルダーや装置など)。", en: "This is not a regular file.")
    case .system(let reason):
      LocalizedText(ja: "読み取れない(\(reason))。", en: "It cannot be read (\(reason)).")
    }
  }

  /// The file is larger than anything that a person writes.
  public static func yamlTooLarge(mebibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "ファイルが大きすぎる。\(mebibytes) MiB まで読める。",
      en: "The file is too large. Up to \(mebibytes) MiB can be read.")
  }

  /// The bytes are not UTF-8.
  public static func yamlNotUTF8() -> LocalizedText {
    LocalizedText(
      ja: "文字コードがUTF-8ではない。UTF-8で保存し直す。",
      en: "The file is not in UTF-8. Save it again as UTF-8.")
  }

  /// The file holds no value.
  public static func yamlEmptyFile() -> LocalizedText {
    LocalizedText(ja: "ファイルに何も書かれていない。", en: "There is nothing in the file.")
  }

  /// A second document begins in the file.
  public static func yamlSecondDocument() -> LocalizedText {
    LocalizedText(
      ja: "「---」で区切られた2つ目の文書がある。1つのファイルには1つだけ書く。",
      en: "A second document begins here, after ‘---’. Write one document a file.")
  }

  /// An anchor, `&name`.
  public static func yamlAnchor() -> LocalizedText {
    LocalizedText(
      ja: "アンカー(&名前)は使えない。「&」で始まる値は引用符で囲む。",
      en: "Anchors (&name) are not used here. Quote a value that begins with ‘&’.")
  }

  /// An alias, `*name`.
  public static func yamlAlias() -> LocalizedText {
    LocalizedText(
      ja: "エイリアス(*名前)は使えない。値をそのまま書くか、「*」で始まる値なら引用符で囲む。",
      en: "Aliases (*name) are not used here. Write the value itself, or quote a value that begins with ‘*’.")
  }

  /// A tag, `!name`.
  public static func yamlTag(_ tag: String) -> LocalizedText {
    LocalizedText(
      ja: "タグ「\(tag)」は使えない。「!」で始まる値は引用符で囲む。",
      en: "The tag ‘\(tag)’ is not used here. Quote a value that begins with ‘!’.")
  }

  /// Lists and mappings lie too deep within each other.
  public static func yamlTooDeep(limit: Int) -> LocalizedText {
    LocalizedText(
      ja: "入れ子が深すぎる。\(limit)段まで読める。",
      en: "The nesting is too deep. Up to \(limit) levels can be read.")
  }

  /// A key that is a list, a mapping or empty.
  public static func yamlKeyIsNoText() -> LocalizedText {
    LocalizedText(
      ja: "キーが文字列ではない。「キー: 値」の形で書く。",
      en: "A key must be text. Write ‘key: value’.")
  }

  /// A key that the mapping has already.
  public static func yamlDuplicateKey(_ key: String, firstLine: Int?) -> LocalizedText {
    let line = firstLine.map(String.init) ?? "?"
    return LocalizedText(
      ja: "キー「\(key)」が重複している(1つ目は\(line)行目)。どちらかを消す。",
      en: "The key ‘\(key)’ is there twice (first on line \(line)). Remove one of them.")
  }

  /// A required key is not there.
  public static func yamlMissingKey(_ key: String) -> LocalizedText {
    LocalizedText(ja: "キー「\(key)」がない。", en: "The key ‘\(key)’ is missing.")
  }

  /// A key that means nothing here.
  public static func yamlUnknownKey(_ key: String, meant: String?, known: [String]) -> LocalizedText {
    if let meant {
      return LocalizedText(
        ja: "不明なキー「\(key)」。「\(meant)」の誤りではないか。",
        en: "Unknown key ‘\(key)’. Did you mean ‘\(meant)’?")
    }
    let names = known.joined(separator: ", ")
    return LocalizedText(
      ja: "不明なキー「\(key)」。ここで使えるキー: \(names)",
      en: "Unknown key ‘\(key)’. Keys that can be used here: \(names)")
  }

  /// A key without a value.
  public static func yamlEmptyValue(of key: String) -> LocalizedText {
    LocalizedText(
      ja: "キー「\(key)」に値がない。値を書くか、キーごと消す。",
      en: "The key ‘\(key)’ has no value. Give it one, or remove the key.")
  }

  /// A list that must not be empty.
  public static func yamlEmptyList() -> LocalizedText {
    LocalizedText(ja: "一覧が空である。1つ以上書く。", en: "The list is empty. Write at least one item.")
  }

  /// Something else stands there than must.
  public static func yamlExpected(_ expected: LocalizedText, found: YAMLFound) -> LocalizedText {
    let what =
      switch found {
      case .nothing: LocalizedText(ja: "値がない", en: "there is nothing")
      case .text(let text): LocalizedText(ja: "「\(excerpt(text))」がある", en: "found ‘\(excerpt(text))’")
      case .list: LocalizedText(ja: "一覧がある", en: "found a list")
      case .mapping: LocalizedText(ja: "「キー: 値」の組がある", en: "found keys with values")
      }
    return LocalizedText(
      ja: "ここには\(expected.ja)が必要だが、\(what.ja)。", en: "Expected \(expected.en), but \(what.en).")
  }

  /// A word that is none of those that are allowed.
  public static func yamlUnknownWord(_ word: String, meant: String?, known: [String]) -> LocalizedText {
    let hint = meant.map { LocalizedText(ja: "「\($0)」の誤りではないか。", en: " Did you mean ‘\($0)’?") }
    let words = known.joined(separator: ", ")
    return LocalizedText(
      ja: "「\(excerpt(word))」は使えない。\(hint?.ja ?? "")使える語: \(words)",
      en: "‘\(excerpt(word))’ cannot be used.\(hint?.en ?? "") Words that can: \(words)")
  }

  /// Expected: text.
  public static func yamlText() -> LocalizedText { LocalizedText(ja: "文字列", en: "text") }

  /// Expected: a list.
  public static func yamlList() -> LocalizedText { LocalizedText(ja: "一覧(- または [ ])", en: "a list (- or [ ])") }

  /// Expected: a mapping.
  public static func yamlMapping() -> LocalizedText {
    LocalizedText(ja: "「キー: 値」の組", en: "keys with values")
  }

  /// Expected: a boolean.
  public static func yamlBoolean() -> LocalizedText {
    LocalizedText(ja: "true または false(引用符なし)", en: "true or false (without quotes)")
  }

  /// Expected: a whole number.
  public static func yamlInteger(from lower: Int, through upper: Int) -> LocalizedText {
    if upper == .max {
      return LocalizedText(ja: "\(lower)以上の整数(引用符なし)", en: "a whole number from \(lower) (without quotes)")
    }
    return LocalizedText(
      ja: "\(lower)から\(upper)までの整数(引用符なし)",
      en: "a whole number from \(lower) to \(upper) (without quotes)")
  }

  /// Expected: a number.
  public static func yamlNumber(above lower: Double, through upper: Double) -> LocalizedText {
    LocalizedText(
      ja: "\(decimal(lower))より大きく\(decimal(upper))以下の数(引用符なし)",
      en: "a number above \(decimal(lower)), at most \(decimal(upper)) (without quotes)")
  }

  /// Expected: one of a few words.
  public static func yamlOne(of words: [String]) -> LocalizedText {
    let list = words.joined(separator: ", ")
    return LocalizedText(ja: "次のいずれか(\(list))", en: "one of \(list)")
  }

  /// Expected: text in both languages.
  public static func yamlBothLanguages() -> LocalizedText {
    LocalizedText(ja: "日本語と英語の組({ja: …, en: …})", en: "text in both languages ({ja: …, en: …})")
  }

  /// A fault of the notation. libyaml tells them apart by English phrases; those that people meet are explained.
  public static func yamlSyntax(_ problem: String) -> LocalizedText {
    switch problem {
    case "mapping values are not allowed in this context":
      LocalizedText(
        ja: "ここに「:」は置けない。値の中の「: 」なら値を引用符で囲み、キーなら字下げをそろえる。",
        en: "A ‘:’ cannot stand here. Quote a value that holds ‘: ’, or align the indentation of a key.")
    case "found character that cannot start any token":
      LocalizedText(
        ja: "値はこの文字で始められない。値を引用符で囲む。字下げはタブではなく空白で書く。",
        en: "A value cannot begin with this character. Quote the value; indent with spaces, not with tabs.")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      LocalizedText(
        ja: "字下げにタブがある。空白で書く。", en: "There is a tab in the indentation. Use spaces.")
    case "did not find expected key", "block sequence entries are not allowed in this context",
      "did not find expected '-' indicator":
      LocalizedText(
        ja: "字下げがそろっていないか、前の行の値が終わっていない。",
        en: "The indentation is not aligned, or the value of the line before has not ended.")
    case "could not find expected ':'":
      LocalizedText(
        ja: "「キー: 値」の「:」がない。「:」の後には空白を置く。",
        en: "The ‘:’ of ‘key: value’ is missing. Put a space behind the ‘:’.")
    case "did not find expected ',' or ']'":
      LocalizedText(
        ja: "「[」で始まる一覧が閉じていない。「,」または「]」が必要。",
        en: "A list that began with ‘[’ is not closed. A ‘,’ or ‘]’ is needed.")
    case "did not find expected ',' or '}'":
      LocalizedText(
        ja: "「{」で始まる組が閉じていない。「,」または「}」が必要。",
        en: "A mapping that began with ‘{’ is not closed. A ‘,’ or ‘}’ is needed.")
    case "found unexpected end of stream":
      LocalizedText(
        ja: "引用符が閉じていない。", en: "A quotation mark is not closed.")
    case "found unknown escape character":
      LocalizedText(
        ja: "二重引用符の中の「\\」は、この文字の前では使えない。「\\\\」と書くか、一重引用符で囲む。",
        en: "Within double quotes ‘\\’ cannot stand before this character. Write ‘\\\\’, or use single quotes.")
    case "control characters are not allowed":
      LocalizedText(ja: "使えない制御文字がある。消す。", en: "There is a control character. Remove it.")
    default:
      LocalizedText(
        ja: "YAMLの書き方に誤りがある(\(problem))。", en: "The notation is not valid YAML (\(problem)).")
    }
  }

  /// The beginning of a text that somebody wrote, on one line.
  static func excerpt(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.endIndex < text.endIndex ? line.prefix(40) + "…" : text
  }

  static func decimal(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
