public import Compliance
import Wording

/// Guidelines as a table for Excel, one row a requirement. See ``CSVText`` for the form, and for the apostrophe before
/// cells that would be taken for formulas. For programs there is ``CatalogueJSON``.
public enum CatalogueCSV {
  /// The table.
  /// - Parameters:
  ///   - catalogue: the whole catalogue.
  ///   - guidelines: those to write.
  ///   - language: the language of headings and words; titles and notes stand there in both.
  public static func text(_ catalogue: Catalogue, of guidelines: [Guideline], language: Language) -> String {
    typealias Words = Wording.CatalogueListing
    typealias Headings = Wording.CatalogueExport
    let ends = LinkEnd.all(in: catalogue)
    var table = CSVText()
    table.add(Headings.columns.map { $0[language] })
    for guideline in guidelines {
      for requirement in catalogue.requirements where requirement.id.guideline == guideline.id {
        let cells = [
          requirement.id.description, requirement.citation, guideline.id.description, requirement.chapter,
          requirement.requirementClass.map { Words.requirementClass($0)[language] } ?? "",
          Words.status(requirement.status)[language], requirement.title.ja, requirement.title.en,
          requirement.text ?? "",
          requirement.source.map { Words.source($0)[language] } ?? "",
          (ends[requirement.id] ?? []).map { $0.line(in: language) }.joined(separator: "\n"),
          requirement.notes.map(\.ja).joined(separator: "\n"), requirement.notes.map(\.en).joined(separator: "\n"),
        ]
        table.add(cells.map(visibleLines))
      }
    }
    return table.text
  }
}
