import Compliance
import Wording

/// What one sees first: what newly fails, and what will end soon.
extension TextReport {
  /// How many entries of a list are shown before the rest is only counted.
  private static let shownEntries = 10

  func putAttention(on page: inout TextPage) {
    if let drift { putNewlyFailing(CheckChanges(drift, in: result).newlyFailing, since: drift, on: &page) }
    putExpiring(on: &page)
  }

  private func putNewlyFailing(_ entries: [CheckChanges.Entry], since drift: SweepDrift, on page: inout TextPage) {
    page.blank()
    guard !entries.isEmpty else {
      return page.put([Segment(Wording.HTMLReport.noneNewlyFailing[language], .faint)])
    }
    page.put(
      [Segment("\(Wording.HTMLReport.newlyFailing[language]) \(entries.count)", .strong)],
      edge: Segment(
        Wording.HTMLReport.comparedWith(drift.before.description, readableTime(drift.beforeAt, withOffset: false))[
          language], .faint))
    for entry in entries.prefix(Self.shownEntries) {
      let check = entry.run.check
      var line = [
        Segment("\(Outcome.fail.sign) \(Wording.Report.severity(check.severity)[language])", .bad), Segment("  "),
        Segment(check.title[language]),
      ]
      if entry.isFlapping { line.append(Segment("  [\(Wording.Drift.flapping[language])]", .doubtful)) }
      page.put(line, indent: 2, hanging: 4, edge: Segment(check.id.description, .faint))
    }
    putRest(entries.count, on: &page)
  }

  private func putExpiring(on page: inout TextPage) {
    let expiring = result.expiring
    guard !expiring.isEmpty else { return }
    page.blank()
    page.put([Segment("\(Wording.Statements.expiringSoon[language]) \(expiring.count)", .strong)])
    let shown = detail == .full ? expiring[...] : expiring.prefix(Self.shownEntries)
    for expiry in shown {
      page.put(
        [Segment(expiry.left(in: language), .doubtful), Segment("  "), Segment(expiry.name(catalogue, in: language))],
        indent: 2, hanging: 4, edge: expiry.place.map { Segment($0.description, .faint) })
    }
    if detail != .full { putRest(expiring.count, on: &page) }
  }

  private func putRest(_ count: Int, on page: inout TextPage) {
    guard count > Self.shownEntries else { return }
    page.put([Segment(Wording.HTMLReport.further(count - Self.shownEntries)[language], .faint)], indent: 2)
  }
}

/// In a sweep of a part, what its requirements rest on besides.
extension TextReport {
  func putBeside(on page: inout TextPage) {
    guard !result.beside.isEmpty else { return }
    page.blank()
    page.put([Segment("\(Wording.Report.beside[language]) \(result.beside.count)", .strong)])
    guard detail == .full else {
      page.put(phrases: phrases(of: result.beside.map(\.standing)), gap: 2, indent: 2, hanging: 4)
      let oldest = result.beside.filter { if case .carried = $0.freshness { true } else { false } }
        .min { $0.moment(in: result) < $1.moment(in: result) }
      if let age = oldest?.age(at: result.at) {
        page.put([Segment(Wording.Report.oldest(age)[language], .faint)], indent: 2, hanging: 4)
      }
      return
    }
    for run in result.beside {
      let age = run.age(at: result.at) ?? run.problem?.text
      page.put(
        [
          Segment("\(run.standing.sign) \(run.standing.word(in: language))", run.standing.ink), Segment("  "),
          Segment(run.check.title[language]),
        ] + (age.map { [Segment("  \($0[language])", .faint)] } ?? []), indent: 2, hanging: 4,
        edge: Segment(run.check.id.description, .faint))
    }
  }
}
