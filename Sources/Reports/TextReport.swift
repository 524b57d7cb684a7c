import Compliance
import Wording

/// A sweep as text for a person at a terminal, or as plain text for a file: what must be acted on comes first.
public struct TextReport: Sendable {
  /// How much is shown.
  public enum Detail: Sendable {
    /// The failures with their first findings, what could not be determined, and numbers for the rest.
    case summary
    /// Every check with every finding that was kept, and the files that were read.
    case full
  }

  let result: SweepResult
  let catalogue: Catalogue
  let sweepID: SweepID?
  let drift: SweepDrift?
  let language: Language
  let width: Int
  let style: TextStyle
  let detail: Detail
  let site: String?
  let unreadableRecords: Set<UnreadableRecord>

  /// An error that several checks met at the same place.
  struct UnreadableRecord: Hashable {
    let place: Place
    let message: LocalizedText
  }

  /// Takes what is to be reported.
  /// - Parameters:
  ///   - result: the sweep.
  ///   - catalogue: where citations, classes, chapters and editions are looked up. Ids that it lacks are shown as ids.
  ///   - sweepID: the sweep's number in the history, if it was stored.
  ///   - drift: what changed since the sweep before; nil if that is not known.
  ///   - language: the language of all that is ours; official texts and citations stay as they are.
  ///   - width: the columns of a line; 40 to 120 are kept to, others count as the nearer of the two.
  ///   - style: plain, or for a terminal.
  ///   - detail: how much is shown.
  ///   - site: the site's folder as it was given, for the commands that come next; nil for the present folder.
  public init(
    result: SweepResult, catalogue: Catalogue, sweepID: SweepID?, drift: SweepDrift? = nil, language: Language,
    width: Int = 80, style: TextStyle = .plain, detail: Detail = .summary, site: String? = nil
  ) {
    self.result = result
    self.catalogue = catalogue
    self.sweepID = sweepID
    self.drift = drift
    self.language = language
    self.width = width
    self.style = style
    self.detail = detail
    self.site = site
    var seen: Set<UnreadableRecord> = []
    var shared: Set<UnreadableRecord> = []
    for finding in result.checks.lazy.flatMap(\.findings) {
      guard let record = UnreadableRecord(finding) else { continue }
      if !seen.insert(record).inserted { shared.insert(record) }
    }
    unreadableRecords = shared
  }

  /// Whether a finding is an error that other checks met at the same place too.
  func isUnreadableRecord(_ finding: Finding) -> Bool {
    UnreadableRecord(finding).map(unreadableRecords.contains) ?? false
  }

  /// The report, each line ended by a newline.
  public func text() -> String {
    var page = TextPage(width: width, style: style)
    putHeading(on: &page)
    putAttention(on: &page)
    // Who asks for a part wants its answer before what follows from it.
    if result.only.isEmpty { putStandings(on: &page) }
    putChecks(on: &page)
    if !result.only.isEmpty { putStandings(on: &page) }
    putBeside(on: &page)
    putStatements(on: &page)
    putNextSteps(on: &page)
    return page.text
  }

  private func putHeading(on page: inout TextPage) {
    let name = sweepID.map(Wording.Report.sweep) ?? Wording.Report.sweepWithoutNumber
    page.put(
      [Segment(result.site[language], .strong), Segment("  "), Segment(name[language], .strong)],
      edge: Segment(readableTime(result.at)))
    let guidelines = catalogue.guidelines.filter { guideline in
      result.standings.contains { $0.requirement.guideline == guideline.id }
    }
    for guideline in guidelines {
      var phrases = [
        [Segment(guideline.title[language])], [Segment(Wording.Report.edition(guideline)[language])],
      ]
      if guideline.supersededBy != nil {
        phrases.append([Segment("[\(Wording.Report.superseded[language])]", .doubtful)])
      }
      page.put(phrases: phrases, gap: 1, indent: 0, hanging: 2)
      if detail == .full, let later = guideline.supersededBy {
        page.put([Segment(later[language], .faint)], indent: 2)
      }
    }
    if guidelines.isEmpty { page.put([Segment(Wording.Report.noGuidelines[language])]) }
    if !result.only.isEmpty {
      page.put([Segment(Wording.Report.only(result.only)[language], .doubtful)], hanging: 2)
    }
    if let scope = result.scopeText { page.put([Segment(scope[language], .doubtful)], hanging: 2) }
    page.blank()
    putVerdict(on: &page)
  }

