import Compliance
import Wording

/// A sweep as one page that needs nothing but itself: what matters first, then standing by chapter, the trend, what changed, and
/// every check and requirement with its evidence.
///
/// The page loads nothing and sends nothing: its Content Security Policy allows its own style sheet and script, by their hashes,
/// and nothing else. Without the script everything is there to be read; with it, the page can be searched and filtered.
enum HTMLReport {
  static func text(_ report: SweepReport) -> String {
    HTMLPage(report: report).text()
  }
}

/// A page in the making. Its sections are extensions, a file each.
struct HTMLPage {
  typealias Words = Wording.HTMLReport

  let report: SweepReport
  let groups: CheckGroups
  let changes: CheckChanges?
  let runs: [CheckID: CheckRun]
  let runsBeside: [CheckID: CheckRun]
  let standings: [RequirementID: RequirementStanding]
  let derived: [RequirementID: RequirementStanding]
  let budget: FindingBudget

  init(report: SweepReport) {
    self.report = report
    groups = CheckGroups(report.result, report.catalogue)
    changes = report.drift.map { CheckChanges($0, in: report.result) }
    runs = Dictionary(report.result.checks.map { ($0.check.id, $0) }) { first, _ in first }
    runsBeside = Dictionary(report.result.beside.map { ($0.check.id, $0) }) { first, _ in first }
    derived = Dictionary(report.result.derived.map { ($0.requirement, $0) }) { first, _ in first }
    standings = Dictionary(report.result.standings.map { ($0.requirement, $0) }) { first, _ in first }
    budget = FindingBudget(checks: report.result.checks.count)
  }

  var language: Language { report.language }
  var result: SweepResult { report.result }

  func text() -> String {
    var html = HTMLText.document
    html.element("html", ["lang": language.rawValue]) { html in
      html.element("head") { putHead(on: &$0) }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#main"], text: Words.skip[language])
        html.element("header") { putHeader(on: &$0) }
        html.element("main", ["id": "main"]) { html in
          putVerdict(on: &html)
          putAttention(on: &html)
          putStandings(on: &html)
          putTrend(on: &html)
          putChanges(on: &html)
          putPersonsEvidence(on: &html)
          putTools(on: &html)
          putChecks(on: &html)
          putRequirements(on: &html)
          putDerived(on: &html)
        }
        html.element("footer") { putFooter(on: &$0) }
        html.put(.script, in: "script")
      }
    }
    return html.text + "\n"
  }

  var title: String {
    let name = report.sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    return "\(result.site[language]) \(name[language])"
  }

  private func putHead(on html: inout HTMLText) {
    let policy =
      "default-src 'none'; style-src \(PageCode.style.hashSource); script-src \(PageCode.script.hashSource); "
      + "base-uri 'none'; form-action 'none'"
    html.element("meta", ["charset": "utf-8"])
    html.element("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    html.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.element("meta", ["name": "referrer", "content": "no-referrer"])
    html.element("title", text: "\(title) \(readableTime(result.at))")
    html.put(.style, in: "style")
  }

  private func putHeader(on html: inout HTMLText) {
    html.element("h1", text: title)
    html.element("ul", ["class": "meta"]) { html in
      html.element("li", text: readableTime(result.at))
      for guideline in report.guidelines {
        html.element("li") { html in
          html.put("\(guideline.title[language]) \(Wording.Report.edition(guideline)[language]) ")
          if let later = guideline.supersededBy {
            html.element("span", ["class": "tag", "title": later[language]], text: Wording.Report.superseded[language])
          }
        }
      }
      if report.guidelines.isEmpty { html.element("li", text: Wording.Report.noGuidelines[language]) }
      if let scope = result.scopeText { html.element("li", text: scope[language]) }
      if !result.only.isEmpty {
        html.element("li") { $0.element("b", text: Wording.Report.only(result.only)[language]) }
      }
    }
    html.element("nav", ["aria-label": Words.contents[language]]) { html in
      html.element("ul") { html in
        for section in sections {
          html.element("li") { $0.element("a", ["href": "#\(section.id)"], text: section.title[language]) }
        }
      }
    }
  }

  private var sections: [(id: String, title: LocalizedText)] {
    [
      ("attention", Words.attention), ("standing", Wording.Report.standings), ("trend", Words.trend),
      ("changes", Words.changes), ("persons", Wording.Statements.heading), ("checks", Words.checks),
      ("requirements", Words.requirements),
    ]
  }

  private func putFooter(on html: inout HTMLText) {
    html.element("p", text: Words.made(by: report.program, sweep: report.sweepID?.description)[language])
    html.element("p", text: Words.nothingPassesByAccident[language])
  }

  /// A part of the page with its heading.
  func section(
    _ id: String, _ heading: LocalizedText, on html: inout HTMLText, _ content: (inout HTMLText) -> Void
  ) {
    html.element("section", ["id": id, "aria-labelledby": "\(id)-heading"]) { html in
      html.element("h2", ["id": "\(id)-heading"], text: heading[language])
      content(&html)
    }
  }

  func putBadge(_ standing: Standing, on html: inout HTMLText) {
    html.element(
      "span", ["class": "badge \(standing.look)"],
      text: "\(standing.sign) \(Wording.Report.standing(standing)[language])")
  }

  /// A link to a check on the page.
  func putLink(to check: Check, on html: inout HTMLText) {
    html.element("a", ["href": "#\(Self.anchor(check.id))"], text: check.title[language])
  }

  static func anchor(_ check: CheckID) -> String { "check-\(check)" }
  static func anchor(_ requirement: RequirementID) -> String { "requirement-\(requirement)" }
}

extension Standing {
  /// How it looks: a class of the style sheet.
  var look: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .error, .unknown, .notchecked: "open"
    case .waived: "waived"
    case .notapplicable, .notselected, .informational: "rest"
    }
  }

  /// By which box it is filtered: what failed, what is open, what is waived, everything else.
  var filter: String { look == "pass" ? "rest" : look }
}
