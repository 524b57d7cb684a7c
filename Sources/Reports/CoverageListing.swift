public import Compliance
import Wording

/// Which requirements checks look at, as text.
public enum CoverageListing {
  /// Guideline by guideline and class by class a table by chapter, and the requirements that checks do not look at, or only
  /// at parts of. Only requirements in force are counted, and parts stand within their requirement.
  /// - Parameters:
  ///   - catalogue: the requirements.
  ///   - guidelines: the guidelines to show, in order.
  ///   - coverage: what checks look at.
  ///   - language: the language of titles and words.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func text(
    _ catalogue: Catalogue, guidelines: [Guideline], coverage: Coverage, language: Language, width: Int = 80,
    style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    for guideline in guidelines {
      page.blank()
      let name = [guideline.title[language], guideline.edition[language]]
      page.put(phrases: name.map { [Segment($0, .strong)] }, gap: 1, indent: 0, hanging: 2)
      let requirements = catalogue.requirements.filter {
        $0.id.guideline == guideline.id && $0.parent == nil && $0.status == .current
      }
      if requirements.isEmpty { page.put([Segment(Wording.CatalogueListing.nothing[language])], indent: 2) }
      for requirementClass in [RequirementClass.minimum, .recommended, nil] {
        let members = requirements.filter { $0.requirementClass == requirementClass }
        guard !members.isEmpty else { continue }
        let section = CoverageSection(
          requirementClass: requirementClass, requirements: members, catalogue: catalogue, coverage: coverage,
          language: language)
        section.put(on: &page)
      }
    }
    return page.text
  }
}

/// The requirements of one class.
private struct CoverageSection {
  typealias Words = Wording.CatalogueCoverage

  let requirementClass: RequirementClass?
  let requirements: [Requirement]
  let catalogue: Catalogue
  let coverage: Coverage
  let language: Language

  func put(on page: inout TextPage) {
    page.blank()
    page.put([Segment(Wording.Report.classGroup(requirementClass)[language], .strong)], indent: 2)
    putTable(on: &page)
    for watch in [Coverage.Watch.unwatched, .partlyChecked, .attestable] { putList(of: watch, on: &page) }
  }

  private func putTable(on page: inout TextPage) {
    var chapters: [(number: String, counts: [Coverage.Watch: Int])] = []
    var sums: [Coverage.Watch: Int] = [:]
    for requirement in requirements {
      let index =
        chapters.firstIndex { $0.number == requirement.chapter }
        ?? {
          chapters.append((requirement.chapter, [:]))
          return chapters.count - 1
        }()
      let watch = coverage.watch(of: requirement.id)
      chapters[index].counts[watch, default: 0] += 1
      sums[watch, default: 0] += 1
    }
    let heads = Coverage.Watch.allCases.map { Words.column($0)[language] } + [Wording.Report.total[language]]
    let labels = chapters.map(\.number) + [Wording.Report.chapter[language], Wording.Report.total[language]]
    let labelWidth = labels.map { DisplayWidth.of($0) }.max() ?? 0
    func row(_ label: Segment, _ cells: [Segment]) -> [Segment] {
      [label.padded(to: labelWidth)]
        + zip(cells, heads).flatMap { [Segment("   "), $0.padded(to: max(3, DisplayWidth.of($1)), right: true)] }
    }
    func cells(_ counts: [Coverage.Watch: Int], _ ink: Ink = .plain) -> [Segment] {
      let numbers = Coverage.Watch.allCases.map { counts[$0] ?? 0 }
      return (numbers + [numbers.reduce(0, +)]).map { Segment($0 == 0 ? "-" : String($0), $0 == 0 ? .faint : ink) }
    }
    page.put(
      row(Segment(Wording.Report.chapter[language], .faint), heads.map { Segment($0, .faint) }), indent: 2, hanging: 4)
    for chapter in chapters { page.put(row(Segment(chapter.number), cells(chapter.counts)), indent: 2, hanging: 4) }
    if chapters.count > 1 {
      page.put(row(Segment(Wording.Report.total[language], .strong), cells(sums, .strong)), indent: 2, hanging: 4)
    }
  }

  private func putList(of watch: Coverage.Watch, on page: inout TextPage) {
    let members = requirements.filter { coverage.watch(of: $0.id) == watch }
    guard !members.isEmpty else { return }
    page.blank()
    page.put([Segment(Words.heading(watch, count: members.count)[language])], indent: 2)
    let column = members.map { DisplayWidth.of($0.id.description) }.max() ?? 0
    for requirement in members {
      var line = [Segment(requirement.id.description).padded(to: column + 2), Segment(requirement.title[language])]
      if watch == .unwatched, let kind = catalogue.evidenceKind(of: requirement.id) {
        line.append(Segment("  [\(Words.evidence(kind)[language])]", .faint))
      }
      page.put(line, indent: 4, hanging: column + 6)
      guard watch == .partlyChecked else { continue }
      let gaps = coverage.gaps(in: requirement.id).map(\.path).joined(separator: ", ")
      page.put([Segment("\(Words.gaps[language]): \(gaps)", .faint)], indent: column + 6)
    }
  }
}