  private func putVerdict(on page: inout TextPage) {
    guard !result.checks.isEmpty else {
      page.put([Segment("? \(Wording.Report.noChecks[language])", .doubtful)], hanging: 2)
      return
    }
    let outcome: Outcome =
      switch result.exit {
      case .met: .pass
      case .failed: .fail
      case .undetermined: .unknown
      }
    page.put([Segment("\(outcome.sign) \(Wording.Report.verdict(result.exit)[language])", outcome.ink)], hanging: 2)
    page.put(
      phrases: [[Segment(Wording.Report.checks(result.checks.count)[language] + ":")]]
        + phrases(of: result.checks.map(\.standing)), gap: 2, indent: 2, hanging: 4)
  }

  private func putNextSteps(on page: inout TextPage) {
    var steps: [(command: String, purpose: LocalizedText)] = []
    let place = site.map { " --site \($0)" } ?? ""
    if let run = Standing.byUrgency.prefix(4).lazy.compactMap({ runs(with: $0).first }).first {
      steps.append(("tenken sweep\(place) --only \(run.check.id)", Wording.Report.sweepAgain))
      if let requirement = run.check.requirements.first(where: { catalogue[$0] != nil }) {
        steps.append(("tenken catalogue show \(requirement)", Wording.Report.readRequirement))
      }
    }
    if let sweepID { steps.append(("tenken history show\(place) \(sweepID)", Wording.Report.showAgain)) }
    guard !steps.isEmpty else { return }
    page.blank()
    page.put([Segment(Wording.Report.next[language], .strong)])
    let column = steps.map(\.command.count).max() ?? 0
    for step in steps {
      page.put(
        [Segment(step.command).padded(to: column), Segment("  "), Segment(step.purpose[language], .faint)],
        indent: 2, hanging: 4)
    }
  }

  /// The standings that occur, the most urgent first, each as sign, word and number.
  func phrases(of standings: [Standing]) -> [[Segment]] {
    Standing.byUrgency.compactMap { standing in
      let count = standings.count { $0 == standing }
      if count == 0 { return nil }
      return [
        Segment("\(standing.sign) \(Wording.Report.standing(standing)[language])", standing.ink),
        Segment(" \(count)", .strong),
      ]
    }
  }

  /// The checks with a standing: the most severe first, otherwise in plan order.
  func runs(with standing: Standing) -> [CheckRun] {
    let runs = result.checks.filter { $0.standing == standing }
    return Severity.allCases.reversed().flatMap { severity in runs.filter { $0.check.severity == severity } }
  }
}

extension TextReport.UnreadableRecord {
  init?(_ finding: Finding) {
    guard finding.outcome == .error, let place = finding.place else { return nil }
    self.init(place: place, message: finding.message)
  }
}

/// A moment such as `2026-11-21T09:00:00+09:00` as people read it, to the minute: `2026-11-21 09:00 +09:00`. Text of another
/// form stays as it is.
func readableTime(_ moment: String, withOffset: Bool = true) -> String {
  let parts = moment.split(separator: "T", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[0].count == 10, parts[1].count >= 8 else { return moment }
  let offset = parts[1].dropFirst(8)
  return "\(parts[0]) \(parts[1].prefix(5))" + (withOffset && !offset.isEmpty ? " \(offset)" : "")
}
