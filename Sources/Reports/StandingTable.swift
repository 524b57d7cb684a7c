import Compliance
import Wording

/// How many top-level requirements of one class stand how.
struct StandingTally {
  let met: Int
  /// Not met, and accepted.
  let waived: Int
  let missed: Int
  let unclear: Int
  let unchecked: Int

  init(_ counts: [Standing: Int] = [:]) {
    met = counts[.pass] ?? 0
    waived = counts[.waived] ?? 0
    missed = counts[.fail] ?? 0
    unclear = (counts[.error] ?? 0) + (counts[.unknown] ?? 0)
    unchecked = counts[.notchecked] ?? 0
  }

  var isEmpty: Bool { cells(withWaived: true).allSatisfy { $0 == 0 } }

  /// The numbers of the columns; what is waived has one only in a table that has something waived.
  func cells(withWaived: Bool) -> [Int] { [met] + (withWaived ? [waived] : []) + [missed, unclear, unchecked] }
}

/// The standings of one guideline by chapter and class.
struct StandingTable {
  struct Row {
    let chapter: String
    let title: LocalizedText?
    var tallies: [RequirementClass?: StandingTally] = [:]
  }

  let guideline: GuidelineID
  private(set) var rows: [Row] = []
  /// What has no column: `notapplicable` and the like.
  private(set) var others = OutcomeCounts()
  private(set) var sums: [RequirementClass?: StandingTally] = [:]

  /// Takes the standings of one guideline, chapters in their order.
  init(_ guideline: GuidelineID, _ standings: [RequirementStanding], catalogue: Catalogue) {
    self.guideline = guideline
    for group in ChapterStanding.all(of: standings, catalogue) where group.guideline == guideline {
      let tally = StandingTally(group.counts)
      guard let chapter = group.chapter else {
        for outcome in [Outcome.notapplicable, .notselected, .informational] {
          others[outcome] += group.counts[Standing(outcome)] ?? 0
        }
        if !tally.isEmpty { sums[group.requirementClass] = tally }
        continue
      }
      if tally.isEmpty { continue }
      if rows.last?.chapter != chapter {
        rows.append(Row(chapter: chapter, title: catalogue.chapter(chapter, of: guideline)?.title))
      }
      rows[rows.count - 1].tallies[group.requirementClass] = tally
    }
  }

  /// Whether anything is waived.
  var hasWaived: Bool { sums.values.contains { $0.waived > 0 } }

  /// The classes that occur, in the order of their columns.
  var classes: [RequirementClass?] {
    [RequirementClass.minimum, .recommended, nil].filter { sums[$0] != nil }
  }
}

/// The tables of a report.
extension TextReport {
  func putStandings(on page: inout TextPage) {
    var guidelines: [GuidelineID] = []
    for standing in result.standings where !guidelines.contains(standing.requirement.guideline) {
      guidelines.append(standing.requirement.guideline)
    }
    let tables = guidelines.map { StandingTable($0, result.standings, catalogue: catalogue) }
    guard !tables.isEmpty else { return }
    page.blank()
    page.put([Segment(Wording.Report.standings[language], .strong)])
    for (index, table) in tables.enumerated() {
      if index > 0 { page.blank() }
      put(table, on: &page)
    }
    putDerived(on: &page)
  }

  /// What follows for requirements that nobody looked at, guideline by guideline on one line.
  private func putDerived(on page: inout TextPage) {
    let whole = ChapterStanding.all(of: result.derived, catalogue).filter { $0.chapter == nil }
    guard !whole.isEmpty else { return }
    page.blank()
    page.put([Segment(Wording.Explanation.derived[language], .strong)])
    for group in whole {
      let guideline = catalogue.guideline(group.guideline)
      var name = "\(group.guideline)  \(guideline?.edition[language] ?? "")"
      if let requirementClass = group.requirementClass {
        name += "  \(Wording.Report.classGroup(requirementClass)[language])"
      }
      let phrases = Standing.byUrgency.compactMap { standing in
        group.counts[standing].map { count in
          [
            Segment("\(standing.sign) \(Wording.Report.standing(standing)[language])", standing.ink),
            Segment(" \(count)", .strong),
          ]
        }
      }
      page.put(phrases: [[Segment("\(name):")]] + phrases, gap: 2, indent: 2, hanging: 4)
    }
  }

