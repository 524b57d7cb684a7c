import Compliance
import Wording

/// The checks of a report, section by section.
extension TextReport {
  /// How many findings of a check a summary shows.
  private static let shownFindings = 3

  func putChecks(on page: inout TextPage) {
    let groups = CheckGroups(result, catalogue)
    putSection(Wording.Report.failed, groups.failed, on: &page) { run in
      Segment("\(run.outcome.sign) \(Wording.Report.severity(run.check.severity)[language])", run.outcome.ink)
    }
    putSection(Wording.Report.advice, groups.advice, on: &page) { run in
      Segment("\(run.outcome.sign) \(Wording.Report.severity(run.check.severity)[language])", .doubtful)
    }
    putSection(Wording.Report.waived, groups.waived, on: &page) { run in
      Segment("\(run.standing.sign) \(Wording.Report.severity(run.check.severity)[language])", run.standing.ink)
    }
    putSection(Wording.Report.undetermined, groups.undetermined, on: &page, label: outcomeLabel)
    putUnreadableRecords(on: &page)
    if detail == .full {
      putSection(Wording.Report.settled, groups.settled, on: &page, label: outcomeLabel)
    }
  }

  /// A record that cannot be read is an error of every check that reads its source. A summary tells it once.
  private func putUnreadableRecords(on page: inout TextPage) {
    guard detail == .summary, !unreadableRecords.isEmpty else { return }
    page.blank()
    page.put([Segment("\(Wording.Report.unreadable[language]) \(unreadableRecords.count)", .strong)])
    for record in unreadableRecords.sorted(by: { $0.place < $1.place }) {
      page.put(
        [Segment("\(Outcome.error.sign) ", Outcome.error.ink), Segment(record.message[language])], indent: 2,
        hanging: 4,
        edge: Segment(record.place.description, .faint))
    }
  }

  private func outcomeLabel(_ run: CheckRun) -> Segment {
    Segment("\(run.standing.sign) \(Wording.Report.standing(run.standing)[language])", run.standing.ink)
  }

  private func putSection(
    _ heading: LocalizedText, _ runs: [CheckRun], on page: inout TextPage, label: (CheckRun) -> Segment
  ) {
    guard !runs.isEmpty else { return }
    page.blank()
    page.put([Segment(heading[language], .strong), Segment(" \(runs.count)", .strong)])
    let column = runs.map { label($0).width }.max() ?? 0
    for run in runs { put(run, label: label(run).padded(to: column + 2), on: &page) }
  }

  private func put(_ run: CheckRun, label: Segment, on page: inout TextPage) {
    let indent = 4
    page.put(
      [label, Segment(run.check.title[language], run.outcome.isSettled ? .plain : .strong)], indent: 2,
      hanging: 2 + label.width, edge: Segment(run.check.id.description, .faint))
    if !run.check.requirements.isEmpty {
      let citations = run.check.requirements.map { catalogue.citation($0, in: language) }.joined(
        separator: Wording.Report.listSeparator[language])
      page.put([Segment(citations, .faint)], indent: indent)
    }
    if let age = run.age(at: result.at) {
      page.put([Segment(age[language], .faint)], indent: indent, hanging: indent + 2)
    }
    if let problem = run.problem {
      page.put(lines: problem.text[language], indent: indent, edge: Segment(problem.place.description, .faint))
    }
    putFindings(of: run, indent: indent, on: &page)
    StatementLines(result, catalogue, language, showsAll: false).put(
      run.waivers, covering: run.waived, indent: indent, on: &page)
    if run.standing == .fail {
      page.put(
        lines: run.check.remedy[language], after: [Segment("\(Wording.Report.remedy[language]): ", .strong)],
        indent: indent, hanging: indent + 2)
    }
    if detail == .full { putSources(of: run, indent: indent, on: &page) }
  }

  private func putFindings(of run: CheckRun, indent: Int, on page: inout TextPage) {
    let shown = detail == .full ? run.findings : telling(run)
    for finding in shown { put(finding, of: run, indent: indent, on: &page) }
    if detail == .full {
      let rest = run.counts.total - shown.count
      if rest > 0 { page.put([Segment(Wording.Report.notKept(rest)[language], .faint)], indent: indent) }
    } else {
      let rest = Outcome.byUrgency.filter { !$0.isSettled }.compactMap { outcome in
        let count = run.counts[outcome] - shown.count { $0.outcome == outcome }
        return count > 0 ? (outcome: outcome, count: count) : nil
      }
      let unreadable = shown.isEmpty ? run.findings.count(where: isUnreadableRecord) : 0
      if unreadable > 0, rest.map(\.count) == [unreadable] {
        page.put([Segment(Wording.Report.unreadableBelow(unreadable)[language])], indent: indent)
      } else if !rest.isEmpty {
        page.put([Segment(Wording.Report.more(rest)[language], .faint)], indent: indent)
      }
    }
    if !run.outcome.isSettled, run.problem == nil, shown.isEmpty, !run.findings.contains(where: isUnreadableRecord) {
      page.put([Segment(Wording.Report.noReason[language])], indent: indent)
    }
  }

  /// The findings that a summary shows: the first of those that made the check's outcome, then of the others that are open.
  private func telling(_ run: CheckRun) -> [Finding] {
    guard !run.outcome.isSettled else { return [] }
    let findings = run.findings.filter { !$0.outcome.isSettled && !isUnreadableRecord($0) }
    let own = findings.filter { $0.outcome == run.outcome && !$0.isWaived }
    let others = findings.filter { $0.outcome != run.outcome || $0.isWaived }
    return Array((own + others).prefix(Self.shownFindings))
  }

  private func put(_ finding: Finding, of run: CheckRun, indent: Int, on page: inout TextPage) {
    let place = finding.place?.description ?? ""
    var line = [Segment("- ", .faint)]
    if finding.outcome != run.outcome || detail == .full {
      let word = Wording.Report.outcome(finding.outcome)[language]
      line = [Segment("\(finding.outcome.sign) \(word)", finding.outcome.ink), Segment("  ")]
    }
    if finding.isWaived {
      line.append(Segment("[\(Wording.Report.standing(.waived)[language])] ", Standing.waived.ink))
    }
    // Where the data names no subject, findings are about their place, which stands at the edge anyhow.
    if !finding.subject.isEmpty, finding.subject != place {
      line.append(Segment(finding.subject))
      if !finding.message[language].isEmpty { line.append(Segment(": ")) }
    }
    line.append(Segment(finding.message[language]))
    page.put(line, indent: indent, hanging: indent + 2, edge: Segment(place, .faint))
  }

  private func putSources(of run: CheckRun, indent: Int, on page: inout TextPage) {
    for source in run.sources {
      let parts = [source.file, source.encoding, Wording.Report.records(source)[language]].filter { !$0.isEmpty }
      page.put(
        [Segment("\(Wording.Report.source[language]): \(parts.joined(separator: "  "))", .faint)],
        indent: indent, hanging: indent + 2,
        edge: source.sha256.map { Segment("SHA-256 \($0.prefix(12))…", .faint) })
    }
  }
}
