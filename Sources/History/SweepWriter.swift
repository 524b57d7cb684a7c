import Compliance
import FoundationEssentials
import GRDB

/// Writes one sweep; the caller holds the transaction.
struct SweepWriter {
  private let database: Database
  /// The numbers of the texts that this sweep has named so far. Keyed by bytes: see ``text(_:)``.
  private var numbers: [[UInt8]: Int64] = [:]

  init(database: Database) { self.database = database }

  mutating func insert(
    _ result: SweepResult, startedAt: String, finishedAt: String, program: String, catalogueSHA256: String
  ) throws -> SweepID {
    try execute(
      """
      INSERT INTO sweep (at, started_at, finished_at, exit, only_ids, site_ja, site_en, program, catalogue_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        result.at, startedAt, finishedAt, result.exit.rawValue, try text(result.only.joined(separator: " ")),
        try text(result.site.ja), try text(result.site.en),
        try text(program), try text(catalogueSHA256),
      ])
    let sweep = database.lastInsertedRowID
    for (position, run) in result.checks.enumerated() { try insert(run, at: position, in: sweep) }
    for (position, standing) in result.standings.enumerated() { try insert(standing, at: position, in: sweep) }
    return SweepID(sweep)
  }

  private mutating func insert(_ run: CheckRun, at position: Int, in sweep: Int64) throws {
    let check = run.check
    try execute(
      """
      INSERT INTO check_run (sweep, position, check_id, outcome, severity, title_ja, title_en, remedy_ja, remedy_en,
        cadence, plugin_version, plugin_sha256, milliseconds,
        problem_file, problem_line, problem_column, problem_ja, problem_en)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        sweep, position, check.id.description, run.outcome.rawValue, check.severity.rawValue,
        try text(check.title.ja), try text(check.title.en), try text(check.remedy.ja), try text(check.remedy.en),
        try text(check.cadence), try text(run.pluginVersion), try text(run.pluginSHA256), run.milliseconds,
        try run.problem.map { try text($0.place.file) }, run.problem?.place.line, run.problem?.place.column,
        try run.problem.map { try text($0.text.ja) }, try run.problem.map { try text($0.text.en) },
      ])
    let id = database.lastInsertedRowID
    for (position, requirement) in check.requirements.enumerated() {
      try execute(
        "INSERT INTO check_requirement (check_run, position, requirement) VALUES (?, ?, ?)",
        [id, position, try text(requirement.description)])
    }
    for (outcome, count) in run.counts.occurring {
      try execute(
        "INSERT INTO finding_count (check_run, outcome, number) VALUES (?, ?, ?)", [id, outcome.rawValue, count])
    }
    for (position, finding) in run.findings.enumerated() { try insert(finding, at: position, in: id) }
    for (position, source) in run.sources.enumerated() { try insert(source, at: position, in: id) }
  }

  private mutating func insert(_ finding: Finding, at position: Int, in run: Int64) throws {
    try execute(
      """
      INSERT INTO finding (check_run, position, subject, outcome, message_ja, message_en, file, line, "column")
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, position, try text(finding.subject), finding.outcome.rawValue,
        try text(finding.message.ja), try text(finding.message.en),
        try finding.place.map { try text($0.file) }, finding.place?.line, finding.place?.column,
      ])
  }

  private mutating func insert(_ source: SourceEvidence, at position: Int, in run: Int64) throws {
    try execute(
      """
      INSERT INTO source_evidence (check_run, position, source, file, sha256, encoding, records, refused, skipped)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, position, try text(source.source), try text(source.file), try source.sha256.map { try text($0) },
        try text(source.encoding), source.records, source.refused, source.skipped,
      ])
  }

  private mutating func insert(_ standing: RequirementStanding, at position: Int, in sweep: Int64) throws {
    try execute(
      "INSERT INTO standing (sweep, position, requirement, outcome) VALUES (?, ?, ?, ?)",
      [sweep, position, try text(standing.requirement.description), standing.outcome.rawValue])
    for (index, evidence) in standing.by.enumerated() {
      try execute(
        "INSERT INTO standing_check (sweep, standing, position, check_id) VALUES (?, ?, ?, ?)",
        [sweep, position, index, try text(evidence.description)])
    }
  }

  /// The number of a text, which is stored if it is new. Compared byte for byte, as SQLite does, and not as Swift does, for which
  /// composed and decomposed か゛ are the same.
  private mutating func text(_ value: String) throws -> Int64 {
    let bytes = Array(value.utf8)
    if let known = numbers[bytes] { return known }
    let stored = bytes.contains(0) ? Data(bytes).databaseValue : value.databaseValue
    // From one day to the next most texts are there already.
    let find = try database.cachedStatement(sql: "SELECT id FROM text WHERE value = ?")
    let number: Int64
    if let found = try Int64.fetchOne(find, arguments: [stored]) {
      number = found
    } else {
      try execute("INSERT INTO text (value) VALUES (?)", [stored])
      number = database.lastInsertedRowID
    }
    numbers[bytes] = number
    return number
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
