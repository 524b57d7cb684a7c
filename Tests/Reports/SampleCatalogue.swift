import Compliance
import Testing

/// A piece of catalogue with every class, status and relation.
enum SampleCatalogue {
  static func requirementID(_ text: String) throws -> RequirementID { try #require(RequirementID(text)) }

  static func catalogue() throws -> Catalogue {
    let mhlw = Guideline(
      id: try #require(GuidelineID("mhlw-5")),
      title: LocalizedText(
        ja: "医療情報システムの安全管理に関するガイドライン",
        en: "Guidelines for the Safety Management of Medical Information Systems"),
      edition: LocalizedText(ja: "第5版", en: "5th edition"),
      issuer: LocalizedText(ja: "厚生労働省", en: "Ministry of Health, Labour and Welfare"), published: "2017-05",
      supersededBy: LocalizedText(
        ja: "第5.2版(2022年3月)、第6.0版(2023年5月31日)と改定された。", en: "Revised as edition 5.2 and 6.0."))
    let mic = Guideline(
      id: try #require(GuidelineID("mic-1")),
      title: LocalizedText(
        ja: "クラウドサービス事業者が医療情報を取り扱う際の安全管理に関するガイドライン",
        en: "Guidelines on Safety Management for Cloud Service Providers Handling Medical Information"),
      edition: LocalizedText(ja: "第1版", en: "1st edition"),
      issuer: LocalizedText(ja: "総務省", en: "Ministry of Internal Affairs and Communications"), published: "2018-07")
    return Catalogue(
      guidelines: [mhlw, mic], requirements: try mhlwRequirements() + micRequirements(),
      correspondences: try correspondences(), chapters: chapters(of: mhlw.id, mic.id), errata: try errata())
  }

  private static func chapters(of mhlw: GuidelineID, _ mic: GuidelineID) -> [Chapter] {
    [
      Chapter(guideline: mhlw, number: "6.4", title: LocalizedText(ja: "物理的安全管理策", en: "Physical safeguards")),
      Chapter(guideline: mhlw, number: "6.5", title: LocalizedText(ja: "技術的安全管理策", en: "Technical safeguards")),
      Chapter(
        guideline: mhlw, number: "6.10",
        title: LocalizedText(ja: "災害等の非常時の対応", en: "Response to disasters and other emergencies")),
      Chapter(guideline: mic, number: "3.2.3", title: LocalizedText(ja: "技術的安全対策", en: "Technical safeguards")),
    ]
  }

  private static func errata() throws -> [Erratum] {
    let source = SourceLine(document: "table-5", line: 41)
    return [
      Erratum(
        requirement: try requirementID("mhlw-5:6.5.C.12"), source: source, printed: "対策をとること。", corrected: "対策を採ること。",
        reason: LocalizedText(ja: "ほかの項では「採る」と書く。", en: "Other items spell it 「採る」."), certainty: .probable),
      Erratum(
        requirement: try requirementID("mhlw-5:6.5.C.12.1"), source: source, printed: "利用者以外に",
        corrected: "利用者以外の者に",
        reason: LocalizedText(ja: "「の者」が欠けている。", en: "「の者」 is missing."), certainty: .certain),
    ]
  }

  private static func requirement(
    _ id: String, _ citation: String, _ requirementClass: RequirementClass?, _ ja: String, _ en: String,
    status: RequirementStatus = .current, text: String? = nil, parent: String? = nil, parts: [String] = [],
    chapter: String, source: SourceLine? = nil, notes: [LocalizedText] = []
  ) throws -> Requirement {
    Requirement(
      id: try requirementID(id), citation: citation, requirementClass: requirementClass, status: status,
      title: LocalizedText(ja: ja, en: en), text: text, parent: try parent.map(requirementID),
      parts: try parts.map(requirementID), chapter: chapter, source: source, notes: notes)
  }

  private static func mhlwRequirements() throws -> [Requirement] {
    [
      try requirement(
        "mhlw-5:6.4.C.3", "第5版 6.4 C 3", .minimum, "入退管理", "Entry control", chapter: "6.4"),
      try requirement(
        "mhlw-5:6.4.D.1", "第5版 6.4 D 1", .recommended, "防犯カメラ等の設置", "Security cameras", chapter: "6.4"),
      try requirement(
        "mhlw-5:6.4.unstated", "第5版 6.4 明文規定なし", nil, "明文の規定がない", "Not stated", status: .providerOnly,
        chapter: "6.4"),
      try requirement(
        "mhlw-5:6.5.C.6", "第5版 6.5 C 6", .minimum, "職種に応じたアクセス権限", "Access rights by profession",
        chapter: "6.5"),
      try requirement(
        "mhlw-5:6.5.C.7", "第5版 6.5 C 7", .minimum, "アクセス記録の取得と定期確認", "Access logged and reviewed",
        chapter: "6.5"),
      try requirement(
        "mhlw-5:6.5.C.9", "第5版 6.5 C 9", .minimum, "時刻の同期", "Synchronized clocks", chapter: "6.5"),
      try requirement(
        "mhlw-5:6.5.C.12", "第5版 6.5 C 12", .minimum, "無線LANの利用", "Use of wireless LAN",
        text: "12. 無線LANを利用する場合\nシステム管理者は以下の事項に留意すること。"
          + "(1) 利用者以外に無線LANの利用を特定されないようにすること。例えば、ステルスモード、ANY接続拒否などの対策をとること。"
          + "(3) 不正な情報の取得を防止すること。例えばWPA2/AES等により、通信を暗号化し情報を保護すること。",
        parts: ["mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.3"], chapter: "6.5",
        source: SourceLine(document: "table-5", line: 41),
        notes: [
          LocalizedText(
            ja: "WPA2/AESは例示である。その後の版はWPA3も挙げる。", en: "WPA2/AES is an example. Later editions name WPA3, too.")
        ]),
      try requirement(
        "mhlw-5:6.5.C.12.1", "第5版 6.5 C 12 (1)", .minimum, "利用を特定されない", "Network is not advertised",
        text: "(1) 利用者以外に無線LANの利用を特定されないようにすること。", parent: "mhlw-5:6.5.C.12", chapter: "6.5"),
      try requirement(
        "mhlw-5:6.5.C.12.3", "第5版 6.5 C 12 (3)", .minimum, "通信を暗号化する", "Traffic is encrypted",
        text: "(3) 不正な情報の取得を防止すること。", parent: "mhlw-5:6.5.C.12", chapter: "6.5"),
      try requirement(
        "mhlw-5:6.5.D.6", "第5版 6.5 D 6", .recommended, "IoT機器のリスク分析", "Risk analysis of IoT devices", chapter: "6.5"),
      try requirement(
        "mhlw-5:6.9.deleted", "第5版 6.9 削除", nil, "削除された要求事項(6.9)", "Deleted requirement (6.9)",
        status: .deleted, chapter: "6.9"),
      try requirement(
        "mhlw-5:6.10.C.1", "第5版 6.10 C 1", .minimum, "非常時の対応手順", "Emergency procedures", chapter: "6.10"),
    ]
  }

  private static func micRequirements() throws -> [Requirement] {
    [
      try requirement(
        "mic-1:3.2.3.ko.1", "3.2.3 (コ) 1", nil, "無線LANの安全管理", "Wireless LAN security", chapter: "3.2.3"),
      try requirement("mic-1:3.2.3.ko.2", "3.2.3 (コ) 2", nil, "IoT機器の管理", "IoT devices", chapter: "3.2.3"),
    ]
  }

  private static func correspondences() throws -> [Correspondence] {
    let wireless = try requirementID("mhlw-5:6.5.C.12")
    return [
      Correspondence(
        from: wireless, to: try requirementID("mic-1:3.2.3.ko.1"), relation: .corresponds, status: .stated,
        source: SourceLine(document: "table-5", line: 41)),
      Correspondence(
        from: wireless, to: nil, relation: .merged, status: .unresolved, source: nil,
        candidates: [try requirementID("mic-1:3.2.3.ko.1"), try requirementID("mic-1:3.2.3.ko.2")],
        note: LocalizedText(ja: "表の欄が空である。", en: "The table's cell is empty.")),
      Correspondence(
        from: wireless, to: nil, relation: .none, status: .stated, source: SourceLine(document: "table-5", line: 42),
        target: GuidelineID("mic-1")),
      Correspondence(
        from: try requirementID("mic-1:3.2.3.ko.2"), to: wireless, relation: .covered, status: .inferred, source: nil),
    ]
  }
}
