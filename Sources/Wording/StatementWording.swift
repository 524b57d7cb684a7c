public import Compliance

extension Wording {
  /// What the readers of `attestations.yaml` and `waivers.yaml` say.
  public enum Statements {
    /// Expected: the name of an entry.
    public static var name: LocalizedText {
      LocalizedText(
        ja: "この項目の名前(英小文字の語を - でつないだもの。rules-2026 など)",
        en: "a name of the entry (lower-case words joined by hyphens, such as rules-2026)")
    }
    /// Expected: the id of a requirement.
    public static var requirementID: LocalizedText {
      LocalizedText(
        ja: "要求事項のID(mhlw-5:6.3.C.4 など)", en: "the id of a requirement (such as mhlw-5:6.3.C.4)")
    }
    /// Expected: a day.
    public static var calendarDate: LocalizedText {
      LocalizedText(ja: "日付(2026-04-01 の形)", en: "a date (as in 2026-04-01)")
    }
    /// Expected: the path of a document.
    public static var evidencePath: LocalizedText {
      LocalizedText(
        ja: "施設のフォルダーの中のパス(documents/rules.txt など。/ で区切り、先頭の /、..、*、? は使えない)",
        en: "a path within the site's folder (such as documents/rules.txt; with /, without a leading /, .., * or ?)")
    }
    /// Expected: a hash.
    public static var sha256: LocalizedText {
      LocalizedText(
        ja: "ファイルのSHA-256(16進小文字64桁。tenken attest が計算して書く)",
        en: "the SHA-256 of the file (64 lower-case hexadecimal digits; tenken attest computes and writes it)")
    }

    /// The last day is before the first.
    public static func endsBeforeItBegins(_ last: String, _ first: String, _ day: CalendarDate) -> LocalizedText {
      LocalizedText(
        ja: "\(last) が \(first) の \(day) より前になっている。", en: "‘\(last)’ is before ‘\(first)’, \(day).")
    }
    /// A waiver of everything.
    public static var scopeless: LocalizedText {
      LocalizedText(
        ja: "requirement も check も書かれていない。すべてを例外とすることはできない。少なくとも一方を書く。",
        en: "Neither ‘requirement’ nor ‘check’ is given. Not everything can be waived: give at least one of them.")
    }
    /// A waiver that lasts too long.
    public static func tooLong(_ days: Int, most: Int) -> LocalizedText {
      LocalizedText(
        ja: "例外承認の期間が\(days)日あり、上限の\(most)日を超えている。until を早めるか、tenken.yaml の waivers: maximum_days を見直す。",
        en: "The waiver lasts \(days) days; at most \(most) are allowed. Let it end earlier, or reconsider "
          + "‘waivers: maximum_days’ in tenken.yaml.")
    }
    /// A path that names no document of the site.
    public static var badEvidencePath: LocalizedText {
      LocalizedText(
        ja: "証跡には、施設のフォルダーの中の1つのファイルを、そこからのパスで指定する。",
        en: "Evidence must be one file within the site's folder, named by its path from there.")
    }
    /// A document is not there.
    public static var noDocument: LocalizedText {
      LocalizedText(
        ja: "証跡のファイルがない。元の場所に戻すか、改めて自己申告する。",
        en: "The file of evidence is not there. Put it back, or state it anew.")
    }
    /// A document cannot be read to its end.
    public static var unreadableDocument: LocalizedText {
      LocalizedText(ja: "証跡のファイルを最後まで読めない。", en: "The file of evidence cannot be read to its end.")
    }
    /// Entries cannot be added to a file as it is laid out.
    public static func cannotAppend(_ lines: String) -> LocalizedText {
      LocalizedText(
        ja: "このファイルの書き方では、末尾に項目を加えられない([ ] で書かれた一覧など)。ファイルは変えていない。次の項目を手で加える。\n\(lines)",
        en:
          "As this file is laid out, an entry cannot be appended to it (a list in brackets, for example). The file is "
          + "unchanged. Add this entry by hand:\n\(lines)")
    }
    /// The file cannot be written.
    public static func cannotWrite(_ reason: String) -> LocalizedText {
      LocalizedText(
        ja: "書き込めない(\(reason))。ファイルは変えていない。", en: "It cannot be written (\(reason)). The file is unchanged.")
    }

