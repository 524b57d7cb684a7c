import Compliance
import FoundationEssentials
import Wording

/// A sweep as an Excel workbook that an inspector can be handed: a summary, the requirements, the checks, the findings, what persons have
/// stated, and the files that everything rests on. What newly fails and what ends soon comes first.
enum XLSXReport {
  static func bytes(_ report: SweepReport) throws -> [UInt8] {
    let language = report.language
    let name = report.sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    let title = "\(report.result.site[language]) \(name[language])"
    let file = try WorkbookFile(title: title, at: seconds(of: report.result.at))
    let sheets = WorkbookSheets(report: report)
    file.add(sheets.summary(), title: [title] + sheets.facts()) { Wording.Report.notKept($0)[language] }
    for sheet in [
      sheets.expiring(), sheets.requirements(), sheets.checks(), sheets.findings(), sheets.persons(), sheets.sources(),
    ] {
      file.add(sheet) { Wording.Report.notKept($0)[language] }
    }
    return try file.bytes()
  }

  static func seconds(of moment: String) -> Int {
    (try? Date(moment, strategy: .iso8601)).map { Int($0.timeIntervalSince1970) } ?? 1
  }
}

private struct WorkbookSheets {
  typealias Words = Wording.Workbook

  let report: SweepReport

  private var language: Language { report.language }
  private var result: SweepResult { report.result }

  private func sheet(_ name: LocalizedText, _ columns: [(head: LocalizedText, width: Double)]) -> SheetTable {
    SheetTable(
      name: name[language], columns: columns.map { SheetTable.Column(head: $0.head[language], width: $0.width) })
  }

  private func mark(_ standing: Standing) -> SheetCell {
    .mark("\(standing.sign) \(Wording.Report.standing(standing)[language])", look: standing.look)
  }

  /// What stands above the summary.
  func facts() -> [String] {
    var facts = [readableTime(result.at)]
    facts += report.guidelines.map { guideline in
      let later = guideline.supersededBy == nil ? "" : " [\(Wording.Report.superseded[language])]"
      return "\(guideline.title[language]) \(Wording.Report.edition(guideline)[language])\(later)"
    }
    if report.guidelines.isEmpty { facts.append(Wording.Report.noGuidelines[language]) }
    if let scope = result.scopeText { facts.append(scope[language]) }
    if !result.only.isEmpty { facts.append(Wording.Report.only(result.only)[language]) }
    let counts = Dictionary(result.checks.map { ($0.standing, 1) }, uniquingKeysWith: +)
    let numbers = Standing.byUrgency.compactMap { standing in
      counts[standing].map { "\(standing.sign) \(Wording.Report.standing(standing)[language]) \($0)" }
    }
    facts.append(
      result.checks.isEmpty
        ? Wording.Report.noChecks[language]
        : ([Wording.Report.verdict(result.exit)[language], Wording.Report.checks(result.checks.count)[language]]
          + numbers).joined(separator: "  "))
    if let drift = report.drift {
      let failing = CheckChanges(drift, in: result).newlyFailing
      facts.append(
        failing.isEmpty
          ? Wording.HTMLReport.noneNewlyFailing[language]
          : "\(Wording.HTMLReport.newlyFailing[language]) \(failing.count): "
            + failing.map(\.run.check.title[language]).joined(separator: Wording.Report.listSeparator[language]))
    }
    let expiring = result.expiring.count
    facts.append(
      expiring == 0
        ? Wording.Statements.noneExpiringSoon[language] : "\(Wording.Statements.expiringSoon[language]) \(expiring)")
    return facts
  }

