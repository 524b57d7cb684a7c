import Compliance
import Wording

/// The changes between two sweeps as text for people: what got worse comes first.
public struct DriftText: Sendable {
  private typealias Words = Wording.Drift

  /// How many subjects of one check are shown; JSON has all.
  private static let shownSubjects = 20

  private let drift: SweepDrift
  private let catalogue: Catalogue
  private let language: Language
  private let width: Int
  private let style: TextStyle

  /// Takes what is to be told.
  /// - Parameter catalogue: where the titles of requirements are looked up.
  public init(
    _ drift: SweepDrift, catalogue: Catalogue, language: Language, width: Int = 80, style: TextStyle = .plain
  ) {
    self.drift = drift
    self.catalogue = catalogue
    self.language = language
    self.width = width
    self.style = style
  }

  /// The text, each line ended by a newline.
  public func text() -> String {
    var page = TextPage(width: width, style: style)
    page.put(
      [Segment(Words.heading(drift.before, drift.after)[language], .strong)],
      edge: Segment("\(readableTime(drift.beforeAt, withOffset: false)) → \(readableTime(drift.afterAt))", .faint))
    if drift.isEmpty { page.put([Segment(Words.unchanged[language])]) }
    putDifferences(on: &page)
    put(Words.checks, inOrder(drift.checks), on: &page) { $0.id.description }
    putFindings(on: &page)
    put(Words.requirements, inOrder(drift.requirements), on: &page) { change in
      "\(change.id)  \(catalogue[change.id]?.title[language] ?? "")"
    }
    if !drift.stillOpen.isEmpty {
      page.blank()
      page.put([Segment(Words.stillOpen(drift.stillOpen.count)[language], .faint)])
    }
    return page.text
  }

  private func putDifferences(on page: inout TextPage) {
    guard !drift.differences.isEmpty else { return }
    page.blank()
    page.put([Segment(Words.unlike[language], .doubtful)])
    for difference in drift.differences {
      let words = Words.difference(difference, parameters: changedParameters(difference))
      page.put([Segment("- \(words[language])")], indent: 2, hanging: 4)
    }
  }

  private func put<ID>(
    _ heading: LocalizedText, _ changes: [Change<ID>], on page: inout TextPage, name: (Change<ID>) -> String
  ) {
    guard !changes.isEmpty else { return }
    page.blank()
    page.put([Segment(heading[language], .strong), Segment(" \(changes.count)", .strong)])
    for change in changes { page.put(line(change, name(change)), indent: 2, hanging: 4) }
  }

  private func putFindings(on page: inout TextPage) {
    guard !drift.findings.isEmpty else { return }
    page.blank()
    page.put([Segment(Words.findings[language], .strong), Segment(" \(drift.findings.count)", .strong)])
    var order: [CheckID] = []
    for finding in drift.findings where order.last != finding.change.id.check { order.append(finding.change.id.check) }
    let groups = Dictionary(grouping: drift.findings, by: \.change.id.check)
    for check in order {
      let findings = (groups[check] ?? []).sorted { urgency($0.change.kind) < urgency($1.change.kind) }
      page.put([Segment(check.description, .faint)], indent: 2)
      for finding in findings.prefix(Self.shownSubjects) {
        let place = finding.finding.place.map { Segment($0.description, .faint) }
        page.put(line(finding.change, name(of: finding)), indent: 4, hanging: 6, edge: place)
      }
      let rest = findings.count - Self.shownSubjects
      if rest > 0 { page.put([Segment(Words.more(rest)[language], .faint)], indent: 4) }
    }
  }

  /// The subject, with what was found of it as long as it is open. Where the data names no subject, the message is the name.
  private func name(of finding: FindingChange) -> String {
    let message = finding.finding.message[language]
    let isOver = finding.change.kind == .fixed || finding.change.kind == .gone
    guard !message.isEmpty, !finding.finding.subject.isEmpty, !isOver else { return finding.change.id.name }
    return "\(finding.change.id.name): \(message)"
  }

  private func line<ID>(_ change: Change<ID>, _ name: String) -> [Segment] {
    let none = "–"
    let before = change.before.map { $0.word(in: language) } ?? none
    let after = change.after.map { $0.word(in: language) } ?? none
    let ink: Ink =
      switch change.kind {
      case .regressed, .new: .bad
      case .changed, .waived, .gone: .doubtful
      case .fixed: .good
      }
    var line = [
      Segment("\(change.after?.sign ?? "~") \(Words.kind(change.kind)[language])", ink), Segment("  "), Segment(name),
      Segment("  (\(before) → \(after))", .faint),
    ]
    if change.isFlapping { line.append(Segment("  [\(Words.flapping[language])]", .doubtful)) }
    return line
  }

  private func inOrder<ID>(_ changes: [Change<ID>]) -> [Change<ID>] {
    DriftKind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
  }

  private func urgency(_ kind: DriftKind) -> Int { DriftKind.allCases.firstIndex(of: kind) ?? 0 }
}

/// The names of the parameters that differ.
func changedParameters(_ difference: SweepDifference) -> [String] {
  guard case .parameters(_, let before, let after) = difference, case .object(let was)? = JSONValue(text: before),
    case .object(let now)? = JSONValue(text: after)
  else { return [] }
  return Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }.sorted()
}

extension Standing {
  /// The standing in a word.
  func word(in language: Language) -> String { Wording.Report.standing(self)[language] }
}
