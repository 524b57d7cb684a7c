/// How bad a failure is.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  case low
  case medium
  case high
  case critical

  /// Orders from low to critical.
  public static func < (a: Severity, b: Severity) -> Bool {
    // Both are members of allCases, so both indices exist; a missing one would only misplace the value.
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// One verification: what everybody above the Lua host knows of it.
public struct Check: Hashable, Sendable {
  /// The id, `PLUGIN/NAME`.
  public let id: CheckID
  /// What is true when the check passes, in a few words.
  public let title: LocalizedText
  /// The requirements that it gives evidence for.
  public let requirements: [RequirementID]
  /// How bad a failure is.
  public let severity: Severity
  /// How often it must be run, as the plugin says it, such as `1 day`.
  public let cadence: String
  /// What to do about a failure.
  public let remedy: LocalizedText

  /// Makes the description of a check.
  public init(
    id: CheckID, title: LocalizedText, requirements: [RequirementID], severity: Severity, cadence: String,
    remedy: LocalizedText
  ) {
    self.id = id
    self.title = title
    self.requirements = requirements
    self.severity = severity
    self.cadence = cadence
    self.remedy = remedy
  }
}

/// What one check saw of one subject.
public struct Finding: Hashable, Sendable {
  /// What was looked at: the name of a device, an account, a file.
  public let subject: String
  /// The result.
  public let outcome: Outcome
  /// The evidence in words; empty where a pass needs none.
  public let message: LocalizedText
  /// Where the record stands.
  public let place: Place?
  /// The last day on which what was looked at may be used as it is: the end of support, of a certificate, of a medium's term; nil if
  /// the check names none.
  public let due: CalendarDate?
  /// The waivers that cover it, if it is a failure, for at least one of the check's requirements; in the order of their file.
  public var waivers: [WaiverID]
  /// Whether waivers cover it for every requirement of the check.
  public var isWaived: Bool

  /// Makes a finding.
  public init(
    subject: String, outcome: Outcome, message: LocalizedText, place: Place?, due: CalendarDate? = nil,
    waivers: [WaiverID] = [], isWaived: Bool = false
  ) {
    self.subject = subject
    self.outcome = outcome
    self.message = message
    self.place = place
    self.due = due
    self.waivers = waivers
    self.isWaived = isWaived
  }
}

/// A file that a check read: which bytes the verdict rests on.
public struct SourceEvidence: Hashable, Sendable {
  /// The source as the plugin names it.
  public let source: String
  /// The file, relative to the site.
  public let file: String
  /// SHA-256 of its bytes in lower-case hexadecimal; nil if it could not be read to the end.
  public let sha256: String?
  /// How it was read: the encoding by its usual name, such as CP932.
  public let encoding: String
  /// The records that were handed to checks.
  public let records: Int
  /// The rows that could not be read; each is an error finding.
  public let refused: Int
  /// The rows that were passed over on purpose: blank rows, titles above the header, totals.
  public let skipped: Int
  /// The declared columns that the header has, by the plugin's names and in its order; empty for files without a header.
  public let columns: [String]

  /// Makes the evidence of one file.
  public init(
    source: String, file: String, sha256: String?, encoding: String, records: Int, refused: Int, skipped: Int,
    columns: [String] = []
  ) {
    self.source = source
    self.file = file
    self.sha256 = sha256
    self.encoding = encoding
    self.records = records
    self.refused = refused
    self.skipped = skipped
    self.columns = columns
  }
}

/// What one check gave in one sweep. Its outcome and findings are what it saw; waivers are a mark on them.
public struct CheckRun: Hashable, Sendable {
  /// The check.
  public let check: Check
  /// The check's outcome: its findings combined, or what stood in the way of having any.
  public let outcome: Outcome
  /// Where it stands once waivers are taken in: at its outcome, unless they cover all of its failures.
  public var standing: Standing
  /// How many findings had which outcome; counted also beyond the findings that were kept, and also what is waived.
  public let counts: OutcomeCounts
  /// How many failures waivers cover for every requirement of the check.
  public var waived: Int
  /// The waivers that cover a failure for at least one of the check's requirements, in the order of their file.
  public var waivers: [WaiverID]
  /// The findings that were kept, in the order of the records.
  public var findings: [Finding]
  /// Why there is no ordinary result: the data is absent, the plugin broke.
  public let problem: Problem?
  /// The files that were read.
  public let sources: [SourceEvidence]
  /// The version that the plugin gives itself; empty if it could not be loaded.
  public let pluginVersion: String
  /// SHA-256 of the plugin's files in lower-case hexadecimal.
  public let pluginSHA256: String
  /// The parameters that the test saw: one JSON object whose keys are in order, so that equal ones have equal bytes; empty if the
  /// plugin's code was not run.
  public let parameters: String
  /// The wall time in milliseconds that the pass took which ran this check.
  public var milliseconds: Int
  /// When the result was won.
  public var freshness: Freshness

  /// Makes the result of one check.
  public init(
    check: Check, outcome: Outcome, standing: Standing? = nil, counts: OutcomeCounts = OutcomeCounts(),
    waived: Int = 0, waivers: [WaiverID] = [], findings: [Finding] = [],
    problem: Problem? = nil, sources: [SourceEvidence] = [], pluginVersion: String, pluginSHA256: String,
    parameters: String = "", milliseconds: Int = 0, freshness: Freshness = .ran
  ) {
    self.check = check
    self.outcome = outcome
    self.standing = standing ?? Standing(outcome)
    self.counts = counts
    self.waived = waived
    self.waivers = waivers
    self.findings = findings
    self.problem = problem
    self.sources = sources
    self.pluginVersion = pluginVersion
    self.pluginSHA256 = pluginSHA256
    self.parameters = parameters
    self.milliseconds = milliseconds
    self.freshness = freshness
  }
}
