public import Compliance

extension Wording {
  /// What `tenken attest` and `tenken waive` say.
  public enum StatementCommands {
    // MARK: - Help

    /// What `attest` does.
    public static var attestAbstract: LocalizedText {
      LocalizedText(
        ja: "点検項目では確かめられない要求事項について、自己申告を記録する。", en: "Record an attestation of what no check can verify.")
    }
    /// How `attest` is used.
    public static var attestDiscussion: LocalizedText {
      LocalizedText(
        ja: """
          施設の attestations.yaml の末尾に加える(すでに書かれているものは変えない)。証跡のファイルはSHA-256を記録し、後で変われば無効になる。
          例: tenken attest mhlw-5:6.3.C.4 --statement "運用管理規程を定めた" --by "佐藤 花子" --role 医療情報システム安全管理責任者 \
          --until 2027-03-31 --evidence documents/rules.txt
          期限が来たら更新する: tenken attest --renew rules-2026 --until 2028-03-31
          """,
        en: """
          Appends to the site's attestations.yaml; what is there stays as it is. The SHA-256 of each file of evidence is recorded; \
          once a file changes, the attestation no longer counts.
          For example: tenken attest mhlw-5:6.3.C.4 --statement "The rules are in force" --by "SATO Hanako" \
          --role "Security officer" --until 2027-03-31 --evidence documents/rules.txt
          To renew it in time: tenken attest --renew rules-2026 --until 2028-03-31
          """)
    }
    /// What `waive` does.
    public static var waiveAbstract: LocalizedText {
      LocalizedText(ja: "承認された例外を、理由と期限を付けて記録する。", en: "Record an accepted deviation, with its reason and its end.")
    }
    /// How `waive` is used.
    public static var waiveDiscussion: LocalizedText {
      LocalizedText(
        ja: """
          施設の waivers.yaml の末尾に加える(すでに書かれているものは変えない)。例外としたものも隠さず、不適合(例外承認あり)として示す。
          例: tenken waive --check wireless-lan/encryption --subject 'AP-RAD-*' --reason "撮影装置を2027年1月に更新する" \
          --approver 情報システム委員会 --until 2027-01-31
          """,
        en: """
          Appends to the site's waivers.yaml; what is there stays as it is. What is waived is not hidden: it is shown as failed, and waived.
          For example: tenken waive --check wireless-lan/encryption --subject 'AP-RAD-*' \
          --reason "The scanners are replaced in January 2027" --approver "IT committee" --until 2027-01-31
          """)
    }
    /// Help of the requirements.
    public static var requirementsHelp: LocalizedText {
      LocalizedText(ja: "要求事項のidまたは引用(6.3 C 4 など)。", en: "Ids or citations of requirements.")
    }
    /// Help of `--renew`.
    public static var renewHelp: LocalizedText {
      LocalizedText(
        ja: "この名前の自己申告を更新する。内容・人・証跡は、指定しなければ前と同じ(証跡は今のファイルで記録し直す)。",
        en:
          "Renew the attestation of this name. Statement, person and evidence stay as they were unless given; the files of evidence "
          + "are recorded as they are now.")
    }
    /// Help of `--statement`.
    public static var statementHelp: LocalizedText { LocalizedText(ja: "申告の内容。", en: "What is stated.") }
    /// Help of `--by`.
    public static var byHelp: LocalizedText { LocalizedText(ja: "申告する人。", en: "Who states it.") }
    /// Help of `--role`.
    public static var roleHelp: LocalizedText { LocalizedText(ja: "その人の役職。", en: "That person's office.") }
    /// Help of `--date`.
    public static var dateHelp: LocalizedText {
      LocalizedText(ja: "申告した日。指定がなければ今日。", en: "The day of the statement; by default today.")
    }
    /// Help of `--until`.
    public static var untilHelp: LocalizedText {
      LocalizedText(ja: "有効な最後の日(2027-03-31 など)。", en: "The last day on which it counts, such as 2027-03-31.")
    }
    /// Help of `--evidence`.
    public static var evidenceHelp: LocalizedText {
      LocalizedText(
        ja: "証跡のファイル。施設のフォルダーからのパス。", en: "Files of evidence, by their paths from the site's folder.")
    }
    /// Help of `--not-applicable`.
    public static var notApplicableHelp: LocalizedText {
      LocalizedText(ja: "満たすのではなく、対象外であると申告する。", en: "State that the requirement does not apply, not that it is met.")
    }
    /// Help of `--id`.
    public static var nameHelp: LocalizedText {
      LocalizedText(
        ja: "項目の名前(rules-2026 など)。指定がなければ日付から作る。", en: "A name, such as rules-2026; by default made of the date.")
    }
    /// Help of `--requirement`.
    public static var requirementHelp: LocalizedText {
      LocalizedText(
        ja: "この要求事項について。点検項目も指定すれば、その両方に当たるもの。", en: "For this requirement; with --check, what fits both.")
    }
    /// Help of `--check`.
    public static var checkHelp: LocalizedText {
      LocalizedText(ja: "この点検項目またはプラグインの不適合。", en: "Failures of this check or plugin.")
    }
    /// Help of `--subject`.
    public static var subjectHelp: LocalizedText {
      LocalizedText(
        ja: "この名前の対象だけ。* は任意の文字列、? は任意の1文字。", en: "Only subjects of this name; * stands for any characters, ? for one.")
    }
    /// Help of `--reason`.
    public static var reasonHelp: LocalizedText { LocalizedText(ja: "例外を認める理由。", en: "Why it is acceptable.") }
    /// Help of `--approver`.
    public static var approverHelp: LocalizedText { LocalizedText(ja: "承認した人または会議。", en: "Who approved it.") }
    /// Help of `--from`.
    public static var fromHelp: LocalizedText {
      LocalizedText(ja: "有効な最初の日。指定がなければ今日。", en: "The first day on which it counts; by default today.")
    }

