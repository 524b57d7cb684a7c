import Compliance

// Records of any format.
extension Wording {
  /// A column that holds one value is given several.
  public static func severalValues(header: String, count: Int) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」に異なる値が\(count)個あり、一つに決められない。すべて必要なら、プラグインで列の型を list にする。",
      en: "\"\(header)\" has \(count) values that differ, and the column holds one. "
        + "If all are wanted, make the column a list in the plugin.")
  }

  /// The fields of one record are longer than any.
  public static func recordTooLarge(kibibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "一件の記録が\(kibibytes) KiBを超えるため読まない。", en: "The record is longer than \(kibibytes) KiB. It is left out.")
  }
}

// Documents of objects and lists.
extension Wording {
  /// A path in a plugin is none.
  public static func badPath(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(path)」はパスとして読めません。$.data.devices[*].name のように、名前を点でつないで書きます。点や括弧を含む名前は引用符で囲みます。",
      en:
        "'\(path)' is no path. Join names with dots, as in $.data.devices[*].name; quote a name that holds a dot or bracket."
    )
  }

  /// The path to the records leads to nothing.
  /// - Parameters:
  ///   - names: the first names that stand where the path ends.
  ///   - meant: the one that may have been meant.
  public static func noRecordsAtPath(_ path: String, names: [String], meant: String?) -> LocalizedText {
    let listed = quoted(names)
    return LocalizedText(
      ja: "「\(path)」に当たるものがファイルにない。" + (names.isEmpty ? "" : "そこにある名前は\(listed.ja)。")
        + (meant.map { "「\($0)」のことではないか。" } ?? ""),
      en: "Nothing in the file is at \(path)." + (names.isEmpty ? "" : " The names there are \(listed.en).")
        + (meant.map { " Did you mean \"\($0)\"?" } ?? ""))
  }

  /// A record's place in a document.
  public static func atPointer(_ pointer: String) -> LocalizedText {
    LocalizedText(ja: "（\(pointer)）", en: "(at \(pointer))")
  }

  /// An object or list stands where a column wants text.
  public static func valueIsNoText(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(path)」は一つの値ではなく、値の入れ物（オブジェクトや配列）である。",
      en: "\"\(path)\" is no single value but an object or a list of lists.")
  }

  /// A name stands twice in an object.
  public static func duplicateName(_ name: String, line: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(line)行目の「\(name)」は同じ入れ物の中で二度目で、どちらの値か決められない。",
      en: "\"\(name)\" on line \(line) stands twice in its object, so that it is open which value counts.")
  }

  /// An object has too many names.
  public static func tooManyNames(_ limit: Int) -> LocalizedText {
    LocalizedText(
      ja: "一つのオブジェクトに\(limit)を超える名前がある。", en: "An object has more than \(limit) names.")
  }

  /// Containers lie too deep within each other.
  public static func tooDeep(limit: Int) -> LocalizedText {
    LocalizedText(ja: "入れ子が\(limit)段を超えている。", en: "It is nested deeper than \(limit) levels.")
  }
}

// JSON.
extension Wording {
  /// A document ends in its middle.
  public static var jsonCutOff: LocalizedText {
    LocalizedText(
      ja: "JSONが途中で終わっている。ファイルを最後まで書き出したか確かめる。",
      en: "The JSON ends in the middle. See whether the file was written to its end.")
  }

  /// A line of JSON Lines ends in the middle of its value.
  public static var jsonLineEnds: LocalizedText {
    LocalizedText(
      ja: "値の途中で行が終わっている。JSON Linesでは一行に一つの値を書く。",
      en: "The line ends in the middle of a value. In JSON Lines, each line is one value.")
  }

  /// There is more behind the document.
  public static var jsonMore: LocalizedText {
    LocalizedText(
      ja: "JSONの終わりの後にまだ文字がある。一行に一つの値を書くファイルであれば、format を json-lines にする。",
      en: "There is more behind the end of the JSON. If each line is a value, the format is json-lines.")
  }

  /// There is more behind the value of a line of JSON Lines.
  public static var jsonMoreOnLine: LocalizedText {
    LocalizedText(
      ja: "値の後にまだ文字がある。JSON Linesでは一行に一つの値を書く。",
      en: "There is more behind the value. In JSON Lines, each line is one value.")
  }

