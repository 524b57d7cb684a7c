/// A requirement that a search found, and where in it.
public struct CatalogueHit: Hashable, Sendable {
  /// A part of what the catalogue says of a requirement.
  public enum Field: Hashable, Sendable {
    /// The id.
    case id
    /// The official citation.
    case citation
    /// The title in one language.
    case title(Language)
    /// The official text.
    case text
    /// One of our notes, by its number from 0, in one language.
    case note(Int, Language)
    /// What the words of one of the requirement's own corrections should read, by its number from 0.
    case correction(Int)
    /// What speaks for it, in one language.
    case reason(Int, Language)
  }

  /// A field in which something was found.
  public struct Passage: Hashable, Sendable {
    /// The field.
    public let field: Field
    /// All of its text.
    public let text: String
    /// What was found in it: in order, not overlapping, never empty.
    public let marks: [Range<String.Index>]

    /// Makes a passage.
    public init(field: Field, text: String, marks: [Range<String.Index>]) {
      self.field = field
      self.text = text
      self.marks = marks
    }
  }

  /// The requirement.
  public let requirement: Requirement
  /// The fields in which something was found: id, citation, titles, text, notes, corrections.
  public let passages: [Passage]

  /// Makes a hit.
  public init(requirement: Requirement, passages: [Passage]) {
    self.requirement = requirement
    self.passages = passages
  }
}