    // MARK: - When a site is checked

    /// An attestation that has expired or soon will.
    public static func note(_ attestation: Attestation, _ state: AttestationReview.State) -> LocalizedText {
      state == .expired
        ? LocalizedText(
          ja:
            "自己申告 \(attestation.id) は \(attestation.until) で切れている。要求事項 \(attestation.requirement) は、改めて申告するまで満たしていない。",
          en:
            "Attestation \(attestation.id) expired on \(attestation.until). Requirement \(attestation.requirement) is not met "
            + "until it is stated anew.")
        : LocalizedText(
          ja: "自己申告 \(attestation.id)(\(attestation.requirement))は \(attestation.until) で切れる。",
          en: "Attestation \(attestation.id) (\(attestation.requirement)) expires on \(attestation.until).")
    }
    /// An attestation one of whose documents is gone or another.
    public static func note(
      _ attestation: Attestation, _ document: EvidenceFile, _ condition: EvidenceFile.Condition
    ) -> LocalizedText {
      let text = evidence(document, condition)
      return LocalizedText(
        ja: "自己申告 \(attestation.id)(\(attestation.requirement))の\(text.ja)",
        en: "Attestation \(attestation.id) (\(attestation.requirement)), \(text.en)")
    }
    /// A waiver that has expired, soon will, or covers nothing.
    public static func note(_ waiver: Waiver, _ state: WaiverReview.State) -> LocalizedText {
      switch state {
      case .expired:
        LocalizedText(
          ja: "例外承認 \(waiver.id) は \(waiver.until) で切れている。当たるものは、そのままの判定になる。",
          en: "Waiver \(waiver.id) expired on \(waiver.until). What it covered counts as what it is.")
      case .unused:
        LocalizedText(
          ja: "例外承認 \(waiver.id) に当たる不適合は、前回の点検になかった。要らなくなっていれば消す。",
          en: "Waiver \(waiver.id) covered nothing in the last sweep. Remove it if it is no longer needed.")
      case .valid, .expiring, .pending, .orphaned:
        LocalizedText(
          ja: "例外承認 \(waiver.id) は \(waiver.until) で切れる。", en: "Waiver \(waiver.id) expires on \(waiver.until).")
      }
    }

    // MARK: - In reports

