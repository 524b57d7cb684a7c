import Compliance

/// Which requirements a sweep is about. One of all checks is about everything.
///
/// One of some checks shows where those requirements stand that its checks look at, and what these are parts of. Evidence counts
/// for them that is about any part of the same whole.
struct Reach {
  private let catalogue: Catalogue
  private let isEverything: Bool
  private let wholes: Set<RequirementID>
  private var shown: Set<RequirementID> = []

  /// - Parameter checks: what the sweep ran, or would have run.
  init(of checks: [CheckRun], _ selection: Selection, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    isEverything = selection.isAll
    let counted = isEverything ? [] : checks.filter { $0.outcome != .notselected }
    wholes = selection.wholes(of: counted.map(\.check), catalogue)
    for run in counted { for id in run.check.requirements { show(id) } }
  }

  /// Whether evidence for a requirement counts.
  func extends(to id: RequirementID) -> Bool { isEverything || wholes.contains(catalogue.whole(of: id)) }

  /// Whether the sweep says where a requirement stands.
  func shows(_ id: RequirementID) -> Bool { isEverything || shown.contains(id) }

  /// Says that there is evidence of the sweep's own for a requirement.
  mutating func show(_ id: RequirementID) {
    var current: RequirementID? = id
    while let here = current, shown.insert(here).inserted { current = catalogue[here]?.parent }
  }
}

extension Selection {
  /// The requirements, no parts of others, that the selected checks and ids are about.
  func wholes(of checks: [Check], _ catalogue: Catalogue) -> Set<RequirementID> {
    var wholes = Set(checks.lazy.flatMap(\.requirements).map(catalogue.whole))
    for case .requirement(let id) in terms { wholes.insert(catalogue.whole(of: id)) }
    return wholes
  }
}
