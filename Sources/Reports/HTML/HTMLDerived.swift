import Compliance
import Wording

/// What follows for other guidelines through correspondences. Nobody has looked at these requirements themselves, and the page says so.
extension HTMLPage {
  func putDerived(on html: inout HTMLText) {
    let derived = result.derived.filter { standings[$0.requirement] == nil }
    guard !derived.isEmpty else { return }
    section("derived", Words.derived, on: &html) { html in
      html.element("p", ["class": "soft"], text: Words.derivedPreface[language])
      var guidelines: [GuidelineID] = []
      for standing in derived where !guidelines.contains(standing.requirement.guideline) {
        guidelines.append(standing.requirement.guideline)
      }
      for id in guidelines {
        let own = derived.filter { $0.requirement.guideline == id }
        let guideline = report.catalogue.guideline(id)
        let name = guideline.map { "\($0.title[language]) \($0.edition[language])" } ?? id.description
        html.element("details") { html in
          html.element("summary", text: "\(name)  \(own.count)")
          putTable(own, on: &html)
        }
      }
    }
  }

  private func putTable(_ derived: [RequirementStanding], on html: inout HTMLText) {
    html.element("table", ["class": "findings"]) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for head in [Wording.Workbook.standing, Wording.SweepReport.requirement, Words.derivedFrom] {
            html.element("th", ["scope": "col"], text: head[language])
          }
        }
      }
      html.element("tbody") { html in
        for standing in derived {
          html.element("tr") { html in
            html.element("td") { putBadge(standing.standing, on: &$0) }
            html.element("th", ["scope": "row"]) { html in
              html.put(report.catalogue.citation(standing.requirement, in: language))
              html.put("  \(report.catalogue[standing.requirement]?.title[language] ?? "")")
            }
            html.element("td") { putLinks(of: standing, on: &$0) }
          }
        }
      }
    }
  }

  /// The correspondences by which a standing was derived, each with the requirement that it was taken from.
  func putLinks(of standing: RequirementStanding, on html: inout HTMLText) {
    typealias Listing = Wording.CatalogueListing
    for (index, link) in standing.through.enumerated() {
      if index > 0 { html.element("br") }
      html.put("\(link.standing.sign) ")
      putLink(to: link.from, on: &html)
      let words = [Listing.relation(link.relation)[language], Listing.correspondenceStatus(link.status)[language]]
      html.element(
        "span", ["class": "soft"], text: "  \(words.joined(separator: Wording.Report.listSeparator[language]))")
    }
  }
}
