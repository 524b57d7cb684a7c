import Compliance
import Wording

/// What one sees first.
extension HTMLPage {
  /// How many entries a list shows before it only counts.
  private static let shownEntries = 8

  func putVerdict(on html: inout HTMLText) {
    let look =
      switch result.exit {
      case _ where result.checks.isEmpty: "open"
      case .met: "pass"
      case .failed: "fail"
      case .undetermined: "open"
      }
    html.element("section", ["class": "verdict \(look)", "aria-labelledby": "verdict-heading"]) { html in
      let words = result.checks.isEmpty ? Wording.Report.noChecks : Wording.Report.verdict(result.exit)
      html.element("h2", ["id": "verdict-heading"], text: words[language])
      let counts = Dictionary(result.checks.map { ($0.standing, 1) }, uniquingKeysWith: +)
      html.element("ul", ["class": "chips"]) { html in
        for standing in Standing.byUrgency {
          guard let count = counts[standing] else { continue }
          let word = Wording.Report.standing(standing)[language]
          html.element("li") { html in
            html.element(
              "a",
              [
                "class": standing.look, "href": "#checks", "data-only": "check=\(standing.rawValue)",
                "data-label": word,
              ], text: "\(standing.sign) \(word) \(count)")
          }
        }
      }
      html.element("p", ["class": "soft"], text: Wording.Report.checks(result.checks.count)[language])
    }
  }

  func putAttention(on html: inout HTMLText) {
    section("attention", Words.attention, on: &html) { html in
      html.element("div", ["class": "cards"]) { html in
        if let changes {
          putCard(Words.newlyFailing, changes.newlyFailing, none: Words.noneNewlyFailing, on: &html)
        } else {
          putCard(Wording.Report.failed, entries(groups.failed), none: Words.noneFailing, on: &html)
        }
        putExpiring(on: &html)
        putCard(
          Wording.Report.undetermined, entries(groups.undetermined), none: Words.noneUndetermined, on: &html)
      }
    }
  }

  private func entries(_ runs: [CheckRun]) -> [CheckChanges.Entry] {
    runs.map { CheckChanges.Entry(run: $0, isFlapping: false) }
  }

  func putCard(
    _ heading: LocalizedText, _ entries: [CheckChanges.Entry], none: LocalizedText, on html: inout HTMLText,
    all: Bool = false
  ) {
    html.element("div") { html in
      html.element("h3") { html in
        html.put(heading[language])
        html.element("b", text: "\(entries.count)")
      }
      guard !entries.isEmpty else { return html.element("p", ["class": "none"], text: none[language]) }
      html.element("ul") { html in
        for entry in all ? entries[...] : entries.prefix(Self.shownEntries) {
          html.element("li", ["class": entry.run.standing.look]) { html in
            putBadge(entry.run.standing, on: &html)
            html.put(" ")
            putLink(to: entry.run.check, on: &html)
            if entry.isFlapping { putFlapping(on: &html) }
          }
        }
        if !all, entries.count > Self.shownEntries {
          html.element("li") {
            $0.element("a", ["href": "#checks"], text: Words.further(entries.count - Self.shownEntries)[language])
          }
        }
      }
    }
  }

  func putFlapping(on html: inout HTMLText) {
    html.put(" ")
    html.element("span", ["class": "tag"], text: Wording.Drift.flapping[language])
  }
}