  func expiring() -> SheetTable {
    typealias Persons = Wording.PersonsEvidence
    var table = sheet(
      Words.expiring,
      [
        (Words.until, 12), (Wording.SweepReport.daysLeft, 10), (Words.kind, 14), (Wording.SweepReport.subject, 30),
        (Words.id, 34), (Words.standing, 12), (Wording.SweepReport.message, 50), (Wording.SweepReport.place, 36),
      ])
    for expiry in result.expiring {
      let cells: [SheetCell]
      switch expiry.matter {
      case .attestation(let attestation):
        cells = [
          .text(Persons.attestation[language]),
          .text(report.catalogue.citation(attestation.requirement, in: language)), .text(attestation.id.description),
          .text(""), .text(attestation.statement[language]),
        ]
      case .waiver(let waiver):
        let scope = [waiver.scope.requirement?.description, waiver.scope.check?.description, waiver.scope.subject]
        cells = [
          .text(Persons.waiver[language]), .text(scope.compactMap(\.self).joined(separator: "\n")),
          .text(waiver.id.description), .text(""), .text(waiver.reason[language]),
        ]
      case .finding(let finding, let check):
        cells = [
          .text(Wording.SweepReport.check[language]), .text(finding.subject),
          .text("\(check.title[language])\n\(check.id)"),
          mark(finding.isWaived ? .waived : Standing(finding.outcome)), .text(finding.message[language]),
        ]
      }
      table.rows.append(
        [.text(expiry.until.description), .number(expiry.daysLeft)] + cells + [
          .text(expiry.place?.description ?? "")
        ])
    }
    return table
  }

  func summary() -> SheetTable {
    var table = sheet(
      Words.summary,
      [
        (Words.guideline, 16), (Wording.Report.chapter, 10), (Words.chapterTitle, 44),
        (Wording.SweepReport.requirementClass, 18), (Wording.Report.met, 10), (Wording.Report.standing(.waived), 10),
        (Wording.Report.notMet, 10), (Wording.Report.unclear, 10), (Wording.Report.unchecked, 10),
      ])
    for standing in report.standingTables {
      for row in standing.rows {
        for group in standing.classes {
          guard let tally = row.tallies[group] else { continue }
          table.rows.append(
            [
              .text(standing.guideline.description), .text(row.chapter), .text(row.title?[language] ?? ""),
              .text(Wording.Report.classGroup(group)[language]),
            ] + StandingColumn.allCases.map { SheetCell.number($0.number(in: tally)) })
        }
      }
    }
    return table
  }

  func requirements() -> SheetTable {
    var table = sheet(
      Words.requirements,
      [
        (Wording.SweepReport.requirement, 18), (Wording.SweepReport.requirementClass, 12), (Words.title, 26),
        (Words.standing, 11), (Words.evidence, 34), (Words.text, 64), (Words.id, 22),
      ])
    for standing in result.standings {
      let requirement = report.catalogue[standing.requirement]
      let group = requirement?.requirementClass
      table.rows.append([
        .text(report.catalogue.citation(standing.requirement, in: language)),
        .text(group.map { Wording.Report.classGroup($0)[language] } ?? ""),
        .text(requirement?.title[language] ?? ""), mark(standing.standing),
        .text(standing.by.map(\.description).joined(separator: "\n")), .text(requirement?.text ?? ""),
        .text(standing.requirement.description),
      ])
    }
    return table
  }

  func checks() -> SheetTable {
    var table = sheet(
      Words.checks,
      [
        (Wording.SweepReport.outcome, 11), (Wording.SweepReport.severity, 8), (Wording.SweepReport.check, 34),
        (Wording.SweepReport.requirement, 20), (Wording.Report.outcome(.fail), 8),
        (Wording.HTMLReport.undetermined, 10),
        (Wording.Report.outcome(.pass), 8), (Wording.HTMLReport.reason, 34), (Wording.Report.remedy, 40),
        (Wording.SweepReport.sweptAt, 17), (Wording.SweepReport.checkID, 26), (Words.plugin, 18),
      ])
    for run in result.checks {
      let citations = run.check.requirements.map { report.catalogue.citation($0, in: language) }
      let open = run.counts[.error] + run.counts[.unknown] + run.counts[.notchecked]
      table.rows.append([
        mark(run.standing), .text(Wording.Report.severity(run.check.severity)[language]),
        .text(run.check.title[language]), .text(citations.joined(separator: "\n")), .number(run.counts[.fail]),
        .number(open), .number(run.counts[.pass]), .text(run.problem.map { $0.line(in: language) } ?? ""),
        .text(run.check.remedy[language]), .text(readableTime(run.moment(in: result), withOffset: false)),
        .text(run.check.id.description),
        .text("\(run.check.id.plugin) \(run.pluginVersion)"),
      ])
    }
    return table
  }

