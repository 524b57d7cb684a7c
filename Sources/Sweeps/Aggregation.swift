import Compliance

/// Draws the conclusions from the runs of a sweep, from attestations and from waivers: where each requirement stands, and how the sweep
/// ends. Pure functions.
///
/// The rule of standing (XCCDF 1.2's combination of results as the base):
/// - The evidence of a requirement is the outcome of each check that names it, apart from those the site has deselected, and what each
///   attestation says of it. One that has lapsed says that the requirement is not met.
/// - A requirement without parts stands at the combination of its evidence; without any, at `notchecked`.
/// - A requirement with parts stands at the combination of its own evidence and its parts' standings. A part that nobody looks at
///   holds it back, unless the requirement has evidence of its own, which speaks for such parts too.
/// - A failure that a waiver covers stands at `waived`, which ranks above every outcome that is settled and below every other. A waiver of a
///   requirement as a whole also covers a lapsed attestation of it, and what nobody looks at in it. Errors and unknowns cannot be waived:
///   only what is known can be accepted.
/// - A sweep of some checks concludes only on what these look at. There, the last results of the other checks count as they would in a
///   sweep of all, so that a requirement never stands better for having been looked at in part.
public struct Aggregation {
  private let catalogue: Catalogue
  private let guidelines: [GuidelineID]
  private let selection: Selection

  /// Prepares conclusions.
  /// - Parameters:
  ///   - guidelines: the guidelines in force at the site.
  ///   - selection: with a selection of some checks only, requirements that none of them looks at are left out.
  public init(_ catalogue: Catalogue, guidelines: [GuidelineID], selection: Selection = .all) {
    self.catalogue = catalogue
    self.guidelines = guidelines
    self.selection = selection
  }

  /// Everything that is concluded from the runs of a sweep.
  /// - Parameters:
  ///   - beside: the last results of checks that a sweep of some is not about, but its requirements are: see ``ResultsBeside``.
  ///   - attestations: the site's attestations on the day of the sweep.
  ///   - waivers: the site's waivers on that day; whether they are used is found here.
  ///   - site: the site's name.
  ///   - at: the moment that checks saw as now, in ISO 8601.
  ///   - scope: which checks were run; nil for all, or those of the selection.
  public func result(
    of checks: [CheckRun], beside: [CheckRun] = [], attestations: [AttestationReview] = [],
    waivers: [WaiverReview] = [], site: LocalizedText, at: String, scope: SweepScope? = nil
  ) -> SweepResult {
    let waiving = Waiving(waivers, catalogue)
    let runs = checks.map(waiving.mark)
    let runsBeside = beside.map(waiving.mark)
    let order = Self.order(
      beside.isEmpty ? checks : (checks + beside).sorted { $0.check.id < $1.check.id }, attestations, waivers)
    var reach = Reach(of: checks, selection, catalogue)
    var evidence: [RequirementID: [StandingRollUp.Contribution]] = [:]
    for marked in runs + runsBeside where marked.run.outcome != .notselected {
      let check = EvidenceID.check(marked.run.check.id)
      for id in marked.run.check.requirements {
        evidence[id, default: []].append(
          .init(
            outcome: marked.run.outcome, standing: marked.standing(for: id),
            by: [check] + (marked.waivers[id] ?? []).map(EvidenceID.waiver)))
      }
    }
    var stated: [Standing] = []
    for review in attestations {
      let id = review.attestation.requirement
      guard reach.extends(to: id), let outcome = review.outcome else { continue }
      let waived = outcome == .fail ? waiving.whole(id) : []
      let standing = waived.isEmpty ? Standing(outcome) : .waived
      evidence[id, default: []].append(
        .init(
          outcome: outcome, standing: standing,
          by: [.attestation(review.attestation.id)] + waived.map(EvidenceID.waiver)))
      guard concerns(id, checks) else { continue }
      stated.append(standing)
      reach.show(id)
    }
    for requirement in catalogue.requirements where isInForce(requirement) && evidence[requirement.id] == nil {
      guard !requirement.parts.contains(where: { catalogue[$0]?.status == .current }) else { continue }
      let waived = waiving.whole(requirement.id)
      guard !waived.isEmpty, reach.extends(to: requirement.id) else { continue }
      if concerns(requirement.id, checks) { reach.show(requirement.id) }
      evidence[requirement.id] = [
        .init(outcome: .notchecked, standing: .waived, by: waived.map(EvidenceID.waiver))
      ]
    }

    let standings = standings(evidence, order, reach)
    let marked = runs.map(\.run)
    let exit = exit(of: marked, stated)
    return SweepResult(
      site: site, at: at, checks: marked, beside: runsBeside.map(\.run), standings: standings,
      derived: DerivedStandings(catalogue, order: order).standings(from: standings, inForce: guidelines),
      attestations: attestations, waivers: used(waivers, by: marked, evidence),
      // What did not come to its end has determined nothing as a whole.
      exit: scope == .brokenOff && exit == .met ? .undetermined : exit, only: selection.ids, scope: scope)
  }

