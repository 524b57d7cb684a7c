import Compliance

/// An attestation in JSON: what is stated, and what that was worth on the day of the sweep.
struct AttestationDocument: Encodable {
  struct Document: Encodable {
    let file: String
    let sha256: String
    let condition: String
    /// SHA-256 of what lies there now, if that is something else.
    let found: String?
    let problem: String?
  }

  enum CodingKeys: String, CodingKey {
    case id, requirement, claim, statement, by, role, date, until, state, evidence, place
    case timeZone = "time_zone"
  }

  let id: EvidenceID
  let requirement: RequirementID
  let claim: String
  let statement: String
  let by: String
  let role: String
  let date: String
  let until: String
  let timeZone: String
  let state: String
  let evidence: [Document]
  let place: String

  init(_ review: AttestationReview, _ language: Language) {
    let attestation = review.attestation
    id = .attestation(attestation.id)
    requirement = attestation.requirement
    claim = attestation.claim.rawValue
    statement = attestation.statement[language]
    by = attestation.by
    role = attestation.role
    date = attestation.date.description
    until = attestation.until.description
    timeZone = attestation.timeZone
    state = review.state.rawValue
    evidence = zip(attestation.evidence, review.evidence).map { file, condition in
      switch condition {
      case .unchanged: Document(file: file.file, sha256: file.sha256, condition: "unchanged", found: nil, problem: nil)
      case .changed(let found):
        Document(file: file.file, sha256: file.sha256, condition: "changed", found: found, problem: nil)
      case .missing(let reason):
        Document(file: file.file, sha256: file.sha256, condition: "missing", found: nil, problem: reason[language])
      }
    }
    place = fileAndLine(attestation.place)
  }
}

/// A waiver in JSON: what is accepted, and what that was worth on the day of the sweep.
struct WaiverDocument: Encodable {
  enum CodingKeys: String, CodingKey {
    case id, requirement, check, subject, reason, approver, from, until, state, place
    case timeZone = "time_zone"
  }

  let id: EvidenceID
  let requirement: Nullable<RequirementID>
  let check: Nullable<CheckID>
  let subject: Nullable<String>
  let reason: String
  let approver: String
  let from: String
  let until: String
  let timeZone: String
  let state: String
  let place: String

  init(_ review: WaiverReview, _ language: Language) {
    let waiver = review.waiver
    id = .waiver(waiver.id)
    requirement = Nullable(waiver.scope.requirement)
    check = Nullable(waiver.scope.check)
    subject = Nullable(waiver.scope.subject)
    reason = waiver.reason[language]
    approver = waiver.approver
    from = waiver.from.description
    until = waiver.until.description
    timeZone = waiver.timeZone
    state = review.state.rawValue
    place = fileAndLine(waiver.place)
  }
}

/// Where a requirement stands, in JSON.
struct StandingDocument: Encodable {
  struct Link: Encodable {
    let from: RequirementID
    let standing: Standing
    let holder: RequirementID
    let relation: Relation
    let status: CorrespondenceStatus
  }

  let id: RequirementID
  let standing: Standing
  let outcome: Outcome
  let own: Nullable<Standing>
  let by: [EvidenceID]
  /// Only for what was derived.
  let through: [Link]?

  init(_ standing: RequirementStanding) {
    id = standing.requirement
    self.standing = standing.standing
    outcome = standing.outcome
    own = Nullable(standing.own)
    by = standing.by
    through =
      standing.isDerived
      ? standing.through.map {
        Link(from: $0.from, standing: $0.standing, holder: $0.holder, relation: $0.relation, status: $0.status)
      } : nil
  }
}
