/// Every guideline, requirement and correspondence that is known, in the order of the documents. A value; it never changes.
public struct Catalogue: Sendable {
  /// The guidelines in the order of the catalogue's files.
  public let guidelines: [Guideline]
  /// The requirements, guideline by guideline in document order, each followed by its parts.
  public let requirements: [Requirement]
  /// The links, in the order of their files.
  public let correspondences: [Correspondence]
  /// The chapters, guideline by guideline in document order.
  public let chapters: [Chapter]
  /// What is wrongly printed in official text, in the order of the files.
  public let errata: [Erratum]
  /// What can show best that a requirement is met, where it is said of the requirement itself. Our judgement.
  public let evidence: [RequirementID: EvidenceKind]

  private let positions: [RequirementID: Int]
  private let errataOfRequirements: [RequirementID: [Erratum]]

  /// Makes a catalogue. Ids must be unique: the reader has refused duplicates.
  public init(
    guidelines: [Guideline], requirements: [Requirement], correspondences: [Correspondence], chapters: [Chapter] = [],
    errata: [Erratum] = [], evidence: [RequirementID: EvidenceKind] = [:]
  ) {
    self.guidelines = guidelines
    self.requirements = requirements
    self.correspondences = correspondences
    self.chapters = chapters
    self.errata = errata
    self.evidence = evidence
    errataOfRequirements = Dictionary(grouping: errata, by: \.requirement)
    positions = Dictionary(
      uniqueKeysWithValues: requirements.enumerated().map { ($1.id, $0) })
  }

  /// A catalogue with nothing in it.
  public static let empty = Catalogue(guidelines: [], requirements: [], correspondences: [])

  /// The requirement with an id.
  public subscript(id: RequirementID) -> Requirement? {
    positions[id].map { requirements[$0] }
  }

  /// The place of a requirement in document order.
  public func position(of id: RequirementID) -> Int? { positions[id] }

  /// The errata that name a requirement itself; those of its parts name the parts.
  public func errata(of id: RequirementID) -> [Erratum] { errataOfRequirements[id] ?? [] }

  /// The guideline with an id.
  public func guideline(_ id: GuidelineID) -> Guideline? {
    guidelines.first { $0.id == id }
  }

  /// What can show best that a requirement is met: what is said of it, or of what it is a part of; nil if nothing is.
  public func evidenceKind(of id: RequirementID) -> EvidenceKind? {
    var current: RequirementID? = id
    while let here = current {
      if let kind = evidence[here] { return kind }
      current = self[here]?.parent
    }
    return nil
  }

  /// The requirement that an id is a part of in the end, and that is itself a part of none; the id itself if it is no part.
  public func whole(of id: RequirementID) -> RequirementID {
    var whole = id
    while let parent = self[whole]?.parent { whole = parent }
    return whole
  }

  /// Whether an id is a requirement or one of its ancestors' parts: `6.5.C.12` selects `6.5.C.12.3` too.
  public func isWithin(_ id: RequirementID, _ ancestor: RequirementID) -> Bool {
    var current: RequirementID? = id
    while let here = current {
      if here == ancestor { return true }
      current = self[here]?.parent
    }
    return false
  }
}
