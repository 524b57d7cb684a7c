import Compliance

/// A chapter with the requirements that stand in it and are no parts of others.
struct ChapterSection {
  let chapter: Chapter
  let requirements: [Requirement]

  /// The chapters of a guideline in the order of its requirements.
  static func sections(of guideline: Guideline, in catalogue: Catalogue) -> [ChapterSection] {
    var order: [String] = []
    var requirements: [String: [Requirement]] = [:]
    for requirement in catalogue.requirements
    where requirement.id.guideline == guideline.id && requirement.parent == nil {
      if requirements[requirement.chapter] == nil { order.append(requirement.chapter) }
      requirements[requirement.chapter, default: []].append(requirement)
    }
    return order.map { number in
      let chapter =
        catalogue.chapter(number, of: guideline.id)
        ?? Chapter(guideline: guideline.id, number: number, title: LocalizedText(verbatim: number))
      return ChapterSection(chapter: chapter, requirements: requirements[number] ?? [])
    }
  }
}
