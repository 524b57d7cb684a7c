import Compliance
import Wording

/// Why a requirement stands where it stands.
extension ExplanationText {
  /// How many of the findings that made a check's outcome are shown; the check itself shows all.
  private static let shownFindings = 3
  /// How much of the official text is shown, in lines.
  private static let shownLines = 4

  func put(_ explanation: RequirementExplanation, on page: inout TextPage) {
    let requirement = explanation.requirement
    page.put(
      [Segment(requirement.id.description, .strong), Segment("  "), Segment(requirement.title[language], .strong)],
      hanging: 2, edge: Segment(requirement.citation))
    page.blank()
    put(fields(of: explanation), on: &page)
    putText(of: requirement, on: &page)
    putHeading(Words.why, on: &page)
    putReason(of: explanation, on: &page)
    for run in explanation.checks {
      page.blank()
      putEvidence(run, indent: 2, on: &page)
    }
    putStatements(of: explanation, indent: 2, on: &page)
    for part in explanation.parts { put(part: part, of: explanation, indent: 2, on: &page) }
    putDeselected(explanation.deselected, indent: 2, on: &page)
    putDerived(explanation.derived, on: &page)
    putNextSteps(nextSteps(explanation), on: &page)
  }

  /// What persons stated and accepted.
  private func putStatements(of explanation: RequirementExplanation, indent: Int, on page: inout TextPage) {
    for review in explanation.attestations {
      page.blank()
      statementLines.put(review, indent: indent, on: &page)
    }
    for review in explanation.waivers {
      page.blank()
      statementLines.put(review, indent: indent, on: &page)
    }
  }

  /// What follows for it from requirements that it corresponds to.
  private func putDerived(_ derived: RequirementStanding?, on page: inout TextPage) {
    guard let derived else { return }
    putHeading(Words.derived, on: &page)
    page.put([label(derived.standing), Segment("  "), Segment(Words.ruleOfDerived[language])], indent: 2)
    for link in derived.through {
      page.put(
        [
          Segment(link.from.description), Segment("  "), label(link.standing), Segment("  "),
          Segment(catalogue[link.from]?.title[language] ?? ""),
        ], indent: 4, hanging: 6,
        edge: Segment(Words.link(link.relation, link.status)[language], .faint))
    }
  }

  private func fields(of explanation: RequirementExplanation) -> [Field] {
    typealias Listing = Wording.CatalogueListing
    let requirement = explanation.requirement
    var fields: [Field] = []
    if let standing = explanation.standing { fields.append((Words.standing, [label(standing)])) }
    fields += pastFields(past.requirements[requirement.id])
    if let guideline = catalogue.guideline(requirement.id.guideline) {
      let edition = Wording.Report.edition(guideline)[language]
      fields.append((Listing.guideline, [Segment("\(guideline.title[language]) \(edition)")]))
      if let later = guideline.supersededBy { fields.append((Listing.later, [Segment(later[language], .doubtful)])) }
    }
    fields.append((Listing.classField, [Segment(Listing.requirementClass(requirement.requirementClass)[language])]))
    if requirement.status != .current {
      fields.append((Listing.statusField, [Segment(Listing.status(requirement.status)[language], .doubtful)]))
    }
    if let parent = requirement.parent {
      fields.append((Listing.partOf, [Segment("\(parent)  \(catalogue[parent]?.title[language] ?? "")")]))
    }
    return fields + sweepFields()
  }

  /// The beginning of the official text; `catalogue show` has all of it.
  private func putText(of requirement: Requirement, on page: inout TextPage) {
    putHeading(Wording.CatalogueListing.text, on: &page)
    guard let text = requirement.text else {
      page.put([Segment(Wording.CatalogueListing.noText[language], .faint)], indent: 2)
      return
    }
    let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    page.put([Segment(oneLine).truncated(to: Self.shownLines * (page.width - 2) - 4)], indent: 2)
  }

  // MARK: - The rule

  private func putReason(of explanation: RequirementExplanation, on page: inout TextPage) {
    var sentences: [LocalizedText] = []
    if let standing = explanation.standing {
      if standing != explanation.combined {
        sentences.append(Words.catalogueHasChanged(now: explanation.combined))
      }
      sentences += explanation.isUnwatched ? unwatched(explanation) : [rule(explanation)] + exceptions(explanation)
    } else {
      sentences.append(absence(of: explanation))
    }
    for sentence in sentences { page.put([Segment(sentence[language])], indent: 2) }
  }

  /// Why the sweep says nothing of a requirement.
  private func absence(of explanation: RequirementExplanation) -> LocalizedText {
    let requirement = explanation.requirement
    if let text = Words.notInForce(requirement.status) { return text }
    let guideline = requirement.id.guideline
    if result.standings.contains(where: { $0.requirement.guideline == guideline }), result.only.isEmpty {
      return Words.newerThanSweep
    }
    if !result.only.isEmpty, explanation.isUnwatched { return Words.leftOut }
    return Words.guidelineNotInForce(guideline)
  }

  private func unwatched(_ explanation: RequirementExplanation) -> [LocalizedText] {
    var sentences = [Words.ruleOfNone, Words.fitting(catalogue.evidenceKind(of: explanation.requirement.id))]
    var above = explanation.requirement.parent
    while let ancestor = above {
      let checks = result.checks.filter { $0.outcome != .notselected && $0.check.requirements.contains(ancestor) }
      if !checks.isEmpty { sentences.append(Words.spokenForAbove(checks.map(\.check.id), ancestor)) }
      above = catalogue[ancestor]?.parent
    }
    return sentences
  }

