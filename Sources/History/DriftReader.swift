import Compliance
import GRDB

/// What changed between stored sweeps.
extension SweepStore {
  /// What changed from one sweep to another.
  /// - Parameter result: the later sweep as it is stored, where it is at hand and need not be read again.
  /// - Returns: nil if one of the two is not stored.
  public func drift(
    from before: SweepID, to after: SweepID, result: SweepResult? = nil
  ) throws(HistoryError) -> SweepDrift? {
    try read { database -> SweepDrift? in
      var reader = SweepReader(database: database)
      if let result { try reader.take(result, of: after) }
      guard let earlier = try reader.stored(before), let later = try reader.stored(after, result: result) else {
        return nil
      }
      var drift = SweepDrift(from: earlier, to: later)
      try OutcomeReader(database: database, until: after).markFlapping(in: &drift)
      return drift
    }
  }

  /// The last sweep before another that was limited to the same plugins, checks or requirements and came to its end; nil if there is
  /// none.
  public func comparable(before sweep: SweepID) throws(HistoryError) -> SweepID? {
    try read { database in
      let find = """
        SELECT id FROM sweep WHERE id < ? AND only_ids = (SELECT only_ids FROM sweep WHERE id = ?)
          AND scope IS NOT 'broken-off' ORDER BY id DESC LIMIT 1
        """
      return try Int64.fetchOne(database, sql: find, arguments: [sweep.number, sweep.number]).map { SweepID($0) }
    }
  }

  /// How a check came to stand where it stands in a sweep; nil if the sweep says nothing of it.
  public func outcomes(of check: CheckID, until sweep: SweepID) throws(HistoryError) -> OutcomeHistory? {
    try read { try OutcomeReader(database: $0, until: sweep).history(of: check) }
  }

  /// How a requirement came to stand where it stands in a sweep; nil if the sweep says nothing of it.
  public func outcomes(of requirement: RequirementID, until sweep: SweepID) throws(HistoryError) -> OutcomeHistory? {
    try read { try OutcomeReader(database: $0, until: sweep).history(of: requirement) }
  }
}

extension SweepReader {
  /// A sweep with what surrounds it; nil if there is none with this number.
  mutating func stored(_ id: SweepID, result: SweepResult? = nil) throws -> StoredSweep? {
    guard let result = try result ?? sweep(id) else { return nil }
    let find = """
      SELECT (SELECT value FROM text WHERE text.id = program) AS program,
        (SELECT value FROM text WHERE text.id = catalogue_sha256) AS catalogue
      FROM sweep WHERE id = ?
      """
    let statement = try database.cachedStatement(sql: find)
    guard let row = try Row.fetchOne(statement, arguments: [id.number]) else { return nil }
    return StoredSweep(
      id: id, result: result, program: try row.stored("program"), catalogueSHA256: try row.stored("catalogue"))
  }
}

/// Reads the outcomes of one thing over the sweeps up to one, the latest first. Waivers do not matter: what goes back and forth
/// does so under a waiver too.
struct OutcomeReader {
  let database: Database
  /// The latest sweep that is looked at. Only sweeps that were limited as this one was are comparable with it.
  let until: SweepID

  func markFlapping(in drift: inout SweepDrift) throws {
    for index in drift.checks.indices {
      let outcomes = try latest(runs(of: drift.checks[index].id)).map(\.outcome)
      drift.checks[index].isFlapping = Flapping.isFlapping(outcomes)
    }
    for index in drift.requirements.indices {
      let outcomes = try latest(standings(of: drift.requirements[index].id)).map(\.outcome)
      drift.requirements[index].isFlapping = Flapping.isFlapping(outcomes)
    }
    var subjects: [CheckID: [[FindingSubject: Outcome]]] = [:]
    for index in drift.findings.indices {
      let subject = drift.findings[index].change.id
      let sweeps = try subjects[subject.check] ?? findings(of: subject.check)
      subjects[subject.check] = sweeps
      drift.findings[index].change.isFlapping = Flapping.isFlapping(sweeps.compactMap { $0[subject] })
    }
  }

