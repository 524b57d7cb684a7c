import Compliance
import GRDB

/// Reads what a sweep says of attestations and waivers, and what follows through correspondences.
extension SweepReader {
  mutating func attestations(of sweep: SweepID) throws -> [AttestationReview] {
    var documents: [Int64: [(EvidenceFile, EvidenceFile.Condition)]] = [:]
    let evidence = "SELECT * FROM attestation_evidence WHERE sweep = ? ORDER BY attestation, position"
    for row in try rows(evidence, sweep.number) {
      let file = EvidenceFile(file: try text(row.stored("file")), sha256: try text(row.stored("sha256")))
      documents[try row.stored("attestation"), default: []].append((file, try condition(row)))
    }
    var reviews: [AttestationReview] = []
    for row in try rows("SELECT * FROM attestation WHERE sweep = ? ORDER BY position", sweep.number) {
      let evidence = documents[try row.stored("position")] ?? []
      reviews.append(
        AttestationReview(
          attestation: Attestation(
            id: try parsed(try text(row.stored("name"))) { AttestationID($0) },
            requirement: try parsed(try text(row.stored("requirement"))) { RequirementID($0) },
            claim: try parsed(row.stored("claim") as String, Attestation.Claim.init),
            statement: try localized(row, "statement"), by: try text(row.stored("stated_by")),
            role: try text(row.stored("role")), date: try day(row, "stated_on"), until: try day(row, "until"),
            timeZone: try text(row.stored("time_zone")), evidence: evidence.map(\.0), place: try place(row)),
          state: try parsed(row.stored("state") as String, AttestationReview.State.init),
          evidence: evidence.map(\.1)))
    }
    return reviews
  }

  mutating func waivers(of sweep: SweepID) throws -> [WaiverReview] {
    var reviews: [WaiverReview] = []
    for row in try rows("SELECT * FROM waiver WHERE sweep = ? ORDER BY position", sweep.number) {
      let requirement = try optionalText(row, "requirement").map { try parsed($0) { RequirementID($0) } }
      let check = try optionalText(row, "check_id").map { try parsed($0) { CheckID($0) } }
      guard let scope = WaiverScope(requirement: requirement, check: check, subject: try optionalText(row, "subject"))
      else { throw StoredValueError() }
      reviews.append(
        WaiverReview(
          waiver: Waiver(
            id: try parsed(try text(row.stored("name"))) { WaiverID($0) }, scope: scope,
            reason: try localized(row, "reason"), approver: try text(row.stored("approver")),
            from: try day(row, "valid_from"), until: try day(row, "until"),
            timeZone: try text(row.stored("time_zone")), place: try place(row)),
          state: try parsed(row.stored("state") as String, WaiverReview.State.init)))
    }
    return reviews
  }

  mutating func derived(of sweep: SweepID) throws -> [RequirementStanding] {
    var links: [Int64: [StandingLink]] = [:]
    for row in try rows("SELECT * FROM derived_link WHERE sweep = ? ORDER BY derived, position", sweep.number) {
      let link = StandingLink(
        from: try parsed(try text(row.stored("source"))) { RequirementID($0) },
        standing: try parsed(row.stored("standing") as String, Standing.init),
        holder: try parsed(try text(row.stored("holder"))) { RequirementID($0) },
        relation: try parsed(row.stored("relation") as String, Relation.init),
        status: try parsed(row.stored("status") as String, CorrespondenceStatus.init))
      links[try row.stored("derived"), default: []].append(link)
    }
    var standings: [RequirementStanding] = []
    for row in try rows("SELECT * FROM derived WHERE sweep = ? ORDER BY position", sweep.number) {
      let own: String? = try row.storedIfAny("own")
      standings.append(
        RequirementStanding(
          requirement: try parsed(try text(row.stored("requirement"))) { RequirementID($0) },
          standing: try parsed(row.stored("standing") as String, Standing.init),
          outcome: try parsed(row.stored("outcome") as String, Outcome.init),
          own: try own.map { try parsed($0, Standing.init) },
          by: try text(row.stored("evidence")).split(separator: " ").map { try parsed($0) { EvidenceID($0) } },
          through: links[try row.stored("position")] ?? []))
    }
    return standings
  }

  /// The marks of waivers on a check, as they were set.
  mutating func mark(_ run: CheckRun, id: Int64) throws -> CheckRun {
    guard let row = try rows("SELECT * FROM waiver_mark WHERE check_run = ?", id).first else { return run }
    var run = run
    run.standing = try parsed(row.stored("standing") as String, Standing.init)
    run.waived = try row.stored("waived")
    run.waivers = try waiverIDs(row)
    for row in try rows("SELECT * FROM finding_waiver WHERE check_run = ?", id) {
      let position: Int = try row.stored("finding")
      guard run.findings.indices.contains(position) else { throw StoredValueError() }
      run.findings[position].waivers = try waiverIDs(row)
      run.findings[position].isWaived = try row.stored("is_waived")
    }
    return run
  }

  /// Where requirements stand and what they stand at by themselves, by their position; only where that differs from the outcome.
  mutating func standingMarks(of sweep: SweepID) throws -> [Int64: (standing: Standing, own: Standing?)] {
    var marks: [Int64: (standing: Standing, own: Standing?)] = [:]
    for row in try rows("SELECT standing, value, own FROM standing_mark WHERE sweep = ?", sweep.number) {
      let own: String? = try row.storedIfAny("own")
      marks[try row.stored("standing")] = (
        try parsed(row.stored("value") as String, Standing.init), try own.map { try parsed($0, Standing.init) }
      )
    }
    return marks
  }

  private mutating func waiverIDs(_ row: some StoredColumns) throws -> [WaiverID] {
    try text(row.stored("waivers")).split(separator: " ").map { try parsed($0) { WaiverID($0) } }
  }

  private mutating func condition(_ row: some StoredColumns) throws -> EvidenceFile.Condition {
    if let found = try optionalText(row, "found_sha256") { return .changed(sha256: found) }
    guard let _: Int64 = try row.storedIfAny("missing_ja") else { return .unchanged }
    return .missing(try localized(row, "missing"))
  }

  private mutating func optionalText(_ row: some StoredColumns, _ column: String) throws -> String? {
    guard let id: Int64 = try row.storedIfAny(column) else { return nil }
    return try text(id)
  }

  private func day(_ row: some StoredColumns, _ column: String) throws -> CalendarDate {
    try parsed(row.stored(column) as String) { CalendarDate(iso: $0) }
  }

  private mutating func place(_ row: some StoredColumns) throws -> Place {
    Place(
      file: try text(row.stored("file")), line: try row.storedIfAny("line"), column: try row.storedIfAny("column"))
  }
}