  /// How a sweep ends. One that ran no check has determined nothing, also if that is because the site has deselected all of them.
  ///
  /// All checks count alike, also those of recommended requirements alone: a hospital that does not follow a recommendation says so by a waiver.
  private func exit(of checks: [CheckRun], _ stated: [Standing]) -> SweepExit {
    let counted = checks.lazy.filter { $0.outcome != .notselected }.map(\.standing)
    guard let combined = counted.combined() else { return stated.contains(.fail) ? .failed : .undetermined }
    let all = stated.combined().map { combined.combined(with: $0) } ?? combined
    if all == .fail { return .failed }
    return all.isSettled ? .met : .undetermined
  }

  private func standings(
    _ evidence: [RequirementID: [StandingRollUp.Contribution]], _ order: [EvidenceID: Int], _ reach: Reach
  ) -> [RequirementStanding] {
    var rollUp = StandingRollUp(evidence, order: order, catalogue)
    return catalogue.requirements.compactMap { requirement in
      guard isInForce(requirement), reach.shows(requirement.id) else { return nil }
      let settled = rollUp.standing(of: requirement)
      return RequirementStanding(
        requirement: requirement.id, standing: settled.standing, outcome: settled.outcome, own: settled.own,
        by: settled.by)
    }
  }

  private func isInForce(_ requirement: Requirement) -> Bool {
    guidelines.contains(requirement.id.guideline) && requirement.status == .current
  }

  /// Whether a sweep is about a requirement: one of all checks is about everything, another about what its checks look at.
  private func concerns(_ id: RequirementID, _ checks: [CheckRun]) -> Bool {
    selection.isAll || selection.includes(id, in: catalogue)
      || checks.contains { run in
        run.check.requirements.contains { catalogue.isWithin(id, $0) || catalogue.isWithin($0, id) }
      }
  }

  /// Tells waivers that cover nothing. A sweep of some checks cannot: what they cover may be elsewhere.
  private func used(
    _ waivers: [WaiverReview], by runs: [CheckRun], _ evidence: [RequirementID: [StandingRollUp.Contribution]]
  ) -> [WaiverReview] {
    guard selection.isAll else { return waivers }
    var used = Set(runs.flatMap(\.waivers))
    for case .waiver(let id) in evidence.values.lazy.flatMap({ $0.flatMap(\.by) }) { used.insert(id) }
    return waivers.map { review in
      review.counts && !used.contains(review.waiver.id) ? WaiverReview(waiver: review.waiver, state: .unused) : review
    }
  }

  private static func order(
    _ checks: [CheckRun], _ attestations: [AttestationReview], _ waivers: [WaiverReview]
  ) -> [EvidenceID: Int] {
    let ids =
      checks.map { EvidenceID.check($0.check.id) } + attestations.map { .attestation($0.attestation.id) }
      + waivers.map { .waiver($0.waiver.id) }
    return Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }
}
