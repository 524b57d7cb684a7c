import Compliance
import Wording

/// Requirements of the catalogue as text: a line each, or one as a card.
public enum CatalogueListing {
  /// Requirements, one a line: id, class, title; a status other than current stands behind. Parts are indented.
  /// - Parameters:
  ///   - requirements: what to list, in the order to list it in.
  ///   - language: the language of titles and words.
  ///   - width: the columns of a line; a longer title is cut with ….
  ///   - style: plain, or for a terminal.
  public static func list(
    _ requirements: [Requirement], language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    typealias Words = Wording.CatalogueListing
    var page = TextPage(width: width, style: style)
    if requirements.isEmpty { page.put([Segment(Words.nothing[language])]) }
    let ids = requirements.map { Segment(($0.parent == nil ? "" : "  ") + $0.id.description) }
    let classes = requirements.map { requirement in
      Segment(requirement.requirementClass.map { Words.requirementClass($0)[language] } ?? "", .faint)
    }
    let idColumn = ids.map(\.width).max() ?? 0
    let classColumn = classes.map(\.width).max() ?? 0
    for (index, requirement) in requirements.enumerated() {
      var line = [ids[index].padded(to: idColumn), Segment("  ")]
      if classColumn > 0 { line += [classes[index].padded(to: classColumn), Segment("  ")] }
      let status = requirement.status == .current ? "" : "[\(Words.status(requirement.status)[language])] "
      let room = page.width - line.reduce(0) { $0 + $1.width } - DisplayWidth.of(status)
      line += [Segment(status, .doubtful), Segment(requirement.title[language]).truncated(to: max(room, 8))]
      page.put(line, hanging: 4)
    }
    return page.text
  }

  /// One requirement with all that the catalogue knows of it.
  /// - Parameters:
  ///   - requirement: the requirement.
  ///   - catalogue: where its guideline, parts and correspondences are.
  ///   - checks: the checks that give evidence for it.
  ///   - language: the language of everything but the official text.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func card(
    _ requirement: Requirement, in catalogue: Catalogue, checks: [(id: CheckID, title: LocalizedText)],
    language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    let card = RequirementCard(requirement: requirement, catalogue: catalogue, language: language)
    card.putHead(on: &page)
    card.putText(on: &page)
    card.putNotes(on: &page)
    card.putParts(on: &page)
    card.putCorrespondences(on: &page)
    card.putChecks(checks, on: &page)
    return page.text
  }
}

/// One requirement on its way to a page, section by section.
struct RequirementCard {
  typealias Words = Wording.CatalogueListing

  let requirement: Requirement
  let catalogue: Catalogue
  let language: Language

  func putHead(on page: inout TextPage) {
    page.put(
      [Segment(requirement.id.description, .strong), Segment("  "), Segment(requirement.title[language], .strong)],
      hanging: 2, edge: Segment(requirement.citation))
    page.blank()
    var fields: [(name: LocalizedText, value: Segment)] = []
    if let guideline = catalogue.guideline(requirement.id.guideline) {
      let edition = Wording.Report.edition(guideline)[language]
      fields.append((Words.guideline, Segment("\(guideline.title[language]) \(edition)")))
      if let later = guideline.supersededBy { fields.append((Words.later, Segment(later[language], .doubtful))) }
    }
    let chapter = [requirement.chapter, catalogue.chapter(of: requirement)?.title[language]].compactMap(\.self)
    fields.append((Words.chapterField, Segment(chapter.joined(separator: " "))))
    fields.append((Words.classField, Segment(Words.requirementClass(requirement.requirementClass)[language])))
    let status = Words.status(requirement.status)[language]
    fields.append((Words.statusField, Segment(status, requirement.status == .current ? .plain : .doubtful)))
    if let parent = requirement.parent {
      fields.append((Words.partOf, Segment("\(parent)  \(catalogue[parent]?.title[language] ?? "")")))
    }
    if let source = requirement.source { fields.append((Words.sourceField, Segment(Words.source(source)[language]))) }
    let column = fields.map { DisplayWidth.of($0.name[language]) }.max() ?? 0
    for field in fields {
      page.put(
        [Segment(field.name[language], .faint).padded(to: column + 2), field.value], hanging: column + 2)
    }
  }

  func putNotes(on page: inout TextPage) {
    guard !requirement.notes.isEmpty else { return }
    putHeading(Words.notes, on: &page)
    for note in requirement.notes { page.put(lines: note[language], after: [Segment("- ")], indent: 2, hanging: 4) }
  }

  func putParts(on page: inout TextPage) {
    guard !requirement.parts.isEmpty else { return }
    putHeading(Words.parts, on: &page)
    put(requirement.parts.map { ($0.description, catalogue[$0]?.title ?? LocalizedText(verbatim: "")) }, on: &page)
  }

  func putCorrespondences(on page: inout TextPage) {
    let links = catalogue.correspondences.filter { link in
      link.from == requirement.id || link.to == requirement.id || link.candidates.contains(requirement.id)
    }
    guard !links.isEmpty else { return }
    putHeading(Words.correspondences, on: &page)
    for link in links { put(link, on: &page) }
  }

  private func put(_ link: Correspondence, on page: inout TextPage) {
    let isOutgoing = link.from == requirement.id
    let other = isOutgoing ? link.to : link.from
    let words = [
      Words.relation(link.relation)[language], Words.correspondenceStatus(link.status)[language],
    ].joined(separator: Wording.Report.listSeparator[language])
    var line = [Segment(isOutgoing ? "→ " : "← ", .faint)]
    if let other { line += [Segment(other.description), Segment("  ")] }
    line.append(Segment("[\(words)]", link.status == .stated ? .faint : .doubtful))
    if let title = other.flatMap({ catalogue[$0]?.title[language] }) { line += [Segment("  "), Segment(title)] }
    page.put(line, indent: 2, hanging: 4, edge: link.source.map { Segment(Words.source($0)[language], .faint) })
    if !link.candidates.isEmpty {
      let ids = link.candidates.map(\.description).joined(separator: ", ")
      page.put([Segment("\(Words.candidates[language]): \(ids)")], indent: 4, hanging: 6)
    }
    if let note = link.note { page.put(lines: note[language], .faint, indent: 4) }
  }

  func putChecks(_ checks: [(id: CheckID, title: LocalizedText)], on page: inout TextPage) {
    putHeading(Words.checks, on: &page)
    if checks.isEmpty { page.put([Segment(Words.noChecks[language], .faint)], indent: 2) }
    put(checks.map { ($0.id.description, $0.title) }, on: &page)
  }

  private func put(_ entries: [(id: String, title: LocalizedText)], on page: inout TextPage) {
    let column = entries.map { DisplayWidth.of($0.id) }.max() ?? 0
    for entry in entries {
      page.put(
        [Segment(entry.id).padded(to: column + 2), Segment(entry.title[language])], indent: 2, hanging: column + 4)
    }
  }

  func putHeading(_ heading: LocalizedText, on page: inout TextPage) {
    page.blank()
    page.put([Segment(heading[language], .strong)])
  }
}
