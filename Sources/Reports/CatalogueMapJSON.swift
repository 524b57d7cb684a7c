import Compliance

/// What answers requirements in other guidelines, as JSON of the schema `tenken.map/1`, for programs.
///
/// The same mappings give the same bytes: keys are in alphabetical order, lists in the order of the mappings.
public enum CatalogueMapJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.map/1"

  /// The document, ended by a newline.
  /// - Parameters:
  ///   - mappings: the answers.
  ///   - catalogue: where citations and titles are looked up.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(_ mappings: [RequirementMapping], in catalogue: Catalogue) throws -> String {
    try jsonText(MapDocument(mappings: mappings.map { Mapping($0, catalogue) }))
  }
}

private struct MapDocument: Encodable {
  let schema = CatalogueMapJSON.schema
  let mappings: [Mapping]
}

private struct Mapping: Encodable {
  enum CodingKeys: String, CodingKey {
    case from, to, counterparts, complete
    case withoutCounterpart = "without_counterpart"
  }

  struct Answer: Encodable {
    let id: RequirementID
    let citation: Nullable<String>
    let title: Nullable<LocalizedText>
    let status: CorrespondenceStatus
    let paths: [Path]
  }

  struct Path: Encodable {
    let status: CorrespondenceStatus
    let steps: [Step]

    init(_ path: CorrespondencePath) {
      status = path.status
      steps = path.steps.map(Step.init)
    }
  }

  struct Step: Encodable {
    enum CodingKeys: String, CodingKey {
      case from, through, to, guideline, relation, status, direction, candidate, source, note
      case heldBy = "held_by"
    }

    let from: RequirementID
    let heldBy: RequirementID
    let through: String
    let to: Nullable<RequirementID>
    let guideline: Nullable<GuidelineID>
    let relation: Relation
    let status: CorrespondenceStatus
    let direction: String
    let candidate: Bool
    let source: Nullable<SourceLine>
    let note: Nullable<LocalizedText>

    init(_ step: CorrespondenceStep) {
      from = step.from
      heldBy = step.holder
      through = step.through.rawValue
      to = Nullable(step.to)
      guideline = Nullable(step.to?.guideline ?? step.link.target)
      relation = step.link.relation
      status = step.link.status
      direction = step.isForward ? "forward" : "backward"
      candidate = step.link.to == nil && step.to != nil
      source = Nullable(step.link.source)
      note = Nullable(step.link.note)
    }
  }

  let from: RequirementID
  let to: GuidelineID
  let counterparts: [Answer]
  let withoutCounterpart: [Path]
  let complete: Bool

  init(_ mapping: RequirementMapping, _ catalogue: Catalogue) {
    from = mapping.requirement
    to = mapping.target
    counterparts = mapping.counterparts.map { counterpart in
      let requirement = catalogue[counterpart.requirement]
      return Answer(
        id: counterpart.requirement, citation: Nullable(requirement?.citation), title: Nullable(requirement?.title),
        status: counterpart.status, paths: counterpart.paths.map(Path.init))
    }
    withoutCounterpart = mapping.withoutCounterpart.map(Path.init)
    complete = mapping.isComplete
  }
}
