import Compliance
import Wording

/// Each check with what it saw, and the files that it rests on.
extension HTMLPage {
  func putTools(on html: inout HTMLText) {
    html.element("div", ["class": "tools", "id": "tools", "role": "search", "hidden": ""]) { html in
      html.element("label", ["for": "query"], text: Words.search[language])
      html.element("input", ["type": "search", "id": "query", "autocomplete": "off", "spellcheck": "false"])
      html.element("fieldset") { html in
        for (value, name) in [
          ("fail", Wording.Report.outcome(.fail)), ("open", Words.undetermined),
          ("waived", Wording.Report.standing(.waived)), ("rest", Words.settled),
        ] {
          html.element("label") { html in
            html.element("input", ["type": "checkbox", "value": value, "checked": ""])
            html.put(" \(name[language])")
          }
        }
      }
      html.element("button", ["type": "button", "id": "scope", "hidden": ""]) { _ in }
      html.element("button", ["type": "button", "id": "open"], text: Words.openAll[language])
      html.element("button", ["type": "button", "id": "all"], text: Words.showAll[language])
      html.element(
        "span", ["id": "shown", "role": "status", "class": "soft", "data-text": Words.shown[language]]
      ) { _ in }
    }
  }

  func putChecks(on html: inout HTMLText) {
    section("checks", Words.checks, on: &html) { html in
      if result.checks.isEmpty { html.element("p", text: Wording.Report.noChecks[language]) }
      for (heading, runs) in groups.headed {
        html.element("div", ["data-group": ""]) { html in
          html.element("h3", text: "\(heading[language]) \(runs.count)")
          for run in runs { put(run, on: &html) }
        }
      }
    }
  }

  private func put(_ run: CheckRun, on html: inout HTMLText) {
    let check = run.check
    html.element(
      "details",
      [
        "class": "item", "id": Self.anchor(check.id), "data-state": run.standing.filter,
        "data-check": run.standing.rawValue,
      ]
    ) { html in
      html.element("summary") { html in
        putBadge(run.standing, on: &html)
        html.element("span", ["class": "title"], text: check.title[language])
        html.element("span", ["class": "side"], text: side(of: run))
      }
      html.element("div", ["class": "body"]) { html in
        if run.outcome == .fail {
          html.element("p", ["class": "remedy"]) { html in
            html.element("b", text: "\(Wording.Report.remedy[language]): ")
            html.put(lines: check.remedy[language])
          }
        }
        putFacts(of: run, on: &html)
        putFindings(of: run, on: &html)
        putSources(of: run, on: &html)
      }
    }
  }

  private func side(of run: CheckRun) -> String {
    let counts = run.counts.occurring.map { "\(Wording.Report.outcome($0.outcome)[language]) \($0.count)" }
    let severity = run.outcome == .fail ? [Wording.Report.severity(run.check.severity)[language]] : []
    return (severity + counts).joined(separator: " · ")
  }

  private func putFacts(of run: CheckRun, on html: inout HTMLText) {
    let check = run.check
    html.element("dl") { html in
      if let problem = run.problem {
        html.element("dt", text: Words.reason[language])
        html.element("dd") { html in
          html.put(lines: problem.text[language])
          html.element("br")
          html.element("span", ["class": "code"], text: problem.place.description)
        }
      }
      if let age = run.age(at: result.at) {
        html.element("dt", text: Words.age[language])
        html.element("dd", text: age[language])
      }
      for waiver in run.waivers {
        html.element("dt", text: Wording.PersonsEvidence.waiver[language])
        html.element("dd") { putLink(to: waiver, on: &$0) }
      }
      if !check.requirements.isEmpty {
        html.element("dt", text: Words.requirements[language])
        html.element("dd") { html in
          for (index, id) in check.requirements.enumerated() {
            if index > 0 { html.put(Wording.Report.listSeparator[language]) }
            putLink(to: id, on: &html)
          }
        }
      }
      html.element("dt", text: Wording.SweepReport.severity[language])
      html.element("dd", text: Wording.Report.severity(check.severity)[language])
      html.element("dt", text: "id")
      html.element("dd") { $0.element("span", ["class": "code"], text: check.id.description) }
    }
  }

