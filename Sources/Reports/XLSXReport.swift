import Compliance
import FoundationEssentials
import Wording

/// A sweep as an Excel workbook that an inspector can be handed: a summary, the requirements, the checks, the findings, what persons have
/// stated, and the files that everything rests on.
enum XLSXReport {
  static func bytes(_ report: SweepReport) throws -> [UInt8] {
    let language = report.language
    let name = report.sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    let title = "\(report.result.site[language]) \(name[language])"
    let file = try WorkbookFile(title: title, at: seconds(of: report.result.at))
    let sheets = WorkbookSheets(report: report)
    file.add(sheets.summary(), title: [title] + sheets.facts()) { Wording.Report.notKept($0)[language] }
    for sheet in [sheets.requirements(), sheets.checks(), sheets.findings(), sheets.persons(), sheets.sources()] {
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
    return facts
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
        (Wording.SweepReport.requirement, 20), (Wording.SweepReport.requirementClass, 14), (Words.title, 30),
        (Words.standing, 12), (Words.evidence, 40), (Words.text, 70), (Words.id, 24),
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
        (Wording.SweepReport.outcome, 12), (Wording.SweepReport.severity, 9), (Wording.SweepReport.check, 44),
        (Wording.SweepReport.requirement, 26), (Wording.Report.outcome(.fail), 9), (Wording.HTMLReport.undetermined, 9),
        (Wording.Report.outcome(.pass), 9), (Wording.HTMLReport.reason, 40), (Wording.Report.remedy, 50),
        (Wording.SweepReport.checkID, 30), (Words.plugin, 22),
      ])
    for run in result.checks {
      let citations = run.check.requirements.map { report.catalogue.citation($0, in: language) }
      let open = run.counts[.error] + run.counts[.unknown] + run.counts[.notchecked]
      table.rows.append([
        mark(run.standing), .text(Wording.Report.severity(run.check.severity)[language]),
        .text(run.check.title[language]), .text(citations.joined(separator: "\n")), .number(run.counts[.fail]),
        .number(open), .number(run.counts[.pass]), .text(run.problem.map { $0.line(in: language) } ?? ""),
        .text(run.check.remedy[language]), .text(run.check.id.description),
        .text("\(run.check.id.plugin) \(run.pluginVersion)"),
      ])
    }
    return table
  }

  func findings() -> SheetTable {
    let widths = [12.0, 9, 26, 60, 34, 7, 30, 40, 26, 50, 26]
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
