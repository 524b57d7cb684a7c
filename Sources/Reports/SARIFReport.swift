import Compliance
import Crypto
import Wording

/// A sweep as SARIF 2.1.0 (OASIS, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), for code scanning services and editors.
///
/// A check is a rule, a guideline a taxonomy, an open finding a result. `kind` is `fail` for what failed, `open` for what could not be
/// determined; a finding that is waived has a suppression. Passes are counted in the rule's properties, not listed. What kept a
/// check from having findings is a notification of the invocation as well as a result, so that no reader misses it.
enum SARIFReport {
  static func text(_ report: SweepReport) throws -> String { try jsonText(SARIFDocument(report)) }
}

/// The part of SARIF that is written. Its lists of guidelines and rules are referred to by position.
private struct SARIFDocument: Encodable {
  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Message: Encodable { let text: String }
  struct ComponentReference: Encodable { let name: String }
  struct Relationship: Encodable {
    struct Target: Encodable {
      let id: String
      let toolComponent: ComponentReference
    }
    let target: Target
    let kinds = ["relevant"]
  }

  struct Rule: Encodable {
    struct Configuration: Encodable { let level: String }
    struct Properties: Encodable {
      let severity: Severity
      let standing: Standing
      let counts: [String: Int]
      let plugin: String
      let sha256: String
      /// The moment whose data the result is of, in ISO 8601.
      let asOf: String
    }
    let id: CheckID
    let shortDescription: Message
    let help: Message
    let defaultConfiguration: Configuration
    let relationships: [Relationship]?
    let properties: Properties
  }

  struct Location: Encodable {
    struct Artifact: Encodable { let uri: String }
    struct Region: Encodable {
      let startLine: Int
      let startColumn: Int?
    }
    struct Physical: Encodable {
      let artifactLocation: Artifact
      let region: Region?
    }
    let physicalLocation: Physical

    init(_ place: Place) {
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: uriPath(place.file)),
        region: place.line.flatMap { $0 > 0 ? Region(startLine: $0, startColumn: place.column) : nil })
    }
  }

  struct Suppression: Encodable {
    let kind = "external"
    let justification: String
  }

  struct Result: Encodable {
    struct Properties: Encodable {
      /// The last day of what was looked at.
      let due: String
    }
    let ruleId: CheckID
    let ruleIndex: Int
    let kind: String
    let level: String
    let message: Message
    let locations: [Location]?
    let partialFingerprints: [String: String]
    let suppressions: [Suppression]?
    let properties: Properties?
  }

  struct Notification: Encodable {
    struct Associated: Encodable {
      let id: CheckID
      let index: Int
    }
    let level = "error"
    let message: Message
    let associatedRule: Associated
    let locations: [Location]
  }

  struct Invocation: Encodable {
    let executionSuccessful = true
    let exitCode: Int32
    let toolExecutionNotifications: [Notification]
  }

  struct Taxonomy: Encodable {
    struct Taxon: Encodable {
      let id: String
      let shortDescription: Message
    }
    let name: String
    let version: String
    let organization: String
    let shortDescription: Message
    let taxa: [Taxon]
  }

  struct Driver: Encodable {
    let name = "Tenken"
    let semanticVersion: String?
    let rules: [Rule]
    let supportedTaxonomies: [ComponentReference]
  }

  struct Tool: Encodable { let driver: Driver }

  struct Run: Encodable {
    struct Details: Encodable {
      let id: String
      let description: Message
    }
    let tool: Tool
    let language: String
    let automationDetails: Details
    let invocations: [Invocation]
    let taxonomies: [Taxonomy]
    let results: [Result]
  }

  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  init(_ report: SweepReport) { runs = [SARIFWriter(report: report).run()] }
}

private struct SARIFWriter {
  typealias Document = SARIFDocument

  let report: SweepReport

  private var language: Language { report.language }

  func run() -> Document.Run {
    let checks = report.result.checks
    let guidelines = Set(checks.flatMap(\.check.requirements).filter { report.catalogue[$0] != nil }.map(\.guideline))
    let known = report.catalogue.guidelines.filter { guidelines.contains($0.id) }
    let rules = checks.map(rule)
    let version = report.program.split(separator: " ").dropFirst().first.map(String.init)
    return Document.Run(
      tool: Document.Tool(
        driver: Document.Driver(
          semanticVersion: version, rules: rules,
          supportedTaxonomies: known.map { Document.ComponentReference(name: $0.id.description) })),
      language: language == .ja ? "ja-JP" : "en-US",
      automationDetails: Document.Run.Details(
        id: "tenken/\(report.sweepID?.description ?? "")",
        description: Document.Message(text: visible("\(report.result.site[language]) \(report.result.at)"))),
      invocations: [
        Document.Invocation(
          exitCode: report.result.exit.rawValue,
          toolExecutionNotifications: checks.enumerated().compactMap { notification($0, $1) })
      ],
      taxonomies: known.map(taxonomy), results: checks.enumerated().flatMap { results($0, $1) })
  }

