public import Compliance
import Wording

/// Guidelines as one Markdown document to read: chapters as headings, official text as quotations.
public enum CatalogueMarkdown {
  /// The document.
  /// - Parameters:
  ///   - catalogue: the whole catalogue.
  ///   - guidelines: those to write.
  ///   - language: the language of everything but the official text.
  public static func text(_ catalogue: Catalogue, of guidelines: [Guideline], language: Language) -> String {
    var page = MarkdownPage(catalogue: catalogue, language: language)
    page.put(guidelines)
    return page.blocks.joined(separator: "\n\n") + "\n"
  }
}

private struct MarkdownPage {
  typealias Words = Wording.CatalogueListing

  let catalogue: Catalogue
  let language: Language
  let ends: [RequirementID: [LinkEnd]]
  private(set) var blocks: [String] = []

  init(catalogue: Catalogue, language: Language) {
    self.catalogue = catalogue
    self.language = language
    ends = LinkEnd.all(in: catalogue)
  }

  mutating func put(_ guidelines: [Guideline]) {
    blocks.append("# " + markdown(Wording.CatalogueExport.title[language]))
    blocks.append(markdown(Wording.CatalogueExport.preface[language]))
    for guideline in guidelines { put(guideline) }
  }

  private mutating func put(_ guideline: Guideline) {
    let edition = Wording.Report.edition(guideline)[language]
    blocks.append("## " + markdown("\(guideline.title[language]) \(edition)"))
    var fields = [
      ("ID", guideline.id.description),
      (Wording.CatalogueExport.issuer[language], guideline.issuer[language]),
      (Wording.CatalogueExport.published[language], guideline.published),
    ]
    if let later = guideline.supersededBy { fields.append((Words.later[language], later[language])) }
    put(fields)
    for section in ChapterSection.sections(of: guideline, in: catalogue) {
      let (number, title) = (section.chapter.number, section.chapter.title[language])
      blocks.append("### " + markdown(number == title ? title : "\(number) \(title)"))
      for requirement in section.requirements { put(requirement, depth: 0) }
    }
  }

  private mutating func put(_ requirement: Requirement, depth: Int) {
    // HTML, and so Markdown, ends at the sixth heading.
    let level = String(repeating: "#", count: min(4 + depth, 6))
    blocks.append("\(level) " + markdown("\(requirement.id.path) \(requirement.title[language])"))
    var fields = [(Wording.CatalogueExport.citation[language], requirement.citation)]
    if let requirementClass = requirement.requirementClass {
      fields.append((Words.classField[language], Words.requirementClass(requirementClass)[language]))
    }
    if requirement.status != .current {
      fields.append((Words.statusField[language], Words.status(requirement.status)[language]))
    }
    if let source = requirement.source { fields.append((Words.sourceField[language], Words.source(source)[language])) }
    put(fields)
    put(Words.correspondences, (ends[requirement.id] ?? []).map { $0.line(in: language) })
    if let text = requirement.text { blocks.append(quotation(markdown(text))) }
    for erratum in catalogue.errata(of: requirement.id) {
      let text = Wording.CatalogueExport.erratum(
        printed: erratum.printed, corrected: erratum.corrected, reason: erratum.reason)
      blocks.append(markdown(text[language]))
    }
    put(Words.notes, requirement.notes.map { $0[language] })
    for part in requirement.parts { if let part = catalogue[part] { put(part, depth: depth + 1) } }
  }

  private mutating func put(_ fields: [(name: String, value: String)]) {
    let separator = Wording.CatalogueExport.fieldSeparator[language]
    blocks.append(
      fields.map { "- \(markdown($0.name))\(separator)\(markdown(onOneLine($0.value)))" }.joined(separator: "\n"))
  }

  private mutating func put(_ heading: LocalizedText, _ items: [String]) {
    guard !items.isEmpty else { return }
    blocks.append(markdown(heading[language]))
    blocks.append(items.map { "- " + markdown(onOneLine($0)) }.joined(separator: "\n"))
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
