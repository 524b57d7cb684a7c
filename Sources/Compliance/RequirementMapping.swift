/// One link on the way from a requirement to its counterpart, in whichever direction it is followed.
public struct CorrespondenceStep: Hashable, Sendable {
  /// Whose link it is.
  public enum Holder: String, Sendable, CaseIterable {
    /// The requirement's own.
    case itself
    /// That of a requirement which this one is a part of, and so holds for it.
    case whole
    /// That of one of its parts, and so holds for a part of it.
    case part
  }

  /// Where the step begins.
  public let from: RequirementID
  /// The requirement that has the link.
  public let holder: RequirementID
  /// What the holder is to where the step begins.
  public let through: Holder
  /// Where the step leads; nil if the link says that there is no counterpart.
  public let to: RequirementID?
  /// The link.
  public let link: Correspondence
  /// Whether the link is followed from its `from`; otherwise it is followed back.
  public let isForward: Bool

  /// Makes a step.
  public init(
    from: RequirementID, holder: RequirementID, through: Holder, to: RequirementID?, link: Correspondence,
    isForward: Bool
  ) {
    self.from = from
    self.holder = holder
    self.through = through
    self.to = to
    self.link = link
    self.isForward = isForward
  }
}

/// A chain of links from a requirement to a counterpart, or to a link that says that there is none.
public struct CorrespondencePath: Hashable, Sendable {
  /// The links in order, each beginning where the one before led; at least one.
  public let steps: [CorrespondenceStep]

  /// Makes a path.
  public init(steps: [CorrespondenceStep]) { self.steps = steps }

  /// How sure the whole is: as its least sure link.
  public var status: CorrespondenceStatus { steps.map(\.link.status).max() ?? .stated }
}

/// A requirement of another guideline that answers a requirement, with every way in which it was found.
public struct Counterpart: Hashable, Sendable {
  /// The requirement that answers.
  public let requirement: RequirementID
  /// The ways to it, the shortest first; never empty.
  public let paths: [CorrespondencePath]

  /// Makes a counterpart.
  public init(requirement: RequirementID, paths: [CorrespondencePath]) {
    self.requirement = requirement
    self.paths = paths
  }

  /// How sure it is: as its surest path.
  public var status: CorrespondenceStatus { paths.map(\.status).min() ?? .unresolved }
}

/// What answers a requirement in one other guideline.
public struct RequirementMapping: Hashable, Sendable {
  /// The requirement.
  public let requirement: RequirementID
  /// The guideline that was looked into.
  public let target: GuidelineID
  /// What answers it: the surest first, then the nearest, then in document order.
  public let counterparts: [Counterpart]
  /// Ways that end at a link which says that there is no counterpart: in the guideline itself, and, where nothing answers, also
  /// in those that stand between.
  public let withoutCounterpart: [CorrespondencePath]
  /// Whether every way was followed; otherwise there were too many.
  public let isComplete: Bool

  /// Makes the answer for one requirement and one guideline.
  public init(
    requirement: RequirementID, target: GuidelineID, counterparts: [Counterpart],
    withoutCounterpart: [CorrespondencePath], isComplete: Bool
  ) {
    self.requirement = requirement
    self.target = target
    self.counterparts = counterparts
    self.withoutCounterpart = withoutCounterpart
    self.isComplete = isComplete
  }
}

extension CorrespondenceStatus: Comparable {
  /// Orders from the surest to the least sure: stated, inferred, unresolved.
  public static func < (a: CorrespondenceStatus, b: CorrespondenceStatus) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .stated: 0
    case .inferred: 1
    case .unresolved: 2
    }
  }
}
