import Compliance
import Testing

/// A sweep such as a hospital has: something of every outcome, long Japanese texts, kanji beyond the first plane.
enum SampleSweep {
  static func run(
    _ id: String, _ ja: String, _ en: String, _ requirements: [String] = [], _ severity: Severity = .medium,
    remedy: LocalizedText = LocalizedText(verbatim: ""), outcome: Outcome, counts: [Outcome: Int] = [:],
    findings: [Finding] = [], problem: Problem? = nil, sources: [SourceEvidence] = []
  ) throws -> CheckRun {
    var number = OutcomeCounts()
    for (outcome, count) in counts { number[outcome] = count }
    return CheckRun(
      check: Check(
        id: try #require(CheckID(id)), title: LocalizedText(ja: ja, en: en),
        requirements: try requirements.map(SampleCatalogue.requirementID), severity: severity, cadence: "1 day",
        remedy: remedy),
      outcome: outcome, counts: number, findings: findings, problem: problem, sources: sources,
      pluginVersion: "1.0.0", pluginSHA256: String(repeating: "5e", count: 32),
      parameters: #"{"accepted":["wpa2-aes"],"days":30}"#, milliseconds: 12)
  }

  static func finding(_ subject: String, _ outcome: Outcome, _ ja: String, _ en: String, _ file: String, _ line: Int)
    -> Finding
  {
    Finding(
      subject: subject, outcome: outcome, message: LocalizedText(ja: ja, en: en), place: Place(file: file, line: line))
  }

  /// The hospital some days before, when other checks failed.
  static func earlierHospital() throws -> SweepResult {
    let now = try hospital()
    let checks = try now.checks.map { known in
      switch known.check.id.description {
      case "wireless-lan/encryption": try run("wireless-lan/encryption", "", "", outcome: .pass)
      case "clocks/synchronized": try run("clocks/synchronized", "", "", outcome: .error)
      default: known
      }
    }
    return SweepResult(
      site: now.site, at: "2026-11-14T09:00:00+09:00", checks: checks, standings: now.standings, exit: .failed)
  }

  /// What changed from a sweep 11 to a sweep 12.
  static func drift(from before: SweepResult, to after: SweepResult) -> SweepDrift {
    func stored(_ result: SweepResult, _ id: Int64) -> StoredSweep {
      StoredSweep(id: SweepID(id), result: result, program: "tenken 1.2.3", catalogueSHA256: "")
    }
    return SweepDrift(from: stored(before, 11), to: stored(after, 12))
  }

  static func hospital() throws -> SweepResult {
    let standing = { (id: String, standing: Standing, by: [String]) in
      RequirementStanding(
        requirement: try SampleCatalogue.requirementID(id), standing: standing,
        by: try by.map { try #require(EvidenceID($0)) })
    }
    return SweepResult(
      site: LocalizedText(ja: "緑が丘総合病院", en: "Midorigaoka General Hospital"), at: "2026-11-21T09:00:00+09:00",
      checks: try failing() + open() + settled(),
      standings: [
        try standing("mhlw-5:6.4.C.3", .notchecked, []),
        try standing("mhlw-5:6.4.D.1", .fail, ["premises/cameras"]),
        try standing("mhlw-5:6.5.C.6", .fail, ["accounts/leavers"]),
        try standing("mhlw-5:6.5.C.7", .unknown, ["access-log/reviewed"]),
        try standing("mhlw-5:6.5.C.9", .pass, ["clocks/synchronized"]),
        try standing("mhlw-5:6.5.C.12", .fail, ["wireless-lan/encryption", "wireless-lan/hidden"]),
        try standing("mhlw-5:6.5.C.12.1", .notchecked, ["wireless-lan/hidden"]),
        try standing("mhlw-5:6.5.C.12.3", .fail, ["wireless-lan/encryption"]),
        try standing("mhlw-5:6.5.D.6", .notapplicable, ["iot/risk-analysis"]),
        try standing("mhlw-5:6.10.C.1", .notchecked, []),
        try standing("mic-1:3.2.3.ko.1", .fail, ["wireless-lan/encryption"]),
        try standing("mic-1:3.2.3.ko.2", .notchecked, []),
      ],
      exit: .failed)
  }

  static func empty() -> SweepResult {
    SweepResult(
      site: LocalizedText(ja: "空の診療所", en: "Empty Clinic"), at: "2026-11-21T09:00:00+09:00", checks: [],
      standings: [], exit: .undetermined)
  }

  static func onlyErrors() throws -> SweepResult {
    SweepResult(
      site: LocalizedText(ja: "緑が丘総合病院", en: "Midorigaoka General Hospital"), at: "2026-11-21T09:00:00+09:00",
      checks: [
        try run(
          "backup", "backup", "backup", [], .high, outcome: .error,
          problem: Problem(
            at: Place(file: "plugins/backup/plugin.lua", line: 12, column: 3),
            LocalizedText(
              ja: "`columns` に `nmae` という列はない。`name` のことではないか。",
              en: "`columns` has no column `nmae`. Did you mean `name`?"))),
        try run(
          "accounts/leavers", "退職者のアカウントが残っていない", "No account of a leaver is left", ["mhlw-5:6.5.C.6"], .critical,
          outcome: .error,
          problem: Problem(
            at: Place(file: "plugins/accounts/plugin.lua", line: 40),
            LocalizedText(
              ja: "10 秒以内に終わらなかったので止めた。", en: "Stopped, because it did not end within 10 seconds."))),
      ],
      standings: [
        RequirementStanding(
          requirement: try SampleCatalogue.requirementID("mhlw-5:6.5.C.6"), standing: .error,
          by: [try #require(EvidenceID("accounts/leavers"))])
      ],
      exit: .undetermined)
  }

  private static func failing() throws -> [CheckRun] {
    let ledger = "data/wireless/access-points.csv"
    return [
      try run(
        "premises/cameras", "サーバ室に防犯カメラがある", "The server room has a camera", ["mhlw-5:6.4.D.1"], .low,
        remedy: LocalizedText(ja: "設置を計画する。", en: "Plan to install one."), outcome: .fail, counts: [.fail: 1],
        findings: [finding("サーバ室", .fail, "防犯カメラがない", "has no camera", "data/premises/rooms.csv", 3)]),
      try run(
        "wireless-lan/encryption", "無線LANの通信を暗号化している", "Wireless LAN traffic is encrypted",
        ["mhlw-5:6.5.C.12.3", "mic-1:3.2.3.ko.1"], .high,
        remedy: LocalizedText(
          ja: "WPA2/AES 以上に設定する。対応していない機器は、医療情報を扱わない網に移すか、機器を更新する。",
          en: "Set WPA2/AES or better. Move devices that cannot do so to a network without medical data, "
            + "or replace them."),
        outcome: .fail, counts: [.fail: 5, .error: 1, .pass: 41],
        findings: [
          finding("AP-3F-東", .fail, "暗号化方式が wep である", "encryption is wep", ledger, 12),
          finding("", .error, "「暗号化方式」の欄が空である", "the column 暗号化方式 is blank", ledger, 15),
          finding(
            "AP-𠮷野分院", .fail, "暗号化方式が tkip である。この方式は2012年に非推奨となり、解読の手順が公開されているので、早く改めること",
            "encryption is tkip, which was deprecated in 2012, and ways to break it have been published; change it soon",
            ledger, 27),
          finding("AP-B1-検査", .fail, "暗号化方式が none である", "encryption is none", ledger, 31),
          finding("AP-売店👩‍⚕️", .fail, "暗号化方式が wep である", "encryption is wep", ledger, 40),
        ],
        sources: [
          SourceEvidence(
            source: "access-points", file: ledger, sha256: String(repeating: "a1b2", count: 16), encoding: "CP932",
            records: 46, refused: 1, skipped: 2, columns: ["name", "encryption"])
        ]),
      try run(
        "accounts/leavers", "退職者のアカウントが残っていない", "No account of a leaver is left", ["mhlw-5:6.5.C.6"], .critical,
        remedy: LocalizedText(ja: "アカウントを無効にする。", en: "Disable the accounts."), outcome: .fail,
        counts: [.fail: 2, .pass: 310],
        findings: [
          finding("u-1f3a", .fail, "2026-09-30 に退職している", "left on 2026-09-30", "data/accounts/users.csv", 118),
          finding("u-77c0", .fail, "2026-10-31 に退職している", "left on 2026-10-31", "data/accounts/users.csv", 201),
        ]),
    ]
  }

  private static func open() throws -> [CheckRun] {
    [
      try run(
        "access-log/reviewed", "アクセスログを毎月確認している", "Access logs are reviewed each month", ["mhlw-5:6.5.C.7"],
        outcome: .unknown, counts: [.unknown: 1, .pass: 10],
        findings: [
          finding(
            "2026年10月", .unknown, "確認者の欄に「済」とだけあり、確認した人が分からない", "the reviewer's cell says only 済, not who it was",
            "data/logs/review.csv", 11)
        ]),
      try run(
        "backup", "backup", "backup", [], .high, outcome: .error,
        problem: Problem(
          at: Place(file: "plugins/backup/plugin.lua", line: 12, column: 3),
          LocalizedText(
            ja: "`columns` に `nmae` という列はない。`name` のことではないか。",
            en: "`columns` has no column `nmae`. Did you mean `name`?"))),
      try run(
        "wireless-lan/hidden", "SSIDを隠している", "The SSID is hidden", ["mhlw-5:6.5.C.12.1"], .low,
        outcome: .notchecked,
        problem: Problem(
          at: Place(file: "data/wireless/survey.csv"),
          LocalizedText(ja: "データ源「電波調査」のファイルがない。", en: "The file of the source “Site survey” is missing."))),
    ]
  }

  private static func settled() throws -> [CheckRun] {
    [
      try run(
        "clocks/synchronized", "時刻が同期している", "Clocks are synchronized", ["mhlw-5:6.5.C.9"], outcome: .pass,
        counts: [.pass: 2],
        findings: [
          finding("srv-01", .pass, "差は 0.2 秒", "off by 0.2 s", "data/clocks.csv", 2),
          finding("srv-02", .pass, "", "", "data/clocks.csv", 3),
        ]),
      try run(
        "iot/risk-analysis", "IoT機器のリスクを分析している", "Risks of IoT devices are analysed", ["mhlw-5:6.5.D.6"],
        outcome: .notapplicable, counts: [.notapplicable: 1]),
      try run("media/disposal", "媒体の廃棄を記録している", "Disposal of media is recorded", outcome: .notselected),
      try run(
        "accounts/number", "アカウントの数", "Number of accounts", outcome: .informational, counts: [.informational: 1],
        findings: [finding("", .informational, "312 件ある", "there are 312", "data/accounts/users.csv", 2)]),
    ]
  }
}