  private func rule(_ run: CheckRun) -> Document.Rule {
    let related = run.check.requirements.filter { report.catalogue[$0] != nil }.map { id in
      Document.Relationship(
        target: .init(id: id.path, toolComponent: .init(name: id.guideline.description)))
    }
    return Document.Rule(
      id: run.check.id, shortDescription: message(run.check.title[language]),
      help: message(run.check.remedy[language]), defaultConfiguration: .init(level: level(run.check.severity)),
      relationships: related.isEmpty ? nil : related,
      properties: .init(
        severity: run.check.severity, standing: run.standing,
        counts: Dictionary(uniqueKeysWithValues: run.counts.occurring.map { ($0.outcome.rawValue, $0.count) }),
        plugin: "\(run.check.id.plugin) \(run.pluginVersion)", sha256: run.pluginSHA256,
        asOf: run.moment(in: report.result)))
  }

  private func taxonomy(_ guideline: Guideline) -> Document.Taxonomy {
    var seen: Set<RequirementID> = []
    let ids = report.result.checks.flatMap(\.check.requirements).filter {
      $0.guideline == guideline.id && report.catalogue[$0] != nil && seen.insert($0).inserted
    }
    return Document.Taxonomy(
      name: guideline.id.description, version: guideline.edition[language], organization: guideline.issuer[language],
      shortDescription: message(guideline.title[language]),
      taxa: ids.map { id -> Document.Taxonomy.Taxon in
        let title = report.catalogue[id]?.title[language] ?? ""
        return Document.Taxonomy.Taxon(
          id: id.path, shortDescription: message("\(report.catalogue.citation(id, in: language)) \(title)"))
      })
  }

  private func notification(_ index: Int, _ run: CheckRun) -> Document.Notification? {
    run.problem.map { problem in
      Document.Notification(
        message: message(problem.text[language]), associatedRule: .init(id: run.check.id, index: index),
        locations: [Document.Location(problem.place)])
    }
  }

  private func results(_ index: Int, _ run: CheckRun) -> [Document.Result] {
    func result(
      _ outcome: Outcome, _ text: String, _ place: Place?, subject: String, waivers: [WaiverID],
      due: CalendarDate? = nil
    ) -> Document.Result {
      Document.Result(
        ruleId: run.check.id, ruleIndex: index, kind: outcome == .fail ? "fail" : "open",
        level: outcome == .fail ? level(run.check.severity) : "none", message: message(text),
        locations: place.map { [Document.Location($0)] },
        partialFingerprints: ["tenkenSubject/v1": fingerprint("\(run.check.id)\n\(subject)")],
        suppressions: waivers.isEmpty ? nil : waivers.compactMap(suppression),
        properties: due.map { Document.Result.Properties(due: $0.description) })
    }
    var results = run.openFindings.map { finding in
      let word = Wording.Report.outcome(finding.outcome)[language]
      let text = [finding.subject, finding.message[language]].filter { !$0.isEmpty }.joined(separator: ": ")
      return result(
        finding.outcome, text.isEmpty ? word : text, finding.place, subject: finding.subject,
        waivers: finding.isWaived ? finding.waivers : [], due: finding.due)
    }
    if let problem = run.problem, !run.outcome.isSettled {
      results.insert(
        result(run.outcome, problem.text[language], problem.place, subject: "", waivers: []), at: 0)
    } else if results.isEmpty, !run.outcome.isSettled {
      results.append(result(run.outcome, Wording.Report.noReason[language], nil, subject: "", waivers: []))
    }
    let rest = run.counts.occurring.filter { !$0.outcome.isSettled }.compactMap { outcome, count -> Document.Result? in
      let more = count - run.findings.count { $0.outcome == outcome }
      return more > 0 ? result(outcome, Wording.Report.notKept(more)[language], nil, subject: "", waivers: []) : nil
    }
    return results + rest
  }

  private func suppression(_ id: WaiverID) -> Document.Suppression? {
    let review = report.result.waivers.first { $0.waiver.id == id }
    return Document.Suppression(justification: visible(review?.waiver.reason[language] ?? id.description))
  }

  private func message(_ text: String) -> Document.Message { Document.Message(text: visibleLines(text)) }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }

  private func fingerprint(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// A path as a relative URI reference (RFC 3986, 4.2): whatever is not unreserved is percent-encoded, and so is a slash at the beginning,
/// so that no file name can pose as another scheme or place.
func uriPath(_ path: String) -> String {
  path.utf8.reduce(into: "") { uri, byte in
    switch byte {
    case UInt8(ascii: "/") where uri.isEmpty: uri += "%2F"
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri.append(Character(Unicode.Scalar(byte)))
    default: uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}
