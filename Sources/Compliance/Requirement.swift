/// How binding a requirement is.
public enum RequirementClass: String, Sendable, Codable, CaseIterable {
  /// C. 最低限のガイドライン: to be met by everyone.
  case minimum
  /// D. 推奨されるガイドライン: a miss is advice, not non-conformity.
  case recommended
}

/// Whether a requirement is in force, and for whom.
public enum RequirementStatus: String, Sendable, Codable, CaseIterable {
  /// In force.
  case current
  /// A tombstone: the source says that the requirement was deleted.
  case deleted
  /// Stated by the source for the provider only; the hospital's guideline has no such text.
  case providerOnly = "provider-only"
}

/// A line of a source document from which something was taken.
public struct SourceLine: Hashable, Sendable, Codable {
  /// The id of the document in `Catalogue/documents.yaml`.
  public let document: String
  /// The line, counted from 1.
  public let line: Int

  /// Makes a reference to a line.
  public init(document: String, line: Int) {
    self.document = document
    self.line = line
  }
}

/// One addressable statement of a guideline. It may have parts, which are requirements too.
public struct Requirement: Hashable, Sendable {
  /// The stable id.
  public let id: RequirementID
  /// The official citation, such as 第5版 6.5 C 12 (3).
  public let citation: String
  /// How binding it is; nil where the guideline makes no such difference.
  public let requirementClass: RequirementClass?
  /// Whether it is in force.
  public let status: RequirementStatus
  /// A short title for people who scan.
  public let title: LocalizedText
  /// The official text as the source has it; nil where the source has none.
  public let text: String?
  /// The requirement that this is a part of.
  public let parent: RequirementID?
  /// Its parts in the order of the text.
  public let parts: [RequirementID]
  /// The heading of its chapter, such as 6.5.
  public let chapter: String
  /// Where the text was taken from; nil for a hospital's own rules.
  public let source: SourceLine?
  /// What we say about the text: corrections, gaps. Never part of the official text.
  public let notes: [LocalizedText]

  /// Makes a requirement from all that the catalogue says of it.
  public init(
    id: RequirementID, citation: String, requirementClass: RequirementClass?, status: RequirementStatus,
    title: LocalizedText, text: String?, parent: RequirementID?, parts: [RequirementID], chapter: String,
    source: SourceLine?, notes: [LocalizedText]
  ) {
    self.id = id
    self.citation = citation
    self.requirementClass = requirementClass
    self.status = status
    self.title = title
    self.text = text
    self.parent = parent
    self.parts = parts
    self.chapter = chapter
    self.source = source
    self.notes = notes
  }
}

/// How a requirement of one guideline answers a requirement of another.
public enum Relation: String, Sendable, Codable, CaseIterable {
  /// The two stand side by side in the table.
  case corresponds
  /// …に統合: stated there together with others.
  case merged
  /// …で包括的に対応: answered by a whole section.
  case covered
  /// "-": the table says that there is no counterpart.
  case none
}

/// How sure a correspondence is.
public enum CorrespondenceStatus: String, Sendable, Codable, CaseIterable {
  /// The source says so.
  case stated
  /// We recovered it; a note says how.
  case inferred
  /// The source does not tell which; the candidates stand beside it.
  case unresolved
}

/// A link between requirements of two guidelines.
public struct Correspondence: Hashable, Sendable {
  /// The requirement that is answered.
  public let from: RequirementID
  /// The requirement that answers it; nil for the relation `none` and for what is unresolved.
  public let to: RequirementID?
  /// The guideline that was looked into for an answer; nil only for the relation `none` if nobody said which.
  public let target: GuidelineID?
  /// How the two are related.
  public let relation: Relation
  /// How sure the link is.
  public let status: CorrespondenceStatus
  /// Where the source says so.
  public let source: SourceLine?
  /// What it may be, where it is unresolved.
  public let candidates: [RequirementID]
  /// What we say about the link.
  public let note: LocalizedText?

  /// Makes a link. Its target is by default the guideline of what it leads to, or may lead to.
  public init(
    from: RequirementID, to: RequirementID?, relation: Relation, status: CorrespondenceStatus,
    source: SourceLine?, candidates: [RequirementID] = [], note: LocalizedText? = nil, target: GuidelineID? = nil
  ) {
    self.from = from
    self.to = to
    self.target = target ?? to?.guideline ?? candidates.first?.guideline
    self.relation = relation
    self.status = status
    self.source = source
    self.candidates = candidates
    self.note = note
  }
}
