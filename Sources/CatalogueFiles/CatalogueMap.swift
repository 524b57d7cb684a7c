public import Compliance

/// Follows correspondences from a requirement to what answers it in another guideline, across the guidelines between.
///
/// Links are followed in both directions. A link of a requirement holds for its parts, and one of a part for a part of the
/// requirement; a way never goes from a part up and down again to its neighbour, nor back into a guideline that it has left, so
/// that cycles end and two requirements are not taken for the same because a third answers both.
public struct CatalogueMap: Sendable {
  /// The most links of a way: with more, nothing is left of the meaning.
  static let mostLinks = 4
  /// How many links longer than the shortest to the same counterpart a way may be.
  static let detour = 1
  /// The most ways that are followed for one answer. The shipped guidelines need a few hundred.
  static let mostWays = 20_000

  private let catalogue: Catalogue
  /// The links that touch a requirement, as their places in the catalogue.
  private let links: [RequirementID: [Int]]

  /// Prepares the map of a catalogue.
  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    var links: [RequirementID: [Int]] = [:]
    for (index, link) in catalogue.correspondences.enumerated() {
      var ends: [RequirementID] = []
      for end in [link.from] + [link.to].compactMap(\.self) + link.candidates where !ends.contains(end) {
        ends.append(end)
        links[end, default: []].append(index)
      }
    }
    self.links = links
  }

  /// What answers a requirement in a guideline. For one of the guideline itself there is nothing to find.
  public func mapping(of requirement: RequirementID, to target: GuidelineID) -> RequirementMapping {
    var found: [RequirementID: [CorrespondencePath]] = [:]
    var dead: [CorrespondencePath] = []
    var followed = 0
    var ways = requirement.guideline == target ? [] : [Way(at: requirement)]
    search: while !ways.isEmpty {
      var further: [Way] = []
      for way in ways {
        for step in steps(from: way.end) {
          followed += 1
          if followed > Self.mostWays { break search }
          let path = CorrespondencePath(steps: way.steps + [step])
          guard let end = step.to else {
            dead.append(path)
            continue
          }
          if end.guideline == target {
            let shortest = found[end]?.first?.steps.count ?? path.steps.count
            if path.steps.count <= shortest + Self.detour { found[end, default: []].append(path) }
          } else if !way.guidelines.contains(end.guideline), path.steps.count < Self.mostLinks {
            further.append(Way(at: end, steps: path.steps, guidelines: way.guidelines + [end.guideline]))
          }
        }
      }
      ways = further
    }
    let counterparts = found.map { Counterpart(requirement: $0, paths: $1.sorted(by: precedes)) }.sorted(by: precedes)
    let none = dead.filter { path in
      // A link without a target is one that nobody restricted to a guideline.
      let looked = path.steps.last?.link.target ?? target
      return looked == target || (counterparts.isEmpty && looked != requirement.guideline)
    }
    return RequirementMapping(
      requirement: requirement, target: target, counterparts: counterparts,
      withoutCounterpart: none.sorted(by: precedes), isComplete: followed <= Self.mostWays)
  }

  /// A way so far.
  private struct Way {
    let end: RequirementID
    let steps: [CorrespondenceStep]
    let guidelines: [GuidelineID]

    init(at end: RequirementID, steps: [CorrespondenceStep] = [], guidelines: [GuidelineID]? = nil) {
      self.end = end
      self.steps = steps
      self.guidelines = guidelines ?? [end.guideline]
    }
  }

  /// Every link that can be followed from a requirement: its own, those above it, those below it.
  private func steps(from start: RequirementID) -> [CorrespondenceStep] {
    var steps = links(of: start, from: start, .itself)
    var above = catalogue[start]?.parent
    while let whole = above {
      steps += links(of: whole, from: start, .whole)
      above = catalogue[whole]?.parent
    }
    var below = catalogue[start]?.parts ?? []
    while let part = below.first {
      steps += links(of: part, from: start, .part)
      below.replaceSubrange(0..<1, with: catalogue[part]?.parts ?? [])
    }
    return steps
  }

  private func links(
    of holder: RequirementID, from start: RequirementID, _ through: CorrespondenceStep.Holder
  ) -> [CorrespondenceStep] {
    (links[holder] ?? []).flatMap { index in
      let link = catalogue.correspondences[index]
      func step(to end: RequirementID?, isForward: Bool) -> CorrespondenceStep {
        CorrespondenceStep(
          from: start, holder: holder, through: through, to: end, link: link, isForward: isForward)
      }
      guard link.from == holder else { return [step(to: link.from, isForward: false)] }
      if let end = link.to { return [step(to: end, isForward: true)] }
      return link.candidates.isEmpty
        ? [step(to: nil, isForward: true)] : link.candidates.map { step(to: $0, isForward: true) }
    }
  }

  // MARK: - Order

  private func precedes(_ a: Counterpart, _ b: Counterpart) -> Bool {
    if a.status != b.status { return a.status < b.status }
    if a.paths[0].steps.count != b.paths[0].steps.count { return a.paths[0].steps.count < b.paths[0].steps.count }
    return position(a.requirement) < position(b.requirement)
  }

  /// Shorter ways first, then those that keep to the requirements themselves, then the surer; at last in document order.
  private func precedes(_ a: CorrespondencePath, _ b: CorrespondencePath) -> Bool {
    rank(a).lexicographicallyPrecedes(rank(b))
  }

  private func rank(_ path: CorrespondencePath) -> [Int] {
    let indirect = path.steps.count { $0.through != .itself }
    let status = CorrespondenceStatus.allCases.count { $0 < path.status }
    let places = path.steps.flatMap { [position($0.holder), $0.to.map(position) ?? -1] }
    return [path.steps.count, indirect, status] + places
  }

  private func position(_ id: RequirementID) -> Int { catalogue.position(of: id) ?? .max }
}
