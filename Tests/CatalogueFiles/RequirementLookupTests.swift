import CatalogueFiles
import Compliance
import Testing

/// Finding requirements by what people type.
@Suite struct RequirementLookupTests {
  @Test(arguments: [
    ("mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.1"),
    ("6.5.C.12", "mhlw-5:6.5.C.12"),
    ("6.5 C 12", "mhlw-5:6.5.C.12"),
    ("6.5章C-12", "mhlw-5:6.5.C.12"),
    ("第5版 6.5 C 12", "mhlw-5:6.5.C.12"),
    ("6.5 C 12 (2)", "mhlw-5:6.5.C.12.2"),
    ("６．５ Ｃ １２（２）", "mhlw-5:6.5.C.12.2"),
    ("6.5c12", "mhlw-5:6.5.C.12"),
    ("mhlw-5:6.5 C 12", "mhlw-5:6.5.C.12"),
    ("3.2.3 (ウ)(a)1", "mic-1:3.2.3.u.a.1"),
    ("3.2.3(コ)1", "mic-1:3.2.3.ko.1"),
    ("3.2.3 ko 1", "mic-1:3.2.3.ko.1"),
  ])
  func aRequirementIsFound(text: String, id: String) throws {
    #expect(try lookup().find(text) == .found([RequirementID(id)].compactMap(\.self)))
  }

  @Test func whatIsInSeveralGuidelinesIsFoundInAll() throws {
    let catalogue = Catalogue(
      guidelines: [guideline("mhlw-5", "第5版"), guideline("mhlw-5.2", "第5.2版")].compactMap(\.self),
      requirements: ["mhlw-5:7.3.C.in.3.1", "mhlw-5:7.3.C.net.3.1", "mhlw-5.2:7.3.C.in.3.1"]
        .compactMap { RequirementID($0) }.map(requirement),
      correspondences: [])
    let lookup = RequirementLookup(catalogue)
    #expect(found(lookup, "7.3.C.in.3.1") == ["mhlw-5:7.3.C.in.3.1", "mhlw-5.2:7.3.C.in.3.1"])
    #expect(
      found(lookup, "7.3 C (3) 1") == ["mhlw-5:7.3.C.in.3.1", "mhlw-5:7.3.C.net.3.1", "mhlw-5.2:7.3.C.in.3.1"])
    #expect(found(lookup, "第5.2版 7.3 C (3) 1") == ["mhlw-5.2:7.3.C.in.3.1"])
    #expect(found(lookup, "mhlw-5.2:7.3 C 3 1") == ["mhlw-5.2:7.3.C.in.3.1"])
    #expect(
      found(lookup, "第5版 7.3 C 【医療機関等に保存する場合】 (3) 1") == ["mhlw-5:7.3.C.in.3.1", "mhlw-5:7.3.C.net.3.1"])
  }

  @Test func aMisspellingGivesNearMisses() throws {
    #expect(near(try lookup(), "6.5.C.122").first == "mhlw-5:6.5.C.12")
    #expect(
      near(try lookup(), "6.5 C 13")
        == ["mhlw-5:6.5.C.12", "mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.2", "mhlw-5:6.5.D.6"])
    #expect(near(try lookup(), "mic-1:3.2.3 (コ) 9") == ["mic-1:3.2.3.ko.1", "mic-1:3.2.3.u.a.1"])
  }

  @Test(arguments: ["", " ", "第5版", ":", "mhlw-5:", "無線LAN", "99.99", String(repeating: "6.", count: 10_000)])
  func whatNamesNothingIsNotFound(text: String) throws {
    guard case .unknown = try lookup().find(text) else {
      Issue.record("found something")
      return
    }
  }

  private func lookup() throws -> RequirementLookup {
    RequirementLookup(try CatalogueReader.read(folder: fixtures("valid")))
  }

  private func found(_ lookup: RequirementLookup, _ text: String) -> [String] {
    if case .found(let ids) = lookup.find(text) { ids.map(\.description) } else { [] }
  }

  private func near(_ lookup: RequirementLookup, _ text: String) -> [String] {
    if case .unknown(let ids) = lookup.find(text) { ids.map(\.description) } else { [] }
  }

  private func guideline(_ id: String, _ edition: String) -> Guideline? {
    let text = LocalizedText(verbatim: edition)
    return GuidelineID(id).map { Guideline(id: $0, title: text, edition: text, issuer: text, published: "2017") }
  }

  private func requirement(_ id: RequirementID) -> Requirement {
    Requirement(
      id: id, citation: "", requirementClass: nil, status: .current, title: LocalizedText(verbatim: id.path),
      text: nil, parent: nil, parts: [], chapter: "7.3", source: nil, notes: [])
  }
}
