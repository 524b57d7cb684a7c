/// Where the requirements of one class stand in a chapter, or in a guideline as a whole. Minimum and recommended ones never stand
/// together: a recommended miss is advice.
public struct ChapterStanding: Hashable, Sendable {
  /// The guideline.
  public let guideline: GuidelineID
  /// The chapter; nil for the guideline as a whole.
  public let chapter: String?
  /// The class; nil for requirements of a guideline that makes no such difference.
  public let requirementClass: RequirementClass?
  /// The combination of the requirements' standings.
  public let standing: Standing
  /// How many requirements stand where. Parts are not counted: they stand within their requirement.
  public let counts: [Standing: Int]

  /// Rolls requirements up to their chapters and guidelines: chapters in the order of the standings, minimum before recommended,
  /// then what has no class; each guideline as a whole behind its chapters.
  public static func all(of standings: [RequirementStanding], _ catalogue: Catalogue) -> [ChapterStanding] {
    var guidelines: [GuidelineID] = []
    var chapters: [GuidelineID: [String]] = [:]
    var counts: [Group: [Standing: Int]] = [:]
    for standing in standings {
      // A requirement that the catalogue no longer has still counts: what was determined must not vanish.
      let requirement = catalogue[standing.requirement]
      guard requirement?.parent == nil else { continue }
      let guideline = standing.requirement.guideline
      let chapter = requirement?.chapter ?? "?"
      if chapters[guideline] == nil { guidelines.append(guideline) }
      if chapters[guideline]?.contains(chapter) != true { chapters[guideline, default: []].append(chapter) }
      for place in [chapter, nil] {
        let group = Group(guideline: guideline, chapter: place, requirementClass: requirement?.requirementClass)
        counts[group, default: [:]][standing.standing, default: 0] += 1
      }
    }
    return guidelines.flatMap { guideline in
      ((chapters[guideline] ?? []) + [nil]).flatMap { chapter in
        [RequirementClass.minimum, .recommended, nil].compactMap { requirementClass in
          let group = Group(guideline: guideline, chapter: chapter, requirementClass: requirementClass)
          return counts[group].map { ChapterStanding(group, $0) }
        }
      }
    }
  }

  private struct Group: Hashable {
    let guideline: GuidelineID
    let chapter: String?
    let requirementClass: RequirementClass?
  }

  private init(_ group: Group, _ counts: [Standing: Int]) {
    guideline = group.guideline
    chapter = group.chapter
    requirementClass = group.requirementClass
    self.counts = counts
    standing = counts.keys.combined() ?? .notchecked
  }
}
