import Compliance

/// Rolls evidence up from the parts of requirements to the whole. The rule stands at ``Aggregation``.
struct StandingRollUp {
  /// What one piece of evidence says of one requirement.
  struct Contribution {
    let outcome: Outcome
    let standing: Standing
    let by: [EvidenceID]
  }

  /// Where a requirement stands.
  struct Settled {
    let outcome: Outcome
    let standing: Standing
    let own: Standing?
    let by: [EvidenceID]
  }

  private let catalogue: Catalogue
  private let evidence: [RequirementID: [Contribution]]
  /// The order in which a standing names its evidence.
  private let order: [EvidenceID: Int]
  private var known: [RequirementID: Settled] = [:]

  init(_ evidence: [RequirementID: [Contribution]], order: [EvidenceID: Int], _ catalogue: Catalogue) {
    self.evidence = evidence
    self.order = order
    self.catalogue = catalogue
  }

  mutating func standing(of requirement: Requirement) -> Settled {
    if let known = known[requirement.id] { return known }
    let own = evidence[requirement.id] ?? []
    var parts: [Settled] = []
    for id in requirement.parts {
      if let part = catalogue[id], part.status == .current { parts.append(standing(of: part)) }
    }
    let counted = own.isEmpty ? parts : parts.filter { !$0.by.isEmpty }
    var by = own.flatMap(\.by) + parts.flatMap(\.by)
    if by.count > 1 { by = Set(by).sorted { (order[$0] ?? .max) < (order[$1] ?? .max) } }
    let settled = Settled(
      outcome: (own.map(\.outcome) + counted.map(\.outcome)).combined() ?? .notchecked,
      standing: (own.map(\.standing) + counted.map(\.standing)).combined() ?? .notchecked,
      own: own.map(\.standing).combined(), by: by)
    known[requirement.id] = settled
    return settled
  }
}