    /// Heading of what persons have stated and accepted.
    public static var heading: LocalizedText { LocalizedText(ja: "自己申告と例外承認", en: "Attestations and waivers") }
    /// How many count.
    public static func inForce(attestations: Int, waivers: Int) -> LocalizedText {
      LocalizedText(
        ja: "有効: 自己申告 \(attestations) 件、例外承認 \(waivers) 件",
        en: "In force: \(attestations) \(attestations == 1 ? "attestation" : "attestations"), "
          + "\(waivers) \(waivers == 1 ? "waiver" : "waivers")")
    }
    /// What an attestation is worth.
    public static func state(_ state: AttestationReview.State, until: CalendarDate, daysLeft: Int) -> LocalizedText {
      switch state {
      case .valid: validUntil(until)
      case .expiring: expiring(until, daysLeft)
      case .pending: pending
      case .superseded: LocalizedText(ja: "新しい申告に更新済み", en: "superseded by a later one")
      case .expired: expired(until)
      case .evidenceMissing: LocalizedText(ja: "証跡が見つからない", en: "evidence is missing")
      case .evidenceChanged: LocalizedText(ja: "証跡が申告後に変わった", en: "evidence has changed since")
      case .orphaned: LocalizedText(ja: "対象の要求事項がない", en: "its requirement is not in force")
      }
    }
    /// What a waiver is worth.
    public static func state(_ state: WaiverReview.State, until: CalendarDate, daysLeft: Int) -> LocalizedText {
      switch state {
      case .valid: validUntil(until)
      case .expiring: expiring(until, daysLeft)
      case .pending: pending
      case .expired: expired(until)
      case .unused: LocalizedText(ja: "該当する不適合がない", en: "covers nothing")
      case .orphaned: LocalizedText(ja: "対象の要求事項・点検項目がない", en: "what it names does not exist")
      }
    }
    /// Heading of what will end within 30 days.
    public static var expiringSoon: LocalizedText {
      LocalizedText(
        ja: "\(EvidenceReview.notice)日以内に期限が来るもの", en: "Ends within \(EvidenceReview.notice) days")
    }
    /// In place of what will end.
    public static var noneExpiringSoon: LocalizedText {
      LocalizedText(
        ja: "\(EvidenceReview.notice)日以内に期限が来るものはありません。",
        en: "Nothing ends within \(EvidenceReview.notice) days.")
    }
    /// How many days are left of something.
    public static func left(_ day: CalendarDate, daysLeft: Int) -> LocalizedText {
      if daysLeft == 0 { return LocalizedText(ja: "今日まで", en: "last day today") }
      return LocalizedText(
        ja: "\(day) まで（あと \(daysLeft) 日）", en: "until \(day) (\(daysLeft) \(daysLeft == 1 ? "day" : "days") left)")
    }
    private static func validUntil(_ day: CalendarDate) -> LocalizedText {
      LocalizedText(ja: "有効 (\(day) まで)", en: "valid until \(day)")
    }
    private static func expiring(_ day: CalendarDate, _ daysLeft: Int) -> LocalizedText {
      if daysLeft == 0 { return LocalizedText(ja: "今日で期限切れ", en: "last day today") }
      return LocalizedText(
        ja: "あと \(daysLeft) 日で期限切れ (\(day) まで)",
        en: "expires in \(daysLeft) \(daysLeft == 1 ? "day" : "days") (valid until \(day))")
    }
    private static func expired(_ day: CalendarDate) -> LocalizedText {
      LocalizedText(ja: "期限切れ (\(day) まで)", en: "expired (valid until \(day))")
    }
    private static var pending: LocalizedText { LocalizedText(ja: "まだ始まっていない", en: "not yet in force") }

    /// Who stated something, and when.
    public static func statedBy(_ attestation: Attestation) -> LocalizedText {
      LocalizedText(
        ja: "\(attestation.by)（\(attestation.role)）、\(attestation.date)",
        en: "\(attestation.by) (\(attestation.role)), \(attestation.date)")
    }
    /// Who stated something, when, and how long ago.
    public static func statedBy(_ attestation: Attestation, daysAgo: Int) -> LocalizedText {
      let text = statedBy(attestation)
      guard daysAgo > 0 else { return text }
      return LocalizedText(
        ja: "\(text.ja)（\(daysAgo) 日前）", en: "\(text.en), \(daysAgo) \(daysAgo == 1 ? "day" : "days") ago")
    }
    /// Who approved a waiver, and for how long it counts.
    public static func approvedBy(_ waiver: Waiver) -> LocalizedText {
      LocalizedText(
        ja: "承認: \(waiver.approver)、\(waiver.from) から \(waiver.until) まで",
        en: "approved by \(waiver.approver), \(waiver.from) to \(waiver.until)")
    }
    /// A document, and what lies there now.
    public static func evidence(_ document: EvidenceFile, _ condition: EvidenceFile.Condition) -> LocalizedText {
      switch condition {
      case .unchanged: LocalizedText(ja: "証跡: \(document.file)（変わりなし）", en: "evidence: \(document.file) (unchanged)")
      case .changed:
        LocalizedText(
          ja: "証跡: \(document.file) の内容が、申告したときと違います。確かめて、改めて申告してください。",
          en: "evidence: \(document.file) is not what it was when this was stated. Look at it and state it anew.")
      case .missing(let reason):
        LocalizedText(ja: "証跡: \(document.file): \(reason.ja)", en: "evidence: \(document.file): \(reason.en)")
      }
    }
    /// Before the reason of a waiver.
    public static func waivedBecause(_ count: Int) -> LocalizedText {
      count == 0
        ? LocalizedText(ja: "一部の要求事項について例外承認", en: "waived for some requirements")
        : LocalizedText(ja: "例外承認 \(count) 件", en: "waived \(count)")
    }
  }
}
