import Compliance
import Sweeps
import Testing

/// What correspondences carry from one guideline to another.
struct DerivedStandingTests {
  /// Three guidelines in a row: `mhlw-5`, then `mic-1` and `mhlw-5.2`, then `mhlw-6`.
  private static let paths = [
    "mhlw-5": ["1", "1.1", "1.2", "2"], "mic-1": ["a", "a.1", "a.2", "b", "c"], "mhlw-5.2": ["1", "2"],
    "mhlw-6": ["x", "y"],
  ]

  private func catalogue(_ links: [(String, String, CorrespondenceStatus)]) throws -> Catalogue {
    let whole = try Self.paths.keys.sorted().map { try SweepsTests.catalogue(Self.paths[$0] ?? [], guideline: $0) }
    return Catalogue(
      guidelines: whole.flatMap(\.guidelines), requirements: whole.flatMap(\.requirements),
      correspondences: try links.map { from, to, status in
        let to = try #require(RequirementID(to))
        return Correspondence(
          from: try #require(RequirementID(from)), to: status == .unresolved ? nil : to, relation: .corresponds,
          status: status, source: nil, candidates: status == .unresolved ? [to] : [])
      })
  }

  private func derived(
    _ runs: [CheckRun], _ links: [(String, String, CorrespondenceStatus)], inForce: [String] = ["mhlw-5"]
  ) throws -> [String: RequirementStanding] {
    let result = aggregate(runs, try catalogue(links), guidelines: inForce.compactMap { GuidelineID($0) })
    return Dictionary(uniqueKeysWithValues: result.derived.map { ($0.requirement.description, $0) })
  }

  @Test func theProviderSideStandsAsTheHospitalsRequirementDoes() throws {
    let derived = try derived(
      [try run("a/a", .fail, for: ["1.1"]), try run("a/b", .pass, for: ["2"])],
      [("mhlw-5:1.1", "mic-1:b", .stated), ("mhlw-5:2", "mic-1:c", .inferred)])
    #expect(derived.keys.sorted() == ["mic-1:b", "mic-1:c"])
    let standing = try #require(derived["mic-1:b"])
    #expect(standing.standing == .fail && standing.isDerived)
    #expect(standing.by.map(\.description) == ["a/a"])
    #expect(standing.through.map(\.from.description) == ["mhlw-5:1.1"])
    #expect(standing.through.map(\.status) == [.stated])
    #expect(derived["mic-1:c"]?.standing == .pass)
  }

  @Test func whatSeveralRequirementsWereMergedIntoStandsAtTheirCombination() throws {
    let derived = try derived(
      [try run("a/a", .pass, for: ["1.1"]), try run("a/b", .unknown, for: ["2"])],
      [("mhlw-5:1.1", "mic-1:b", .stated), ("mhlw-5:2", "mic-1:b", .stated)])
    #expect(derived["mic-1:b"]?.standing == .unknown)
    #expect(derived["mic-1:b"]?.through.map(\.standing) == [.pass, .unknown])
  }

  @Test func anUnresolvedLinkCarriesNothing() throws {
    #expect(try derived([try run("a/a", .pass, for: ["2"])], [("mhlw-5:2", "mic-1:b", .unresolved)]).isEmpty)
  }

  @Test func aPartWithoutALinkTakesThatOfTheWholeAndIsMarkedSo() throws {
    let derived = try derived([try run("a/a", .pass, for: ["2"])], [("mhlw-5:2", "mic-1:a", .stated)])
    #expect(derived["mic-1:a"]?.standing == .pass)
    #expect(derived["mic-1:a.1"]?.standing == .pass)
    #expect(derived["mic-1:a.1"]?.through.map(\.holder.description) == ["mic-1:a"])
  }

  @Test func aWholeRollsUpFromItsPartsAndAPartWithoutALinkHoldsItBack() throws {
    let runs = [try run("a/a", .pass, for: ["2"])]
    let one = try derived(runs, [("mhlw-5:2", "mic-1:a.1", .stated)])
    #expect(one["mic-1:a.1"]?.standing == .pass)
    #expect(one["mic-1:a"]?.standing == .notchecked)
    #expect(one["mic-1:a.2"] == nil)
    let both = try derived(runs, [("mhlw-5:2", "mic-1:a.1", .stated), ("mhlw-5:2", "mic-1:a.2", .stated)])
    #expect(both["mic-1:a"]?.standing == .pass)
  }

  @Test func aLaterEditionIsReachedThroughTheOneBetween() throws {
    let derived = try derived(
      [try run("a/a", .fail, for: ["2"])],
      [("mhlw-5:2", "mhlw-5.2:2", .inferred), ("mhlw-5.2:2", "mhlw-6:x", .inferred)])
    #expect(derived["mhlw-5.2:2"]?.standing == .fail)
    #expect(derived["mhlw-6:x"]?.standing == .fail)
    #expect(derived["mhlw-6:x"]?.through.map(\.from.description) == ["mhlw-5.2:2"])
    #expect(derived["mhlw-6:x"]?.by.map(\.description) == ["a/a"])
  }

  @Test func whatNobodyLooksAtIsDerivedAsThatAndNotAsAPass() throws {
    #expect(try derived([], [("mhlw-5:2", "mic-1:b", .stated)])["mic-1:b"]?.standing == .notchecked)
  }

  @Test func aRequirementInForceWithEvidenceOfItsOwnDerivesNothing() throws {
    let links = [("mhlw-5:1.1", "mic-1:b", CorrespondenceStatus.stated), ("mhlw-5:2", "mic-1:c", .stated)]
    let runs = [try run("a/a", .pass, for: ["1.1", "2"])]
    let catalogue = try catalogue(links)
    let inForce = ["mhlw-5", "mic-1"].compactMap { GuidelineID($0) }
    let result = aggregate(
      runs, catalogue, guidelines: inForce)
    #expect(result.standings.first { $0.requirement.description == "mic-1:b" }?.standing == .notchecked)
    #expect(result.derived.map(\.requirement.description) == ["mic-1:b", "mic-1:c"])
    #expect(result.derived.allSatisfy { $0.standing == .pass })
  }

  @Test func whatIsDerivedNeverCountsInTheExit() throws {
    let catalogue = try catalogue([("mhlw-5:1", "mic-1:b", .stated)])
    let result = aggregate(
      [try run("a/a", .pass, for: ["2"])], catalogue, guidelines: [try #require(GuidelineID("mhlw-5"))])
    #expect(result.derived.map(\.standing) == [.notchecked])
    #expect(result.exit == .met)
  }
}
