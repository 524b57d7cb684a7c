import Compliance
import Wording

/// A sweep as Markdown (CommonMark with tables), to be mailed, put into a wiki or kept in version control.
enum MarkdownReport {
  /// How many findings of a check are shown; the rest is counted.
  static let shownFindings = 20

  static func text(_ report: SweepReport) -> String {
    var page = MarkdownPage(report: report)
    page.putHeading()
    page.putAttention()
    page.putStandings()
    page.putChecks()
    page.putStatements()
    return page.blocks.joined(separator: "\n\n") + "\n"
  }
}

private struct MarkdownPage {
  let report: SweepReport
  private(set) var blocks: [String] = []

  init(report: SweepReport) { self.report = report }

  private var language: Language { report.language }
  private var result: SweepResult { report.result }

  mutating func putHeading() {
    let name = report.sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    put(heading: 1, "\(result.site[language]) \(name[language])")
    var facts = [readableTime(result.at)]
    for guideline in report.guidelines {
      let later = guideline.supersededBy == nil ? "" : " [\(Wording.Report.superseded[language])]"
      facts.append("\(guideline.title[language]) \(Wording.Report.edition(guideline)[language])\(later)")
    }
    if report.guidelines.isEmpty { facts.append(Wording.Report.noGuidelines[language]) }
    if let scope = result.scopeText { facts.append(scope[language]) }
    if !result.only.isEmpty { facts.append(Wording.Report.only(result.only)[language]) }
    put(list: facts.map(inline))
    guard !result.checks.isEmpty else { return blocks.append(inline(Wording.Report.noChecks[language])) }
    let counts = Dictionary(result.checks.map { ($0.standing, 1) }, uniquingKeysWith: +)
    let numbers = Standing.byUrgency.compactMap { standing in counts[standing].map { "\(word(standing)) \($0)" } }
    blocks.append(
      "**\(inline(Wording.Report.verdict(result.exit)[language]))** "
        + inline(([Wording.Report.checks(result.checks.count)[language]] + numbers).joined(separator: "  ")))
  }

  mutating func putAttention() {
    if let drift = report.drift {
      let failing = CheckChanges(drift, in: result).newlyFailing
      put(heading: 2, "\(Wording.HTMLReport.newlyFailing[language]) \(failing.count)")
      let before = Wording.HTMLReport.comparedWith(drift.before.description, readableTime(drift.beforeAt))
      blocks.append(inline(failing.isEmpty ? Wording.HTMLReport.noneNewlyFailing[language] : before[language]))
      put(
        list: failing.map { entry in
          let mark = entry.isFlapping ? "  [\(Wording.Drift.flapping[language])]" : ""
          return inline("\(entry.run.check.title[language])  (\(entry.run.check.id))\(mark)")
        })
    }
    let expiring = result.expiring
    put(heading: 2, "\(Wording.Statements.expiringSoon[language]) \(expiring.count)")
    guard !expiring.isEmpty else { return blocks.append(inline(Wording.Statements.noneExpiringSoon[language])) }
    put(
      list: expiring.map { expiry in
        let place = expiry.place.map { "  (\($0))" } ?? ""
        return inline("\(expiry.left(in: language))  \(expiry.name(report.catalogue, in: language))\(place)")
      })
  }

  mutating func putStatements() {
    guard !result.attestations.isEmpty || !result.waivers.isEmpty else { return }
    typealias Persons = Wording.PersonsEvidence
    put(heading: 2, Wording.Statements.heading[language])
    let attestations = result.attestations.map { review in
      let attestation = review.attestation
      return [
        "\(Persons.attestation[language]) \(attestation.id)", report.state(of: review),
        report.catalogue.citation(attestation.requirement, in: language), attestation.statement[language],
        Persons.by(attestation.by, attestation.role)[language], "\(attestation.place)",
      ]
    }
    let waivers = result.waivers.map { review in
      let waiver = review.waiver
      return [
        "\(Persons.waiver[language]) \(waiver.id)", report.state(of: review),
        [
          waiver.scope.requirement.map { report.catalogue.citation($0, in: language) },
          waiver.scope.check?.description, waiver.scope.subject,
        ].compactMap(\.self).joined(separator: "  "),
        waiver.reason[language], waiver.approver, "\(waiver.place)",
      ]
    }
    put(
      table: [
        Wording.Workbook.kind, Wording.Workbook.state, Persons.scope, Wording.Workbook.statementOrReason,
        Persons.responsible, Wording.SweepReport.place,
      ].map { $0[language] }, attestations + waivers)
  }

