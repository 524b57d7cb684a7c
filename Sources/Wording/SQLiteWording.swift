import Compliance

// SQLite.
extension Wording {
  /// A source in SQLite says neither or both of table and query.
  public static var tableOrQuery: LocalizedText {
    LocalizedText(
      ja: "SQLiteのデータ源には table（表の名前）か query（SELECT文）のどちらか一つが必要です。",
      en: "A source in SQLite needs either a table or a query (a SELECT), not both.")
  }

  /// A file is no database.
  public static var notSQLite: LocalizedText {
    LocalizedText(
      ja: "SQLiteのデータベースではない。暗号化されているデータベースは読めない。",
      en: "This is no SQLite database. A database that is encrypted cannot be read.")
  }

  /// A database is damaged.
  public static var damagedDatabase: LocalizedText {
    LocalizedText(
      ja: "データベースが壊れているか、途中で切れているか、読んでいる間に書き換えられた。sqlite3 の .backup で写しを作って置く。",
      en:
        "The database is damaged, cut off, or was changed while it was read. Make a copy of it with sqlite3's .backup.")
  }

  /// A query takes too long.
  public static var queryTooLong: LocalizedText {
    LocalizedText(
      ja: "問い合わせに時間がかかりすぎるため打ち切った。条件を絞るか、データベースに索引を作る。",
      en: "The query took too long and was stopped. Narrow it, or give the database an index.")
  }

  /// A query takes too much memory.
  public static var queryTooLarge: LocalizedText {
    LocalizedText(
      ja: "問い合わせに要るメモリが多すぎるか、長すぎる値がある。並べ替えや結合をせず、必要な列だけを読む。",
      en:
        "The query takes too much memory, or a value is too long. Read the columns that are needed, without sorting and joining."
    )
  }

  /// A query does what it may not.
  public static var queryNotAllowed: LocalizedText {
    LocalizedText(
      ja: "query に書けるのは一つのSELECT文だけである。データを変えるもの、PRAGMA、ATTACH、実行のたびに値が変わる関数（random など）は使えない。",
      en:
        "A query is a single SELECT. It cannot change data, nor use PRAGMA, ATTACH or functions that differ from run to run, such as random."
    )
  }

  /// A query cannot be run.
  public static func queryFailed(_ message: String) -> LocalizedText {
    LocalizedText(ja: "問い合わせを実行できない。SQLiteの言い分: \(message)", en: "The query cannot be run. SQLite says: \(message)")
  }

  /// A table is not there.
  public static func noSuchTable(_ name: String, names: [String], meant: String?) -> LocalizedText {
    let listed = quoted(names)
    return LocalizedText(
      ja: "「\(name)」という表がない。" + (names.isEmpty ? "表は一つもない。" : "ある表は\(listed.ja)。")
        + (meant.map { "「\($0)」のことではないか。" } ?? ""),
      en: "There is no table \(name)." + (names.isEmpty ? " There is none at all." : " There are \(listed.en).")
        + (meant.map { " Did you mean \"\($0)\"?" } ?? ""))
  }

  /// What was written to a database may still lie beside it.
  public static func unfinishedDatabase(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "データベースに書き込み中の内容が「\(name)」に残っており、このまま読むと古い内容になる。使っているプログラムを終了するか、sqlite3 の .backup で写しを作って置く。",
      en:
        "What was last written to the database still lies in \"\(name)\", so that reading it now would show old data. End the program that uses it, or make a copy with sqlite3's .backup."
    )
  }

  /// A value is longer than any.
  public static func valueTooLong(header: String, kibibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」の値が\(kibibytes) KiBを超える。", en: "The value of \"\(header)\" is longer than \(kibibytes) KiB.")
  }

  /// A value is bytes.
  public static func binaryValue(header: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」の値は文字ではなくバイナリ（BLOB）である。",
      en: "The value of \"\(header)\" is binary (a BLOB) and no text.")
  }
}
