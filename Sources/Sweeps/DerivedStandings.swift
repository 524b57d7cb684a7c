import Compliance

/// What follows from the standings of the guidelines in force for requirements that correspond to theirs: those of the provider, those
/// of other editions. Links that are stated or inferred are followed, in both directions; what is unresolved never is.
///
/// The evidence of a requirement is then the standing of each one that a link joins it to, and it rolls up as other evidence does. A
/// requirement without a link takes those of what it is a part of. A guideline that has no link to one in force is reached through those that have.
struct DerivedStandings {
  private let catalogue: Catalogue
  private let order: [EvidenceID: Int]
  /// The links that join requirements, by each of both ends.
  private let links: [RequirementID: [(other: RequirementID, link: Correspondence)]]

  init(_ catalogue: Catalogue, order: [EvidenceID: Int]) {
    self.catalogue = catalogue
    self.order = order
    var links: [RequirementID: [(other: RequirementID, link: Correspondence)]] = [:]
    for link in catalogue.correspondences where link.status != .unresolved && link.relation != .none {
      guard let to = link.to else { continue }
      links[link.from, default: []].append((to, link))
      links[to, default: []].append((link.from, link))
    }
    self.links = links
  }

  /// The standings that follow, in document order.
  func standings(from sources: [RequirementStanding], inForce guidelines: [GuidelineID]) -> [RequirementStanding] {
    var known = Dictionary(uniqueKeysWithValues: sources.map { ($0.requirement, $0) })
    let lookedAt = Set(sources.lazy.filter { !$0.by.isEmpty }.map(\.requirement))
    var open = catalogue.guidelines.map(\.id)
    var derived: [RequirementID: RequirementStanding] = [:]
    while !open.isEmpty {
      let round = open.flatMap { guideline in
        standings(of: guideline, from: known).filter { !lookedAt.contains($0.requirement) }
      }
      let reached = Set(round.map(\.requirement.guideline))
      for standing in round { derived[standing.requirement] = standing }
      for standing in round where known[standing.requirement] == nil { known[standing.requirement] = standing }
      // A guideline in force had its links to others in force in the first round, and derives nothing from what was derived.
      open.removeAll { reached.contains($0) || guidelines.contains($0) }
      if round.isEmpty { break }
    }
    return catalogue.requirements.compactMap { derived[$0.id] }
  }

  /// What follows for one guideline from what is known of others.
  private func standings(
    of guideline: GuidelineID, from known: [RequirementID: RequirementStanding]
  ) -> [RequirementStanding] {
    let requirements = catalogue.requirements.filter { $0.id.guideline == guideline && $0.status != .deleted }
    var joined: [RequirementID: [StandingLink]] = [:]
    for requirement in requirements {
      let own = (links[requirement.id] ?? []).compactMap { other, link -> StandingLink? in
        guard other.guideline != guideline, let source = known[other] else { return nil }
        return StandingLink(
          from: other, standing: source.standing, holder: requirement.id, relation: link.relation, status: link.status)
      }
      if !own.isEmpty { joined[requirement.id] = own }
    }
    if joined.isEmpty { return [] }
    var through: [RequirementID: [StandingLink]] = [:]
    for requirement in requirements {
      through[requirement.id] =
        joined[requirement.id] ?? (below(requirement, joined).isEmpty ? above(requirement, joined) : nil)
    }
    var rollUp = StandingRollUp(
      through.mapValues { links in
        links.compactMap { link in
          known[link.from].map { .init(outcome: $0.outcome, standing: $0.standing, by: $0.by) }
        }
      }, order: order, catalogue)
    return requirements.compactMap { requirement in
      let links = through[requirement.id] ?? below(requirement, joined)
      if links.isEmpty { return nil }
      let settled = rollUp.standing(of: requirement)
      return RequirementStanding(
        requirement: requirement.id, standing: settled.standing, outcome: settled.outcome, own: settled.own,
        by: settled.by, through: links)
    }
  }

  private func above(_ requirement: Requirement, _ joined: [RequirementID: [StandingLink]]) -> [StandingLink]? {
    var above = requirement.parent
    while let ancestor = above {
      if let links = joined[ancestor] { return links }
      above = catalogue[ancestor]?.parent
    }
    return nil
  }

  private func below(_ requirement: Requirement, _ joined: [RequirementID: [StandingLink]]) -> [StandingLink] {
    requirement.parts.flatMap { id in
      (joined[id] ?? []) + (catalogue[id].map { below($0, joined) } ?? [])
    }
  }
}
