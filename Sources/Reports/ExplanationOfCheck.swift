import Compliance
import Wording

/// Why a check, a plugin's checks, or a finding ended as they did.
extension ExplanationText {
  // MARK: - A check

  func put(_ run: CheckRun, on page: inout TextPage) {
    putTitle(of: run, on: &page)
    page.blank()
    var fields: [Field] = [(Words.outcome, outcome(of: run))]
    fields += pastFields(past.checks[run.check.id])
    fields += checkFields(run) + sweepFields() + pluginFields(run)
    put(fields, on: &page)
    if !run.waivers.isEmpty { page.blank() }
    statementLines.put(run.waivers, covering: run.waived, indent: 0, on: &page)
    if let problem = run.problem {
      putHeading(Words.why, on: &page)
      put(problem, of: run.check.id.plugin, indent: 2, on: &page)
    }
    putFindings(of: run, on: &page)
    putRequirements(of: run, on: &page)
    put(run.sources, on: &page)
    putNextSteps(nextSteps(run), on: &page)
  }

  private func putTitle(of run: CheckRun, on page: inout TextPage) {
    page.put(
      [Segment(run.check.id.description, .strong), Segment("  "), Segment(run.check.title[language], .strong)],
      hanging: 2)
  }

  /// The outcome, and behind it where the check stands if that is another.
  private func outcome(of run: CheckRun) -> [Segment] {
    run.standing == Standing(run.outcome)
      ? [label(run.outcome)] : [label(run.outcome), Segment(" → ", .faint), label(run.standing)]
  }

  private func checkFields(_ run: CheckRun) -> [Field] {
    let cadence = Cadence(run.check.cadence).map { Words.every($0)[language] } ?? run.check.cadence
    let age = run.age(at: result.at).map { (Words.age, [Segment($0[language])]) }
    return [
      (Words.severity, [Segment(Wording.Report.severity(run.check.severity)[language])]),
      (Words.cadence, [Segment(cadence)]),
    ] + (age.map { [$0] } ?? [])
  }

  /// The findings that were kept, outcome by outcome, what must be acted on first.
  private func putFindings(of run: CheckRun, on page: inout TextPage) {
    putHeading(Words.findings, on: &page)
    page.put(phrases: run.counts.phrases(in: language), gap: 2, indent: 2, hanging: 4)
    let shown = run.findings.filter { showsSettled || !$0.outcome.isSettled }
    for outcome in Outcome.byUrgency {
      let findings = shown.filter { $0.outcome == outcome }
      guard !findings.isEmpty else { continue }
      page.blank()
      page.put([label(outcome), Segment(" \(findings.count)", .strong)], indent: 2)
      for finding in findings { put(finding, indent: 4, on: &page) }
    }
    if shown.isEmpty, let nothing = nothing(run) { page.put([Segment(nothing[language], .faint)], indent: 2) }
    let left = run.findings.count - shown.count
    let notKept = run.counts.total - run.findings.count
    if left > 0 || notKept > 0 { page.blank() }
    if left > 0 { page.put([Segment(Words.settledNotShown(left)[language], .faint)], indent: 2) }
    if notKept > 0 { page.put([Segment(Wording.Report.notKept(notKept)[language], .faint)], indent: 2) }
    if run.outcome == .fail { page.blank() }
    putRemedy(of: run, indent: 2, on: &page)
  }

  /// What is said where a check has no findings to show.
  private func nothing(_ run: CheckRun) -> LocalizedText? {
    if run.outcome.isSettled, run.counts.total > 0 { return Words.nothingOpen }
    if run.outcome.isSettled || run.problem != nil { return run.counts.total == 0 ? Words.noFindings : nil }
    return Wording.Report.noReason
  }

  private func nextSteps(_ run: CheckRun) -> [(command: String, purpose: LocalizedText)] {
    var steps: [(command: String, purpose: LocalizedText)] = []
    if let id = run.check.requirements.first(where: { catalogue[$0] != nil }) {
      steps.append((explain(id.description), Words.seeRequirement))
    }
    if !run.outcome.isSettled {
      steps.append((command("sweep", "--only \(run.check.id)"), Wording.Report.sweepAgain))
    }
    return steps
  }

  // MARK: - A plugin

