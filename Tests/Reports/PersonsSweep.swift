import Compliance
import Testing

/// The sample hospital with attestations and waivers in every state.
enum PersonsSweep {
  private static func attestation(
    _ id: String, _ requirement: String, _ state: AttestationReview.State, _ text: String?
  ) throws -> AttestationReview {
    let words = LocalizedText(ja: text ?? "訓練を行い、手順書を改めた。", en: text ?? "We drilled, and revised the procedure.")
    return AttestationReview(
      attestation: Attestation(
        id: try #require(AttestationID(id)), requirement: try SampleCatalogue.requirementID(requirement),
        statement: words,
        by: text ?? "安全 守", role: text ?? "医療情報システム安全管理責任者", date: try day(2026, 4, 1),
        until: try day(2027, 3, 31), timeZone: "Asia/Tokyo",
        evidence: [EvidenceFile(file: text ?? "documents/bcp.pdf", sha256: String(repeating: "c3", count: 32))],
        place: Place(file: "attestations.yaml", line: 3)),
      state: state,
      evidence: [state == .evidenceChanged ? .changed(sha256: String(repeating: "d4", count: 32)) : .unchanged])
  }

  private static func waiver(_ id: String, _ state: WaiverReview.State, _ text: String?) throws -> WaiverReview {
    WaiverReview(
      waiver: Waiver(
        id: try #require(WaiverID(id)),
        scope: try #require(
          WaiverScope(
            requirement: try SampleCatalogue.requirementID("mhlw-5:6.4.D.1"), check: CheckID("premises/cameras"),
            subject: text ?? "サーバ室")),
        reason: LocalizedText(ja: text ?? "来年度に設置する。", en: text ?? "To be installed next year."),
        approver: text ?? "院長 山本 明", from: try day(2026, 4, 1), until: try day(2026, 12, 10), timeZone: "Asia/Tokyo",
        place: Place(file: "waivers.yaml", line: 2)), state: state)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  private static func derived(_ id: String) throws -> RequirementStanding {
    let wireless = try SampleCatalogue.requirementID("mhlw-5:6.5.C.12")
    return RequirementStanding(
      requirement: try SampleCatalogue.requirementID(id), standing: .fail, by: [],
      through: [
        StandingLink(from: wireless, standing: .fail, holder: wireless, relation: .covered, status: .inferred)
      ])
  }

  /// - Parameter text: what stands in place of everything that a person wrote.
  static func hospital(_ text: String? = nil) throws -> SweepResult {
    let sample = try SampleSweep.hospital()
    let checks = sample.checks.map { run in
      guard run.check.id.description == "premises/cameras" else { return run }
      var run = run
      run.standing = .waived
      run.waived = 1
      run.waivers = [WaiverID("cameras")].compactMap(\.self)
      run.findings = run.findings.map { finding in
        var finding = finding
        (finding.waivers, finding.isWaived) = (run.waivers, true)
        return finding
      }
      return run
    }
    let standings = sample.standings.map { standing in
      switch standing.requirement.description {
      case "mhlw-5:6.4.D.1":
        RequirementStanding(
          requirement: standing.requirement, standing: .waived, outcome: .fail,
          by: standing.by + ["waiver:cameras"].compactMap { EvidenceID($0) })
      case "mhlw-5:6.10.C.1":
        RequirementStanding(
          requirement: standing.requirement, standing: .pass, by: ["attestation:bcp"].compactMap { EvidenceID($0) })
      default: standing
      }
    }
    return SweepResult(
      site: text.map { LocalizedText(verbatim: $0) } ?? sample.site, at: sample.at, checks: checks,
      standings: standings,
      derived: try ["mic-1:3.2.3.ko.2", "mhlw-6:control.12.2"].map(derived),
      attestations: [
        try attestation("bcp", "mhlw-5:6.10.C.1", .valid, text),
        try attestation("clocks", "mhlw-5:6.5.C.9", .expired, text),
        try attestation("entry", "mhlw-5:6.4.C.3", .evidenceChanged, text),
      ],
      waivers: [try waiver("cameras", .expiring, text), try waiver("old", .expired, text)], exit: sample.exit)
  }
}
