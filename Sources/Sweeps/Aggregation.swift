import Compliance

/// Draws the conclusions from the runs of a sweep: where each requirement stands, and how the sweep ends. Pure functions.
///
/// The rule of standing (XCCDF 1.2's combination of results as the base):
/// - The evidence of a requirement is the outcome of each check that names it, apart from those the site has deselected.
/// - A requirement without parts stands at the combination of its evidence; without any, at `notchecked`.
/// - A requirement with parts stands at the combination of its own evidence and its parts' standings. A part that nobody looks at
///   holds it back, unless the requirement has evidence of its own, which speaks for such parts too.
public enum Aggregation {
  /// The standings of the requirements in force, in document order.
  /// - Parameters:
  ///   - guidelines: the guidelines in force at the site.
  ///   - selection: with a selection of some checks only, requirements that none of them looks at are left out.
  public static func standings(
    of checks: [CheckRun], catalogue: Catalogue, guidelines: [GuidelineID], selection: Selection
  ) -> [RequirementStanding] {
    var evidence: [RequirementID: [CheckRun]] = [:]
    for run in checks where run.outcome != .notselected {
      for requirement in run.check.requirements { evidence[requirement, default: []].append(run) }
    }
    let order = Dictionary(checks.enumerated().map { ($1.check.id, $0) }) { first, _ in first }
    var known: [RequirementID: (standing: Outcome, by: [CheckID])] = [:]

    func standing(of requirement: Requirement) -> (standing: Outcome, by: [CheckID]) {
      if let known = known[requirement.id] { return known }
      let own = evidence[requirement.id] ?? []
      let parts = requirement.parts.compactMap { catalogue[$0] }.filter { $0.status == .current }.map(standing(of:))
      let counted = own.isEmpty ? parts : parts.filter { !$0.by.isEmpty }
      let combined = (own.map(\.outcome) + counted.map(\.standing)).combined() ?? .notchecked
      let by = Set(own.map(\.check.id) + parts.flatMap(\.by)).sorted { (order[$0] ?? 0) < (order[$1] ?? 0) }
      known[requirement.id] = (combined, by)
      return (combined, by)
    }

    return catalogue.requirements.compactMap { requirement in
      guard guidelines.contains(requirement.id.guideline), requirement.status == .current else { return nil }
      let (outcome, by) = standing(of: requirement)
      if !selection.isAll, by.isEmpty { return nil }
      return RequirementStanding(
        requirement: requirement.id, standing: Standing(outcome), by: by.map(EvidenceID.check))
    }
  }

  /// How a sweep ends. One that ran no check has determined nothing, also if that is because the site has deselected all of them.
  public static func exit(of checks: [CheckRun]) -> SweepExit {
    guard let combined = checks.map(\.outcome).filter({ $0 != .notselected }).combined() else { return .undetermined }
    if combined == .fail { return .failed }
    return combined.isSettled ? .met : .undetermined
  }
}

extension Aggregation {
  /// Everything that is concluded from the runs of a sweep.
  /// - Parameters:
  ///   - site: the site's name.
  ///   - at: the moment that checks saw as now, in ISO 8601.
  public static func result(
    of checks: [CheckRun], site: LocalizedText, at: String, catalogue: Catalogue, guidelines: [GuidelineID],
    selection: Selection
  ) -> SweepResult {
    SweepResult(
      site: site, at: at, checks: checks,
      standings: standings(of: checks, catalogue: catalogue, guidelines: guidelines, selection: selection),
      exit: exit(of: checks), only: selection.ids)
  }
}
