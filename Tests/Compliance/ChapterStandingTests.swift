import Compliance
import Testing

struct ChapterStandingTests {
  private static let requirements:
    [(path: String, chapter: String, requirementClass: RequirementClass?, parent: String?)] = [
      ("6.3.C.1", "6.3", .minimum, nil), ("6.3.C.2", "6.3", .minimum, nil), ("6.3.C.2.a", "6.3", .minimum, "6.3.C.2"),
      ("6.3.D.1", "6.3", .recommended, nil), ("6.4.C.1", "6.4", .minimum, nil), ("8.4", "8.4", nil, nil),
    ]

  private func groups(_ standings: [String: Standing]) throws -> [String] {
    let guideline = try #require(GuidelineID("mhlw-5"))
    let id = { (path: String) in try #require(RequirementID(guideline, path: path)) }
    let empty = LocalizedText(verbatim: "")
    let catalogue = Catalogue(
      guidelines: [],
      requirements: try Self.requirements.map {
        Requirement(
          id: try id($0.path), citation: "", requirementClass: $0.requirementClass, status: .current, title: empty,
          text: nil, parent: try $0.parent.map(id), parts: [], chapter: $0.chapter, source: nil, notes: [])
      }, correspondences: [])
    let all = try Self.requirements.compactMap { requirement in
      try standings[requirement.path].map {
        RequirementStanding(requirement: try id(requirement.path), standing: $0, by: [])
      }
    }
    return ChapterStanding.all(of: all, catalogue).map { group in
      let counts = Standing.allCases.compactMap { standing in group.counts[standing].map { "\(standing) \($0)" } }
      let name = "\(group.chapter ?? "whole") \(group.requirementClass?.rawValue ?? "-")"
      return "\(name): \(group.standing) (\(counts.joined(separator: ", ")))"
    }
  }

  @Test func chaptersAndGuidelinesStandAtTheCombinationOfTheirRequirementsClassByClass() throws {
    #expect(
      try groups([
        "6.3.C.1": .pass, "6.3.C.2": .waived, "6.3.C.2.a": .fail, "6.3.D.1": .fail, "6.4.C.1": .notchecked,
        "8.4": .pass,
      ]) == [
        "6.3 minimum: waived (pass 1, waived 1)", "6.3 recommended: fail (fail 1)",
        "6.4 minimum: notchecked (notchecked 1)",
        "8.4 -: pass (pass 1)", "whole minimum: notchecked (pass 1, notchecked 1, waived 1)",
        "whole recommended: fail (fail 1)", "whole -: pass (pass 1)",
      ])
  }

  @Test func nothingGivesNothing() throws { #expect(try groups([:]).isEmpty) }
}
