import Compliance
import Wording

/// Explanations as text, for a person who must act: where it stands, why, on what data, and what to do next.
public struct ExplanationText: Sendable {
  typealias Words = Wording.Explanation

  let result: SweepResult
  let sweepID: SweepID
  let catalogue: Catalogue
  let language: Language
  let width: Int
  let style: TextStyle
  let showsSettled: Bool
  let isNewest: Bool
  let past: PastOutcomes
  let site: String?

  /// Takes what the explanations were taken from, and how they are to be shown.
  /// - Parameters:
  ///   - result: the sweep.
  ///   - sweepID: its number in the history.
  ///   - catalogue: where titles, citations and texts are looked up. Ids that it lacks are shown as ids.
  ///   - language: the language of all that is ours; official texts and citations stay as they are.
  ///   - width: the columns of a line; 40 to 120 are kept to, others count as the nearer of the two.
  ///   - style: plain, or for a terminal.
  ///   - showsSettled: whether findings that are in order are shown, too.
  ///   - isNewest: whether the sweep is the one that commands take unless told otherwise.
  ///   - past: how it came to be so.
  ///   - site: the site's folder as it was given, for the commands that come next; nil for the present folder.
  public init(
    _ result: SweepResult, _ sweepID: SweepID, catalogue: Catalogue, language: Language, width: Int = 80,
    style: TextStyle = .plain, showsSettled: Bool = false, isNewest: Bool = true,
    past: PastOutcomes = PastOutcomes(), site: String? = nil
  ) {
    self.result = result
    self.sweepID = sweepID
    self.catalogue = catalogue
    self.language = language
    self.width = width
    self.style = style
    self.showsSettled = showsSettled
    self.isNewest = isNewest
    self.past = past
    self.site = site
  }

  /// An explanation, each line ended by a newline.
  public func text(_ explanation: Explanation) -> String {
    var page = TextPage(width: width, style: style)
    switch explanation {
    case .requirement(let explanation): put(explanation, on: &page)
    case .check(let run): put(run, on: &page)
    case .plugin(let id, let runs): put(id, runs, on: &page)
    case .findings(let findings, let run): put(findings, of: run, on: &page)
    case .attestation(let review):
      statementLines.put(review, indent: 0, on: &page)
      page.blank()
      put(sweepFields(), on: &page)
      putNextSteps([(explain(review.attestation.requirement.description), Words.seeRequirement)], on: &page)
    case .waiver(let review, let runs): put(review, covering: runs, on: &page)
    }
    return page.text
  }

  // MARK: - Waivers

  private func put(_ review: WaiverReview, covering runs: [CheckRun], on page: inout TextPage) {
    statementLines.put(review, indent: 0, on: &page)
    page.blank()
    put(sweepFields(), on: &page)
    for run in runs {
      page.blank()
      page.put(
        [label(run.standing), Segment("  "), Segment(run.check.title[language])],
        edge: Segment(run.check.id.description, .faint))
      for finding in run.findings where finding.waivers.contains(review.waiver.id) {
        put(finding, indent: 2, on: &page)
      }
    }
    if let run = runs.first { putNextSteps([(explain(run.check.id.description), Words.seeCheck)], on: &page) }
  }

  // MARK: - What all kinds have

  /// The lines of attestations and waivers.
  var statementLines: StatementLines { StatementLines(result, catalogue, language, showsAll: true) }

  typealias Field = (name: LocalizedText, value: [Segment])

  func put(_ fields: [Field], indent: Int = 0, on page: inout TextPage) {
    let column = indent + 2 + (fields.map { DisplayWidth.of($0.name[language]) }.max() ?? 0)
    for field in fields {
      page.put(
        [Segment(field.name[language], .faint).padded(to: column - indent)] + field.value, indent: indent,
        hanging: column)
    }
  }

  func putHeading(_ heading: LocalizedText, on page: inout TextPage) {
    page.blank()
    page.put([Segment(heading[language], .strong)])
  }

  func label(_ outcome: Outcome) -> Segment {
    Segment("\(outcome.sign) \(Wording.Report.outcome(outcome)[language])", outcome.ink)
  }

  func label(_ standing: Standing) -> Segment {
    Segment("\(standing.sign) \(Wording.Report.standing(standing)[language])", standing.ink)
  }

  /// The sweep that an explanation rests on.
  func sweepFields() -> [Field] {
    let name = [
      Wording.Report.sweep(sweepID)[language], readableTime(result.at), result.site[language],
    ].joined(separator: "  ")
    var fields: [Field] = [(Words.sweep, [Segment(name)])]
    if !result.only.isEmpty {
      fields.append((LocalizedText(verbatim: ""), [Segment(Wording.Report.only(result.only)[language], .doubtful)]))
    }
    return fields
  }