  private func putFindings(of run: CheckRun, on html: inout HTMLText) {
    let shown = budget.shown(of: run, in: language)
    if !shown.isEmpty {
      html.element("table", ["class": "findings"]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for head in [
              Wording.SweepReport.outcome, Wording.SweepReport.subject, Wording.SweepReport.message,
              Wording.SweepReport.place,
            ] {
              html.element("th", ["scope": "col"], text: head[language])
            }
          }
        }
        html.element("tbody") { html in
          for finding in shown { put(finding, on: &html) }
        }
      }
    }
    let rest = Outcome.byUrgency.compactMap { outcome in
      let count = run.counts[outcome] - shown.count { $0.outcome == outcome }
      return count > 0 ? (outcome: outcome, count: count) : nil
    }
    if !rest.isEmpty {
      html.element("p", ["class": "soft"], text: Wording.Report.more(rest)[language])
    }
    if !run.outcome.isSettled, run.problem == nil, shown.isEmpty {
      html.element("p", text: Wording.Report.noReason[language])
    }
  }

  private func put(_ finding: Finding, on html: inout HTMLText) {
    html.element("tr", finding.outcome.isSettled ? ["class": "settled"] : [:]) { html in
      let standing = finding.isWaived ? Standing.waived : Standing(finding.outcome)
      html.element("td") { putBadge(standing, on: &$0) }
      html.element("th", ["scope": "row"], text: finding.subject)
      html.element("td") { html in
        html.put(lines: budget.shortened(finding.message[language]))
        guard let due = finding.due else { return }
        let left = result.day.days(until: due)
        html.put(" ")
        html.element(
          "span", ["class": left <= EvidenceReview.notice ? "tag" : "soft"],
          text: Wording.Statements.left(due, daysLeft: left)[language])
      }
      html.element("td", ["class": "code"], text: finding.place?.description ?? "")
    }
  }

  private func putSources(of run: CheckRun, on html: inout HTMLText) {
    for source in run.sources {
      let parts = [source.file, source.encoding, Wording.Report.records(source)[language]].filter { !$0.isEmpty }
      html.element("p", ["class": "soft"]) { html in
        html.put("\(Wording.Report.source[language]): \(parts.joined(separator: "  "))")
        if let sha256 = source.sha256 {
          html.element("br")
          html.element("span", ["class": "code"], text: "SHA-256 \(sha256)")
        }
      }
    }
    html.element("p", ["class": "soft"]) { html in
      html.put("\(run.check.id.plugin) \(run.pluginVersion)  ")
      html.element("span", ["class": "code"], text: "SHA-256 \(run.pluginSHA256)")
    }
  }

  /// A link to a requirement; its citation alone where the page does not have it.
  func putLink(to id: RequirementID, on html: inout HTMLText) {
    let citation = report.catalogue.citation(id, in: language)
    guard standings[id] != nil else { return html.put(citation) }
    html.element("a", ["href": "#\(Self.anchor(id))"], text: citation)
  }
}

/// How many findings a page shows, so that it opens fluently whatever a sweep has found: the first of each check, the rest is counted.
struct FindingBudget {
  /// How many of one check.
  private static let most = 100
  /// How many bytes of evidence in all.
  private static let bytes = 1_500_000
  /// How many characters of one message.
  private static let characters = 600

  private let share: Int

  init(checks: Int) { share = Self.bytes / max(1, checks) }

  /// The findings of a check that are shown: those that are open first.
  func shown(of run: CheckRun, in language: Language) -> [Finding] {
    var left = share
    let findings = run.openFindings + run.findings.filter(\.outcome.isSettled)
    return Array(
      findings.prefix(Self.most).prefix { finding in
        defer {
          left -= min(finding.message[language].utf8.count, 4 * Self.characters) + finding.subject.utf8.count + 200
        }
        return left > 0
      })
  }

  /// A message, cut where it is longer than anybody reads.
  func shortened(_ message: String) -> String {
    let start = message.prefix(Self.characters)
    return start.endIndex == message.endIndex ? message : start + "…"
  }
}
