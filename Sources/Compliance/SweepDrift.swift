/// What changed from one sweep to a later one, and what makes the two unlike.
public struct SweepDrift: Sendable {
  /// The earlier sweep.
  public let before: SweepID
  /// Its moment.
  public let beforeAt: String
  /// The later sweep.
  public let after: SweepID
  /// Its moment.
  public let afterAt: String
  /// What makes the two sweeps unlike, so that a change may come from there.
  public let differences: [SweepDifference]
  /// The requirements that stand differently, in document order.
  public var requirements: [Change<RequirementID>]
  /// The checks that stand differently, in plan order.
  public var checks: [Change<CheckID>]
  /// The subjects that stand differently, by check in plan order; only of checks that gave a result both times.
  public var findings: [FindingChange]
  /// The checks that were open before and still are, with the same outcome.
  public let stillOpen: [CheckID]

  /// Whether nothing has changed. That findings of a check were not all kept is no change.
  public var isEmpty: Bool {
    let isSame = differences.allSatisfy { if case .findingsNotKept = $0 { true } else { false } }
    return isSame && requirements.isEmpty && checks.isEmpty && findings.isEmpty
  }
}

extension SweepDrift {
  /// Holds two sweeps against each other. If one of them was limited to some checks, only what both looked at is compared.
  public init(from before: StoredSweep, to after: StoredSweep) {
    self.before = before.id
    beforeAt = before.result.at
    self.after = after.id
    afterAt = after.result.at
    let isPartial = [before, after].contains { !$0.result.only.isEmpty || $0.result.scope == .brokenOff }
    let earlier = Dictionary(before.result.checks.map { ($0.check.id, $0) }) { first, _ in first }
    let later = Dictionary(after.result.checks.map { ($0.check.id, $0) }) { first, _ in first }
    let pairs = after.result.checks.compactMap { run in earlier[run.check.id].map { (before: $0, after: run) } }
    let lost = isPartial ? [] : before.result.checks.filter { later[$0.check.id] == nil }
    differences = SweepDifference.between(before, after, pairs)
    checks =
      after.result.checks.compactMap { run -> Change<CheckID>? in
        let before = earlier[run.check.id]
        if isPartial, before == nil { return nil }
        return Change(run.check.id, from: before?.standing, to: run.standing)
      } + lost.compactMap { Change($0.check.id, from: $0.standing, to: nil) }
    stillOpen = pairs.filter { !$0.after.standing.isSettled && $0.before.standing == $0.after.standing }
      .map(\.after.check.id)
    requirements = Self.requirements(before.result, after.result, isPartial: isPartial)
    findings = pairs.flatMap { Self.findings($0.before, $0.after) }
  }

  private static func requirements(
    _ before: SweepResult, _ after: SweepResult, isPartial: Bool
  ) -> [Change<RequirementID>] {
    let earlier = Dictionary(before.standings.map { ($0.requirement, $0.standing) }) { first, _ in first }
    let later = Set(after.standings.map(\.requirement))
    // A requirement rests on all checks that name it; a sweep of some of them says nothing that could be compared with all.
    if isPartial, before.only != after.only || before.scope != after.scope { return [] }
    let changed = after.standings.compactMap {
      Change($0.requirement, from: earlier[$0.requirement], to: $0.standing)
    }
    let lost = before.standings.filter { !later.contains($0.requirement) }
    return changed + lost.compactMap { Change($0.requirement, from: $0.standing, to: nil) }
  }

  /// The subjects of one check. A check that broke off, or had no data, says nothing of subjects: its own change tells that.
  private static func findings(_ before: CheckRun, _ after: CheckRun) -> [FindingChange] {
    guard before.problem == nil, after.problem == nil, before.findings != after.findings else { return [] }
    let id = after.check.id
    let earlier = subjects(of: before)
    let later = subjects(of: after)
    var changes: [FindingChange] = []
    for (subject, now) in later.order.map({ ($0, later.standings[$0]) }) {
      let change = Change(
        subject, from: earlier.standings[subject]?.standing, to: now?.standing, isSubject: true)
      if let change, let now { changes.append(FindingChange(change: change, finding: now.finding)) }
    }
    // Beyond what is kept nobody knows whether a subject is gone.
    guard after.findings.count == after.counts.total else { return changes }
    for subject in earlier.order where later.standings[subject] == nil {
      guard let was = earlier.standings[subject] else { continue }
      let change = Change(FindingSubject(check: id, name: subject.name), from: was.standing, to: nil, isSubject: true)
      if let change { changes.append(FindingChange(change: change, finding: was.finding)) }
    }
    return changes
  }

  private typealias Subjects = (
    order: [FindingSubject], standings: [FindingSubject: (standing: Standing, finding: Finding)]
  )

  /// Where each subject of a check stands: its findings combined, with the finding that decides.
  private static func subjects(of run: CheckRun) -> Subjects {
    var subjects: Subjects = ([], [:])
    for finding in run.findings {
      let subject = FindingSubject(of: finding, in: run.check.id)
      let standing = finding.isWaived ? Standing.waived : Standing(finding.outcome)
      guard let known = subjects.standings[subject] else {
        subjects.order.append(subject)
        subjects.standings[subject] = (standing, finding)
        continue
      }
      if known.standing.combined(with: standing) != known.standing { subjects.standings[subject] = (standing, finding) }
    }
    return subjects
  }
}