  /// A comma or the end of a container is missing.
  public static func jsonNoComma(_ found: String) -> LocalizedText {
    LocalizedText(
      ja: "コンマか閉じ括弧があるはずの場所に「\(found)」がある。", en: "A comma or a closing bracket was expected, not '\(found)'.")
  }

  /// A name is missing.
  public static func jsonNoKey(_ found: String) -> LocalizedText {
    LocalizedText(
      ja: "引用符で囲んだ名前があるはずの場所に「\(found)」がある。", en: "A name in quotes was expected, not '\(found)'.")
  }

  /// A value is missing.
  public static func jsonNoValue(_ found: String) -> LocalizedText {
    LocalizedText(ja: "値があるはずの場所に「\(found)」がある。", en: "A value was expected, not '\(found)'.")
  }

  /// There is no colon behind a name.
  public static func jsonNoColon(_ name: String) -> LocalizedText {
    LocalizedText(ja: "「\(name)」の後にコロンがない。", en: "There is no colon behind \"\(name)\".")
  }

  /// A word or number that JSON does not know.
  public static func jsonBadWord(_ word: String) -> LocalizedText {
    LocalizedText(ja: "「\(word)」はJSONの値ではない。", en: "'\(word)' is no value of JSON.")
  }

  /// An escape that JSON does not know.
  public static var jsonBadEscape: LocalizedText {
    LocalizedText(ja: "文字列の中の \\ に続く文字が正しくない。", en: "The \\ in a text is followed by what JSON does not know.")
  }

  /// A raw control character in a text.
  public static var jsonControlCharacter: LocalizedText {
    LocalizedText(
      ja: "文字列の中に改行などの制御文字がそのまま入っている。", en: "A text holds a raw control character, such as a line break.")
  }

  /// A text is not in UTF-8.
  public static var jsonNotUTF8: LocalizedText {
    LocalizedText(
      ja: "UTF-8として読めない文字がある。JSONはUTF-8で書き出す。", en: "There are characters that are not UTF-8, in which JSON is written."
    )
  }

  /// A text is too long.
  public static func jsonTextTooLong(mebibytes: Int) -> LocalizedText {
    LocalizedText(ja: "\(mebibytes) MiBを超える文字列がある。", en: "A text is longer than \(mebibytes) MiB.")
  }
}

// Files of lines.
extension Wording {
  /// Says which line a fault is on, before the fault.
  public static func onLine(_ line: Int) -> LocalizedText {
    LocalizedText(ja: "\(line)行目: ", en: "Line \(line):")
  }

  /// A file that is read whole is too large for that.
  public static func fileTooLarge(mebibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(mebibytes) MiBを超えるファイルは、この形式では読まない。", en: "In this format, a file may have \(mebibytes) MiB.")
  }

  /// A section's name is not closed.
  public static var openSection: LocalizedText {
    LocalizedText(ja: "セクション名の閉じ括弧 ] がない。", en: "The name of the section lacks its closing ].")
  }

  /// A line begins with the equals sign.
  public static var noNameBeforeEquals: LocalizedText {
    LocalizedText(ja: "= の前に名前がない。", en: "There is no name before the =.")
  }

  /// An entry stands outside any section.
  public static var entryBeforeSection: LocalizedText {
    LocalizedText(
      ja: "セクションの始まり（config の行）より前に項目がある。", en: "An entry stands before the first section (config).")
  }

  /// A line of UCI is none.
  public static var notUCI: LocalizedText {
    LocalizedText(
      ja: "config 種類 '名前'、option 名前 '値'、list 名前 '値' のどれでもない行である。値に空白があれば引用符で囲む。",
      en:
        "The line is none of config TYPE 'NAME', option NAME 'VALUE', list NAME 'VALUE'. A value with spaces needs quotes."
    )
  }

  /// A quote in a line of UCI is not closed.
  public static var uciOpenQuote: LocalizedText {
    LocalizedText(ja: "引用符が閉じていない。", en: "A quote is not closed.")
  }

  /// A line has too many or too few fields.
  public static func wrongFieldCount(found: Int, expected: Int) -> LocalizedText {
    LocalizedText(
      ja: "コロンで区切った項目が\(expected)個あるはずだが、\(found)個ある。",
      en: "There should be \(expected) fields between colons, but there are \(found).")
  }

