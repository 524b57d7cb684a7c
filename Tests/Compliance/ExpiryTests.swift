import Compliance
import Testing

struct ExpiryTests {
  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  private func sweep(_ findings: [(String, Outcome, String?)], attestedUntil until: String? = nil) throws -> SweepResult
  {
    let check = Check(
      id: try #require(CheckID("media/term")), title: LocalizedText(verbatim: ""), requirements: [], severity: .low,
      cadence: "1 day", remedy: LocalizedText(verbatim: ""))
    let run = CheckRun(
      check: check, outcome: .pass,
      findings: try findings.map { subject, outcome, due in
        Finding(
          subject: subject, outcome: outcome, message: LocalizedText(verbatim: ""), place: nil, due: try due.map(day))
      }, pluginVersion: "", pluginSHA256: "")
    let attestations = try until.map { until in
      AttestationReview(
        attestation: Attestation(
          id: try #require(AttestationID("rules")), requirement: try #require(RequirementID("mhlw-5:6.3.C.4")),
          statement: LocalizedText(verbatim: ""), by: "", role: "", date: .earliest, until: try day(until),
          timeZone: "Asia/Tokyo", place: Place(file: "attestations.yaml")), state: .expiring, evidence: [])
    }
    return SweepResult(
      site: LocalizedText(verbatim: ""), at: "2026-11-21T23:59:00+09:00", checks: [run], standings: [],
      attestations: [attestations].compactMap(\.self), exit: .met)
  }

  private func subjects(_ result: SweepResult) -> [String] {
    result.expiring.map { expiry in
      switch expiry.matter {
      case .finding(let finding, _): "\(finding.subject) \(expiry.daysLeft)"
      case .attestation(let attestation): "\(attestation.id) \(expiry.daysLeft)"
      case .waiver(let waiver): "\(waiver.id) \(expiry.daysLeft)"
      }
    }
  }

  @Test func thirtyDaysFromTheDayOfTheSweepAreSoon() throws {
    let result = try sweep([
      ("late", .pass, "2026-12-22"), ("last", .pass, "2026-12-21"), ("past", .fail, "2026-11-20"),
      ("today", .pass, "2026-11-21"), ("none", .pass, nil), ("failing", .fail, "2026-12-01"),
    ])
    #expect(subjects(result) == ["today 0", "failing 10", "last 30"])
  }

  @Test func whatPersonsStatedComesFirstOnTheSameDay() throws {
    let result = try sweep([("tape", .pass, "2026-12-01")], attestedUntil: "2026-12-01")
    #expect(subjects(result) == ["rules 10", "tape 10"])
  }
}
