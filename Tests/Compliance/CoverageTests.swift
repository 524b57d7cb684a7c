import Compliance
import Testing

struct CoverageTests {
  /// a with the parts a.1 (with a.1.1 and a.1.2), a.2 and a.3, which is deleted; b, which can only be attested; c.
  private func catalogue() throws -> Catalogue {
    func id(_ path: String) throws -> RequirementID { try #require(RequirementID("local:\(path)")) }
    func requirement(_ path: String, below parent: String? = nil, parts: [String] = [], deleted: Bool = false) throws
      -> Requirement
    {
      Requirement(
        id: try id(path), citation: path, requirementClass: .minimum, status: deleted ? .deleted : .current,
        title: LocalizedText(verbatim: path), text: nil, parent: try parent.map(id), parts: try parts.map(id),
        chapter: "a", source: nil,
        notes: [])
    }
    return Catalogue(
      guidelines: [],
      requirements: [
        try requirement("a", parts: ["a.1", "a.2", "a.3"]),
        try requirement("a.1", below: "a", parts: ["a.1.1", "a.1.2"]),
        try requirement("a.1.1", below: "a.1"), try requirement("a.1.2", below: "a.1"),
        try requirement("a.2", below: "a"),
        try requirement("a.3", below: "a", deleted: true), try requirement("b", parts: ["b.1"]),
        try requirement("b.1", below: "b"),
        try requirement("c"),
      ],
      correspondences: [], evidence: [try id("a"): .machine, try id("a.2"): .ledger, try id("b"): .attestation])
  }

  private func coverage(_ paths: [String]) throws -> Coverage {
    let check = Check(
      id: try #require(CheckID("p/c")), title: LocalizedText(verbatim: ""),
      requirements: paths.compactMap { RequirementID("local:\($0)") },
      severity: .low, cadence: "1 day", remedy: LocalizedText(verbatim: ""))
    return Coverage(try catalogue(), [check])
  }

  @Test(arguments: [
    ([], "a", Coverage.Extent.none), (["a"], "a", .whole), (["a"], "a.1.2", .whole), (["a.1"], "a", .partial),
    (["a.1"], "a.1.1", .whole),
    (["a.1"], "a.2", .none), (["a.1.1"], "a.1", .partial), (["a.1.1"], "a", .partial),
    (["a.1.1", "a.1.2"], "a.1", .whole),
    (["a.1", "a.2"], "a", .whole), (["a.1.1", "a.1.2", "a.2"], "a", .whole), (["a.3"], "a", .none), (["c"], "a", .none),
    (["b.1"], "b", .whole),
  ])
  func aRequirementIsLookedAtByNameOrThroughWhatItIsPartOfOrThroughAllParts(
    named: [String], path: String, extent: Coverage.Extent
  ) throws {
    #expect(try coverage(named).extent(of: #require(RequirementID("local:\(path)"))) == extent)
  }

  @Test(arguments: [
    ("a", Coverage.Watch.partlyChecked), ("a.1.1", .checked), ("a.1.2", .unwatched), ("b", .attestable),
    ("b.1", .attestable), ("c", .unwatched),
  ])
  func whatNoCheckLooksAtIsEitherAttestableOrUnwatched(path: String, watch: Coverage.Watch) throws {
    #expect(try coverage(["a.1.1"]).watch(of: #require(RequirementID("local:\(path)"))) == watch)
  }

  @Test(arguments: [
    (["a.1.1"], "a", ["a.1.2", "a.2"]), (["a.1"], "a", ["a.2"]), ([], "a", ["a"]), (["a"], "a", []),
    (["a.2"], "a", ["a.1"]),
  ])
  func theGapsAreTheLowestPartsThatNobodyLooksAt(named: [String], path: String, gaps: [String]) throws {
    #expect(try coverage(named).gaps(in: #require(RequirementID("local:\(path)"))).map(\.path) == gaps)
  }

  @Test func aPartIsShownAsWhatItBelongsToUnlessItSaysOtherwise() throws {
    let catalogue = try catalogue()
    func kind(_ path: String) throws -> EvidenceKind? {
      catalogue.evidenceKind(of: try #require(RequirementID("local:\(path)")))
    }
    #expect(try kind("a.1.2") == .machine)
    #expect(try kind("a.2") == .ledger)
    #expect(try kind("b.1") == .attestation)
    #expect(try kind("c") == nil)
    #expect(try kind("unknown") == nil)
  }
}