    // MARK: - What was recorded

    /// An attestation was recorded.
    public static func attested(_ attestation: Attestation, _ title: LocalizedText) -> LocalizedText {
      let files = attestation.evidence.map { "\n  \($0.file)  SHA-256 \($0.sha256)" }.joined()
      let claim =
        attestation.claim == .met
        ? LocalizedText(ja: "", en: "") : LocalizedText(ja: "（対象外）", en: " (not applicable)")
      return LocalizedText(
        ja:
          "自己申告 \(attestation.id) を attestations.yaml に記録しました。\n  \(attestation.requirement)  \(title.ja)\(claim.ja)\n"
          + "  \(attestation.statement.ja)\n  \(Statements.statedBy(attestation).ja)、\(attestation.until) まで有効\(files)",
        en:
          "Recorded attestation \(attestation.id) in attestations.yaml.\n  \(attestation.requirement)  \(title.en)\(claim.en)\n"
          + "  \(attestation.statement.en)\n  \(Statements.statedBy(attestation).en), valid until \(attestation.until)\(files)"
      )
    }
    /// A waiver was recorded.
    public static func waived(_ waiver: Waiver) -> LocalizedText {
      let scope = [waiver.scope.requirement?.description, waiver.scope.check?.description, waiver.scope.subject]
        .compactMap(\.self).joined(separator: "  ")
      return LocalizedText(
        ja:
          "例外承認 \(waiver.id) を waivers.yaml に記録しました。\n  \(scope)\n  \(waiver.reason.ja)\n  \(Statements.approvedBy(waiver).ja)",
        en:
          "Recorded waiver \(waiver.id) in waivers.yaml.\n  \(scope)\n  \(waiver.reason.en)\n  \(Statements.approvedBy(waiver).en)"
      )
    }

    // MARK: - What is refused