  /// A plugin declares a column that the format does not have.
  public static func formatHasNoColumn(
    _ column: String, format: String, known: [String], meant: String?
  ) -> LocalizedText {
    LocalizedText(
      ja: "\(format) に「\(column)」という列はありません。" + (meant.map { "「\($0)」ではありませんか。" } ?? "")
        + "ある列は\(quoted(known).ja)。",
      en: "\(format) has no column '\(column)'." + (meant.map { " Did you mean '\($0)'?" } ?? "")
        + " It has \(quoted(known).en).")
  }
}

// Patterns and logs.
extension Wording {
  /// A source of lines or blocks has no pattern.
  public static var patternsNeeded: LocalizedText {
    LocalizedText(
      ja: "この形式には pattern が必要です。例: pattern = \"{date} {time} {user}\"",
      en: "This format needs a pattern, such as pattern = \"{date} {time} {user}\".")
  }

  /// A pattern is empty or too long.
  public static func badPatternLength(_ limit: Int) -> LocalizedText {
    LocalizedText(
      ja: "パターンは1バイト以上\(limit)バイト以下で書きます。", en: "A pattern has between 1 and \(limit) bytes.")
  }

  /// The braces of a pattern do not pair up.
  public static func badPatternBrace(_ pattern: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(pattern)」の { と } の対応が合いません。文字としての { は {{、} は }} と書きます。",
      en: "The braces of '\(pattern)' do not pair up. For a brace itself, write {{ or }}.")
  }

  /// What stands between braces is no field.
  public static func badPatternField(_ field: String) -> LocalizedText {
    LocalizedText(
      ja: "「{\(field)}」は {名前} か {名前:種類} の形で書きます。名前に使えるのは文字、数字、_、-、@ です。",
      en: "Write '{\(field)}' as {name} or {name:kind}. A name has letters, digits, _, - and @.")
  }

  /// A field is of a kind that there is not.
  public static func unknownPatternKind(_ kind: String, known: [String], meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "「\(kind)」という種類はありません。" + (meant.map { "「\($0)」ではありませんか。" } ?? "") + "ある種類は\(quoted(known).ja)。",
      en: "There is no kind '\(kind)'." + (meant.map { " Did you mean '\($0)'?" } ?? "")
        + " There are \(quoted(known).en).")
  }

  /// It is open where a field ends.
  public static func patternFieldsTouch(_ pattern: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(pattern)」では、隣り合う二つの項目の境目が決まりません。間に文字を置くか、前の項目に :word や :digits を付けます。",
      en:
        "In '\(pattern)', two fields touch, so that it is open where the first ends. Put text between them, or give the first a "
        + "kind such as :word or :digits.")
  }

  /// A name stands twice in a pattern.
  public static func patternFieldTwice(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "一つのパターンに「\(name)」が二度あります。", en: "The field '\(name)' stands twice in one pattern.")
  }

  /// A line fits none of the patterns.
  public static var lineFitsNoPattern: LocalizedText {
    LocalizedText(
      ja: "どのパターンにも合わない行である。読まなくてよい行であれば、プラグインで others = \"skip\" とする。",
      en: "The line fits no pattern. If such lines do not matter, set others = \"skip\" in the plugin.")
  }

  /// A line is no entry of a system log.
  public static var notSyslog: LocalizedText {
    LocalizedText(
      ja: "システムログ（RFC 5424 または RFC 3164）の行として読めない。", en: "The line is no entry of a system log (RFC 5424 or RFC 3164).")
  }
}

// XML.
extension Wording {
  /// There is no memory left.
  public static var outOfMemory: LocalizedText {
    LocalizedText(ja: "メモリが足りない。", en: "There is no memory left.")
  }

