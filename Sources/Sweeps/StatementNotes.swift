import Checks
import Compliance
import Wording

/// What a person should know of a site's attestations and waivers without a sweep.
public struct StatementNotes: Sendable {
  /// Entries that name what does not exist, with what may have been meant; that no longer count, or soon will not; that cover nothing.
  /// None stops a sweep: the check that a waiver names may have gone with a plugin's update.
  public private(set) var notes: [Problem] = []

  /// Looks through the reviews of a day.
  public init(
    attestations: [AttestationReview], waivers: [WaiverReview], _ catalogue: Catalogue, _ plugins: [LoadedPlugin]
  ) {
    for review in attestations {
      let attestation = review.attestation
      switch review.state {
      case .valid, .pending, .superseded: break
      case .orphaned:
        notes.append(Problem(at: attestation.place, Self.orphan(attestation.requirement, catalogue)))
      case .expired, .expiring:
        notes.append(Problem(at: attestation.place, Wording.Statements.note(attestation, review.state)))
      case .evidenceMissing, .evidenceChanged:
        for (document, condition) in zip(attestation.evidence, review.evidence) where condition != .unchanged {
          notes.append(Problem(at: attestation.place, Wording.Statements.note(attestation, document, condition)))
        }
      }
    }
    for review in waivers {
      let waiver = review.waiver
      switch review.state {
      case .valid, .pending: break
      case .orphaned: orphan(waiver, catalogue, plugins)
      case .expired, .expiring, .unused:
        notes.append(Problem(at: waiver.place, Wording.Statements.note(waiver, review.state)))
      }
    }
  }

  private static func orphan(_ id: RequirementID, _ catalogue: Catalogue) -> LocalizedText {
    if catalogue[id] != nil { return Wording.StatementCommands.notInForce(id.description) }
    let near = nearest(to: id.description, among: catalogue.requirements.lazy.map(\.id.description))
    return Wording.unknownRequirement(id.description, near)
  }

  private mutating func orphan(_ waiver: Waiver, _ catalogue: Catalogue, _ plugins: [LoadedPlugin]) {
    if let check = waiver.scope.check {
      let known = plugins.flatMap { [CheckID(whole: $0.id)] + $0.checks.map(\.check.id) }
      if !known.contains(check) {
        let near = nearest(to: check.description, among: known.map(\.description))
        let text =
          check.name == nil
          ? Wording.unknownPlugin(check.description, near) : Wording.unknownCheck(check.description, near)
        notes.append(Problem(at: waiver.place, text))
        return
      }
    }
    guard let requirement = waiver.scope.requirement else { return }
    notes.append(Problem(at: waiver.place, Self.orphan(requirement, catalogue)))
  }
}
