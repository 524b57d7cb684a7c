import Compliance

// Opening sources.
extension Wording {
  /// The declared path is no path below the folder.
  public static var badSourcePath: LocalizedText {
    LocalizedText(
      ja: "データ源のパスは data/ の下のファイルでなければならない（絶対パス、.. 、空の階層は使えない）。",
      en: "The path of a source must be a file below data/ (no absolute path, no \"..\", no empty component).")
  }

  /// The site has no folder for data.
  public static var noDataFolder: LocalizedText {
    LocalizedText(
      ja: "データフォルダがない。施設のフォルダに data/ を作り、台帳を置く。",
      en: "There is no data folder. Make data/ in the site's folder and put the ledgers there.")
  }

  /// A declared file does not exist.
  public static func absentSource(title: LocalizedText, meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "「\(title.ja)」のファイルがない。" + (meant.map { "「\($0)」のことであれば名前を直す。" } ?? "この場所に置く。"),
      en: "The file of \"\(title.en)\" is not there. "
        + (meant.map { "If \"\($0)\" is meant, rename it." } ?? "Put it in this place."))
  }

  /// No file has a name that matches.
  public static func absentPattern(title: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "「\(title.ja)」に当たる名前のファイルが一つもない。この場所に置く。",
      en: "No file has a name that matches \"\(title.en)\". Put at least one in this place.")
  }

  /// A file has not been changed for too long to tell of today.
  public static func fileTooOld(title: LocalizedText, _ date: String, days: Int) -> LocalizedText {
    LocalizedText(
      ja: "「\(title.ja)」のファイルは \(date) のもので、\(days)日より古い。新しく書き出して置き換える。もう使わないものは消す。",
      en:
        "The file of \"\(title.en)\" is of \(date), which is more than \(days) days ago. Export it again, or delete what is no longer used."
    )
  }

  /// A symbolic link stands where a file or folder should.
  public static var symbolicLink: LocalizedText {
    LocalizedText(
      ja: "シンボリックリンクはたどらない。ファイルそのものを置く。",
      en: "Symbolic links are not followed. Put the file itself here.")
  }

  /// A symbolic link stands where a folder should.
  public static var symbolicLinkForFolder: LocalizedText {
    LocalizedText(
      ja: "シンボリックリンクはたどらない。フォルダそのものを置く。",
      en: "Symbolic links are not followed. Put the folder itself here.")
  }

  /// A folder stands where a file should.
  public static var folderInsteadOfFile: LocalizedText {
    LocalizedText(ja: "ファイルではなくフォルダである。", en: "This is a folder, not a file.")
  }

  /// A file stands where a folder should.
  public static var notAFolder: LocalizedText {
    LocalizedText(ja: "フォルダではない。", en: "This is not a folder.")
  }

  /// A FIFO, socket or device stands where a file should.
  public static var notAFile: LocalizedText {
    LocalizedText(
      ja: "通常のファイルではない（名前付きパイプやデバイスなど）ため開かない。",
      en: "This is not a regular file (but a FIFO, a device or the like), so it is not opened.")
  }

  /// The system refuses to open something.
  public static func cannotOpen(code: Int32) -> LocalizedText {
    switch code {
    case 13:
      LocalizedText(
        ja: "読み取る権限がない。点検を実行する利用者に読み取りを許可する。",
        en: "Permission denied. Allow the user who runs the sweep to read it.")
    default:
      LocalizedText(ja: "開けない（システムエラー \(code)）。", en: "It cannot be opened (system error \(code)).")
    }
  }

  /// The system refuses to write something.
  public static func cannotWrite(_ reason: String) -> LocalizedText {
    LocalizedText(
      ja: "書き込めない（\(reason)）。アクセス権と空き容量を確かめる。",
      en: "It cannot be written (\(reason)). Check the permissions and the space that is left.")
  }

  /// A file became shorter while it was read.
  public static var fileShrank: LocalizedText {
    LocalizedText(
      ja: "読んでいる間にファイルが短くなった。書き出しが終わってから、もう一度点検する。",
      en: "The file became shorter while it was read. Sweep again once it has been written to its end.")
  }

  /// Reading broke off.
  public static func readError(code: Int32) -> LocalizedText {
    LocalizedText(
      ja: "読み取りの途中で失敗した（システムエラー \(code)）。ディスクや共有フォルダの状態を確かめる。",
      en: "Reading broke off (system error \(code)). Look after the disk or the network share.")
  }

  /// Other files have the same problem.
  public static func likewise(_ files: [String]) -> LocalizedText {
    LocalizedText(
      ja: "ほかに \(files.joined(separator: "、")) も読めない。",
      en: "Nor can \(files.joined(separator: ", ")) be read.")
  }

  /// An Excel workbook under another name.
  public static var workbook: LocalizedText {
    LocalizedText(
      ja: "中身はExcelブックである。Excelで開き、「CSV UTF-8（コンマ区切り）」の形式で保存する。",
      en: "This is an Excel workbook. Open it in Excel and save it as \"CSV UTF-8 (comma delimited)\".")
  }
}

// Headers and rows.
extension Wording {
  /// Several cells of one row cannot be read.
  public static func shiftedCells(_ headers: [String]) -> LocalizedText {
    LocalizedText(
      ja: "\(headers.count)つの列\(quoted(headers).ja)が読めない。セルがずれていないか確かめる。",
      en: "\(headers.count) cells cannot be read (\(quoted(headers).en)). See whether the cells of the row are shifted."
    )
  }