  func findings() -> SheetTable {
    let widths = [11.0, 8, 20, 44, 26, 6, 24, 28, 18, 34, 12, 17]
    var table = sheet(Words.findings, Array(zip(Wording.SweepReport.findingColumns, widths)).map { ($0, $1) })
    table.rows = FindingRow.all(in: report).map { row in
      row.cells.enumerated().map { column, text in
        switch column {
        case 0: .mark("\(row.standing.sign) \(text)", look: row.standing.look)
        case 5: Int(text).map(SheetCell.number) ?? .text(text)
        default: .text(text)
        }
      }
    }
    return table
  }

  func persons() -> SheetTable {
    typealias Persons = Wording.PersonsEvidence
    var table = sheet(
      Words.persons,
      [
        (Words.kind, 12), (Words.id, 24), (Words.state, 26), (Persons.scope, 30), (Words.statementOrReason, 50),
        (Persons.responsible, 30), (Words.from, 12), (Words.until, 12), (Persons.documents, 50),
        (Wording.SweepReport.place, 24),
      ])
    for review in result.attestations {
      let attestation = review.attestation
      let documents = zip(attestation.evidence, review.evidence).map { file, condition in
        "\(Wording.Statements.evidence(file, condition)[language])\nSHA-256 \(file.sha256)"
      }
      table.rows.append([
        .text(Persons.attestation[language]), .text(attestation.id.description),
        .mark(report.state(of: review), look: review.state.ink.look),
        .text(report.catalogue.citation(attestation.requirement, in: language)),
        .text(attestation.statement[language]), .text(Persons.by(attestation.by, attestation.role)[language]),
        .text(attestation.date.description), .text(attestation.until.description),
        .text(documents.joined(separator: "\n")), .text(attestation.place.description),
      ])
    }
    for review in result.waivers {
      let waiver = review.waiver
      let scope = [
        waiver.scope.requirement.map { report.catalogue.citation($0, in: language) }, waiver.scope.check?.description,
        waiver.scope.subject,
      ].compactMap(\.self)
      table.rows.append([
        .text(Persons.waiver[language]), .text(waiver.id.description),
        .mark(report.state(of: review), look: review.state.ink.look),
        .text(scope.joined(separator: "\n")), .text(waiver.reason[language]), .text(waiver.approver),
        .text(waiver.from.description), .text(waiver.until.description), .text(""), .text(waiver.place.description),
      ])
    }
    return table
  }

  func sources() -> SheetTable {
    var table = sheet(
      Words.sources,
      [
        (Wording.SweepReport.file, 44), (Words.encoding, 12), (Words.records, 10), (Words.refused, 12),
        (Words.skipped, 12), (Words.sha256, 68), (Words.readBy, 40),
      ])
    var order: [SourceEvidence] = []
    var readers: [SourceEvidence: [CheckID]] = [:]
    for run in result.checks {
      for source in run.sources {
        if readers[source] == nil { order.append(source) }
        readers[source, default: []].append(run.check.id)
      }
    }
    for source in order {
      table.rows.append([
        .text(source.file), .text(source.encoding), .number(source.records), .number(source.refused),
        .number(source.skipped), .text(source.sha256 ?? ""),
        .text((readers[source] ?? []).map(\.description).joined(separator: "\n")),
      ])
    }
    return table
  }
}
