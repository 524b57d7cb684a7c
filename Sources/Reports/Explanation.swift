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
}

/// A requirement with what speaks for and against it, down to its lowest parts.
public struct RequirementExplanation: Sendable {
  /// The requirement as the catalogue has it today.
  public let requirement: Requirement
  /// Where the sweep says that it stands; nil if the sweep says nothing of it.
  public let standing: Standing?
  /// The checks that name the requirement itself and counted, in plan order.
  public let checks: [CheckRun]
  /// The checks that name it and did not count, because the site has deselected them.
  public let deselected: [CheckRun]
  /// The parts that are in force, in the order of the text.
  public let parts: [RequirementExplanation]

  /// Whether no check looks at it, nor at any part of it.
  var isUnwatched: Bool { checks.isEmpty && parts.allSatisfy(\.isUnwatched) }

  /// The parts whose standing counts: all, or, where checks name the requirement itself, those that checks look at.
  var countedParts: [RequirementExplanation] { checks.isEmpty ? parts : parts.filter { !$0.isUnwatched } }

  /// Where it stands by what is shown here; another than ``standing`` if the catalogue has changed since the sweep.
  var combined: Standing {
    (checks.map(\.standing) + countedParts.map { $0.standing ?? .notchecked }).combined() ?? .notchecked
  }

  /// Every check that counted for it or for one of its parts; one may occur twice.
  var allChecks: [CheckRun] { checks + parts.flatMap(\.allChecks) }
}

/// What a sweep has for each requirement, prepared once for all that are asked for.
struct RequirementEvidence {
  private let catalogue: Catalogue
  private var standings: [RequirementID: Standing] = [:]
  private var runs: [RequirementID: [CheckRun]] = [:]

  init(_ result: SweepResult, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    for standing in result.standings { standings[standing.requirement] = standing.standing }
    for run in result.checks {
      for requirement in run.check.requirements { runs[requirement, default: []].append(run) }
    }
  }

  func explanation(of requirement: Requirement) -> RequirementExplanation {
    let named = runs[requirement.id] ?? []
    return RequirementExplanation(
      requirement: requirement, standing: standings[requirement.id],
      checks: named.filter { $0.outcome != .notselected }, deselected: named.filter { $0.outcome == .notselected },
      parts: requirement.parts.compactMap { catalogue[$0] }.filter { $0.status == .current }.map(explanation))
  }
}
