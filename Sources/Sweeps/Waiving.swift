import Compliance

/// Marks what waivers cover. What a check saw stays as it is; only where it stands may change, from failed to waived.
struct Waiving {
  /// A check of a sweep with its marks, and where it stands as evidence for each of its requirements: a waiver may be about one alone.
  struct MarkedRun {
    var run: CheckRun
    /// Where it stands for a requirement, if that is another than for all.
    var standings: [RequirementID: Standing] = [:]
    /// The waivers that cover something of it as evidence for a requirement.
    var waivers: [RequirementID: [WaiverID]] = [:]

    func standing(for requirement: RequirementID) -> Standing { standings[requirement] ?? run.standing }
  }

  private struct Rule {
    let id: WaiverID
    let scope: WaiverScope
    let subject: Wildcard?
  }

  private let catalogue: Catalogue
  private let rules: [Rule]

  /// Takes the waivers that count.
  init(_ waivers: [WaiverReview], _ catalogue: Catalogue) {
    self.catalogue = catalogue
    rules = waivers.filter(\.counts).map { review in
      let scope = review.waiver.scope
      return Rule(id: review.waiver.id, scope: scope, subject: scope.subject.map { Wildcard($0) })
    }
  }

  /// The waivers of a requirement as a whole, with whatever speaks of it.
  func whole(_ requirement: RequirementID) -> [WaiverID] {
    rules.filter { $0.scope.isWholeRequirement && covers($0, requirement) }.map(\.id)
  }

  /// Marks a check. Failures that were counted but not kept have no subject to look at: only a waiver of all subjects covers them.
  func mark(_ run: CheckRun) -> MarkedRun {
    guard run.outcome == .fail else { return MarkedRun(run: run) }
    let requirements = run.check.requirements
    let fitting = rules.filter { rule in
      rule.scope.includes(run.check.id)
        && (rule.scope.requirement == nil || requirements.contains { covers(rule, $0) })
    }
    if fitting.isEmpty { return MarkedRun(run: run) }
    // A check that names no requirement has one tally, for itself.
    var tallies = requirements.isEmpty ? [Tally(fitting)] : requirements.map { id in Tally(fitting) { covers($0, id) } }

    var run = run
    var kept = 0
    var waived = 0
    for index in run.findings.indices where run.findings[index].outcome == .fail {
      kept += 1
      let subject = run.findings[index].subject
      let matches = fitting.map { $0.subject?.matches(subject) ?? true }
      guard matches.contains(true) else { continue }
      var isWaived = true
      for target in tallies.indices where !tallies[target].count(matches) { isWaived = false }
      run.findings[index].waivers = zip(fitting, matches).filter(\.1).map(\.0.id)
      run.findings[index].isWaived = isWaived
      waived += isWaived ? 1 : 0
    }
    // A check that failed without saying of what has failed all the same.
    let failures = max(run.counts[.fail], kept, 1)
    let others = run.counts.occurring.map(\.outcome).filter { $0 != .fail }.combined()
    var marked = MarkedRun(run: run)
    var all: [Standing] = []
    for target in tallies.indices {
      tallies[target].count(unkept: failures - kept)
      all.append(tallies[target].standing(of: failures, others))
      guard requirements.indices.contains(target) else { continue }
      marked.standings[requirements[target]] = all[target]
      marked.waivers[requirements[target]] = zip(fitting, tallies[target].used).filter(\.1).map(\.0.id)
    }
    marked.run.standing = all.combined() ?? .fail
    marked.run.waived = waived + (tallies.allSatisfy(\.coversAll) ? failures - kept : 0)
    marked.run.waivers = fitting.indices.filter { rule in tallies.contains { $0.used[rule] } }.map { fitting[$0].id }
    return marked
  }

  private func covers(_ rule: Rule, _ requirement: RequirementID) -> Bool {
    rule.scope.requirement.map { catalogue.isWithin(requirement, $0) } ?? true
  }

  /// What waivers cover of a check's failures as evidence for one requirement.
  private struct Tally {
    /// Which of the fitting waivers are about the requirement.
    private let applies: [Bool]
    /// Whether one of them covers every subject.
    let coversAll: Bool
    private(set) var used: [Bool]
    private(set) var covered = 0

    init(_ rules: [Rule], where isAbout: (Rule) -> Bool = { _ in true }) {
      applies = rules.map(isAbout)
      coversAll = zip(rules, applies).contains { $0.subject == nil && $1 }
      used = rules.map { _ in false }
      if coversAll {
        for (index, rule) in rules.enumerated() where rule.subject == nil { used[index] = applies[index] }
      }
    }

    /// Counts a failure; whether it is covered.
    mutating func count(_ matches: [Bool]) -> Bool {
      var isCovered = false
      for index in applies.indices where applies[index] && matches[index] {
        used[index] = true
        isCovered = true
      }
      covered += isCovered ? 1 : 0
      return isCovered
    }

    mutating func count(unkept: Int) { covered += coversAll ? unkept : 0 }

    func standing(of failures: Int, _ others: Outcome?) -> Standing {
      var standings = others.map { [Standing($0)] } ?? []
      if covered > 0 { standings.append(.waived) }
      if covered < failures { standings.append(.fail) }
      return standings.combined() ?? .fail
    }
  }
}
