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
    let by = inOrder(own.flatMap(\.by) + parts.flatMap(\.by))
    let settled = Settled(
      outcome: (own.map(\.outcome) + counted.map(\.outcome)).combined() ?? .notchecked,
      standing: (own.map(\.standing) + counted.map(\.standing)).combined() ?? .notchecked,
      own: own.map(\.standing).combined(), by: by)
    known[requirement.id] = settled
    return settled
  }

  /// Each of them once, in the order of the sweep. What one part or one other guideline hands on is so already.
  private func inOrder(_ ids: [EvidenceID]) -> [EvidenceID] {
    let places = ids.map { order[$0] ?? .max }
    if zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) { return ids }
    var seen: Set<EvidenceID> = []
    return places.indices.sorted { places[$0] < places[$1] }.map { ids[$0] }.filter { seen.insert($0).inserted }
  }
}