  func history(of check: CheckID) throws -> OutcomeHistory? { try history(runs(of: check)) }
  func history(of requirement: RequirementID) throws -> OutcomeHistory? { try history(standings(of: requirement)) }

  /// One sweep's word on the thing.
  fileprivate struct Word {
    let sweep: Int64
    let at: String
    let outcome: Outcome
  }

  private func history(_ words: RowCursor) throws -> OutcomeHistory? {
    guard let row = try words.next() else { return nil }
    let newest = try Word(row)
    guard newest.sweep == until.number else { return nil }
    var since = newest
    var recent = [newest.outcome]
    var before: Outcome?
    while before == nil || recent.count < Flapping.sweeps, let row = try words.next() {
      let word = try Word(row)
      if recent.count < Flapping.sweeps { recent.append(word.outcome) }
      guard before == nil else { continue }
      if word.outcome == newest.outcome { since = word } else { before = word.outcome }
    }
    return OutcomeHistory(
      outcome: newest.outcome, since: SweepID(since.sweep), at: since.at, before: before,
      changes: Flapping.changeCount(recent), sweeps: recent.count)
  }

  private func latest(_ words: RowCursor) throws -> [Word] {
    var latest: [Word] = []
    while latest.count < Flapping.sweeps, let row = try words.next() { latest.append(try Word(row)) }
    return latest
  }

  private func runs(of check: CheckID) throws -> RowCursor {
    let list = """
      SELECT sweep.id, sweep.at, check_run.outcome FROM check_run JOIN sweep ON sweep.id = check_run.sweep
      WHERE check_run.check_id = ? AND check_run.sweep <= ?
        AND only_ids = (SELECT only_ids FROM sweep WHERE id = ?)
      ORDER BY check_run.sweep DESC
      """
    return try Row.fetchCursor(
      database, sql: list, arguments: [check.description, until.number, until.number])
  }

  private func standings(of requirement: RequirementID) throws -> RowCursor {
    let list = """
      SELECT sweep.id, sweep.at, standing.outcome FROM sweep
      JOIN standing ON standing.sweep = coalesce(standings_of, sweep.id)
        AND standing.requirement = (SELECT id FROM text WHERE value = ?)
      WHERE sweep.id <= ? AND only_ids = (SELECT only_ids FROM sweep WHERE id = ?)
      ORDER BY sweep.id DESC
      """
    return try Row.fetchCursor(
      database, sql: list, arguments: [requirement.description, until.number, until.number])
  }

  /// The outcome of each subject of a check in the latest sweeps. Runs that share their findings are read once.
  private func findings(of check: CheckID) throws -> [[FindingSubject: Outcome]] {
    let list = """
      SELECT coalesce(rows_of, check_run.id) FROM check_run JOIN sweep ON sweep.id = check_run.sweep
      WHERE check_id = ? AND check_run.sweep <= ? AND only_ids = (SELECT only_ids FROM sweep WHERE id = ?)
      ORDER BY check_run.sweep DESC LIMIT ?
      """
    let holders = try Int64.fetchAll(
      database, sql: list, arguments: [check.description, until.number, until.number, Flapping.sweeps])
    var known: [Int64: [FindingSubject: Outcome]] = [:]
    return try holders.map { holder -> [FindingSubject: Outcome] in
      if let outcomes = known[holder] { return outcomes }
      var reader = SweepReader(database: database)
      var outcomes: [FindingSubject: Outcome] = [:]
      for finding in try reader.findings(of: holder) {
        outcomes.merge([FindingSubject(of: finding, in: check): finding.outcome]) { $0.combined(with: $1) }
      }
      known[holder] = outcomes
      return outcomes
    }
  }
}

extension OutcomeReader.Word {
  fileprivate init(_ row: Row) throws {
    guard let outcome = Outcome(rawValue: try row.stored("outcome")) else { throw StoredValueError() }
    self.init(sweep: try row.stored("id"), at: try row.stored("at"), outcome: outcome)
  }
}
