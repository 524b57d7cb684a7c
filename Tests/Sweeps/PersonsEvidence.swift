import Compliance
import Testing

/// An attestation of `mhlw-5` as a review has it.
func attestation(
  _ id: String, _ path: String, _ state: AttestationReview.State, claim: Attestation.Claim = .met,
  date: String = "2026-04-01", until: String = "2027-03-31"
) throws -> AttestationReview {
  AttestationReview(
    attestation: Attestation(
      id: try #require(AttestationID(id)), requirement: try #require(RequirementID("mhlw-5:\(path)")), claim: claim,
      statement: LocalizedText(verbatim: "規程がある"), by: "山田", role: "責任者", date: try #require(CalendarDate(iso: date)),
      until: try #require(CalendarDate(iso: until)), timeZone: "Asia/Tokyo", place: Place(file: "attestations.yaml")),
    state: state, evidence: [])
}

/// A waiver as a review has it; its requirement is one of `mhlw-5`.
func waiver(
  _ id: String, requirement path: String? = nil, check: String? = nil, subject: String? = nil,
  _ state: WaiverReview.State = .valid, from: String = "2026-04-01", until: String = "2027-03-31"
) throws -> WaiverReview {
  let scope = WaiverScope(
    requirement: try path.map { try #require(RequirementID("mhlw-5:\($0)")) },
    check: try check.map { try #require(CheckID($0)) }, subject: subject)
  return WaiverReview(
    waiver: Waiver(
      id: try #require(WaiverID(id)), scope: try #require(scope), reason: LocalizedText(verbatim: "更新を待つ"),
      approver: "委員会", from: try #require(CalendarDate(iso: from)), until: try #require(CalendarDate(iso: until)),
      timeZone: "Asia/Tokyo", place: Place(file: "waivers.yaml")),
    state: state)
}

/// The reviews of a day that is the same in every time zone.
func evidenceReview(on day: String, _ catalogue: Catalogue, guidelines: [GuidelineID]) throws -> EvidenceReview {
  let day = try #require(CalendarDate(iso: day))
  return EvidenceReview(catalogue, guidelines: guidelines) { _ in day }
}
