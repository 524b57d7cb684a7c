import Compliance
import Wording

/// What answers requirements in other guidelines, as text: a counterpart a line, and below it the ways to it, link by link.
public struct CatalogueMapListing {
  typealias Words = Wording.CatalogueMap

  /// The most ways that are shown to a counterpart.
  static let shownPaths = 3

  private let catalogue: Catalogue
  private let language: Language
  private var page: TextPage

  /// The mappings as text.
  /// - Parameters:
  ///   - mappings: the answers, those of one requirement one after the other.
  ///   - catalogue: where titles are looked up.
  ///   - language: the language of titles and words.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func text(
    _ mappings: [RequirementMapping], in catalogue: Catalogue, language: Language, width: Int = 80,
    style: TextStyle = .plain
  ) -> String {
    var listing = CatalogueMapListing(
      catalogue: catalogue, language: language, page: TextPage(width: width, style: style))
    var previous: RequirementID?
    for mapping in mappings {
      listing.put(mapping, isFirst: mapping.requirement != previous)
      previous = mapping.requirement
    }
    return listing.page.text
  }

  private mutating func put(_ mapping: RequirementMapping, isFirst: Bool) {
    if isFirst {
      page.blank()
      let requirement = catalogue[mapping.requirement]
      page.put(
        [
          Segment(mapping.requirement.description, .strong), Segment("  "),
          Segment(requirement?.title[language] ?? "", .strong),
        ], hanging: 2, edge: requirement.map { Segment($0.citation) })
    }
    let guideline = catalogue.guideline(mapping.target)
    let edition = guideline.map { Wording.Report.edition($0)[language] } ?? ""
    page.put([Segment("→ \(mapping.target)", .strong), Segment("  "), Segment(edition, .faint)], indent: 2, hanging: 4)
    for counterpart in mapping.counterparts { put(counterpart) }
    let isDenied = mapping.withoutCounterpart.contains { $0.steps.last?.link.target == mapping.target }
    if mapping.counterparts.isEmpty, !isDenied { page.put([Segment(Words.unknown[language], .faint)], indent: 4) }
    for path in mapping.withoutCounterpart {
      let guideline = path.steps.last?.link.target ?? mapping.target
      page.put([Segment(Words.none(guideline.description)[language], .doubtful)], indent: 4, hanging: 6)
      put(path)
    }
    if !mapping.isComplete { page.put([Segment(Words.incomplete[language], .doubtful)], indent: 4) }
  }

  private mutating func put(_ counterpart: Counterpart) {
    let requirement = catalogue[counterpart.requirement]
    page.put(
      [
        Segment(counterpart.requirement.description), Segment("  "),
        mark([sureness(counterpart.status)], counterpart.status), Segment("  "),
        Segment(requirement?.title[language] ?? ""),
      ], indent: 4, hanging: 6)
    for path in counterpart.paths.prefix(Self.shownPaths) { put(path) }
    let more = counterpart.paths.count - Self.shownPaths
    if more > 0 { page.put([Segment(Words.moreWays(more)[language], .faint)], indent: 6) }
  }

  /// A way on one line: `mhlw-5:6.5.C.12 → mhlw-5.2:… [corresponds, stated] → …`.
  private mutating func put(_ path: CorrespondencePath) {
    var phrases: [[Segment]] = []
    for (index, step) in path.steps.enumerated() {
      var phrase = index == 0 ? [Segment(step.from.description, .faint), Segment(" ")] : []
      if let through = through(step) { phrase.append(Segment("(\(through)) ", .faint)) }
      phrase.append(Segment(step.isForward ? "→ " : "← ", .faint))
      if let end = step.to { phrase += [Segment(end.description, .faint), Segment(" ")] }
      var words = [Wording.CatalogueListing.relation(step.link.relation)[language], sureness(step.link.status)]
      if step.link.to == nil, step.to != nil { words.append(Words.candidate[language]) }
      phrase.append(mark(words, step.link.status))
      phrases.append(phrase)
    }
    page.put(phrases: phrases, gap: 1, indent: 6, hanging: 8)
  }

  private func through(_ step: CorrespondenceStep) -> String? {
    switch step.through {
    case .itself: nil
    case .whole: Words.throughWhole(step.holder.description)[language]
    case .part: Words.throughPart(step.holder.description)[language]
    }
  }

  private func sureness(_ status: CorrespondenceStatus) -> String {
    Wording.CatalogueListing.correspondenceStatus(status)[language]
  }

  private func mark(_ words: [String], _ status: CorrespondenceStatus) -> Segment {
    let separator = Wording.Report.listSeparator[language]
    return Segment("[\(words.joined(separator: separator))]", status == .stated ? .faint : .doubtful)
  }
}
