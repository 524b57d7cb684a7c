import Compliance
import Wording

/// The standing of the requirements by chapter. Every number leads to the requirements that it counts.
extension HTMLPage {
  func putStandings(on html: inout HTMLText) {
    section("standing", Wording.Report.standings, on: &html) { html in
      let tables = report.standingTables
      if tables.isEmpty { html.element("p", ["class": "soft"], text: Wording.Report.noGuidelines[language]) }
      for table in tables { put(table, on: &html) }
    }
  }

  private func put(_ table: StandingTable, on html: inout HTMLText) {
    let guideline = report.catalogue.guideline(table.guideline)
    html.element("div", ["class": "scroll"]) { html in
      html.element("table", ["class": "standings"]) { html in
        html.element(
          "caption",
          text: guideline.map { "\($0.title[language]) \($0.edition[language])" } ?? table.guideline.description)
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", ["scope": "col"], text: Wording.Report.chapter[language])
            html.element("th", ["scope": "col"], text: Wording.SweepReport.requirementClass[language])
            html.element("th", ["scope": "col", "class": "bar"]) { _ in }
            for head in StandingColumn.columns(of: table) {
              html.element("th", ["scope": "col", "class": "number"], text: head.title[language])
            }
          }
        }
        html.element("tbody") { html in
          for row in table.rows {
            for (index, group) in table.classes.filter({ row.tallies[$0] != nil }).enumerated() {
              let title = row.title.map { "\(row.chapter)  \($0[language])" } ?? row.chapter
              put(index == 0 ? title : "", row.chapter, group, row.tallies[group], table, on: &html)
            }
          }
        }
        if table.rows.count > 1 {
          html.element("tfoot") { html in
            for (index, group) in table.classes.enumerated() {
              put(
                index == 0 ? Wording.Report.total[language] : "", "*", group, table.sums[group], table, on: &html)
            }
          }
        }
      }
    }
    for (outcome, count) in table.others.occurring {
      html.element("p", ["class": "soft"], text: Wording.Report.notCounted(outcome, count)[language])
    }
  }

  private func put(
    _ title: String, _ chapter: String, _ group: RequirementClass?, _ tally: StandingTally?, _ table: StandingTable,
    on html: inout HTMLText
  ) {
    let columns = StandingColumn.columns(of: table)
    let cells = columns.map { $0.number(in: tally ?? StandingTally()) }
    let className = Wording.Report.classGroup(group)[language]
    html.element("tr") { html in
      html.element("th", ["scope": "row"], text: title)
      html.element("td", ["class": "class"], text: className)
      html.element("td", ["class": "bar"]) { putBar(columns, cells, on: &$0) }
      for (column, number) in zip(columns, cells) {
        let look = number == 0 ? "zero" : group == .recommended && column == .notMet ? "open" : column.look
        html.element("td", ["class": "number \(look)"]) { html in
          guard number > 0 else { return html.put("–") }
          let place = chapter == "*" ? "" : "\(chapter), "
          html.element(
            "a",
            [
              "href": chapter == "*" ? "#requirements" : "#\(Self.anchor(table.guideline, chapter))",
              "data-only": "chapter=\(chapter == "*" ? "*" : Self.key(table.guideline, chapter));"
                + "guideline=\(table.guideline);class=\(Self.key(group));column=\(column.rawValue)",
              "data-label": "\(place)\(className), \(column.title[language])",
            ], text: "\(number)")
        }
      }
    }
  }

  /// How the numbers compare; the table says them in digits.
  private func putBar(_ columns: [StandingColumn], _ cells: [Int], on html: inout HTMLText) {
    let total = cells.reduce(0, +)
    guard total > 0 else { return }
    html.element("svg", ["viewBox": "0 0 \(total) 1", "preserveAspectRatio": "none", "aria-hidden": "true"]) { html in
      var x = 0
      for (column, number) in zip(columns, cells) where number > 0 {
        html.element("rect", ["class": column.look, "x": "\(x)", "width": "\(number)", "height": "1"])
        x += number
      }
    }
  }

  static func anchor(_ guideline: GuidelineID, _ chapter: String) -> String { "chapter-\(key(guideline, chapter))" }

  /// A chapter as a value without spaces or signs that the filter gives a meaning.
  static func key(_ guideline: GuidelineID, _ chapter: String) -> String {
    Chapter(guideline: guideline, number: chapter, title: LocalizedText(verbatim: "")).oscalToken
  }

  static func key(_ group: RequirementClass?) -> String { group?.rawValue ?? "none" }
}

/// The columns of the table, each with the standings that it counts.
enum StandingColumn: String, CaseIterable {
  case met
  case waived
  case notMet = "not-met"
  case unclear
  case unchecked

  /// The column that a standing is counted in; nil for what is not counted.
  init?(_ standing: Standing) {
    switch standing {
    case .pass: self = .met
    case .waived: self = .waived
    case .fail: self = .notMet
    case .error, .unknown: self = .unclear
    case .notchecked: self = .unchecked
    case .notapplicable, .notselected, .informational: return nil
    }
  }

  /// The columns that a table needs: waivers have one where there are any.
  static func columns(of table: StandingTable) -> [StandingColumn] {
    allCases.filter { $0 != .waived || table.hasWaived }
  }

  func number(in tally: StandingTally) -> Int {
    switch self {
    case .met: tally.met
    case .waived: tally.waived
    case .notMet: tally.missed
    case .unclear: tally.unclear
    case .unchecked: tally.unchecked
    }
  }

  var title: LocalizedText {
    switch self {
    case .met: Wording.Report.met
    case .waived: Wording.Report.standing(.waived)
    case .notMet: Wording.Report.notMet
    case .unclear: Wording.Report.unclear
    case .unchecked: Wording.Report.unchecked
    }
  }

  var look: String {
    switch self {
    case .met: "pass"
    case .waived: "waived"
    case .notMet: "fail"
    case .unclear: "open"
    case .unchecked: "rest"
    }
  }
}