  /// A path to the records of an XML document is none.
  public static func badRootPath(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(path)」はレコードへのパスとして読めません。/nmaprun/host のように、/ で始めて要素の名前をつなぎます。",
      en: "'\(path)' is no path to records. Begin with / and join the names of elements, as in /nmaprun/host.")
  }

  /// A path in a record of an XML document is none.
  public static func badElementPath(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(path)」はパスとして読めません。os/osmatch/@name や address[@addrtype='mac']/@addr のように書きます。",
      en: "'\(path)' is no path. Write it like os/osmatch/@name or address[@addrtype='mac']/@addr.")
  }

  /// The notation of XML is broken.
  /// - Parameter message: what Expat says.
  public static func xmlSyntax(_ message: String) -> LocalizedText {
    LocalizedText(
      ja: "XMLとして正しくない。" + (message.isEmpty ? "" : "（\(message)）"),
      en: "This is not well-formed XML." + (message.isEmpty ? "" : " (\(message))"))
  }

  /// An XML document declares entities or refers to some.
  public static var xmlEntities: LocalizedText {
    LocalizedText(
      ja: "独自の実体（ENTITY）を使うXMLは、膨大に展開されたり他のファイルを読み込んだりするおそれがあるため読まない。実体を使わずに書き出す。",
      en: "XML with entities of its own is not read, since they can grow without bounds or take in other files. "
        + "Export it without them.")
  }

  /// A tag, a comment or the like in an XML document has no end in sight.
  /// - Parameter mebibytes: how much of it is read.
  public static func xmlLongTag(mebibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "タグまたは注釈が\(mebibytes) MiBを超えても終わらない。閉じられているかを確かめる。",
      en: "A tag or comment goes on for more than \(mebibytes) MiB. See whether it is closed.")
  }

  /// An XML document is in an encoding that is not read.
  public static func xmlEncoding(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "文字コード「\(name)」のXMLは読めない。UTF-8で保存し直す。", en: "XML in the encoding \(name) is not read. Save it in UTF-8.")
  }

  /// Bytes of an XML document are not in its encoding.
  public static func xmlUndecodable(_ encoding: String) -> LocalizedText {
    LocalizedText(
      ja: "\(encoding)として読めない文字がある。", en: "There are characters that are not \(encoding).")
  }
}

// Workbooks.
extension Wording {
  /// A file is no workbook of today's format.
  public static var notAWorkbook: LocalizedText {
    LocalizedText(
      ja: "Excelブック（.xlsx）として読めない。古い形式（.xls）やパスワード付きのブックであれば、Excelで開き、パスワードなしの .xlsx で保存する。",
      en:
        "This cannot be read as an Excel workbook (.xlsx). If it is in the old format (.xls) or has a password, open it in Excel "
        + "and save it as .xlsx without one.")
  }

  /// A workbook has no sheets.
  public static var workbookWithoutSheets: LocalizedText {
    LocalizedText(ja: "ブックにシートがない。", en: "The workbook has no sheets.")
  }

  /// A workbook has no sheet of that name.
  public static func noSuchSheet(_ name: String, names: [String], meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "シート「\(name)」がない。あるシートは\(quoted(names).ja)。" + (meant.map { "「\($0)」のことではないか。" } ?? ""),
      en: "There is no sheet \"\(name)\". There are \(quoted(names).en)."
        + (meant.map { " Did you mean \"\($0)\"?" } ?? ""))
  }

  /// The rows of a sheet are not in the order of their numbers.
  public static var sheetRowsOutOfOrder: LocalizedText {
    LocalizedText(
      ja: "シートの行が番号順に並んでいない。Excelで開いて保存し直す。",
      en: "The rows of the sheet are not in the order of their numbers. Open it in Excel and save it again.")
  }

  /// A sheet has too many merged areas.
  public static var tooManyMergedAreas: LocalizedText {
    LocalizedText(ja: "結合されたセルが多すぎる。", en: "There are too many merged cells.")
  }

  /// The texts of a workbook are too many to be held.
  public static func sharedTextsTooLarge(mebibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "ブックの文字列が合わせて\(mebibytes) MiBを超える。CSVで保存する。",
      en: "The texts of the workbook exceed \(mebibytes) MiB. Save it as CSV.")
  }

  /// A cell shows an error of Excel.
  public static func formulaError(header: String, code: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」のセルがエラー（\(code)）である。数式を直す。", en: "\"\(header)\" is an error (\(code)). Correct the formula.")
  }

  /// A formula has never been calculated.
  public static func formulaWithoutValue(header: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」の数式の値がブックに保存されていない。Excelで開いて保存し直す。",
      en: "The value of the formula in \"\(header)\" is not in the workbook. Open it in Excel and save it again.")
  }
}
