import Compliance
import Wording

/// A sweep as OSCAL assessment results 1.1.3 (<https://pages.nist.gov/OSCAL-Reference/models/v1.1.3/assessment-results/>), whose
/// controls are those that ``CatalogueOSCAL`` writes.
///
/// A check is an observation, a requirement's standing a finding, what a waiver accepts a risk. OSCAL knows a control as satisfied or
/// not; only what passed is satisfied here, and the standing itself stands beside it as a property. What does not apply has an
/// observation and no finding.
enum OSCALResults {
  static func text(_ report: SweepReport) throws -> String {
    try jsonText(OSCALResultsDocument(results: OSCALResultsWriter(report: report).document()))
  }
}

private struct OSCALResultsDocument: Encodable {
  enum CodingKeys: String, CodingKey { case results = "assessment-results" }
  let results: Results

  struct Results: Encodable {
    enum CodingKeys: String, CodingKey {
      case uuid, metadata, results
      case plan = "import-ap"
      case backMatter = "back-matter"
    }
    let uuid: String
    let metadata: Metadata
    let plan: Link
    let results: [Result]
    let backMatter: BackMatter
  }
  struct Metadata: Encodable {
    enum CodingKeys: String, CodingKey {
      case title, version
      case lastModified = "last-modified"
      case oscalVersion = "oscal-version"
    }
    let title: String
    let lastModified: String
    let version: String
    let oscalVersion = CatalogueOSCAL.version
  }
  struct Link: Encodable { let href: String }
  struct BackMatter: Encodable {
    struct Resource: Encodable {
      let uuid: String
      let title: String
      let description: String
    }
    let resources: [Resource]
  }
  struct Result: Encodable {
    enum CodingKeys: String, CodingKey {
      case uuid, title, description, start, end, props, observations, risks, findings
      case reviewed = "reviewed-controls"
    }
    let uuid: String
    let title: String
    let description: String
    let start: String
    let end: String
    let props: [OSCALDocument.Property]
    let reviewed: Reviewed
    let observations: [Observation]?
    let risks: [Risk]?
    let findings: [Finding]?
  }
  struct Reviewed: Encodable {
    enum CodingKeys: String, CodingKey { case selections = "control-selections" }
    struct Selection: Encodable {
      enum CodingKeys: String, CodingKey {
        case included = "include-controls"
        case all = "include-all"
      }
      struct Control: Encodable {
        enum CodingKeys: String, CodingKey { case id = "control-id" }
        let id: String
      }
      struct Everything: Encodable {}
      let included: [Control]?
      let all: Everything?
    }
    let selections: [Selection]
  }
  struct Observation: Encodable {
    enum CodingKeys: String, CodingKey {
      case uuid, title, description, props, methods, types, collected, expires, remarks
      case evidence = "relevant-evidence"
    }
    struct Evidence: Encodable {
      let href: String
      let description: String
      let props: [OSCALDocument.Property]?
    }
    let uuid: String
    let title: String
    let description: String
    let props: [OSCALDocument.Property]
    let methods: [String]
    let types: [String]
    let evidence: [Evidence]?
    let collected: String
    let expires: String?
    let remarks: String?
  }
  struct Risk: Encodable {
    let uuid: String
    let title: String
    let description: String
    let statement: String
    let status = "deviation-approved"
    let deadline: String
  }
  struct Finding: Encodable {
    enum CodingKeys: String, CodingKey {
      case uuid, title, description, props, target
      case observations = "related-observations"
      case risks = "related-risks"
    }
    struct Target: Encodable {
      enum CodingKeys: String, CodingKey {
        case type, status
        case id = "target-id"
      }
      struct Status: Encodable {
        let state: String
        let reason: String
      }
      let type = "objective-id"
      let id: String
      let status: Status
    }
    struct Observed: Encodable {
      enum CodingKeys: String, CodingKey { case uuid = "observation-uuid" }
      let uuid: String
    }
    struct Accepted: Encodable {
      enum CodingKeys: String, CodingKey { case uuid = "risk-uuid" }
      let uuid: String
    }
    let uuid: String
    let title: String
    let description: String
    let props: [OSCALDocument.Property]
    let target: Target
    let observations: [Observed]?
    let risks: [Accepted]?
  }
}