    /// A requirement that the site need not follow.
    public static func notInForce(_ id: String) -> LocalizedText {
      LocalizedText(
        ja: "要求事項「\(id)」は、この施設に適用されていないか、削除されています。tenken.yaml の guidelines を確かめてください。",
        en: "The requirement ‘\(id)’ is not in force at this site, or was deleted. See ‘guidelines’ in tenken.yaml.")
    }
    /// A citation that fits several requirements.
    public static func ambiguous(_ word: String, _ ids: [RequirementID]) -> LocalizedText {
      let list = ids.map(\.description).joined(separator: ", ")
      return LocalizedText(
        ja: "「\(word)」に当たる要求事項が複数あります。idで指定してください: \(list)",
        en: "‘\(word)’ fits several requirements. Name one by its id: \(list)")
    }
    /// A requirement is named twice.
    public static func namedTwice(_ id: RequirementID) -> LocalizedText {
      LocalizedText(ja: "要求事項 \(id) が2度指定されています。", en: "The requirement \(id) is named twice.")
    }
    /// A word that is no day.
    public static func badDay(_ word: String, _ option: String) -> LocalizedText {
      LocalizedText(
        ja: "\(option) の「\(word)」は日付ではありません。2027-03-31 の形で書いてください。",
        en: "‘\(word)’ behind \(option) is no date. Write it as in 2027-03-31.")
    }
    /// A text that is blank or holds what cannot be seen.
    public static func badText(_ option: String) -> LocalizedText {
      LocalizedText(
        ja: "\(option) に、1行の文字で内容を書いてください。", en: "\(option) needs words, on one line.")
    }
    /// A word that is no name.
    public static func badName(_ name: String) -> LocalizedText {
      LocalizedText(
        ja: "--id の「\(name)」は名前になりません。英小文字の語を - でつないでください(rules-2026 など)。",
        en: "‘\(name)’ behind --id is no name. Join lower-case words by hyphens, as in rules-2026.")
    }
    /// A name that another entry has.
    public static func nameTaken(_ name: String) -> LocalizedText {
      LocalizedText(ja: "「\(name)」という名前の項目がすでにあります。", en: "There is an entry ‘\(name)’ already.")
    }
    /// A name that another attestation has.
    public static func renewInstead(_ name: String) -> LocalizedText {
      LocalizedText(
        ja: "「\(name)」という名前の自己申告がすでにあります。更新するなら --id の代わりに --renew \(name) を指定してください。",
        en: "There is an attestation ‘\(name)’ already. To renew it, give --renew \(name) in place of --id.")
    }
    /// A name that no attestation has.
    public static func unknownAttestation(_ word: String, near: String?) -> LocalizedText {
      LocalizedText(
        ja: "「\(word)」という名前の自己申告は attestations.yaml にありません。" + (near.map { "「\($0)」ではありませんか?" } ?? ""),
        en: "There is no attestation ‘\(word)’ in attestations.yaml." + (near.map { " Did you mean ‘\($0)’?" } ?? ""))
    }
    /// Neither a requirement nor what is to be renewed.
    public static var requirementNeeded: LocalizedText {
      LocalizedText(
        ja: "どの要求事項についてかを指定してください(6.3 C 4 など)。更新するなら --renew に名前を指定します。",
        en:
          "Name the requirement that it is about (such as '6.3 C 4'), or give --renew the name of what is to be renewed."
      )
    }
    /// A requirement beside what is to be renewed.
    public static var renewedRequirement: LocalizedText {
      LocalizedText(
        ja: "--renew では、要求事項は前と同じです。ほかの要求事項については --renew なしで申告してください。",
        en: "--renew keeps the requirement. To attest another one, leave out --renew.")
    }
    /// An option is missing.
    public static func optionNeeded(_ option: String) -> LocalizedText {
      LocalizedText(ja: "\(option) を指定してください。", en: "\(option) is needed.")
    }
    /// A document is not what it was when what is renewed was stated.
    public static func evidenceIsNew(_ file: String) -> LocalizedText {
      LocalizedText(
        ja: "  \(file) は前の申告の後に変わっています。今の内容を証跡として記録しました。",
        en: "  \(file) has changed since the statement before; it was recorded as it is now.")
    }
    /// A document that cannot be taken as evidence.
    public static func badEvidence(_ path: String, _ reason: LocalizedText) -> LocalizedText {
      LocalizedText(ja: "証跡 \(path): \(reason.ja)", en: "Evidence \(path): \(reason.en)")
    }
    /// A statement that is yet to be made.
    public static func statedInFuture(_ day: CalendarDate) -> LocalizedText {
      LocalizedText(ja: "申告の日 \(day) が今日より後です。", en: "The day of the statement, \(day), is yet to come.")
    }
    /// A waiver that is over already.
    public static func waivedInPast(_ day: CalendarDate) -> LocalizedText {
      LocalizedText(ja: "例外承認の最後の日 \(day) が過ぎています。", en: "The last day of the waiver, \(day), is past.")
    }
    /// A waiver of everything.
    public static var scopeless: LocalizedText {
      LocalizedText(
        ja: "すべてを例外とすることはできません。--requirement か --check を指定してください。",
        en: "Not everything can be waived. Give --requirement or --check.")
    }
    /// A check that says nothing of a requirement.
    public static func checkIsOfOtherRequirements(_ check: CheckID, _ requirement: RequirementID) -> LocalizedText {
      LocalizedText(
        ja: "\(check) は \(requirement) を見ていないので、この例外承認には当たるものがありません。",
        en: "\(check) does not look at \(requirement), so that this waiver would cover nothing.")
    }
  }
}
