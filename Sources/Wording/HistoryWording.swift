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

    /// A file is not the head of a history; `title` is its first line.
    public static func notAHead(_ title: String) -> LocalizedText {
      LocalizedText(
        ja: "履歴の末尾を書いたファイルではありません。最初の行は \(title) です。`tenken history head` の出力を渡してください。",
        en: "This is not the head of a history, whose first line is \(title). Give what `tenken history head` printed.")
    }

    /// A line of a head that means nothing, or stands twice.
    public static func unknownHeadLine(_ key: String) -> LocalizedText {
      LocalizedText(
        ja: "「\(key)」の行は使えません。sweep、sha256、at、site、signer、signature を1行ずつ書きます。",
        en: "The line '\(key)' cannot be used. There is one line each of sweep, sha256, at, site, signer and signature."
      )
    }

    /// A line of a head is missing or cannot be read; `example` shows it.
    public static func headLacks(_ example: String) -> LocalizedText {
      LocalizedText(ja: "「\(example)」のような行が必要です。", en: "A line like '\(example)' is needed.")
    }

    /// Others than its owner may read a key.
    public static func keyIsOpen(_ path: String) -> LocalizedText {
      LocalizedText(
        ja: "署名の鍵をほかの人も読めます。`chmod 600 \(path)` としてください。読まれたおそれがあれば、新しい鍵を作ってください。",
        en: "Others may read the signing key. Run `chmod 600 \(path)`; if somebody may have read it, make a new key.")
    }

    /// A file is no signing key.
    public static var notAKey: LocalizedText {
      LocalizedText(
        ja: "Ed25519 の秘密鍵(PEM)ではありません。`tenken history key` で作った鍵を指定してください。",
        en: "This is no Ed25519 private key in PEM. Name one that `tenken history key` made.")
    }

    /// A file is no public key.
    public static var notAPublicKey: LocalizedText {
      LocalizedText(
        ja: "Ed25519 の公開鍵(PEM)ではありません。`tenken history key` が示す公開鍵を渡してください。",
        en: "This is no Ed25519 public key in PEM. Give the one that `tenken history key` shows.")
    }

    /// A key file cannot be read or written; `reason` is the system's.
    public static func keyNotAccessible(_ reason: String) -> LocalizedText {
      LocalizedText(ja: "鍵のファイルを読み書きできません(\(reason))。", en: "The key file cannot be read or written (\(reason)).")
    }

    /// A key that the settings name is not there.
    public static var keyAbsent: LocalizedText {
      LocalizedText(
        ja: "設定にある署名の鍵がありません。`tenken history key` で作るか、設定の history: key を消してください。",
        en:
          "The signing key that the settings name is not there. `tenken history key` makes it; or remove history: key.")
    }

    /// A key was made, or is there.
    public static func keyIs(_ path: String, id: String, isNew: Bool) -> LocalizedText {
      LocalizedText(
        ja: "署名の鍵\(isNew ? "を作りました" : ""): \(path)(ID \(id))",
        en: "\(isNew ? "Made the signing key" : "Signing key"): \(path) (id \(id))")
    }

    /// What to do with the halves of a key.
    public static var keyAdvice: LocalizedText {
      LocalizedText(
        ja: """
          これからの点検には署名が付きます。下の公開鍵を、点検する機械とは別の場所(監査する人の手元、金庫など)に保管してください。
          秘密鍵は、点検を動かす利用者だけが読めるようにし、履歴のバックアップとは別に置きます。
          """,
        en: """
          Sweeps are signed from now on. Keep the public key below away from the machine that sweeps: with the auditor, in a safe.
          Only the user who runs sweeps may read the private key; keep it apart from the backups of the history.
          """)
    }
  }
}
