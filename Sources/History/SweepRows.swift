import Compliance

/// What surrounds a sweep and is stored with it.
struct SweepSurroundings {
  let startedAt: String
  let finishedAt: String
  let program: String
  let catalogueSHA256: String
}

extension SweepResult {
  /// The row of table `sweep`.
  func row(_ id: SweepID, _ around: SweepSurroundings) -> StoredRow {
    StoredRow(
      .sweep,
      [
        .integer(id.number), .text(at), .text(around.startedAt), .text(around.finishedAt),
        .integer(Int64(exit.rawValue)), .text(only.joined(separator: " ")), .text(site.ja), .text(site.en),
        .text(around.program), .text(around.catalogueSHA256), .init(scope.stored),
      ])
  }

  /// The rows of the other tables of a sweep, table after table in the order of ``StoredTable/ofSweeps``.
  var rowsOfSweep: [StoredRow] {
    let standing = standings.enumerated().map { position, standing in
      StoredRow(
        .standing, [.init(position), .text(standing.requirement.description), .text(standing.outcome.rawValue)])
    }
    let checks = standings.enumerated().flatMap { standing, value in
      value.by.enumerated().map { position, check in
        StoredRow(.standingCheck, [.init(standing), .init(position), .text(check.description)])
      }
    }
    return standing + checks + rowsOfStatements
  }
}

extension CheckRun {
  /// The row of table `check_run`.
  /// - Parameter isBeside: whether it stands beside the runs of the sweep.
  func row(at position: Int, isBeside: Bool) -> StoredRow {
    StoredRow(
      .run,
      [
        .init(position), .text(check.id.description), .text(outcome.rawValue), .text(check.severity.rawValue),
        .text(check.title.ja), .text(check.title.en), .text(check.remedy.ja), .text(check.remedy.en),
        .text(check.cadence), .text(pluginVersion), .text(pluginSHA256), .init(milliseconds),
        .init(problem?.place.file), .init(problem?.place.line), .init(problem?.place.column),
        .init(problem?.text.ja), .init(problem?.text.en), .text(parameters),
      ] + freshness.stored + [isBeside ? 1 : .none])
  }

  /// The rows of the tables of a run, table after table in the order of ``StoredTable/ofRuns``.
  var rowsOfRun: [StoredRow] {
    let requirements = check.requirements.enumerated().map { position, id in
      StoredRow(.checkRequirement, [.init(position), .text(id.description)])
    }
    let findings = findings.enumerated().map { position, finding in
      StoredRow(
        .finding,
        [
          .init(position), .text(finding.subject), .text(finding.outcome.rawValue), .text(finding.message.ja),
          .text(finding.message.en), .init(finding.place?.file), .init(finding.place?.line),
          .init(finding.place?.column), .init(finding.due?.description),
        ])
    }
    // In the order of the words, which is the order of the table.
    let counts = counts.occurring.sorted { $0.outcome.rawValue < $1.outcome.rawValue }.map { outcome, number in
      StoredRow(.findingCount, [.text(outcome.rawValue), .init(number)])
    }
    let sources = sources.enumerated().map { position, source in
      StoredRow(
        .sourceEvidence,
        [
          .init(position), .text(source.source), .text(source.file), .init(source.sha256), .text(source.encoding),
          .init(source.records), .init(source.refused), .init(source.skipped),
          .text(source.columns.joined(separator: "\n")),
        ])
    }
    return requirements + findings + counts + sources + rowsOfWaiverMarks
  }
}
