import Compliance

// Results of sweeps as values that can be explored.

extension ExploredValue {
  /// A stored sweep.
  init(_ result: SweepResult, _ id: SweepID, _ language: Language) {
    let checks = result.checks.map { ExploredValue($0, language) }
    self = .fields([
      "id": .integer(id.number), "at": .text(result.at), "exit": .integer(Int64(result.exit.rawValue)),
      "checks": .list(checks), "requirements": .list(result.standings.map(ExploredValue.init)),
    ])
  }

  private init(_ standing: RequirementStanding) {
    let by: [ExploredValue] = standing.by.map { .text($0.description) }
    self = .fields([
      "id": .text(standing.requirement.description), "standing": .text(standing.standing.rawValue), "by": .list(by),
    ])
  }

  /// A stored sweep on one line.
  init(_ summary: SweepSummary) {
    self = .fields([
      "id": .integer(summary.id.number), "at": .text(summary.at), "exit": .integer(Int64(summary.exit.rawValue)),
      "checks": ExploredValue(summary.checks),
    ])
  }

  /// The result of a check.
  init(_ run: CheckRun, _ language: Language) {
    let findings = run.findings.map { ExploredValue($0, language) }
    self = .fields([
      "check": .text(run.check.id.description), "title": .text(run.check.title[language]),
      "outcome": .text(run.outcome.rawValue), "counts": ExploredValue(run.counts),
      "problem": .text(orNothing: run.problem?.line(in: language)), "findings": .list(findings),
    ])
  }

  private init(_ finding: Finding, _ language: Language) {
    self = .fields([
      "outcome": .text(finding.outcome.rawValue), "subject": .text(finding.subject),
      "message": .text(finding.message[language]), "place": .text(orNothing: finding.place?.description),
      "due": .text(orNothing: finding.due?.description),
    ])
  }

  private init(_ counts: [Standing: Int]) {
    let fields = Standing.allCases.compactMap { standing in
      counts[standing].map { ExploredRecord.Field(name: .text(standing.rawValue), value: .integer(Int64($0))) }
    }
    self = .record(ExploredRecord(fields))
  }

  private init(_ counts: OutcomeCounts) {
    let fields = counts.occurring.map { entry in
      ExploredRecord.Field(name: .text(entry.outcome.rawValue), value: .integer(Int64(entry.count)))
    }
    self = .record(ExploredRecord(fields))
  }
}
