import Compliance

extension Wording {
  /// What the command says about how it is set up: completion, the manual page.
  public enum Setup {
    /// What `completion` does.
    public static var completionAbstract: LocalizedText {
      LocalizedText(ja: "シェルの補完のスクリプトを書き出す。", en: "Write a shell's completion script.")
    }
    /// How `completion` is used.
    public static var completionDiscussion: LocalizedText {
      LocalizedText(
        ja: """
          bash: tenken completion bash > ~/.local/share/bash-completion/completions/tenken
          zsh:  tenken completion zsh > ~/.zfunc/_tenken(fpath に ~/.zfunc を加えておく)
          fish: tenken completion fish > ~/.config/fish/completions/tenken.fish
          """,
        en: """
          bash: tenken completion bash > ~/.local/share/bash-completion/completions/tenken
          zsh:  tenken completion zsh > ~/.zfunc/_tenken (with ~/.zfunc in fpath)
          fish: tenken completion fish > ~/.config/fish/completions/tenken.fish
          """)
    }
    /// Help of the shell's name.
    public static var shellHelp: LocalizedText { LocalizedText(ja: "シェル。", en: "The shell.") }
    /// What `manual` does.
    public static var manualAbstract: LocalizedText {
      LocalizedText(ja: "マニュアルページを書き出す。", en: "Write the manual page.")
    }

    // MARK: - The manual page

    /// A heading.
    public static var name: LocalizedText { LocalizedText(ja: "名前", en: "NAME") }
    /// A heading.
    public static var synopsis: LocalizedText { LocalizedText(ja: "書式", en: "SYNOPSIS") }
    /// A heading.
    public static var verbs: LocalizedText { LocalizedText(ja: "コマンド", en: "COMMANDS") }
    /// A heading.
    public static var files: LocalizedText { LocalizedText(ja: "ファイル", en: "FILES") }
    /// A heading.
    public static var environment: LocalizedText { LocalizedText(ja: "環境変数", en: "ENVIRONMENT") }
    /// The value that an option has unless it is given.
    public static func preset(_ value: String) -> LocalizedText {
      LocalizedText(ja: "(指定がなければ \(value))", en: " (default: \(value))")
    }

    /// The files that people meet.
    public static var fileList: [(path: String, text: LocalizedText)] {
      [
        ("tenken.yaml", LocalizedText(ja: "施設の設定。", en: "The settings of a site.")),
        ("data/", LocalizedText(ja: "施設が書き出した台帳や記録。", en: "What the hospital exports.")),
        ("plugins/", LocalizedText(ja: "施設の点検項目。", en: "The site's own checks.")),
        ("catalogue/", LocalizedText(ja: "施設の規程。", en: "The site's own rules.")),
        (
          ".tenken/",
          LocalizedText(
            ja: "点検の履歴、ロック、仮名の鍵。", en: "The history of sweeps, the lock, the key of the pseudonyms.")
        ),
        (
          "/etc/tenken/limits.yaml",
          LocalizedText(ja: "この計算機のどの施設も超えられない上限。", en: "What no site of the machine may exceed.")
        ),
        (
          "~/.cache/tenken/",
          LocalizedText(ja: "読んだものの写し。いつ消してもよい。", en: "What was read before; may be deleted at any time.")
        ),
        (
          "~/.local/state/tenken/repl-history",
          LocalizedText(ja: "REPLで入力した行。", en: "Lines that were typed at the REPL.")
        ),
      ]
    }

    /// The environment variables that matter.
    public static var environmentList: [(path: String, text: LocalizedText)] {
      [
        (
          "LC_ALL, LC_MESSAGES, LANG",
          LocalizedText(ja: "--language がなければ、表示の言語を決める。", en: "The language of the output, unless --language says it.")
        ),
        ("NO_COLOR", LocalizedText(ja: "空でなければ、色を付けない。", en: "No colours, unless it is empty.")),
        (
          "XDG_CACHE_HOME, XDG_STATE_HOME",
          LocalizedText(ja: "~/.cache と ~/.local/state の代わり。", en: "In place of ~/.cache and ~/.local/state.")
        ),
      ]
    }
  }
}