  func put(_ plugin: PluginID, _ runs: [CheckRun], on page: inout TextPage) {
    page.put([Segment(plugin.description, .strong)])
    page.blank()
    let hashes = runs.first.map(pluginFields) ?? []
    put(sweepFields() + hashes, on: &page)
    putHeading(Words.checks, on: &page)
    let ids = runs.map { Segment($0.check.id.name ?? $0.check.id.description) }
    let labels = runs.map { label($0.outcome) }
    let columns = [labels, ids].map { $0.map(\.width).max() ?? 0 }
    for (index, run) in runs.enumerated() {
      page.put(
        [
          labels[index].padded(to: columns[0] + 2), ids[index].padded(to: columns[1] + 2),
          Segment(run.check.title[language]),
        ], indent: 2, hanging: columns[0] + columns[1] + 6)
      if !run.outcome.isSettled {
        page.put(phrases: run.counts.phrases(in: language), gap: 2, indent: columns[0] + 4, hanging: columns[0] + 4)
      } else if run.outcome == .notselected, let reason = run.problem {
        page.put(
          [Segment(reason.text[language], .faint)], indent: columns[0] + 4,
          edge: Segment(reason.place.description, .faint))
      }
    }
    putProblems(of: runs, plugin, on: &page)
    let open = runs.first { $0.outcome == .fail } ?? runs.first { !$0.outcome.isSettled }
    if let open, open.check.id.name != nil {
      putNextSteps(
        [
          (explain(open.check.id.description), Words.seeCheck),
          (command("sweep", "--only \(plugin)"), Wording.Report.sweepAgain),
        ], on: &page)
    } else if open != nil {
      putNextSteps([(command("sweep", "--only \(plugin)"), Wording.Report.sweepAgain)], on: &page)
    }
  }

  /// What stood in the way, each once with the checks that it hit: a missing file hits all that read it.
  private func putProblems(of runs: [CheckRun], _ plugin: PluginID, on page: inout TextPage) {
    var problems: [Problem] = []
    for run in runs where run.outcome != .notselected {
      if let problem = run.problem, !problems.contains(problem) { problems.append(problem) }
    }
    let whole = runs.filter { $0.check.id.name == nil }.flatMap(\.findings)
    guard !problems.isEmpty || !whole.isEmpty else { return }
    putHeading(Words.problems, on: &page)
    for problem in problems {
      put(problem, of: plugin, indent: 2, on: &page)
      let hit = runs.filter { $0.problem == problem && $0.check.id.name != nil }
      if !hit.isEmpty {
        page.put(
          [Segment("→ ", .faint), Segment(hit.map(\.check.id.description).joined(separator: ", "), .faint)], indent: 4,
          hanging: 6)
      }
    }
    // What is wrong with a plugin that cannot be loaded.
    for finding in whole { put(finding, indent: 2, on: &page) }
  }

  // MARK: - Findings

  func put(_ findings: [Finding], of run: CheckRun, on page: inout TextPage) {
    putTitle(of: run, on: &page)
    for finding in findings {
      page.blank()
      let place = finding.place?.description
      var fields: [Field] = [(Words.outcome, [label(finding.outcome)])]
      if !finding.subject.isEmpty { fields.append((Words.subject, [Segment(finding.subject, .strong)])) }
      if let place { fields.append((Words.place, [Segment(place)])) }
      put(fields, on: &page)
      if !finding.message[language].isEmpty {
        page.blank()
        page.put(lines: finding.message[language], indent: 2)
      }
      statementLines.put(finding.waivers, covering: finding.isWaived ? 1 : 0, indent: 2, on: &page)
    }
    if findings.contains(where: { $0.outcome == .fail }) {
      page.blank()
      putRemedy(of: run, indent: 2, on: &page)
    }
    putRequirements(of: run, on: &page)
    let files = Set(findings.compactMap(\.place?.file))
    let sources = run.sources.filter { files.contains($0.file) }
    put(sources.isEmpty ? run.sources : sources, on: &page)
    putHeading(Words.check, on: &page)
    put(
      [(Words.outcome, [label(run.outcome)])] + checkFields(run) + sweepFields() + pluginFields(run), indent: 2,
      on: &page)
    putNextSteps(
      [(explain(run.check.id.description), Words.seeCheck)]
        + (run.outcome.isSettled
          ? [] : [(command("sweep", "--only \(run.check.id)"), Wording.Report.sweepAgain)]),
      on: &page)
  }
}
