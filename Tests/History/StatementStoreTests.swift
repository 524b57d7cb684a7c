import Compliance
import Testing

@testable import History

/// Attestations, waivers, their marks, and what is derived: they come back as they were stored.
struct StatementStoreTests {
  @Test func whatPersonsStatedIsGivenBack() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let sweep = try statedSweep()
    let first = try store.append(sweep)
    let second = try store.append(sweep)
    expectSame(try store.sweep(first), sweep)
    expectSame(try store.sweep(second), sweep)
  }

  @Test func aStateThatChangesIsStoredWithTheSweepThatSawIt() throws {
    let folder = try ScratchFolder()
    let store = try SweepStore(at: folder.database)
    let (before, after) = (try statedSweep(), try statedSweep(.expired))
    let first = try store.append(before)
    let second = try store.append(after)
    expectSame(try store.sweep(first), before)
    expectSame(try store.sweep(second), after)
  }

  private func statedSweep(_ state: WaiverReview.State = .expiring) throws -> SweepResult {
    let day = { (iso: String) in try #require(CalendarDate(iso: iso)) }
    let requirement = try #require(RequirementID("mhlw-5:6.5.C.12.3"))
    let provider = try #require(RequirementID("mic-1:3.2.3.ko.1"))
    let check = try #require(CheckID("wireless-lan/encryption"))
    let name = try #require(WaiverID("radiology"))
    let whole = try #require(WaiverID("whole"))
    var plain = try richSweep()
    var failing = plain.checks[0]
    failing.standing = .waived
    failing.waived = 1_200
    failing.waivers = [name, whole]
    failing.findings[0].waivers = [name, whole]
    failing.findings[0].isWaived = true
    failing.findings[1].waivers = [name]
    let attestation = Attestation(
      id: try #require(AttestationID("rules")), requirement: requirement, claim: .notapplicable,
      statement: LocalizedText(ja: "規程がある\n二行目", en: "'; DROP TABLE attestation; --"), by: "佐藤 𠮷子", role: "責任者",
      date: try day("2026-04-01"), until: try day("2027-03-31"), timeZone: "+09:00",
      evidence: ["a", "b", "c"].map {
        EvidenceFile(file: "documents/\($0).txt", sha256: String(repeating: $0, count: 64))
      },
      place: Place(file: "attestations.yaml", line: 3, column: 7))
    let waivers = [
      Waiver(
        id: name, scope: try #require(WaiverScope(check: check, subject: "AP-*")),
        reason: LocalizedText(verbatim: "更新を待つ"), approver: "委員会", from: try day("2026-04-01"),
        until: try day("2026-12-01"), timeZone: "Asia/Tokyo", place: Place(file: "waivers.yaml", line: 2, column: 7)),
      Waiver(
        id: whole, scope: try #require(WaiverScope(requirement: requirement)),
        reason: LocalizedText(ja: "理由", en: "reason"),
        approver: "院長", from: try day("2026-04-01"), until: try day("2027-03-31"), timeZone: "Asia/Tokyo",
        place: Place(file: "waivers.yaml")),
    ]
    plain = SweepResult(
      site: plain.site, at: plain.at, checks: [failing, plain.checks[1]],
      standings: [
        RequirementStanding(
          requirement: requirement, standing: .waived, outcome: .fail, own: .waived,
          by: [.check(check), .attestation(attestation.id), .waiver(name), .waiver(whole)])
      ] + plain.standings,
      derived: [
        RequirementStanding(
          requirement: provider, standing: .waived, outcome: .fail, own: .waived, by: [.check(check), .waiver(name)],
          through: [
            StandingLink(from: requirement, standing: .waived, holder: provider, relation: .merged, status: .inferred)
          ])
      ],
      attestations: [
        AttestationReview(
          attestation: attestation, state: .evidenceMissing,
          evidence: [
            .unchanged, .changed(sha256: String(repeating: "f", count: 64)),
            .missing(LocalizedText(ja: "ない", en: "gone")),
          ])
      ],
      waivers: [
        WaiverReview(waiver: waivers[0], state: state), WaiverReview(waiver: waivers[1], state: .unused),
      ], exit: .met)
    return plain
  }
}
