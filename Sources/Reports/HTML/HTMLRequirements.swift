import Compliance
import Wording

/// Each requirement with its text, where it stands, and through what.
extension HTMLPage {
  func putRequirements(on html: inout HTMLText) {
    section("requirements", Words.requirements, on: &html) { html in
      if result.standings.isEmpty { html.element("p", ["class": "soft"], text: Wording.Report.noGuidelines[language]) }
      for chapter in chapters {
        html.element("div", ["data-group": "", "id": Self.anchor(chapter.guideline, chapter.number)]) { html in
          html.element("h3", text: chapter.heading)
          for standing in chapter.standings { put(standing, in: chapter, on: &html) }
        }
      }
    }
  }

  private struct ChapterOfPage {
    let guideline: GuidelineID
    let number: String
    let heading: String
    var standings: [RequirementStanding] = []
  }

  /// The requirements that are no parts of others, chapter by chapter, in the order of the standings.
  private var chapters: [ChapterOfPage] {
    var chapters: [ChapterOfPage] = []
    var positions: [String: Int] = [:]
    for standing in result.standings {
      let requirement = report.catalogue[standing.requirement]
      guard requirement?.parent == nil else { continue }
      let guideline = standing.requirement.guideline
      let number = requirement?.chapter ?? "?"
      let key = Self.key(guideline, number)
      if positions[key] == nil {
        positions[key] = chapters.count
        let title = report.catalogue.chapter(number, of: guideline)?.title[language] ?? ""
        let edition = report.catalogue.guideline(guideline)?.edition[language] ?? guideline.description
        chapters.append(
          ChapterOfPage(guideline: guideline, number: number, heading: "\(edition)  \(number)  \(title)"))
      }
      chapters[positions[key] ?? 0].standings.append(standing)
    }
    return chapters
  }

  private func put(_ standing: RequirementStanding, in chapter: ChapterOfPage, on html: inout HTMLText) {
    let id = standing.requirement
    let requirement = report.catalogue[id]
    html.element(
      "details",
      [
        "class": "item", "id": Self.anchor(id), "data-state": standing.standing.filter,
        "data-standing": standing.standing.rawValue, "data-guideline": id.guideline.description,
        "data-chapter": Self.key(chapter.guideline, chapter.number),
        "data-class": Self.key(requirement?.requirementClass),
        "data-column": StandingColumn(standing.standing)?.rawValue ?? "",
      ]
    ) { html in
      html.element("summary") { html in
        putBadge(standing.standing, on: &html)
        html.element("span", ["class": "title"], text: requirement?.title[language] ?? id.description)
        html.element("span", ["class": "side"], text: report.catalogue.citation(id, in: language))
      }
      html.element("div", ["class": "body"]) { html in
        if let requirement { putText(of: requirement, on: &html) }
        putEvidence(of: standing, on: &html)
        for part in requirement?.parts ?? [] {
          if let standing = standings[part] { put(part: standing, on: &html) }
        }
      }
    }
  }

  private func put(part standing: RequirementStanding, on html: inout HTMLText) {
    let id = standing.requirement
    let requirement = report.catalogue[id]
    html.element("div", ["class": "part", "id": Self.anchor(id)]) { html in
      html.element("h4", ["class": standing.standing.look]) { html in
        putBadge(standing.standing, on: &html)
        html.put(" \(requirement?.title[language] ?? "") ")
        html.element("span", ["class": "soft"], text: report.catalogue.citation(id, in: language))
      }
      putEvidence(of: standing, on: &html)
      for part in requirement?.parts ?? [] {
        if let standing = standings[part] { put(part: standing, on: &html) }
      }
    }
  }

  private func putText(of requirement: Requirement, on html: inout HTMLText) {
    if let text = requirement.text {
      html.element("blockquote", ["lang": "ja"]) { $0.put(lines: text) }
    }
    for note in requirement.notes { html.element("p", ["class": "soft"], text: note[language]) }
  }

  /// A check that the sweep was not about, with its last result.
  private func putBeside(_ id: CheckID, on html: inout HTMLText) {
    guard let run = runsBeside[id] else { return html.put(id.description) }
    putBadge(run.standing, on: &html)
    html.element("span") { html in
      html.put(run.check.title[language])
      guard let age = run.age(at: result.at) ?? run.problem?.text else { return }
      html.element("span", ["class": "soft"], text: "  \(age[language])")
    }
  }

  private func putEvidence(of standing: RequirementStanding, on html: inout HTMLText) {
    if standing.standing == .waived {
      let word = Wording.Report.outcome(standing.outcome)[language]
      html.element("p", ["class": "soft"], text: Words.withoutWaiver(word)[language])
    }
    if let derived = derived[standing.requirement] {
      html.element("p", ["class": "soft"]) { html in
        putBadge(derived.standing, on: &html)
        html.put(" \(Words.derivedHere[language])  ")
        putLinks(of: derived, on: &html)
      }
    }
    guard !standing.by.isEmpty else {
      return html.element("p", ["class": "soft"], text: Words.nobodyLooks[language])
    }
    html.element("ul", ["class": "evidence"]) { html in
      for id in standing.by {
        html.element("li") { html in
          switch id {
          case .check(let id):
            guard let run = runs[id] else { return putBeside(id, on: &html) }
            putBadge(run.standing, on: &html)
            html.element("span") { putLink(to: run.check, on: &$0) }
          case .attestation(let id):
            putBadge(attestations[id]?.outcome.map { Standing($0) } ?? .notchecked, on: &html)
            html.element("span") { putLink(to: id, on: &$0) }
          case .waiver(let id):
            putBadge(.waived, on: &html)
            html.element("span") { putLink(to: id, on: &$0) }
          }
        }
      }
    }
  }
}
