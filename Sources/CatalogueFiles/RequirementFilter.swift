public import Compliance
import Wording

/// Which requirements somebody wants to see, by the words of a command line.
public struct RequirementFilter: Sendable {
  /// Words that name nothing: what to tell, never empty.
  public struct Fault: Error, Hashable, Sendable {
    /// One text a word.
    public let texts: [LocalizedText]
  }

  private let guideline: GuidelineID?
  private let chapter: String?
  private let requirementClass: RequirementClass??
  private let status: RequirementStatus?

  /// Reads the words; those that are nil admit everything.
  /// - Parameters:
  ///   - guideline: the id of a guideline.
  ///   - chapter: the number of a chapter, such as 6.5, in any width.
  ///   - requirementClass: `minimum`, `recommended`, or `none` for requirements without a class.
  ///   - status: `current`, `deleted` or `provider-only`.
  ///   - catalogue: where guideline and chapter must be.
  /// - Throws: everything that names nothing, with what may have been meant.
  public init(
    guideline: String? = nil, chapter: String? = nil, requirementClass: String? = nil, status: String? = nil,
    in catalogue: Catalogue
  ) throws(Fault) {
    var texts: [LocalizedText] = []
    self.guideline = guideline.flatMap { text in
      if let id = GuidelineID(text), catalogue.guideline(id) != nil { return id }
      let known = catalogue.guidelines.map(\.id.description)
      texts.append(Wording.CatalogueList.unknownGuideline(text, meant: nearest(to: text, among: known), known: known))
      return nil
    }
    let inGuideline = self.guideline
    self.chapter = chapter.flatMap { text in
      let known = Set(
        catalogue.requirements.lazy.filter { inGuideline == nil || $0.id.guideline == inGuideline }.map(\.chapter))
      let folded = String(decoding: SearchFolding(text).bytes, as: UTF8.self)
      if known.contains(folded) { return folded }
      if known.contains(text) { return text }
      texts.append(Wording.CatalogueList.unknownChapter(text, meant: nearest(to: folded, among: known)))
      return nil
    }
    func word<Value>(_ text: String?, _ option: String, _ values: [(String, Value)]) -> Value? {
      guard let text else { return nil }
      if let value = values.first(where: { $0.0 == text })?.1 { return value }
      let known = values.map(\.0)
      texts.append(
        Wording.CatalogueList.unknownValue(text, of: option, meant: nearest(to: text, among: known), known: known))
      return nil
    }
    self.requirementClass = word(
      requirementClass, "--class", RequirementClass.allCases.map { ($0.rawValue, $0) } + [("none", nil)])
    self.status = word(status, "--status", RequirementStatus.allCases.map { ($0.rawValue, $0) })
    if !texts.isEmpty { throw Fault(texts: texts) }
  }

  /// Whether requirements of a guideline may be wanted.
  public func admits(_ guideline: GuidelineID) -> Bool { self.guideline == nil || guideline == self.guideline }

  /// Whether a requirement is wanted.
  public func admits(_ requirement: Requirement) -> Bool {
    admits(requirement.id.guideline)
      && (chapter == nil || requirement.chapter == chapter)
      && (requirementClass == nil || requirement.requirementClass == requirementClass)
      && (status == nil || requirement.status == status)
  }
}
