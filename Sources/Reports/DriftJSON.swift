import Compliance
import Wording

/// The changes between two sweeps as JSON of the schema `tenken.drift/1`, for programs.
///
/// `changed` tells whether there is anything to tell. Each change has its `kind` (`regressed`, `new`, `changed`, `waived`, `fixed` or
/// `gone`), the standing `before` and `after` (null where it was not there), and whether it is `flapping`. `differences` are what makes
/// the sweeps unlike, each with its `kind`, what it is `of`, and its `text`. New keys and kinds may be added within the version.
public enum DriftJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.drift/1"

  /// The document, ended by a newline.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(_ drift: SweepDrift, language: Language) throws -> String {
    try jsonText(Document(drift, language))
  }

  private struct Head: Encodable {
    let id: Int64
    let at: String
  }

  private struct Item: Encodable {
    let id: String
    let kind: DriftKind
    let before: Nullable<Standing>
    let after: Nullable<Standing>
    let flapping: Bool

    init<ID: CustomStringConvertible & Hashable & Sendable>(_ change: Change<ID>) {
      id = change.id.description
      kind = change.kind
      before = Nullable(change.before)
      after = Nullable(change.after)
      flapping = change.isFlapping
    }
  }

  private struct Subject: Encodable {
    let check: CheckID
    let subject: String
    let kind: DriftKind
    let before: Nullable<Standing>
    let after: Nullable<Standing>
    let flapping: Bool
    let finding: FindingDocument

    init(_ finding: FindingChange, _ language: Language) {
      let change = finding.change
      check = change.id.check
      subject = change.id.name
      kind = change.kind
      before = Nullable(change.before)
      after = Nullable(change.after)
      flapping = change.isFlapping
      self.finding = FindingDocument(finding.finding, language)
    }
  }

  private struct Difference: Encodable {
    let kind: String
    let of: Nullable<String>
    let text: String

    init(_ difference: SweepDifference, _ language: Language) {
      let (kind, of): (String, String?) =
        switch difference {
        case .selection: ("selection", nil)
        case .brokenOff(let id): ("broken-off", id.description)
        case .program: ("program", nil)
        case .catalogue: ("catalogue", nil)
        case .plugin(let id, _, _): ("plugin", id.description)
        case .parameters(let id, _, _): ("parameters", id.description)
        case .columns(let id, _, _, _, _): ("columns", id.description)
        case .findingsNotKept(let id): ("findings-not-kept", id.description)
        case .checkAdded(let id): ("check-added", id.description)
        }
      self.kind = kind
      self.of = Nullable(of)
      text = Wording.Drift.difference(difference, parameters: changedParameters(difference))[language]
    }
  }

  private struct Document: Encodable {
    enum CodingKeys: String, CodingKey {
      case schema, language, before, after, changed, differences, checks, findings, requirements
      case stillOpen = "still_open"
    }

    let schema = DriftJSON.schema
    let language: Language
    let before: Head
    let after: Head
    let changed: Bool
    let differences: [Difference]
    let checks: [Item]
    let findings: [Subject]
    let requirements: [Item]
    let stillOpen: [CheckID]

    init(_ drift: SweepDrift, _ language: Language) {
      self.language = language
      before = Head(id: drift.before.number, at: drift.beforeAt)
      after = Head(id: drift.after.number, at: drift.afterAt)
      changed = !drift.isEmpty
      differences = drift.differences.map { Difference($0, language) }
      checks = drift.checks.map { Item($0) }
      findings = drift.findings.map { Subject($0, language) }
      requirements = drift.requirements.map { Item($0) }
      stillOpen = drift.stillOpen
    }
  }
}
