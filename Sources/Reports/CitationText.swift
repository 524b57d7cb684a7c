import Compliance
import Wording

extension Catalogue {
  /// The official citation of a requirement, made to name its edition: that of 第5版 does so itself, others get their
  /// guideline's id. A requirement that the catalogue lacks is cited by its id.
  func citation(_ id: RequirementID, in language: Language) -> String {
    guard let requirement = self[id] else { return id.description }
    let edition = guideline(id.guideline)?.edition.ja
    let namesEdition = edition.map(requirement.citation.contains) ?? false
    let citation = namesEdition ? requirement.citation : "\(id.guideline) \(requirement.citation)"
    guard requirement.requirementClass == .recommended else { return citation }
    return Wording.Report.recommended(citation)[language]
  }
}
