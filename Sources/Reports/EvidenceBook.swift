import Compliance
import Wording

extension ReportDocument {
  /// The evidence book of a sweep: each requirement in force with its class, where it stands, through what, who is responsible, and as
  /// of when. What nobody has looked at stands in it too, and says so.
  public static func evidenceBook(of report: SweepReport) -> ReportDocument {
    typealias Words = Wording.Documents
    let language = report.language
    let name = report.sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    var preface = ["\(report.result.site[language])  \(name[language])  \(readableTime(report.result.at))"]
    preface += report.guidelines.map { guideline in
      let later = guideline.supersededBy == nil ? "" : " [\(Wording.Report.superseded[language])]"
      return "\(guideline.title[language]) \(Wording.Report.edition(guideline)[language])\(later)"
    }
    if !report.result.only.isEmpty { preface.append(Wording.Report.only(report.result.only)[language]) }
    let columns: [(LocalizedText, Double)] = [
      (Wording.SweepReport.requirement, 20), (Wording.SweepReport.requirementClass, 13), (Wording.Workbook.title, 28),
      (Wording.Workbook.standing, 12), (Wording.Workbook.evidence, 70), (Wording.PersonsEvidence.responsible, 26),
      (Words.date, 22), (Wording.Workbook.text, 60),
    ]
    var table = SheetTable(
      name: Words.evidenceBookSheet[language],
      columns: columns.map { SheetTable.Column(head: $0.0[language], width: $0.1) })
    let entries = EvidenceEntries(report)
    table.rows = report.result.standings.map(entries.row)
    return ReportDocument(
      title: Words.evidenceBook[language], preface: preface, table: table, language: language,
      seconds: XLSXReport.seconds(of: report.result.at))
  }
}

/// What stands behind the standings of one sweep, ready to be looked up.
private struct EvidenceEntries {
  typealias Persons = Wording.PersonsEvidence

  private let report: SweepReport
  private let runs: [CheckID: CheckRun]
  private let attestations: [AttestationID: AttestationReview]
  private let waivers: [WaiverID: WaiverReview]

  private struct Entry {
    let text: String
    var responsible: String?
    let date: String
  }

  init(_ report: SweepReport) {
    self.report = report
    runs = Dictionary((report.result.checks + report.result.beside).map { ($0.check.id, $0) }) { first, _ in first }
    attestations = Dictionary(report.result.attestations.map { ($0.attestation.id, $0) }) { first, _ in first }
    waivers = Dictionary(report.result.waivers.map { ($0.waiver.id, $0) }) { first, _ in first }
  }

  private var language: Language { report.language }

  func row(_ standing: RequirementStanding) -> [SheetCell] {
    let requirement = report.catalogue[standing.requirement]
    let entries = standing.by.map(entry)
    let text = entries.isEmpty ? Wording.HTMLReport.nobodyLooks[language] : entries.map(\.text).joined(separator: "\n")
    let word = "\(standing.standing.sign) \(Wording.Report.standing(standing.standing)[language])"
    return [
      .text(report.catalogue.citation(standing.requirement, in: language)),
      .text(requirement?.requirementClass.map { Wording.Report.classGroup($0)[language] } ?? ""),
      .text(requirement?.title[language] ?? ""), .mark(word, look: standing.standing.look), .text(text),
      .text(unique(entries.compactMap(\.responsible)).joined(separator: "\n")),
      .text(unique(entries.map(\.date)).joined(separator: "\n")), .text(requirement?.text ?? ""),
    ]
  }

  private func entry(_ id: EvidenceID) -> Entry {
    switch id {
    case .check(let id):
      guard let run = runs[id] else { return Entry(text: id.description, date: "") }
      let counts = Outcome.byUrgency.filter { run.counts[$0] > 0 }
        .map { "\(Wording.Report.outcome($0)[language]) \(run.counts[$0])" }
      let files = run.sources.map { source in
        ([source.file] + (source.sha256.map { ["SHA-256 \($0.prefix(16))…"] } ?? [])).joined(separator: "  ")
      }
      let head = "\(run.standing.sign) \(run.check.title[language]) (\(id))  \(counts.joined(separator: ", "))"
      return Entry(text: ([head] + files).joined(separator: "\n"), date: date(of: run))
    case .attestation(let id):
      guard let review = attestations[id] else { return Entry(text: id.description, date: "") }
      let attestation = review.attestation
      let state = report.state(of: review)
      let documents = attestation.evidence.map { "\($0.file)  SHA-256 \($0.sha256.prefix(16))…" }
      let head = "\(Persons.attestation[language]) (\(state)): \(attestation.statement[language].onOneLine)"
      return Entry(
        text: ([head] + documents).joined(separator: "\n"),
        responsible: Persons.by(attestation.by, attestation.role)[language],
        date: Persons.term(attestation.date, attestation.until)[language])
    case .waiver(let id):
      guard let review = waivers[id] else { return Entry(text: id.description, date: "") }
      let state = report.state(of: review)
      return Entry(
        text: "\(Persons.waiver[language]) (\(state)): \(review.waiver.reason[language].onOneLine)",
        responsible: review.waiver.approver,
        date: Persons.term(review.waiver.from, review.waiver.until)[language])
    }
  }

  private func date(of run: CheckRun) -> String { readableTime(run.moment(in: report.result)) }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