  mutating func putChecks() {
    for (heading, runs) in CheckGroups(result, report.catalogue).headed {
      put(heading: 2, "\(heading[language]) \(runs.count)")
      if runs.allSatisfy(\.outcome.isSettled) {
        put(
          list: runs.map { run in
            inline("\(word(run.standing))  \(run.check.title[language])  (\(run.check.id))")
          })
      } else {
        for run in runs { put(run) }
      }
    }
  }

  private mutating func put(_ run: CheckRun) {
    put(heading: 3, "\(word(run.standing)) \(run.check.title[language])")
    var facts = [
      "\(run.check.id)",
      "\(Wording.SweepReport.severity[language]): \(Wording.Report.severity(run.check.severity)[language])",
    ]
    if !run.check.requirements.isEmpty {
      let citations = run.check.requirements.map { report.catalogue.citation($0, in: language) }
      facts.append(citations.joined(separator: Wording.Report.listSeparator[language]))
    }
    if run.outcome == .fail { facts.append("\(Wording.Report.remedy[language]): \(run.check.remedy[language])") }
    if let age = run.age(at: result.at) { facts.append(age[language]) }
    if let problem = run.problem { facts.append("\(problem.place): \(problem.text[language])") }
    put(list: facts.map(inline))
    let open = run.openFindings
    let shown = open.prefix(MarkdownReport.shownFindings)
    if !shown.isEmpty {
      put(
        table: [
          Wording.SweepReport.subject, Wording.SweepReport.outcome, Wording.SweepReport.message,
          Wording.SweepReport.place,
        ].map { $0[language] },
        shown.map {
          [
            $0.subject, word($0.isWaived ? .waived : Standing($0.outcome)), $0.message[language],
            $0.place?.description ?? "",
          ]
        })
    }
    let rest = Outcome.byUrgency.filter { !$0.isSettled }.compactMap { outcome in
      let count = run.counts[outcome] - shown.count { $0.outcome == outcome }
      return count > 0 ? (outcome: outcome, count: count) : nil
    }
    if !rest.isEmpty { blocks.append(inline(Wording.Report.more(rest)[language])) }
  }

  mutating func putStandings() {
    let tables = report.standingTables
    guard !tables.isEmpty else { return }
    put(heading: 2, Wording.Report.standings[language])
    for table in tables {
      let guideline = report.catalogue.guideline(table.guideline)
      put(heading: 3, guideline.map { "\($0.title[language]) \($0.edition[language])" } ?? "\(table.guideline)")
      let columns = StandingColumn.columns(of: table)
      func cells(_ title: String, _ group: RequirementClass?, _ tally: StandingTally) -> [String] {
        [title, Wording.Report.classGroup(group)[language]] + columns.map { String($0.number(in: tally)) }
      }
      var rows: [[String]] = []
      for row in table.rows {
        for group in table.classes {
          guard let tally = row.tallies[group] else { continue }
          rows.append(cells(row.title.map { "\(row.chapter) \($0[language])" } ?? row.chapter, group, tally))
        }
      }
      for group in table.classes {
        rows.append(cells(Wording.Report.total[language], group, table.sums[group] ?? StandingTally()))
      }
      let heads = [Wording.Report.chapter, Wording.SweepReport.requirementClass] + columns.map(\.title)
      put(table: heads.map { $0[language] }, rows, numbersFrom: 2)
      for (outcome, count) in table.others.occurring {
        blocks.append(inline(Wording.Report.notCounted(outcome, count)[language]))
      }
    }
  }

  private func word(_ standing: Standing) -> String {
    "\(standing.sign) \(Wording.Report.standing(standing)[language])"
  }

  private func inline(_ text: String) -> String { markdown(text.onOneLine) }

  private mutating func put(heading level: Int, _ text: String) {
    blocks.append(String(repeating: "#", count: level) + " " + inline(text))
  }

  /// Puts items that are Markdown already.
  private mutating func put(list items: [String]) {
    if !items.isEmpty { blocks.append(items.map { "- \($0)" }.joined(separator: "\n")) }
  }

  private mutating func put(table heads: [String], _ rows: [[String]], numbersFrom column: Int = .max) {
    blocks.append(markdownTable(heads, rows, numbersFrom: column))
  }
}
