import Compliance

// Cells that cannot be read. `cell` is what ``cell(header:value:)`` gives.
extension Wording {
  /// Names a cell by its column and value.
  /// - Parameter value: nil if it may identify a person; then it is not shown.
  public static func cell(header: String, value: String?) -> LocalizedText {
    guard let value else {
      return LocalizedText(
        ja: "「\(header)」の値（個人を特定しうるため示さない）", en: "\"\(header)\": the value (not shown, as it may identify a person)")
    }
    return LocalizedText(ja: "「\(header)」の値「\(value)」", en: "\"\(header)\": \"\(value)\"")
  }

  /// A value is not what its column holds.
  /// - Parameter type: the word for the type in plugins.
  public static func unreadableValue(_ cell: LocalizedText, type: String, example: String) -> LocalizedText {
    let (ja, en) =
      switch type {
      case "integer": ("整数として読めない。単位や記号を付けず、数字だけを書く", "is not a whole number; write digits only, without a unit")
      case "number": ("数値として読めない。単位や記号を付けず、数字だけを書く", "is not a number; write digits only, without a unit")
      case "boolean": ("有無として読めない", "is neither yes nor no")
      case "date": ("日付として読めない。年月日をすべて書く", "is not a date; write year, month and day")
      case "datetime": ("日時として読めない。年月日と時刻を書く", "is not a date and time")
      case "mac": ("MACアドレスとして読めない。16進数12桁で書く", "is not a MAC address; write 12 hexadecimal digits")
      case "network": ("ネットワークとして読めない", "is no network")
      case "fiscal-year": ("年度として読めない", "is no fiscal year")
      case "ip": ("IPアドレスとして読めない", "is not an IP address")
      default: ("読めない", "cannot be read")
      }
    return LocalizedText(ja: "\(cell.ja)は\(ja)。例: \(example)。", en: "\(cell.en) \(en), for example \(example).")
  }

  /// A number is too large.
  public static func numberOutOfRange(_ cell: LocalizedText) -> LocalizedText {
    LocalizedText(ja: "\(cell.ja)は桁が多すぎて扱えない。", en: "\(cell.en) is too large a number.")
  }

  /// There is no such day or time.
  public static func impossibleDate(_ cell: LocalizedText) -> LocalizedText {
    LocalizedText(ja: "\(cell.ja)は暦または時計にない日時である。", en: "\(cell.en) does not exist on the calendar or clock.")
  }

  /// An era does not reach to a day.
  /// - Parameter meant: the same day in the right era; nil if it may not be shown.
  public static func outsideEra(_ cell: LocalizedText, era: String, meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "\(cell.ja)は\(era)の期間の外である。" + (meant.map { "\($0)のことであれば、そう書く。" } ?? "元号を確かめる。"),
      en: "\(cell.en) lies outside the era \(era). "
        + (meant.map { "If \($0) is meant, write that." } ?? "Check the era."))
  }

  /// A year of two digits.
  public static func shortYear(_ cell: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "\(cell.ja)は年が2桁で、西暦か和暦か決められない。西暦4桁または元号を付けて書く。例: 2023/5/31、R5.5.31。",
      en: "\(cell.en) has a year of two digits, which may be of any calendar. Write four digits or an era, "
        + "for example 2023/5/31 or R5.5.31.")
  }

  /// The number that Excel keeps for a date.
  /// - Parameter meant: the day that the number stands for; nil if it may not be shown.
  public static func serialNumber(_ cell: LocalizedText, meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "\(cell.ja)は、Excelの日付の通し番号" + (meant.map { "（\($0)）" } ?? "")
        + "のように見える。Excelで列の「セルの書式設定」を「日付」にして保存し直す。",
      en: "\(cell.en) looks like the serial number of a date in Excel" + (meant.map { " (\($0))" } ?? "")
        + ". Format the column as Date in Excel and save the file again.")
  }

  /// A date stands where a time is needed too.
  public static func missingTime(_ cell: LocalizedText, example: String) -> LocalizedText {
    LocalizedText(ja: "\(cell.ja)に時刻がない。例: \(example)。", en: "\(cell.en) has no time of day, for example \(example).")
  }

  /// The weekday beside a date does not fit.
  public static func otherWeekday(_ cell: LocalizedText) -> LocalizedText {
    LocalizedText(ja: "\(cell.ja)は日付と曜日が合わない。", en: "\(cell.en) has a weekday that is not that of the date.")
  }

  /// A cell refers to the one above.
  public static func ditto(header: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」に「〃」や「同上」は使えない。並べ替えても正しいように、値を書く。",
      en: "\"\(header)\" says \"same as above\". Write the value, so that it stays right when rows are sorted.")
  }

  /// The first row refers to the one above.
  public static func nothingAbove(header: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」に「〃」や「同上」とあるが、上の行に値がない。", en: "\"\(header)\" says \"same as above\", but there is no value above."
    )
  }

  /// A cell refers to one above that cannot be read.
  public static func unreadableAbove(header: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」は上の行と同じとあるが、上の行の値が読めない。",
      en: "\"\(header)\" says \"same as above\", but the value above cannot be read.")
  }

  /// A plugin lets a column repeat where there are no rows.
  public static func repetitionNeedsTable(_ column: String) -> LocalizedText {
    LocalizedText(
      ja: "列「\(column)」の same_as_above は、行のある形式（csv、tsv、xlsx）でしか使えません。",
      en: "same_as_above of column '\(column)' can be used only where there are rows: csv, tsv, xlsx.")
  }

  /// A cell holds a control character.
  /// - Parameter code: the character in the form U+0000.
  public static func controlCharacter(header: String, code: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」に制御文字（\(code)）が含まれている。入力し直す。",
      en: "\"\(header)\" holds a control character (\(code)). Enter the value again.")
  }

  /// A cell is not in the encoding of the file.
  public static func undecodableCell(header: String, encoding: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」に\(encoding)として読めない文字がある。ファイル全体を同じ文字コードで保存し直す。",
      en: "\"\(header)\" holds characters that are not \(encoding). Save the whole file in one encoding.")
  }

  /// A cell is in UTF-8 while the file is not.
  public static func otherEncoding(header: String, encoding: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」はUTF-8だが、ファイルは\(encoding)である。ファイル全体を同じ文字コードで保存し直す。",
      en: "\"\(header)\" is in UTF-8, but the file in \(encoding). Save the whole file in one encoding.")
  }

  /// A cell that must have a value is blank.
  public static func blankCell(header: String) -> LocalizedText {
    LocalizedText(ja: "「\(header)」が空欄である。", en: "\"\(header)\" is blank.")
  }
}
