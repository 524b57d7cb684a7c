import Compliance

extension Wording {
  /// What the history's database says when it cannot be used.
  public enum History {
    /// There is no history file yet.
    public static var absent: LocalizedText {
      LocalizedText(
        ja: "点検の履歴がまだありません。`tenken sweep` で点検すると作られます。",
        en: "There is no history yet. `tenken sweep` makes it.")
    }

    /// The file or its folder cannot be opened; `reason` is the system's.
    public static func cannotOpen(reason: String) -> LocalizedText {
      LocalizedText(
        ja: "履歴のファイルを開けません(\(reason))。ファイルとフォルダーの権限を確かめてください。",
        en: "The history file cannot be opened (\(reason)). Check the permissions of the file and its folder.")
    }

    /// A database of another program stands in the history's place.
    public static var foreign: LocalizedText {
      LocalizedText(
        ja: "Tenken の履歴ではない SQLite ファイルです。中身には触れていません。別の場所へ移してから点検をやり直してください。",
        en: "This SQLite file is not a history of Tenken. It was left untouched. Move it elsewhere, then sweep again.")
    }

    /// The file is not a database, or is broken.
    public static var damaged: LocalizedText {
      LocalizedText(
        ja: "履歴のファイルが壊れています。中身には触れていません。バックアップから戻すか、別名で残してから点検をやり直してください。",
        en: "The history file is damaged. It was left untouched. Restore it from a backup, "
          + "or keep it under another name and sweep again.")
    }

    /// The file may be read but not written.
    public static var readOnly: LocalizedText {
      LocalizedText(
        ja: "履歴に書き込めません。ファイルとフォルダーに書き込む権限が必要です。",
        en: "The history cannot be written. The file and its folder need write permission.")
    }

    /// A later version of Tenken has changed the file's layout.
    public static var newer: LocalizedText {
      LocalizedText(
        ja: "この履歴は新しい版の Tenken が書いたものです。中身には触れていません。Tenken を更新してください。",
        en: "A newer Tenken wrote this history. Update Tenken. The file was left untouched.")
    }

    /// Another process holds the file.
    public static var busy: LocalizedText {
      LocalizedText(
        ja: "ほかのプログラムが履歴を使っています。終わるのを待ってからやり直してください。",
        en: "Another program is using the history. Wait until it ends, then try again.")
    }

    /// No space is left.
    public static var full: LocalizedText {
      LocalizedText(
        ja: "ディスクに空きがないため、履歴に書き込めません。空きを作ってからやり直してください。",
        en: "The history cannot be written because the disk is full. Make room, then try again.")
    }

    /// SQLite failed in a way that has no advice of its own; `code` is its extended result code.
    public static func failed(code: Int32) -> LocalizedText {
      LocalizedText(
        ja: "履歴の読み書きに失敗しました(SQLite のコード \(code))。ディスクとファイルの状態を確かめてください。",
        en: "Reading or writing the history failed (SQLite code \(code)). Check the disk and the file.")
    }
  }
}
