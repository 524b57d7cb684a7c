import Compliance
import Testing

/// The sweep of the hospital where persons have stated and accepted something: one of every state that somebody must see to.
enum SampleStatements {
  static func sweep(evil: String? = nil) throws -> SweepResult {
    let hospital = try SampleSweep.hospital()
    let radiology = try #require(WaiverID("radiology"))
    let cameras = try #require(WaiverID("cameras"))
    let rules = try #require(AttestationID("rules-2026"))
    let checks = hospital.checks.map { run in
      var run = run
      switch run.check.id.description {
      case "premises/cameras":
        run.standing = .waived
        run.waived = 1
        run.waivers = [cameras]
        run.findings[0].waivers = [cameras]
        run.findings[0].isWaived = true
      case "wireless-lan/encryption":
        run.waived = 1
        run.waivers = [radiology]
        run.findings[0].waivers = [radiology]
        run.findings[0].isWaived = true
      default: break
      }
      return run
    }
    let standings = try hospital.standings.map { standing in
      switch standing.requirement.description {
      case "mhlw-5:6.4.D.1":
        RequirementStanding(
          requirement: standing.requirement, standing: .waived, outcome: .fail, own: .waived,
          by: standing.by + [.waiver(cameras)])
      case "mhlw-5:6.10.C.1":
        RequirementStanding(
          requirement: standing.requirement, standing: .fail, own: .fail, by: [.attestation(rules)])
      case "mhlw-5:6.4.C.3":
        RequirementStanding(
          requirement: standing.requirement, standing: .pass, own: .pass,
          by: [.attestation(try #require(AttestationID("entry-2026")))])
      default: standing
      }
    }
    let provider = try SampleCatalogue.requirementID("mic-1:3.2.3.ko.2")
    return SweepResult(
      site: hospital.site, at: hospital.at, checks: checks, standings: standings,
      derived: [
        RequirementStanding(
          requirement: provider, standing: .fail, own: .fail, by: [.check(checks[1].check.id)],
          through: [
            StandingLink(
              from: try SampleCatalogue.requirementID("mhlw-5:6.5.C.12"), standing: .fail, holder: provider,
              relation: .covered, status: .inferred)
          ])
      ],
      attestations: try attestations(evil), waivers: try waivers(evil), exit: .failed)
  }

  private static func attestations(_ evil: String?) throws -> [AttestationReview] {
    func review(
      _ id: String, _ requirement: String, _ date: String, _ until: String, _ state: AttestationReview.State,
      _ evidence: [EvidenceFile.Condition] = []
    ) throws -> AttestationReview {
      let statement = LocalizedText(ja: "規程を定め、職員に周知した。", en: "The rules are laid down and known to the staff.")
      return AttestationReview(
        attestation: Attestation(
          id: try #require(AttestationID(id)), requirement: try SampleCatalogue.requirementID(requirement),
          statement: evil.map(LocalizedText.init(verbatim:)) ?? statement, by: evil ?? "佐藤 花子",
          role: evil ?? "医療情報システム安全管理責任者", date: try #require(CalendarDate(iso: date)),
          until: try #require(CalendarDate(iso: until)), timeZone: "Asia/Tokyo",
          evidence: evidence.indices.map {
            EvidenceFile(file: evil ?? "documents/rules-\($0).txt", sha256: String(repeating: "0f", count: 32))
          }, place: Place(file: "attestations.yaml", line: 3, column: 7)),
        state: state, evidence: evidence)
    }
    return [
      try review("entry-2026", "mhlw-5:6.4.C.3", "2026-04-01", "2027-03-31", .valid, [.unchanged]),
      try review("rules-2026", "mhlw-5:6.10.C.1", "2025-04-01", "2026-03-31", .expired),
      try review(
        "changed", "mhlw-5:6.5.C.9", "2026-11-20", "2027-03-31", .evidenceChanged,
        [.unchanged, .changed(sha256: String(repeating: "ab", count: 32))]),
      try review(
        "gone", "mhlw-5:6.5.C.7", "2026-10-01", "2027-03-31", .evidenceMissing,
        [.missing(LocalizedText(ja: "証跡のファイルがない。", en: "The file of evidence is not there."))]),
      try review("soon", "mhlw-5:6.5.C.6", "2026-04-01", "2026-12-01", .expiring),
      try review("orphan", "mhlw-5:6.9.deleted", "2026-04-01", "2027-03-31", .orphaned),
    ]
  }

  private static func waivers(_ evil: String?) throws -> [WaiverReview] {
    func review(
      _ id: String, check: String, subject: String? = nil, _ until: String, _ state: WaiverReview.State
    ) throws -> WaiverReview {
      let reason = LocalizedText(ja: "装置を2027年1月に更新する。", en: "The devices are replaced in January 2027.")
      let check = try #require(CheckID(check))
      return WaiverReview(
        waiver: Waiver(
          id: try #require(WaiverID(id)), scope: try #require(WaiverScope(check: check, subject: evil ?? subject)),
          reason: evil.map(LocalizedText.init(verbatim:)) ?? reason, approver: evil ?? "情報システム委員会",
          from: try #require(CalendarDate(iso: "2026-04-01")), until: try #require(CalendarDate(iso: until)),
          timeZone: "Asia/Tokyo", place: Place(file: "waivers.yaml", line: 2, column: 7)),
        state: state)
    }
    return [
      try review("radiology", check: "wireless-lan/encryption", subject: "AP-3F-*", "2027-01-31", .valid),
      try review("cameras", check: "premises/cameras", "2026-11-21", .expiring),
      try review("old", check: "accounts/leavers", "2026-10-31", .expired),
      try review("idle", check: "clocks", "2027-03-31", .unused),
      try review("lost", check: "nowhere/nothing", "2027-03-31", .orphaned),
    ]
  }
}