  private func rule(_ explanation: RequirementExplanation) -> LocalizedText {
    let isStated = explanation.attestations.contains { $0.outcome != nil } || !explanation.waivers.isEmpty
    if explanation.checks.count == 1, explanation.countedParts.isEmpty, !isStated { return Words.ruleOfOne }
    let order = Standing.allCases.filter { standing in
      standing != .notselected && (standing != .waived || !explanation.waivers.isEmpty)
    }.sorted { $0 != $1 && $0.combined(with: $1) == $0 }
    return Words.rule(order, parts: !explanation.countedParts.isEmpty, stated: isStated)
  }

  private func exceptions(_ explanation: RequirementExplanation) -> [LocalizedText] {
    guard explanation.parts.contains(where: \.isUnwatched) else { return [] }
    return [explanation.checks.isEmpty ? Words.ruleOfUnwatchedParts : Words.ruleOfSpokenFor]
  }

  // MARK: - What counted

  private func put(
    part: RequirementExplanation, of whole: RequirementExplanation, indent: Int, on page: inout TextPage
  ) {
    guard !whole.isUnwatched else { return }
    page.blank()
    let requirement = part.requirement
    page.put(
      [
        Segment(Words.part(requirement.citation)[language], .strong), Segment("  "),
        Segment(requirement.title[language], .strong), Segment("  "), label(part.standing ?? .notchecked),
      ], indent: indent, hanging: indent + 2, edge: Segment(requirement.id.description, .faint))
    if part.isUnwatched {
      page.put([Segment(Words.partUnwatched[language], .doubtful)], indent: indent + 2)
      page.put(
        [Segment(Words.fitting(catalogue.evidenceKind(of: requirement.id))[language], .faint)], indent: indent + 2)
    } else {
      for (index, run) in part.checks.enumerated() {
        if index > 0 { page.blank() }
        putEvidence(run, indent: indent + 2, on: &page)
      }
      putStatements(of: part, indent: indent + 2, on: &page)
      for further in part.parts { put(part: further, of: part, indent: indent + 2, on: &page) }
    }
    putDeselected(part.deselected, indent: indent + 2, on: &page)
  }

  /// A check that counted: its outcome, and the findings that made it.
  private func putEvidence(_ run: CheckRun, indent: Int, on page: inout TextPage) {
    let title = Segment(run.check.title[language], run.outcome.isSettled ? .plain : .strong)
    page.put(
      [label(run.standing), Segment("  "), title], indent: indent, hanging: indent + 2,
      edge: Segment(run.check.id.description, .faint))
    statementLines.put(run.waivers, covering: run.waived, indent: indent + 2, on: &page)
    var phrases = run.counts.phrases(in: language)
    if run.outcome == .fail {
      let severity = Wording.Report.severity(run.check.severity)[language]
      phrases.insert([Segment("\(Words.severity[language]): \(severity)")], at: 0)
    }
    page.put(phrases: phrases, gap: 2, indent: indent + 2, hanging: indent + 4)
    if let problem = run.problem { put(problem, of: run.check.id.plugin, indent: indent + 2, on: &page) }
    guard !run.outcome.isSettled else { return }
    let deciding = run.findings.filter { $0.outcome == run.outcome }.prefix(Self.shownFindings)
    for finding in deciding { put(finding, indent: indent + 2, on: &page) }
    let rest = run.counts[run.outcome] - deciding.count
    if rest > 0 {
      page.put([Segment(Wording.Report.more([(run.outcome, rest)])[language], .faint)], indent: indent + 2)
    }
    if deciding.isEmpty, run.problem == nil {
      page.put([Segment(Wording.Report.noReason[language])], indent: indent + 2)
    }
    putRemedy(of: run, indent: indent + 2, on: &page)
  }

  private func putDeselected(_ runs: [CheckRun], indent: Int, on page: inout TextPage) {
    for run in runs {
      page.blank()
      page.put(
        [label(run.outcome), Segment("  "), Segment(run.check.title[language])], indent: indent, hanging: indent + 2,
        edge: Segment(run.check.id.description, .faint))
      let reason = run.problem.map { [Segment($0.text[language])] } ?? []
      page.put(
        [Segment(Words.notCounted[language]), Segment(" ")] + reason, indent: indent + 2,
        edge: run.problem.map { Segment($0.place.description, .faint) })
    }
  }

  private func nextSteps(_ explanation: RequirementExplanation) -> [(command: String, purpose: LocalizedText)] {
    let id = explanation.requirement.id
    var steps: [(command: String, purpose: LocalizedText)] = []
    let open = explanation.allChecks.filter { !$0.outcome.isSettled }
    let deciding = open.filter { $0.standing == explanation.standing }
    if let run = deciding.max(by: { $0.check.severity < $1.check.severity }) ?? open.first {
      steps.append((explain(run.check.id.description), Words.seeCheck))
      steps.append((command("sweep", "--only \(id)"), Wording.Report.sweepAgain))
    }
    if explanation.standing == nil, !result.only.isEmpty { steps.append((command("sweep", ""), Words.sweepWhole)) }
    return steps + [("tenken catalogue show \(id)", Wording.Report.readRequirement)]
  }
}
