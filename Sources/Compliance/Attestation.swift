/// A person's dated statement about a requirement that no program can check, with the evidence for it. It expires.
public struct Attestation: Hashable, Sendable {
  /// What is stated.
  public enum Claim: String, Sendable, CaseIterable {
    /// The requirement is met.
    case met
    /// The requirement does not apply to the hospital.
    case notapplicable
  }

  /// Its name in the site's file.
  public let id: AttestationID
  /// The requirement; it speaks for the parts too.
  public let requirement: RequirementID
  /// What is stated of it.
  public let claim: Claim
  /// The statement in the person's words.
  public let statement: LocalizedText
  /// Who states it.
  public let by: String
  /// The office in which that person does so, such as 医療情報システム安全管理責任者.
  public let role: String
  /// The day of the statement.
  public let date: CalendarDate
  /// The last day on which it counts.
  public let until: CalendarDate
  /// The time zone of both days, as it is written.
  public let timeZone: String
  /// The documents that it rests on.
  public let evidence: [EvidenceFile]
  /// Where it stands in the site's file.
  public let place: Place

  /// Makes an attestation.
  public init(
    id: AttestationID, requirement: RequirementID, claim: Claim = .met, statement: LocalizedText, by: String,
    role: String, date: CalendarDate, until: CalendarDate, timeZone: String, evidence: [EvidenceFile] = [],
    place: Place
  ) {
    self.id = id
    self.requirement = requirement
    self.claim = claim
    self.statement = statement
    self.by = by
    self.role = role
    self.date = date
    self.until = until
    self.timeZone = timeZone
    self.evidence = evidence
    self.place = place
  }
}

/// A document that an attestation rests on, as it was when the statement was made.
public struct EvidenceFile: Hashable, Sendable {
  /// The file, relative to the site's folder.
  public let file: String
  /// SHA-256 of its bytes in lower-case hexadecimal.
  public let sha256: String

  /// Names a document.
  public init(file: String, sha256: String) {
    self.file = file
    self.sha256 = sha256
  }

  /// What lies there now.
  public enum Condition: Hashable, Sendable {
    /// The same bytes.
    case unchanged
    /// Other bytes, with their SHA-256.
    case changed(sha256: String)
    /// Nothing that can be read, and why.
    case missing(LocalizedText)
  }
}

/// An attestation on the day of a sweep: whether it counts, and if not, why.
public struct AttestationReview: Hashable, Sendable {
  /// What an attestation is worth on a day.
  public enum State: String, Sendable, CaseIterable {
    /// It counts.
    case valid
    /// It counts, and no longer in 30 days.
    case expiring
    /// It does not count yet.
    case pending
    /// A later statement about the requirement has taken its place.
    case superseded
    /// Its last day is past: the requirement is not met until somebody states it again.
    case expired
    /// A document that it rests on is gone: not met.
    case evidenceMissing = "evidence-missing"
    /// A document that it rests on is another now: not met.
    case evidenceChanged = "evidence-changed"
    /// The requirement is not in the catalogue, was deleted, or is of a guideline that is not in force.
    case orphaned
  }

  /// The attestation.
  public let attestation: Attestation
  /// What it is worth.
  public let state: State
  /// What lies where its documents were, in their order.
  public let evidence: [EvidenceFile.Condition]

  /// Makes a review.
  public init(attestation: Attestation, state: State, evidence: [EvidenceFile.Condition]) {
    self.attestation = attestation
    self.state = state
    self.evidence = evidence
  }

  /// What it says of the requirement; nil if it says nothing on that day.
  public var outcome: Outcome? {
    switch state {
    case .valid, .expiring: attestation.claim == .met ? .pass : .notapplicable
    case .expired, .evidenceMissing, .evidenceChanged: .fail
    case .pending, .superseded, .orphaned: nil
    }
  }
}
