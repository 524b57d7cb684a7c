/// Every guideline, requirement and correspondence that is known, in the order of the documents. A value; it never changes.
public struct Catalogue: Sendable {
  /// The guidelines in the order of the catalogue's files.
  public let guidelines: [Guideline]
  /// The requirements, guideline by guideline in document order, each followed by its parts.
  public let requirements: [Requirement]
  /// The links, in the order of their files.
  public let correspondences: [Correspondence]

  private let positions: [RequirementID: Int]

  /// Makes a catalogue. Ids must be unique: the reader has refused duplicates.
  public init(guidelines: [Guideline], requirements: [Requirement], correspondences: [Correspondence]) {
    self.guidelines = guidelines
    self.requirements = requirements
    self.correspondences = correspondences
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

  /// The guideline with an id.
  public func guideline(_ id: GuidelineID) -> Guideline? {
    guidelines.first { $0.id == id }
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
