import Compliance
import StrictYAML
import Wording

/// The links between the requirements of two guidelines as their file has them.
struct CorrespondenceFile: Sendable {
  let from: Placed<GuidelineID>
  let to: Placed<GuidelineID>
  let links: [Link]

  /// One link.
  struct Link: Sendable {
    let place: Place
    let from: Placed<String>
    let to: Placed<String>?
    let relation: Relation
    let status: CorrespondenceStatus
    let source: Placed<SourceLine>?
    let candidates: [Placed<String>]
    let note: LocalizedText?
  }

  static let shape: YAMLShape<CorrespondenceFile> = .mapping { fields in
    let from = fields.required("from", as: .placed(.guidelineID))
    let to = fields.required("to", as: .placed(.guidelineID))
    let links = fields.required("links", as: .list(of: Link.shape, mayBeEmpty: false))
    guard let from, let to, let links else { return nil }
    return CorrespondenceFile(from: from, to: to, links: links)
  }
}

extension CorrespondenceFile.Link {
  static let shape: YAMLShape<Self> = .mapping { fields in
    let from = fields.required("from", as: .placed(.requirementPath))
    let to = fields.optional("to", as: .placed(.requirementPath))
    let relation = fields.required("relation", as: .word(Relation.self))
    let status = fields.required("status", as: .word(CorrespondenceStatus.self))
    let source = fields.optional("source", as: .placed(.sourceLine))
    let candidates = fields.optional("candidates", as: .list(of: .placed(.requirementPath), mayBeEmpty: false))
    let note = fields.optional("note", as: .localizedText)
    guard let from, let relation, let status else { return nil }
    reportContradictions(&fields, relation, status)
    return Self(
      place: fields.place, from: from, to: to, relation: relation, status: status, source: source,
      candidates: candidates ?? [], note: note)
  }

  /// A link has exactly what its relation and status call for: one end, no end, or candidates for one.
  private static func reportContradictions(
    _ fields: inout YAMLFields, _ relation: Relation, _ status: CorrespondenceStatus
  ) {
    let (to, candidates) = (fields.place(of: "to"), fields.place(of: "candidates"))
    if status == .unresolved {
      if candidates == nil { fields.log.report(at: fields.place, Wording.unresolvedNeedsCandidates()) }
      if let to { fields.log.report(at: to, Wording.unresolvedHasEnd()) }
      return
    }
    if let candidates { fields.log.report(at: candidates, Wording.candidatesOfResolved()) }
    if relation == .none {
      if let to { fields.log.report(at: to, Wording.relationNoneHasEnd()) }
    } else if to == nil {
      fields.log.report(at: fields.place, Wording.linkWithoutEnd())
    }
  }
}
