import Compliance

/// Where the requirements of one class stand in a chapter, in JSON.
struct ChapterDocument: Encodable {
  enum CodingKeys: String, CodingKey {
    case guideline, chapter, standing, counts
    case requirementClass = "class"
  }

  let guideline: GuidelineID
  /// Null for the guideline as a whole.
  let chapter: Nullable<String>
  let requirementClass: Nullable<String>
  let standing: Standing
  let counts: [String: Int]

  init(_ standing: ChapterStanding) {
    guideline = standing.guideline
    chapter = Nullable(standing.chapter)
    requirementClass = Nullable(standing.requirementClass?.rawValue)
    self.standing = standing.standing
    counts = Dictionary(uniqueKeysWithValues: standing.counts.map { ($0.key.rawValue, $0.value) })
  }
}

/// The last result of a check that a sweep of a part is not about, in JSON.
struct BesideDocument: Encodable {
  let id: CheckID
  let outcome: Outcome
  let standing: Standing
  let carried: CheckDocument.Origin?
  let problem: CheckDocument.Trouble?

  init(_ run: CheckRun, _ language: Language) {
    id = run.check.id
    outcome = run.outcome
    standing = run.standing
    carried = CheckDocument.Origin(run.freshness)
    problem = run.problem.map { CheckDocument.Trouble(place: fileAndLine($0.place), text: $0.text[language]) }
  }
}

/// Something that ends soon, in JSON.
struct ExpiryDocument: Encodable {
  enum CodingKeys: String, CodingKey {
    case by, subject, until, place
    case daysLeft = "days_left"
  }

  /// The attestation or waiver that ends, or the check that looked at what ends.
  let by: EvidenceID
  /// What ends; absent for an attestation or a waiver.
  let subject: String?
  let until: String
  let daysLeft: Int
  let place: Nullable<String>

  init(_ expiry: Expiry) {
    switch expiry.matter {
    case .attestation(let attestation): (by, subject) = (.attestation(attestation.id), nil)
    case .waiver(let waiver): (by, subject) = (.waiver(waiver.id), nil)
    case .finding(let finding, let check): (by, subject) = (.check(check.id), finding.subject)
    }
    until = expiry.until.description
    daysLeft = expiry.daysLeft
    place = Nullable(expiry.place.map(fileAndLine))
  }
}
