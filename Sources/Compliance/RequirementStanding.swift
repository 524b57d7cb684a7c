/// Where one requirement stands, and through what.
public struct RequirementStanding: Hashable, Sendable {
  /// The requirement.
  public let requirement: RequirementID
  /// Where it stands, its parts and its waivers taken in.
  public let standing: Standing
  /// Where it would stand if nothing were waived.
  public let outcome: Outcome
  /// Where it stands by what names the requirement itself, without its parts; nil if nothing does.
  public let own: Standing?
  /// What the standing rests on, also that of the parts: checks in plan order, then attestations and waivers in the order of their
  /// files.
  public let by: [EvidenceID]
  /// The links by which the standing was derived from that of other requirements; empty for one found by evidence of its own.
  public let through: [StandingLink]

  /// Makes a standing. Without `outcome`, nothing is waived.
  public init(
    requirement: RequirementID, standing: Standing, outcome: Outcome? = nil, own: Standing? = nil,
    by: [EvidenceID], through: [StandingLink] = []
  ) {
    self.requirement = requirement
    self.standing = standing
    self.outcome = outcome ?? standing.outcome ?? .fail
    self.own = own
    self.by = by
    self.through = through
  }

  /// Whether the standing is that of requirements which this one corresponds to. Nobody has looked at this one.
  public var isDerived: Bool { !through.isEmpty }
}

/// A correspondence by which a standing was derived.
public struct StandingLink: Hashable, Sendable {
  /// The requirement whose standing was taken over.
  public let from: RequirementID
  /// Where that one stands.
  public let standing: Standing
  /// The requirement that holds the link: the derived one itself, or one that it is a part of.
  public let holder: RequirementID
  /// How the two are related.
  public let relation: Relation
  /// How sure the link is; never unresolved.
  public let status: CorrespondenceStatus

  /// Makes a link.
  public init(
    from: RequirementID, standing: Standing, holder: RequirementID, relation: Relation, status: CorrespondenceStatus
  ) {
    self.from = from
    self.standing = standing
    self.holder = holder
    self.relation = relation
    self.status = status
  }
}
