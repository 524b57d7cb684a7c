import Compliance
import FoundationEssentials
import GRDB

/// Reads sweeps back into the values that they were; the caller holds the transaction. For one use: it remembers the
/// texts that it has seen.
struct SweepReader {
  let database: Database
  private var texts: [Int64: String] = [:]
  /// The rows of runs by the run that holds them: two sweeps of neighbouring days share nearly all.
  private var held: [Int64: HeldRows] = [:]

  /// A sweep that need not be read.
  private var atHand: SweepAtHand?

  private struct HeldRows {
    let requirements: [RequirementID]
    let counts: OutcomeCounts
    let findings: [Finding]
    let sources: [SourceEvidence]
  }

  init(database: Database) { self.database = database }

  /// Takes a sweep of which the next ones will have much in common.
  mutating func take(_ result: SweepResult, of id: SweepID) throws {
    atHand = try SweepAtHand(result, as: id, self)
  }

  mutating func summaries(last: Int, before: SweepID?) throws -> [SweepSummary] {
    let list = """
      SELECT id, at, exit, only_ids, signer FROM sweep LEFT JOIN link ON link.sweep = sweep.id
      WHERE id < ? ORDER BY id DESC LIMIT ?
      """
    let statement = try database.cachedStatement(sql: list)
    var summaries: [SweepSummary] = []
    for row in try Row.fetchAll(statement, arguments: [before?.number ?? .max, last]) {
      let id: Int64 = try row.stored("id")
      summaries.append(
        SweepSummary(
          id: SweepID(id), at: try row.stored("at"), exit: try exit(row.stored("exit")),
          checks: try standings(ofChecksIn: id),
          isPartial: try !text(row.stored("only_ids")).isEmpty, signer: try row.storedIfAny("signer")))
    }
    return summaries
  }

  /// How many checks of a sweep stood where.
  private func standings(ofChecksIn sweep: Int64) throws -> [Standing: Int] {
    let count = """
      SELECT coalesce(standing, outcome) AS stands, count(*) AS number FROM check_run
      LEFT JOIN waiver_mark ON waiver_mark.check_run = coalesce(rows_of, check_run.id)
      WHERE sweep = ? AND is_beside IS NULL GROUP BY stands
      """
    var standings: [Standing: Int] = [:]
    for row in try rows(count, sweep) {
      standings[try parsed(row.stored("stands") as String, Standing.init)] = try row.stored("number")
    }
    return standings
  }

  mutating func sweep(_ id: SweepID) throws -> SweepResult? {
    guard let row = try rows("SELECT * FROM sweep WHERE id = ?", id.number).first else { return nil }
    let holder: Int64? = try row.storedIfAny("standings_of")
    let shared = holder.map { SweepID($0) } ?? id
    let known = atHand.flatMap { $0.standingsHolder == shared ? $0.result : nil }
    return SweepResult(
      site: try localized(row, "site"), at: try row.stored("at"), checks: try checkRuns(of: id, areBeside: false),
      beside: try checkRuns(of: id, areBeside: true), standings: try known?.standings ?? standings(of: shared),
      derived: try known?.derived ?? derived(of: shared),
      attestations: try known?.attestations ?? attestations(of: shared),
      waivers: try known?.waivers ?? waivers(of: shared), exit: try exit(row.stored("exit")),
      only: try text(row.stored("only_ids")).split(separator: " ").map(String.init),
      scope: try SweepScope(stored: row))
  }

  private mutating func checkRuns(of sweep: SweepID, areBeside: Bool) throws -> [CheckRun] {
    try rowsOfRuns(of: sweep, areBeside: areBeside).map { row in
      let freshness = try Freshness(stored: row)
      return try atHand?.run(row, of: row.stored("check_id"), freshness) ?? checkRun(row, freshness)
    }
  }

  func rowsOfRuns(of sweep: SweepID, areBeside: Bool) throws -> [FoundRow] {
    let list = "SELECT * FROM check_run WHERE sweep = ? AND is_beside IS \(areBeside ? "1" : "NULL") ORDER BY position"
    return try rows(list, sweep.number)
  }

  /// The run of a check from its row.
  mutating func checkRun(_ row: some StoredColumns, _ freshness: Freshness) throws -> CheckRun {
    let id = try row.holderOfRows
    let parameters: Int64? = try row.storedIfAny("parameters")
    let rows = try rowsHeld(by: id)
    let check = Check(
      id: try parsed(row.stored("check_id") as String, CheckID.init), title: try localized(row, "title"),
      requirements: rows.requirements, severity: try parsed(row.stored("severity") as String, Severity.init),
      cadence: try text(row.stored("cadence")), remedy: try localized(row, "remedy"))
    let run = CheckRun(
      check: check, outcome: try parsed(row.stored("outcome") as String, Outcome.init),
      counts: rows.counts, findings: rows.findings, problem: try problem(row), sources: rows.sources,
      pluginVersion: try text(row.stored("plugin_version")), pluginSHA256: try text(row.stored("plugin_sha256")),
      parameters: try parameters.map { try text($0) } ?? "", milliseconds: try row.stored("milliseconds"),
      freshness: freshness)
    return try mark(run, id: id)
  }

