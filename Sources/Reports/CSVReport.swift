import Compliance
import Wording

/// A sweep as a table for Excel, one row a finding. See ``CSVText`` for the form, and for the apostrophe before cells that would
/// be taken for formulas. For programs there is ``JSONReport``.
///
/// A check without findings has one row, which tells its outcome and what stood in the way; findings that were only counted
/// have one row an outcome, which says how many.
enum CSVReport {
  static func text(_ report: SweepReport) -> String {
    var table = CSVText()
    table.add(Wording.SweepReport.findingColumns.map { $0[report.language] })
    for row in FindingRow.all(in: report) { table.add(row.cells.map(visibleLines)) }
    return table.text
  }
}

/// A finding with all that must stand beside it in a table, for who filters and sorts.
struct FindingRow {
  let standing: Standing
  /// The texts of the columns ``Wording/SweepReport/findingColumns``.
  let cells: [String]

  /// The rows of a sweep: check by check in plan order.
  static func all(in report: SweepReport) -> [FindingRow] {
    report.result.checks.flatMap { rows(of: $0, in: report) }
  }

  private static func rows(of run: CheckRun, in report: SweepReport) -> [FindingRow] {
    let language = report.language
    let check = run.check
    let citations = check.requirements.map { report.catalogue.citation($0, in: language) }
    let sweptAt = run.moment(in: report.result)
    func row(
      _ outcome: Outcome, _ subject: String, _ message: String, _ place: Place?, due: CalendarDate? = nil,
      isWaived: Bool = false
    ) -> FindingRow {
      let standing = isWaived ? Standing.waived : Standing(outcome)
      return FindingRow(
        standing: standing,
        cells: [
          Wording.Report.standing(standing)[language], Wording.Report.severity(check.severity)[language], subject,
          message,
          place?.file ?? "", place?.line.map(String.init) ?? "", check.id.description, check.title[language],
          citations.joined(separator: "\n"), outcome.isSettled ? "" : check.remedy[language], due?.description ?? "",
          sweptAt,
        ])
    }
    var rows = run.findings.map { finding in
      row(
        finding.outcome, finding.subject, finding.message[language], finding.place, due: finding.due,
        isWaived: finding.isWaived)
    }
    for (outcome, count) in run.counts.occurring {
      let rest = count - run.findings.count { $0.outcome == outcome }
      if rest > 0 { rows.append(row(outcome, "", Wording.Report.notKept(rest)[language], nil)) }
    }
    if let problem = run.problem { rows.insert(row(run.outcome, "", problem.text[language], problem.place), at: 0) }
    return rows.isEmpty ? [row(run.outcome, "", "", nil)] : rows
  }
}