  private func put(_ table: StandingTable, on page: inout TextPage) {
    let guideline = catalogue.guideline(table.guideline)
    let name = guideline.map { [$0.title[language], $0.edition[language]] } ?? [table.guideline.description]
    page.put(phrases: name.map { [Segment($0)] }, gap: 1, indent: 2, hanging: 4)
    let columns = table.classes.reduce(0) { $0 + 3 + groupWidth($1, table) }
    let labels = Labels(of: table, in: language, room: page.width - 2 - columns)
    var remaining = table.classes[...]
    while !remaining.isEmpty {
      // As many groups of columns side by side as there is room for; the others follow below.
      var used = 2 + labels.width
      let fitting = remaining.prefix { group in
        used += 3 + groupWidth(group, table)
        return used <= page.width
      }
      let groups = Array(remaining.prefix(max(1, fitting.count)))
      remaining = remaining.dropFirst(groups.count)
      put(table, groups, labels, on: &page)
    }
    for (outcome, count) in table.others.occurring {
      page.put([Segment(Wording.Report.notCounted(outcome, count)[language], .faint)], indent: 2)
    }
  }

  private func put(
    _ table: StandingTable, _ groups: [RequirementClass?], _ labels: Labels, on page: inout TextPage
  ) {
    func row(_ label: Segment, _ title: String = "", _ cells: (RequirementClass?) -> [Segment]) -> [Segment] {
      labels.label(label, title) + groups.flatMap { [Segment("   ")] + cells($0) }
    }
    let named = table.classes != [nil]
    if named {
      page.put(
        row(Segment("")) { group in
          let width = groupWidth(group, table)
          return [Segment(Wording.Report.classGroup(group)[language]).truncated(to: width).padded(to: width)]
        }, indent: 2)
    }
    page.put(
      row(Segment(Wording.Report.chapter[language], .faint)) { group in
        spaced(
          zip(heads(group, table), columnWidths(group, table)).map { Segment($0, .faint).padded(to: $1, right: true) })
      }, indent: 2)
    let rows = table.rows.filter { row in groups.contains { row.tallies[$0] != nil } }
    for line in rows {
      page.put(
        row(Segment(line.chapter), line.title?[language] ?? "") { cells(line.tallies[$0], of: $0, table) }, indent: 2)
    }
    if rows.count > 1 {
      page.put(
        row(Segment(Wording.Report.total[language], .strong)) { cells(table.sums[$0], of: $0, table, .strong) },
        indent: 2)
    }
  }

  /// The first column: the number of the chapter and, if all groups of columns leave room for it, its title.
  private struct Labels {
    private let number: Int
    private let title: Int

    /// Fewer columns than these tell nothing of a title.
    private static let narrowestTitle = 12

    init(of table: StandingTable, in language: Language, room: Int) {
      let numbers = table.rows.map(\.chapter) + [Wording.Report.chapter[language], Wording.Report.total[language]]
      number = numbers.map { Segment($0).width }.max() ?? 0
      let longest = table.rows.compactMap { $0.title.map { Segment($0[language]).width } }.max() ?? 0
      let fitting = min(longest, room - number - 2)
      title = fitting >= min(longest, Self.narrowestTitle) ? fitting : 0
    }

    /// The columns that the labels take.
    var width: Int { number + (title > 0 ? title + 2 : 0) }

    func label(_ text: Segment, _ titleText: String) -> [Segment] {
      guard title > 0 else { return [text.padded(to: number)] }
      return [
        text.padded(to: number), Segment("  "), Segment(titleText, .faint).truncated(to: title).padded(to: title),
      ]
    }
  }

  private func heads(_ group: RequirementClass?, _ table: StandingTable) -> [String] {
    let missed = group == .recommended ? Wording.Report.adviceColumn : Wording.Report.notMet
    let waived = table.hasWaived ? [Wording.Report.standing(.waived)] : []
    return ([Wording.Report.met] + waived + [missed, Wording.Report.unclear, Wording.Report.unchecked]).map {
      $0[language]
    }
  }

  private func columnWidths(_ group: RequirementClass?, _ table: StandingTable) -> [Int] {
    let sums = table.sums[group]?.cells(withWaived: table.hasWaived) ?? []
    return zip(heads(group, table), sums).map { max(DisplayWidth.of($0), String($1).count) }
  }

  private func groupWidth(_ group: RequirementClass?, _ table: StandingTable) -> Int {
    let widths = columnWidths(group, table)
    return widths.reduce(0, +) + 2 * (widths.count - 1)
  }

  private func cells(
    _ tally: StandingTally?, of group: RequirementClass?, _ table: StandingTable, _ ink: Ink = .plain
  ) -> [Segment] {
    let missed: Ink = group == .recommended ? .doubtful : .bad
    let inks = [ink] + (table.hasWaived ? [.doubtful] : []) + [missed, .doubtful, ink]
    let numbers = (tally ?? StandingTally()).cells(withWaived: table.hasWaived)
    return spaced(
      zip(zip(numbers, inks), columnWidths(group, table)).map { cell, width in
        let (number, ink) = cell
        return Segment(number == 0 ? "-" : String(number), number == 0 ? .faint : ink).padded(to: width, right: true)
      })
  }

  private func spaced(_ cells: [Segment]) -> [Segment] {
    Array(cells.map { [$0] }.joined(separator: [Segment("  ")]))
  }
}