  /// Since when it is what it is; nothing where the history does not tell.
  func pastFields(_ history: OutcomeHistory?) -> [Field] {
    guard let history else { return [] }
    let word = { (outcome: Outcome) in Wording.Report.outcome(outcome) }
    let since = Wording.Drift.since(
      history.since, at: readableTime(history.at, withOffset: false), word: word(history.outcome),
      before: history.before.map(word))
    var fields: [Field] = [(Words.since, [Segment(since[language])])]
    if history.isFlapping {
      let changes = Wording.Drift.changes(history.changes, sweeps: history.sweeps)
      fields.append((LocalizedText(verbatim: ""), [Segment(changes[language], .doubtful)]))
    }
    return fields
  }

  func pluginFields(_ run: CheckRun) -> [Field] {
    let parameters: [Field] =
      run.parameters.isEmpty || run.parameters == "{}" ? [] : [(Words.parameters, [Segment(run.parameters, .faint)])]
    return parameters + [
      (Words.plugin, [Segment("\(run.check.id.plugin) \(run.pluginVersion)")]),
      (Words.sha256, [Segment(run.pluginSHA256, .faint)]),
    ]
  }

  /// What stood in the way of an ordinary result; for a limit, also what sets it.
  func put(_ problem: Problem, of plugin: PluginID, indent: Int, on page: inout TextPage) {
    page.put(lines: problem.text[language], indent: indent, edge: Segment(problem.place.description, .faint))
    guard Words.namesLimit(problem.text) else { return }
    page.put([Segment(Words.limitsAreSet(for: plugin)[language])], indent: indent)
  }

  /// A finding on its lines, with its place at the edge.
  func put(_ finding: Finding, indent: Int, on page: inout TextPage) {
    let place = finding.place?.description ?? ""
    var line = [Segment("- ", .faint)]
    if finding.isWaived {
      line.append(Segment("[\(Wording.Report.standing(.waived)[language])] ", Standing.waived.ink))
    }
    // Where the data names no subject, a finding is about its place, which stands at the edge anyhow.
    if !finding.subject.isEmpty, finding.subject != place {
      line.append(Segment(finding.subject))
      if !finding.message[language].isEmpty { line.append(Segment(": ")) }
    }
    line.append(Segment(finding.message[language]))
    page.put(line, indent: indent, hanging: indent + 2, edge: Segment(place, .faint))
  }

  func putRemedy(of run: CheckRun, indent: Int, on page: inout TextPage) {
    guard run.outcome == .fail, !run.check.remedy[language].isEmpty else { return }
    page.put(
      lines: run.check.remedy[language], after: [Segment("\(Wording.Report.remedy[language]): ", .strong)],
      indent: indent, hanging: indent + 2)
  }

  func put(_ sources: [SourceEvidence], on page: inout TextPage) {
    putHeading(Words.data, on: &page)
    if sources.isEmpty { page.put([Segment(Words.noData[language], .faint)], indent: 2) }
    for source in sources {
      page.put([Segment(source.file)], indent: 2, hanging: 4)
      let hash = source.sha256.map { Segment($0, .faint) } ?? Segment(Words.notReadToTheEnd[language], .doubtful)
      var fields: [Field] = []
      if !source.encoding.isEmpty { fields.append((Words.encoding, [Segment(source.encoding)])) }
      fields.append((Words.read, [Segment(Wording.Report.records(source)[language])]))
      fields.append((Words.sha256, [hash]))
      put(fields, indent: 4, on: &page)
    }
  }

  /// The requirements that a check names, each with where it stands.
  func putRequirements(of run: CheckRun, on page: inout TextPage) {
    putHeading(Words.countsFor, on: &page)
    let ids = run.check.requirements
    if ids.isEmpty { page.put([Segment(Words.noRequirements[language], .faint)], indent: 2) }
    let column = ids.map { DisplayWidth.of($0.description) }.max() ?? 0
    for id in ids {
      let requirement = catalogue[id]
      var line = [Segment(id.description).padded(to: column + 2)]
      if let standing = result.standings.first(where: { $0.requirement == id })?.standing {
        line += [label(standing), Segment("  ")]
      }
      line.append(Segment(requirement?.title[language] ?? ""))
      page.put(
        line, indent: 2, hanging: column + 4, edge: requirement.map { Segment($0.citation, .faint) })
    }
  }

  func putNextSteps(_ steps: [(command: String, purpose: LocalizedText)], on page: inout TextPage) {
    guard !steps.isEmpty else { return }
    putHeading(Wording.Report.next, on: &page)
    let column = steps.map { DisplayWidth.of($0.command) }.max() ?? 0
    for step in steps {
      page.put(
        phrases: [[Segment(step.command).padded(to: column)], [Segment(step.purpose[language], .faint)]], gap: 2,
        indent: 2, hanging: 4)
    }
  }

  /// A command for this site.
  func command(_ verb: String, _ rest: String) -> String {
    "tenken \(verb)\(site.map { " --site \($0)" } ?? "")\(rest.isEmpty ? "" : " \(rest)")"
  }

  /// The command that explains something of this same sweep.
  func explain(_ id: String) -> String { command("explain", isNewest ? id : "--sweep \(sweepID) \(id)") }
}