private struct OSCALResultsWriter {
  typealias Document = OSCALResultsDocument

  /// How many open findings an observation tells; the rest is counted in its properties.
  private static let toldFindings = 20

  let report: SweepReport

  private var language: Language { report.language }
  private var result: SweepResult { report.result }

  /// The UUID of a part of this sweep: the same each time.
  private func id(_ part: String) -> String {
    let sweep = "\(result.site.ja)/\(result.at)/\(report.sweepID?.description ?? "")"
    return uuid(named: "\(OSCALNames.namespace)/sweep/\(sweep)#\(part)")
  }

  private func own(_ name: String, _ value: String) -> OSCALDocument.Property {
    OSCALDocument.Property(name: name, ns: OSCALNames.namespace, value: line(value, or: "-"))
  }

  /// One line that is not empty, as titles and values must be.
  private func line(_ text: String, or empty: String) -> String {
    let words = visible(text.onOneLine).split(separator: " ", omittingEmptySubsequences: true)
    return words.isEmpty ? empty : words.joined(separator: " ")
  }

  private func listed<Item>(_ items: [Item]) -> [Item]? { items.isEmpty ? nil : items }

  func document() -> Document.Results {
    let name = report.sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    let title = line("\(result.site[language]) \(name[language])", or: "Tenken")
    return Document.Results(
      uuid: id("results"),
      metadata: Document.Metadata(
        title: title, lastModified: result.at, version: report.sweepID?.description ?? "1"),
      plan: Document.Link(href: "#\(id("plan"))"),
      results: [
        Document.Result(
          uuid: id("result"), title: title,
          description: Wording.Report.verdict(result.exit)[language], start: result.at, end: result.at,
          props: [own("exit", String(result.exit.rawValue)), own("program", report.program)], reviewed: reviewed(),
          observations: listed(result.checks.map { observation($0) } + result.attestations.map { observation($0) }),
          risks: listed(result.waivers.filter(\.counts).map(risk)),
          findings: listed(result.standings.compactMap(finding)))
      ],
      backMatter: Document.BackMatter(resources: [
        Document.BackMatter.Resource(
          uuid: id("plan"), title: Wording.OSCALResults.plan[language],
          description: Wording.OSCALResults.planDescription[language])
      ]))
  }

  private func reviewed() -> Document.Reviewed {
    let controls = result.standings.map { Document.Reviewed.Selection.Control(id: $0.requirement.oscalToken) }
    return Document.Reviewed(selections: [
      // An empty list is not allowed, and a sweep without guidelines has looked at whatever there was: nothing.
      Document.Reviewed.Selection(
        included: listed(controls), all: controls.isEmpty ? Document.Reviewed.Selection.Everything() : nil)
    ])
  }

