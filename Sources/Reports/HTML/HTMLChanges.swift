import Compliance
import Wording

/// What changed since the sweep before: checks at a glance, then subjects and requirements.
extension HTMLPage {
  private typealias Drift = Wording.Drift

  /// How many subjects are shown; `tenken history diff` has all.
  private static let shownSubjects = 200

  func putChanges(on html: inout HTMLText) {
    section("changes", Words.changes, on: &html) { html in
      guard let changes, let drift = report.drift else {
        return html.element("p", ["class": "soft"], text: Words.nothingToCompare[language])
      }
      let text = Words.comparedWith(drift.before.description, readableTime(drift.beforeAt))
      html.element("p", ["class": "soft"], text: text[language])
      putDifferences(drift.differences, on: &html)
      html.element("div", ["class": "cards"]) { html in
        putCard(Words.newlyFailing, changes.newlyFailing, none: Words.none, on: &html, all: true)
        putCard(Words.newlyUndetermined, changes.newlyUndetermined, none: Words.none, on: &html, all: true)
        putCard(Words.resolved, changes.resolved, none: Words.none, on: &html, all: true)
      }
      putSubjects(drift.findings, on: &html)
      putRequirements(drift.requirements, on: &html)
    }
  }

  /// What makes the sweeps unlike, so that changes may come from there.
  private func putDifferences(_ differences: [SweepDifference], on html: inout HTMLText) {
    guard !differences.isEmpty else { return }
    html.element("p", ["class": "soft"], text: Drift.unlike[language])
    html.element("ul", ["class": "plain soft"]) { html in
      for difference in differences {
        html.element(
          "li", text: Drift.difference(difference, parameters: changedParameters(difference))[language])
      }
    }
  }

  private func putSubjects(_ findings: [FindingChange], on html: inout HTMLText) {
    guard !findings.isEmpty else { return }
    let inOrder = DriftKind.allCases.flatMap { kind in findings.filter { $0.change.kind == kind } }
    html.element("details") { html in
      html.element("summary", text: "\(Drift.findings[language]) \(findings.count)")
      putTable([Wording.SweepReport.subject, Wording.SweepReport.check, Wording.SweepReport.place], on: &html) { html in
        for finding in inOrder.prefix(Self.shownSubjects) {
          putRow(of: finding.change, on: &html) { html in
            html.element("th", ["scope": "row"]) { html in
              html.put(budget.shortened(finding.change.id.name))
              if finding.change.isFlapping { putFlapping(on: &html) }
            }
            html.element("td") { html in
              guard let run = runs[finding.change.id.check] else {
                return html.put(finding.change.id.check.description)
              }
              putLink(to: run.check, on: &html)
            }
            html.element("td", ["class": "code"], text: finding.finding.place?.description ?? "")
          }
        }
      }
      if findings.count > Self.shownSubjects {
        html.element("p", ["class": "soft"], text: Drift.more(findings.count - Self.shownSubjects)[language])
      }
    }
  }

  private func putRequirements(_ changes: [Change<RequirementID>], on html: inout HTMLText) {
    guard !changes.isEmpty else { return }
    let inOrder = DriftKind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
    html.element("details") { html in
      html.element("summary", text: "\(Drift.requirements[language]) \(changes.count)")
      putTable([Wording.SweepReport.requirement], on: &html) { html in
        for change in inOrder {
          putRow(of: change, on: &html) { html in
            html.element("th", ["scope": "row"]) { html in
              putLink(to: change.id, on: &html)
              html.put("  \(report.catalogue[change.id]?.title[language] ?? "")")
              if change.isFlapping { putFlapping(on: &html) }
            }
          }
        }
      }
    }
  }

  private func putTable(_ heads: [LocalizedText], on html: inout HTMLText, _ rows: (inout HTMLText) -> Void) {
    html.element("table", ["class": "findings"]) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for head in [Words.kindOfChange, Words.beforeAndAfter] + heads {
            html.element("th", ["scope": "col"], text: head[language])
          }
        }
      }
      html.element("tbody") { rows(&$0) }
    }
  }

  private func putRow<ID>(of change: Change<ID>, on html: inout HTMLText, _ cells: (inout HTMLText) -> Void) {
    let look =
      switch change.kind {
      case .regressed, .new: "fail"
      case .changed, .gone: "open"
      case .waived: "waived"
      case .fixed: "pass"
      }
    html.element("tr") { html in
      html.element("td") { $0.element("span", ["class": "badge \(look)"], text: Drift.kind(change.kind)[language]) }
      let (before, after) = (change.before?.word(in: language) ?? "–", change.after?.word(in: language) ?? "–")
      html.element("td", text: "\(before) → \(after)")
      cells(&html)
    }
  }
}
