import Compliance

/// One thing of a stored sweep that is to be explained, with all that the sweep knows of it.
public enum Explanation: Sendable {
  /// Where a requirement stands, and through what.
  case requirement(RequirementExplanation)
  /// A check, with everything that was kept of it.
  case check(CheckRun)
  /// The checks of a plugin, in plan order; at least one.
  case plugin(PluginID, [CheckRun])
  /// Findings of one check about one subject or at one place; at least one.
  case findings([Finding], CheckRun)
  /// What a person stated, and what that was worth.
  case attestation(AttestationReview)
  /// A deviation that was accepted, what that was worth, and the checks of which it covers something.
  case waiver(WaiverReview, covering: [CheckRun])
}

/// A requirement with what speaks for and against it, down to its lowest parts.
public struct RequirementExplanation: Sendable {
  /// The requirement as the catalogue has it today.
  public let requirement: Requirement
  /// Where the sweep says that it stands; nil if the sweep says nothing of it.
  public let standing: Standing?
  /// Where it stands by what names the requirement itself; nil if nothing does, or if the sweep did not say.
  public let own: Standing?
  /// What the sweep derived for it through correspondences; nil if it did not.
  public let derived: RequirementStanding?
  /// What persons stated of the requirement itself, whether it counts or not.
  public let attestations: [AttestationReview]
  /// The waivers that counted for it or for a part of it.
  public let waivers: [WaiverReview]
  /// The checks that name the requirement itself and counted, in plan order.
  public let checks: [CheckRun]
  /// The checks that name it and did not count, because the site has deselected them.
  public let deselected: [CheckRun]
  /// The parts that are in force, in the order of the text.
  public let parts: [RequirementExplanation]

  /// Where what names the requirement itself puts it.
  private var ownStanding: Standing? { own ?? checks.map(\.standing).combined() }

  /// Whether nothing speaks of it, nor of any part of it.
  var isUnwatched: Bool { ownStanding == nil && parts.allSatisfy(\.isUnwatched) }

  /// The parts whose standing counts: all, or, where something names the requirement itself, those that something speaks of.
  var countedParts: [RequirementExplanation] { ownStanding == nil ? parts : parts.filter { !$0.isUnwatched } }

  /// Where it stands by what is shown here; another than ``standing`` if the catalogue has changed since the sweep.
  var combined: Standing {
    ([ownStanding].compactMap(\.self) + countedParts.map { $0.standing ?? .notchecked }).combined() ?? .notchecked
  }

  /// Every check that counted for it or for one of its parts; one may occur twice.
  var allChecks: [CheckRun] { checks + parts.flatMap(\.allChecks) }
}

/// What a sweep has for each requirement, prepared once for all that are asked for.
struct RequirementEvidence {
  private let catalogue: Catalogue
  private var standings: [RequirementID: RequirementStanding] = [:]
  private var derived: [RequirementID: RequirementStanding] = [:]
  private var attestations: [RequirementID: [AttestationReview]] = [:]
  private var waivers: [WaiverID: WaiverReview] = [:]
  private var runs: [RequirementID: [CheckRun]] = [:]

  init(_ result: SweepResult, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    for standing in result.standings { standings[standing.requirement] = standing }
    for standing in result.derived { derived[standing.requirement] = standing }
    for review in result.attestations { attestations[review.attestation.requirement, default: []].append(review) }
    for review in result.waivers { waivers[review.waiver.id] = review }
    for run in result.checks + result.beside {
      for requirement in run.check.requirements { runs[requirement, default: []].append(run) }
    }
  }

  func explanation(of requirement: Requirement) -> RequirementExplanation {
    let named = runs[requirement.id] ?? []
    let standing = standings[requirement.id]
    let waived = (standing?.by ?? []).compactMap { if case .waiver(let id) = $0 { waivers[id] } else { nil } }
    return RequirementExplanation(
      requirement: requirement, standing: standing?.standing, own: standing?.own, derived: derived[requirement.id],
      attestations: attestations[requirement.id] ?? [], waivers: waived,
      checks: named.filter { $0.outcome != .notselected }, deselected: named.filter { $0.outcome == .notselected },
      parts: requirement.parts.compactMap { catalogue[$0] }.filter { $0.status == .current }.map(explanation))
  }
}
