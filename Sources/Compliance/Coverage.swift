/// Which requirements are looked at by a check.
public struct Coverage: Sendable {
  /// How much of a requirement checks look at.
  public enum Extent: Sendable {
    /// All of it: a check names it, or a requirement that it is a part of, or checks look at all of every part.
    case whole
    /// Some of its parts.
    case partial
    /// None of it.
    case none
  }

  /// What a requirement in force may count on.
  public enum Watch: Sendable, CaseIterable {
    /// Checks look at all of it.
    case checked
    /// Checks look at some of its parts.
    case partlyChecked
    /// No check looks at it, and none could: a person must attest it.
    case attestable
    /// Nobody looks at it.
    case unwatched
  }

  private let catalogue: Catalogue
  private let named: Set<RequirementID>

  /// Looks up what checks name.
  public init(_ catalogue: Catalogue, _ checks: some Sequence<Check>) {
    self.catalogue = catalogue
    named = Set(checks.lazy.flatMap(\.requirements))
  }

  /// How much of a requirement checks look at.
  public func extent(of id: RequirementID) -> Extent {
    var above = catalogue[id]?.parent
    while let ancestor = above {
      if named.contains(ancestor) { return .whole }
      above = catalogue[ancestor]?.parent
    }
    return extentWithin(id)
  }

  /// What a requirement may count on.
  public func watch(of id: RequirementID) -> Watch {
    switch extent(of: id) {
    case .whole: .checked
    case .partial: .partlyChecked
    case .none: catalogue.evidenceKind(of: id) == .attestation ? .attestable : .unwatched
    }
  }

  /// The lowest parts of a requirement that no check looks at; the requirement itself if it has none and no check does.
  public func gaps(in id: RequirementID) -> [RequirementID] {
    switch extent(of: id) {
    case .whole: []
    case .partial: parts(of: id).flatMap { gaps(in: $0) }
    case .none: [id]
    }
  }

  private func extentWithin(_ id: RequirementID) -> Extent {
    if named.contains(id) { return .whole }
    let extents = parts(of: id).map(extentWithin)
    if extents.isEmpty || extents.allSatisfy({ $0 == .none }) { return .none }
    return extents.allSatisfy { $0 == .whole } ? .whole : .partial
  }

  /// The parts that are in force. Nothing needs to be done for the others.
  private func parts(of id: RequirementID) -> [RequirementID] {
    catalogue[id]?.parts.filter { catalogue[$0]?.status == .current } ?? []
  }
}