  /// Several sentences as one text.
  public static func sentences(_ texts: [LocalizedText]) -> LocalizedText {
    LocalizedText(ja: texts.map(\.ja).joined(), en: texts.map(\.en).joined(separator: " "))
  }

  /// Required headers are missing in what is the header row.
  public static func missingHeaders(_ names: [String]) -> LocalizedText {
    LocalizedText(
      ja: "見出しの行に、必要な列\(quoted(names).ja)がない。", en: "The header row lacks the required \(quoted(names).en).")
  }

  /// The headers that the row does have.
  public static func headersThatStand(_ names: [String]) -> LocalizedText {
    LocalizedText(ja: "ある列は\(quoted(names).ja)。", en: "It has \(quoted(names).en).")
  }

  /// No row looks like the header.
  public static func noHeader(_ names: [String], rows: Int) -> LocalizedText {
    LocalizedText(
      ja: "先頭の\(rows)行に見出しの行が見つからない。必要な列は\(quoted(names).ja)。",
      en: "There is no header row among the first \(rows) rows. It must name \(quoted(names).en).")
  }

  /// A header that is nearly the one that is missing.
  public static func headerSuggestion(wanted: String, found: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(found)」が「\(wanted)」のことであれば見出しを直す。",
      en: "If \"\(found)\" is meant as \"\(wanted)\", correct the header.")
  }

  /// Headers that stand more than once.
  public static func duplicateHeaders(_ names: [String]) -> LocalizedText {
    LocalizedText(
      ja: "見出し\(quoted(names).ja)が二つ以上あり、どの列を読むか決められない。一つにする。",
      en: "The header \(quoted(names).en) stands more than once, so that it is open which column to read. Keep one.")
  }

  /// A quote is not closed.
  public static func openQuote(line: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(line)行目で始まる引用符（\"）が閉じていない。この行は読まず、次の行から続ける。",
      en:
        "The quote (\") that opens on line \(line) is not closed. The row is left out; reading goes on at the next line."
    )
  }

  /// Text follows a closing quote.
  public static func textAfterQuote(line: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(line)行目の引用符（\"）の対応が合わない。この行は読まず、次の行から続ける。値の中の引用符は二つ重ねる（\"\"）。",
      en: "The quotes (\") that begin on line \(line) do not pair up. The row is left out; reading goes on at the next "
        + "line. A quote inside a value is written twice (\"\").")
  }

  /// A cell is longer than any cell of Excel.
  public static func cellTooLong(kibibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(kibibytes) KiBを超えるセルがある。この行は読まない。区切り文字や改行が正しいか確かめる。",
      en:
        "A cell is longer than \(kibibytes) KiB. The row is left out; look whether delimiters and line breaks are right."
    )
  }

  /// A row is longer than any row of a ledger.
  public static func rowTooLong(kibibytes: Int, cells: Int) -> LocalizedText {
    LocalizedText(
      ja: "\(kibibytes) KiBまたは\(cells)列を超える行である。この行は読まない。区切り文字や改行が正しいか確かめる。",
      en: "The row is longer than \(kibibytes) KiB or \(cells) cells. It is left out; "
        + "look whether delimiters and line breaks are right.")
  }

  /// A line is longer than any line of a configuration file.
  public static var longLine: LocalizedText {
    LocalizedText(ja: "64 KiBを超える行である。この行は読まない。", en: "The line is longer than 64 KiB. It is left out.")
  }

  /// There are cells beyond the header.
  public static func surplusCells(found: Int, headers: Int) -> LocalizedText {
    LocalizedText(
      ja: "見出しは\(headers)列だが、\(found)列目に値がある。列がずれていないか確かめる（値の中のコンマは引用符で囲む）。",
      en: "There are \(headers) headers, but a value in column \(found). Look whether the columns have shifted "
        + "(a comma inside a value needs quotes around it).")
  }

  /// Bytes of a row are no text.
  public static func undecodableRow(line: Int, encoding: String) -> LocalizedText {
    LocalizedText(
      ja: "\(line)行目に\(encoding)として読めない文字がある。",
      en: "Line \(line) holds characters that are not \(encoding).")
  }

  /// A line of a key-value file is neither.
  public static var notKeyValue: LocalizedText {
    LocalizedText(
      ja: "「キー=値」でも「キー 値」でもない行である。コメントであれば行頭に # を付ける。",
      en: "The line is neither \"key=value\" nor \"key value\". If it is a comment, begin it with #.")
  }

  /// Required keys are missing in a record.
  public static func missingKeys(_ names: [String]) -> LocalizedText {
    LocalizedText(ja: "必要なキー\(quoted(names).ja)がない。", en: "The required \(quoted(names).en) is missing.")
  }

  /// A row of a plugin's test names a column that the source does not declare.
  public static func unknownColumn(_ name: String, meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "列「\(name)」は宣言されていない。" + (meant.map { "「\($0)」ではないか。" } ?? ""),
      en: "The column \"\(name)\" is not declared." + (meant.map { " Did you mean \"\($0)\"?" } ?? ""))
  }

  static func quoted(_ names: [String]) -> LocalizedText {
    LocalizedText(
      ja: names.map { "「\($0)」" }.joined(), en: names.map { "\"\($0)\"" }.joined(separator: ", "))
  }
}
