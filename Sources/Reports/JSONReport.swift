import Compliance

/// A sweep as JSON of the schema `tenken.sweep/1`, for programs.
///
/// The same sweep gives the same bytes: keys are in alphabetical order, and lists keep the order of the sweep. New keys may
/// be added within the version; none is removed or changes its meaning. `place` is `file:line`, `file` or null. Characters
/// that would steer a terminal or that cannot be seen are escaped, so that the file may be looked at as it is.
///
/// `standing` is an outcome or `waived`; `outcome` beside it is what it would be if nothing were waived. `by` names checks by their ids,
/// attestations as `attestation:NAME` and waivers as `waiver:NAME`; the latter two stand in `attestations` and `waivers`. What follows for
/// requirements that nobody looked at, through correspondences, stands apart in `derived`, with the links in `through`.
///
/// `chapters` rolls requirements up: for each chapter and class, and with a null `chapter` for each guideline as a whole, the standing and how
/// many requirements, their parts not counted, stand where. `expiring` is what ends within 30 days, the first to end first: attestations,
/// waivers, and findings with a `due`. In a sweep of a part, `beside` has the last results of other checks that its requirements rest on.
///
/// `scope` says which checks the sweep ran: `all`, those that were `named`, those that were `due`, or those that had finished when it was
/// `broken-off`. A result of an earlier sweep has `carried`: that sweep's number, and the moment that its checks saw as now.
public enum JSONReport {
  /// The name and version of the schema.
  public static let schema = "tenken.sweep/1"

  /// The document, ended by a newline.
  /// - Parameters:
  ///   - result: the sweep.
  ///   - sweepID: its number in the history; null in the document if it was not stored.
  ///   - catalogue: where the chapters and classes of requirements are looked up.
  ///   - language: the language of titles and messages; the document names it.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(
    _ result: SweepResult, sweepID: SweepID?, catalogue: Catalogue, language: Language
  ) throws -> String {
    try jsonText(SweepDocument(result, sweepID, catalogue, language))
  }
}

/// Which sweep a document is about.
struct SweepHead: Encodable {
  let id: Nullable<Int64>
  let site: String
  let at: String
  let exit: Int32
  let only: [String]
  let scope: String

  init(_ result: SweepResult, _ sweepID: SweepID?, _ language: Language) {
    id = Nullable(sweepID?.number)
    site = result.site[language]
    at = result.at
    exit = result.exit.rawValue
    only = result.only
    scope = result.scope.rawValue
  }
}

private struct SweepDocument: Encodable {
  let schema = JSONReport.schema
  let language: Language
  let sweep: SweepHead
  let checks: [CheckDocument]
  let beside: [BesideDocument]
  let requirements: [StandingDocument]
  let chapters: [ChapterDocument]
  let derived: [StandingDocument]
  let expiring: [ExpiryDocument]
  let attestations: [AttestationDocument]
  let waivers: [WaiverDocument]

  init(_ result: SweepResult, _ sweepID: SweepID?, _ catalogue: Catalogue, _ language: Language) {
    self.language = language
    sweep = SweepHead(result, sweepID, language)
    checks = result.checks.map { CheckDocument($0, language) }
    beside = result.beside.map { BesideDocument($0, language) }
    requirements = result.standings.map(StandingDocument.init)
    chapters = ChapterStanding.all(of: result.standings, catalogue).map(ChapterDocument.init)
    expiring = result.expiring.map(ExpiryDocument.init)
    derived = result.derived.map(StandingDocument.init)
    attestations = result.attestations.map { AttestationDocument($0, language) }
    waivers = result.waivers.map { WaiverDocument($0, language) }
  }
}

/// What a check gave in a sweep.
struct CheckDocument: Encodable {
  struct Trouble: Encodable {
    let place: String
    let text: String
  }

  struct Origin: Encodable {
    let sweep: Int64
    let at: String

    /// Nil for a result that the sweep won itself, or that there is not.
    init?(_ freshness: Freshness) {
      guard case .carried(let sweep, let at) = freshness else { return nil }
      self.sweep = sweep.number
      self.at = at
    }
  }

  struct Source: Encodable {
    let source: String
    let file: String
    let sha256: Nullable<String>
    let encoding: String
    let records: Int
    let refused: Int
    let skipped: Int
    let columns: [String]
  }

  enum CodingKeys: String, CodingKey {
    case id, title, severity, outcome, standing, requirements, counts, waived, waivers, problem, findings, parameters
    case sources, carried
    case milliseconds = "duration_ms"
    case pluginVersion = "plugin_version"
    case pluginSHA256 = "plugin_sha256"
  }

  let id: CheckID
  let title: String
  let severity: Severity
  let outcome: Outcome
  let requirements: [RequirementID]
  let standing: Standing
  let counts: [String: Int]
  let waived: Int
  let waivers: [EvidenceID]
  let milliseconds: Int
  let pluginVersion: String
  let pluginSHA256: String
  /// Where the result comes from; absent for one that the sweep won itself.
  let carried: Origin?
  let problem: Trouble?
  let findings: [FindingDocument]
  let parameters: Nullable<JSONValue>
  let sources: [Source]

  init(_ run: CheckRun, _ language: Language) {
    id = run.check.id
    title = run.check.title[language]
    severity = run.check.severity
    outcome = run.outcome
    requirements = run.check.requirements
    counts = Dictionary(uniqueKeysWithValues: run.counts.occurring.map { ($0.outcome.rawValue, $0.count) })
    standing = run.standing
    waived = run.waived
    waivers = run.waivers.map(EvidenceID.waiver)
    milliseconds = run.milliseconds
    pluginVersion = run.pluginVersion
    pluginSHA256 = run.pluginSHA256
    carried = Origin(run.freshness)
    problem = run.problem.map { Trouble(place: fileAndLine($0.place), text: $0.text[language]) }
    findings = run.findings.map { FindingDocument($0, language) }
    parameters = Nullable(JSONValue(text: run.parameters))
    sources = run.sources.map {
      Source(
        source: $0.source, file: $0.file, sha256: Nullable($0.sha256), encoding: $0.encoding, records: $0.records,
        refused: $0.refused, skipped: $0.skipped, columns: $0.columns)
    }
  }
}

/// What a check saw of one subject.
struct FindingDocument: Encodable {
  let subject: String
  let outcome: Outcome
  let message: String
  let place: Nullable<String>
  /// The last day of what was looked at, if the check names one.
  let due: String?
  /// The waivers that cover it, where some do; `waived` is true if they do for every requirement of the check.
  let waivers: [EvidenceID]?
  let waived: Bool?

  init(_ finding: Finding, _ language: Language) {
    subject = finding.subject
    outcome = finding.outcome
    message = finding.message[language]
    place = Nullable(finding.place.map(fileAndLine))
    due = finding.due?.description
    waivers = finding.waivers.isEmpty ? nil : finding.waivers.map(EvidenceID.waiver)
    waived = finding.waivers.isEmpty ? nil : finding.isWaived
  }
}

/// A place without its column, as JSON has it.
func fileAndLine(_ place: Place) -> String {
  Place(file: place.file, line: place.line).description
}