  private mutating func rowsHeld(by run: Int64) throws -> HeldRows {
    if let known = held[run] { return known }
    let rows = HeldRows(
      requirements: try requirements(of: run),
      counts: try counts("SELECT outcome, number FROM finding_count WHERE check_run = ?", of: run),
      findings: try findings(of: run), sources: try sources(of: run))
    held[run] = rows
    return rows
  }

  private mutating func requirements(of run: Int64) throws -> [RequirementID] {
    var ids: [RequirementID] = []
    for row in try rows("SELECT requirement FROM check_requirement WHERE check_run = ? ORDER BY position", run) {
      ids.append(try parsed(try text(row.stored("requirement"))) { RequirementID($0) })
    }
    return ids
  }

  private mutating func problem(_ row: some StoredColumns) throws -> Problem? {
    guard let place = try place(row, file: "problem_file", line: "problem_line", column: "problem_column") else {
      return nil
    }
    return Problem(at: place, try localized(row, "problem"))
  }

  mutating func findings(of run: Int64) throws -> [Finding] {
    var findings: [Finding] = []
    for row in try rows("SELECT * FROM finding WHERE check_run = ? ORDER BY position", run) {
      findings.append(
        Finding(
          subject: try text(row.stored("subject")), outcome: try parsed(row.stored("outcome") as String, Outcome.init),
          message: try localized(row, "message"), place: try place(row, file: "file", line: "line", column: "column"),
          due: try (row.storedIfAny("due") as String?).map { try parsed($0) { CalendarDate(iso: $0) } }))
    }
    return findings
  }

  private mutating func sources(of run: Int64) throws -> [SourceEvidence] {
    var sources: [SourceEvidence] = []
    for row in try rows("SELECT * FROM source_evidence WHERE check_run = ? ORDER BY position", run) {
      let sha256: Int64? = try row.storedIfAny("sha256")
      let columns: Int64? = try row.storedIfAny("columns")
      sources.append(
        SourceEvidence(
          source: try text(row.stored("source")), file: try text(row.stored("file")),
          sha256: try sha256.map { try text($0) }, encoding: try text(row.stored("encoding")),
          records: try row.stored("records"), refused: try row.stored("refused"), skipped: try row.stored("skipped"),
          columns: try columns.map { try text($0) }?.split(separator: "\n").map(String.init) ?? []))
    }
    return sources
  }

  private mutating func standings(of sweep: SweepID) throws -> [RequirementStanding] {
    var evidence: [Int64: [EvidenceID]] = [:]
    let links = "SELECT standing, check_id FROM standing_check WHERE sweep = ? ORDER BY standing, position"
    for row in try rows(links, sweep.number) {
      let standing: Int64 = try row.stored("standing")
      evidence[standing, default: []].append(try parsed(try text(row.stored("check_id"))) { EvidenceID($0) })
    }
    let marks = try standingMarks(of: sweep)
    var standings: [RequirementStanding] = []
    for row in try rows("SELECT * FROM standing WHERE sweep = ? ORDER BY position", sweep.number) {
      let position: Int64 = try row.stored("position")
      let outcome = try parsed(row.stored("outcome") as String, Outcome.init)
      standings.append(
        RequirementStanding(
          requirement: try parsed(try text(row.stored("requirement"))) { RequirementID($0) },
          standing: marks[position]?.standing ?? Standing(outcome), outcome: outcome, own: marks[position]?.own,
          by: evidence[position] ?? []))
    }
    return standings
  }

  private func counts(_ sql: String, of id: Int64) throws -> OutcomeCounts {
    var counts = OutcomeCounts()
    for row in try rows(sql, id) {
      let outcome = try parsed(row.stored("outcome") as String, Outcome.init)
      counts[outcome] = try row.stored("number")
    }
    return counts
  }

  private mutating func place(_ row: some StoredColumns, file: String, line: String, column: String) throws -> Place? {
    guard let id: Int64 = try row.storedIfAny(file) else { return nil }
    return Place(file: try text(id), line: try row.storedIfAny(line), column: try row.storedIfAny(column))
  }

  mutating func localized(_ row: some StoredColumns, _ column: String) throws -> LocalizedText {
    LocalizedText(ja: try text(row.stored("\(column)_ja")), en: try text(row.stored("\(column)_en")))
  }

  mutating func text(_ id: Int64) throws -> String {
    if let known = texts[id] { return known }
    let statement = try database.cachedStatement(sql: "SELECT value FROM text WHERE id = ?")
    let text: String? =
      switch try DatabaseValue.fetchOne(statement, arguments: [id])?.storage {
      case .string(let value): value
      case .blob(let bytes): String(validating: bytes, as: UTF8.self)
      case .int64, .double, .null, nil: nil
      }
    guard let text else { throw StoredValueError() }
    texts[id] = text
    return text
  }

  private func exit(_ number: Int32) throws -> SweepExit { try parsed(number, SweepExit.init) }

  func parsed<Raw, Value>(_ raw: Raw, _ parse: (Raw) -> Value?) throws -> Value {
    guard let value = parse(raw) else { throw StoredValueError() }
    return value
  }

  func rows(_ sql: String, _ key: some DatabaseValueConvertible & Sendable) throws -> [FoundRow] {
    try FoundRow.all(database, sql, key)
  }
}
