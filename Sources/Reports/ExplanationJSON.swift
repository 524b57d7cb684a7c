import Compliance

/// Explanations as JSON of the schema `tenken.explanation/1`, for programs.
///
/// `explanations` holds what was asked for, in that order, each with its `kind`: `requirement`, `check`, `plugin` or
/// `findings`, `attestation` or `waiver`; the latter two are what they are in `tenken.sweep/1`. A check is what it is in
/// `tenken.sweep/1`, with its `cadence` and `remedy` beside it, and its `history` (since when it is so; null where that is not known). A
/// requirement has
/// its `standing` (null if the sweep says nothing of it), the `checks` that name it and counted, those `deselected`, the
/// kind of `evidence` that would fit (null if the catalogue says none) and its `parts`, which are requirements again. New
/// keys may be added within the version; none is removed or changes its meaning. The same sweep gives the same bytes.
public enum ExplanationJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.explanation/1"

  /// The document, ended by a newline.
  /// - Parameters:
  ///   - explanations: what was asked for.
  ///   - result: the sweep that they were taken from.
  ///   - sweepID: its number in the history.
  ///   - catalogue: where it is looked up what evidence would fit.
  ///   - language: the language of titles and messages; the document names it.
  ///   - past: how it came to be so.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(
    _ explanations: [Explanation], of result: SweepResult, _ sweepID: SweepID, _ catalogue: Catalogue,
    _ language: Language, past: PastOutcomes = PastOutcomes()
  ) throws -> String {
    try jsonText(
      Document(
        language: language, sweep: SweepHead(result, sweepID, language),
        explanations: explanations.map { Item($0, catalogue, language, past) }))
  }

  private struct Document: Encodable {
    let schema = ExplanationJSON.schema
    let language: Language
    let sweep: SweepHead
    let explanations: [Item]
  }

  private enum Item: Encodable {
    case requirement(RequirementDocument)
    case check(CheckExplanation)
    case plugin(PluginID, [CheckExplanation])
    case findings([FindingDocument], CheckExplanation)
    case attestation(AttestationDocument)
    case waiver(WaiverDocument, [CheckExplanation])

    enum CodingKeys: String, CodingKey {
      case kind, requirement, check, plugin, checks, findings, attestation, waiver
    }

    init(_ explanation: Explanation, _ catalogue: Catalogue, _ language: Language, _ past: PastOutcomes) {
      self =
        switch explanation {
        case .requirement(let explanation): .requirement(RequirementDocument(explanation, catalogue, language, past))
        case .check(let run): .check(CheckExplanation(run, language, past))
        case .plugin(let id, let runs): .plugin(id, runs.map { CheckExplanation($0, language, past) })
        case .findings(let findings, let run):
          .findings(findings.map { FindingDocument($0, language) }, CheckExplanation(run, language, past))
        case .attestation(let review): .attestation(AttestationDocument(review, language))
        case .waiver(let review, let runs):
          .waiver(WaiverDocument(review, language), runs.map { CheckExplanation($0, language, past) })
        }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .requirement(let requirement):
        try container.encode("requirement", forKey: .kind)
        try container.encode(requirement, forKey: .requirement)
      case .check(let check):
        try container.encode("check", forKey: .kind)
        try container.encode(check, forKey: .check)
      case .plugin(let id, let checks):
        try container.encode("plugin", forKey: .kind)
        try container.encode(id, forKey: .plugin)
        try container.encode(checks, forKey: .checks)
      case .attestation(let attestation):
        try container.encode("attestation", forKey: .kind)
        try container.encode(attestation, forKey: .attestation)
      case .waiver(let waiver, let checks):
        try container.encode("waiver", forKey: .kind)
        try container.encode(waiver, forKey: .waiver)
        try container.encode(checks, forKey: .checks)
      case .findings(let findings, let check):
        try container.encode("findings", forKey: .kind)
        try container.encode(findings, forKey: .findings)
        try container.encode(check, forKey: .check)
      }
    }
  }

  private struct CheckExplanation: Encodable {
    private enum CodingKeys: CodingKey {
      case cadence, remedy, history
    }

    let result: CheckDocument
    let cadence: String
    let remedy: String
    let history: Nullable<OutcomeHistoryDocument>

    init(_ run: CheckRun, _ language: Language, _ past: PastOutcomes) {
      result = CheckDocument(run, language)
      cadence = run.check.cadence
      remedy = run.check.remedy[language]
      history = Nullable(past.checks[run.check.id].map { OutcomeHistoryDocument($0) })
    }

    func encode(to encoder: any Encoder) throws {
      try result.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(cadence, forKey: .cadence)
      try container.encode(remedy, forKey: .remedy)
      try container.encode(history, forKey: .history)
    }
  }

  private struct RequirementDocument: Encodable {
    let id: RequirementID
    let citation: String
    let `class`: Nullable<RequirementClass>
    let status: RequirementStatus
    let title: String
    let standing: Nullable<Standing>
    let evidence: Nullable<EvidenceKind>
    let history: Nullable<OutcomeHistoryDocument>
    let checks: [CheckExplanation]
    let deselected: [CheckID]
    let attestations: [AttestationDocument]
    let waivers: [WaiverDocument]
    let derived: Nullable<StandingDocument>
    let parts: [RequirementDocument]

    init(
      _ explanation: RequirementExplanation, _ catalogue: Catalogue, _ language: Language, _ past: PastOutcomes
    ) {
      let requirement = explanation.requirement
      id = requirement.id
      citation = requirement.citation
      self.class = Nullable(requirement.requirementClass)
      status = requirement.status
      title = requirement.title[language]
      standing = Nullable(explanation.standing)
      history = Nullable(past.requirements[requirement.id].map { OutcomeHistoryDocument($0) })
      evidence = Nullable(catalogue.evidenceKind(of: requirement.id))
      checks = explanation.checks.map { CheckExplanation($0, language, past) }
      deselected = explanation.deselected.map(\.check.id)
      attestations = explanation.attestations.map { AttestationDocument($0, language) }
      waivers = explanation.waivers.map { WaiverDocument($0, language) }
      derived = Nullable(explanation.derived.map(StandingDocument.init))
      parts = explanation.parts.map { RequirementDocument($0, catalogue, language, past) }
    }
  }
}