  private func observation(_ run: CheckRun) -> Document.Observation {
    let counts = run.counts.occurring.map { own("count-\($0.outcome.rawValue)", String($0.count)) }
    let open = run.openFindings
    var told = run.problem.map { [$0.line(in: language)] } ?? []
    told += open.prefix(Self.toldFindings).map { finding -> String in
      let what = [finding.subject, finding.message[language]].filter { !$0.isEmpty }.joined(separator: ": ")
      return [finding.place?.description, Wording.Report.outcome(finding.outcome)[language], what].compactMap(\.self)
        .joined(separator: "  ")
    }
    let description = told.isEmpty ? Wording.Report.outcome(run.outcome)[language] : told.joined(separator: "\n")
    return Document.Observation(
      uuid: id("check/\(run.check.id)"), title: line(run.check.title[language], or: run.check.id.description),
      description: visibleLines(description),
      props: [
        own("check", run.check.id.description), own("outcome", run.outcome.rawValue),
        own("standing", run.standing.rawValue), own("severity", run.check.severity.rawValue),
        own("plugin-version", run.pluginVersion), own("plugin-sha256", run.pluginSHA256),
      ] + counts, methods: ["TEST"], types: ["finding"],
      evidence: listed(
        run.sources.map { source in
          Document.Observation.Evidence(
            href: uriPath(source.file),
            description: visible("\(source.file) \(Wording.Report.records(source)[language])"),
            props: source.sha256.map { [own("sha256", $0)] })
        }), collected: run.moment(in: result), expires: run.findings.compactMap(\.due).min().map(endOfDay),
      remarks: run.outcome == .fail && !run.check.remedy[language].isEmpty
        ? visibleLines(run.check.remedy[language]) : nil)
  }

  private func observation(_ review: AttestationReview) -> Document.Observation {
    let attestation = review.attestation
    return Document.Observation(
      uuid: id("attestation/\(attestation.id)"), title: line("\(attestation.id)", or: "-"),
      description: visibleLines(attestation.statement[language]),
      props: [
        own("attestation", attestation.id.description), own("state", review.state.rawValue), own("by", attestation.by),
        own("role", attestation.role), own("date", attestation.date.description),
        own("until", attestation.until.description),
      ], methods: ["INTERVIEW"], types: ["control-objective"],
      evidence: listed(
        attestation.evidence.map { file in
          Document.Observation.Evidence(
            href: uriPath(file.file), description: visible(file.file), props: [own("sha256", file.sha256)])
        }), collected: result.at, expires: endOfDay(attestation.until), remarks: nil)
  }

  private func risk(_ review: WaiverReview) -> Document.Risk {
    let waiver = review.waiver
    let reason = visibleLines(waiver.reason[language])
    return Document.Risk(
      uuid: id("waiver/\(waiver.id)"), title: line("\(waiver.id)", or: "-"), description: reason,
      statement: visibleLines(Wording.OSCALResults.accepted(by: waiver.approver)[language]),
      deadline: endOfDay(waiver.until))
  }

  /// The end of a day, with the offset of the sweep, which is that of the site.
  private func endOfDay(_ day: CalendarDate) -> String { "\(day)T23:59:59\(result.at.dropFirst(19))" }

  private func finding(_ standing: RequirementStanding) -> Document.Finding? {
    let reason: String
    switch standing.standing {
    case .notapplicable, .notselected, .informational: return nil
    case .pass: reason = "pass"
    case .fail: reason = "fail"
    case .waived, .error, .unknown, .notchecked: reason = "other"
    }
    let requirement = report.catalogue[standing.requirement]
    let citation = report.catalogue.citation(standing.requirement, in: language)
    var observations: [Document.Finding.Observed] = []
    var risks: [Document.Finding.Accepted] = []
    for evidence in standing.by {
      switch evidence {
      case .check(let check): observations.append(.init(uuid: id("check/\(check)")))
      case .attestation(let attestation): observations.append(.init(uuid: id("attestation/\(attestation)")))
      case .waiver(let waiver): risks.append(.init(uuid: id("waiver/\(waiver)")))
      }
    }
    let title = line("\(citation) \(requirement?.title[language] ?? "")", or: citation)
    return Document.Finding(
      uuid: id("requirement/\(standing.requirement)"), title: title,
      description: "\(Wording.Report.standing(standing.standing)[language])",
      props: [own("standing", standing.standing.rawValue), own("requirement", standing.requirement.description)],
      target: .init(
        id: standing.requirement.oscalToken,
        status: .init(state: standing.standing == .pass ? "satisfied" : "not-satisfied", reason: reason)),
      observations: listed(observations), risks: listed(risks))
  }
}
