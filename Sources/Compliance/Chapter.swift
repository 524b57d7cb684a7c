/// A chapter of a guideline: the heading below which its requirements stand.
public struct Chapter: Hashable, Sendable {
  /// The guideline that it belongs to.
  public let guideline: GuidelineID
  /// The number as ``Requirement/chapter`` has it, such as 6.5.
  public let number: String
  /// What it is about.
  public let title: LocalizedText

  /// Makes a chapter.
  public init(guideline: GuidelineID, number: String, title: LocalizedText) {
    self.guideline = guideline
    self.number = number
    self.title = title
  }
}

extension Catalogue {
  /// The chapter that a requirement stands in; nil for a catalogue that was made without chapters.
  public func chapter(of requirement: Requirement) -> Chapter? {
    chapter(requirement.chapter, of: requirement.id.guideline)
  }

  /// The chapter of a guideline that has a number.
  public func chapter(_ number: String, of guideline: GuidelineID) -> Chapter? {
    chapters.first { $0.guideline == guideline && $0.number == number }
  }
}
