public import Compliance

/// Guidelines as JSON of the schema `tenken.catalogue/1`, for programs.
///
/// The same catalogue gives the same bytes. Requirements and links keep the order of the catalogue; a requirement is
/// followed by its parts. New keys may be added within the version; none is removed or changes its meaning.
public enum CatalogueJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.catalogue/1"

  /// The document, ended by a newline.
  /// - Parameters:
  ///   - catalogue: the whole catalogue.
  ///   - guidelines: those to write; the links are those that begin or end in one of them.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(_ catalogue: Catalogue, of guidelines: [Guideline]) throws -> String {
    try jsonText(CatalogueDocument(catalogue, guidelines))
  }
}

private struct CatalogueDocument: Encodable {
  let schema = CatalogueJSON.schema
  let guidelines: [GuidelineDocument]
  let correspondences: [LinkDocument]

  init(_ catalogue: Catalogue, _ guidelines: [Guideline]) {
    let requirements = Dictionary(grouping: catalogue.requirements, by: \.id.guideline)
    let chapters = Dictionary(grouping: catalogue.chapters, by: \.guideline)
    self.guidelines = guidelines.map { guideline in
      GuidelineDocument(
        guideline, chapters[guideline.id] ?? [],
        (requirements[guideline.id] ?? []).map { RequirementDocument($0, catalogue.errata(of: $0.id)) })
    }
    let ids = Set(guidelines.map(\.id))
    correspondences = catalogue.correspondences
      .filter { ids.contains($0.from.guideline) || $0.target.map(ids.contains) ?? false }
      .map(LinkDocument.init)
  }
}

private struct GuidelineDocument: Encodable {
  struct ChapterDocument: Encodable {
    let chapter: String
    let title: LocalizedText
  }

  enum CodingKeys: String, CodingKey {
    case id, title, edition, issuer, published, chapters, requirements
    case supersededBy = "superseded_by"
  }

  let id: GuidelineID
  let title: LocalizedText
  let edition: LocalizedText
  let issuer: LocalizedText
  let published: String
  let supersededBy: Nullable<LocalizedText>
  let chapters: [ChapterDocument]
  let requirements: [RequirementDocument]

  init(_ guideline: Guideline, _ chapters: [Chapter], _ requirements: [RequirementDocument]) {
    id = guideline.id
    title = guideline.title
    edition = guideline.edition
    issuer = guideline.issuer
    published = guideline.published
    supersededBy = Nullable(guideline.supersededBy)
    self.chapters = chapters.map { ChapterDocument(chapter: $0.number, title: $0.title) }
    self.requirements = requirements
  }
}

private struct RequirementDocument: Encodable {
  struct ErratumDocument: Encodable {
    let printed: String
    let corrected: String
    let reason: LocalizedText
    let certainty: Certainty
    let source: SourceLine
  }

  enum CodingKeys: String, CodingKey {
    case id, citation, status, title, text, parent, parts, chapter, source, notes, errata
    case requirementClass = "class"
  }

  let id: RequirementID
  let citation: String
  let requirementClass: Nullable<RequirementClass>
  let status: RequirementStatus
  let title: LocalizedText
  let text: Nullable<String>
  let parent: Nullable<RequirementID>
  let parts: [RequirementID]
  let chapter: String
  let source: Nullable<SourceLine>
  let notes: [LocalizedText]
  let errata: [ErratumDocument]

  init(_ requirement: Requirement, _ errata: [Erratum]) {
    id = requirement.id
    citation = requirement.citation
    requirementClass = Nullable(requirement.requirementClass)
    status = requirement.status
    title = requirement.title
    text = Nullable(requirement.text)
    parent = Nullable(requirement.parent)
    parts = requirement.parts
    chapter = requirement.chapter
    source = Nullable(requirement.source)
    notes = requirement.notes
    self.errata = errata.map {
      ErratumDocument(
        printed: $0.printed, corrected: $0.corrected, reason: $0.reason, certainty: $0.certainty, source: $0.source)
    }
  }
}

private struct LinkDocument: Encodable {
  let from: RequirementID
  let to: Nullable<RequirementID>
  let target: Nullable<GuidelineID>
  let relation: Relation
  let status: CorrespondenceStatus
  let source: Nullable<SourceLine>
  let candidates: [RequirementID]?
  let note: LocalizedText?

  init(_ link: Correspondence) {
    from = link.from
    to = Nullable(link.to)
    target = Nullable(link.target)
    relation = link.relation
    status = link.status
    source = Nullable(link.source)
    candidates = link.candidates.isEmpty ? nil : link.candidates
    note = link.note
  }
}
