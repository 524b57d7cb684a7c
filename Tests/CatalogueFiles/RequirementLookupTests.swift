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
      found(lookup, "第5版 7.3 C 【医療機関等に保存する場合】 (3) 1") == ["mhlw-5:7.3.C.in.3.1"])
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

  /// As people write citations of every guideline that Tenken ships.
  @Test(arguments: [
    ("3.2.3(コ)2①", "mic-1:3.2.3.ko.2.1"),
    ("3.2.3(2)(コ)2", "mic-1:3.2.3.ko.2"),
    ("3.2.3(2)(コ)2に統合", ""),
    ("３．２．３（２）（コ）２", "mic-1:3.2.3.ko.2"),
    ("3. 2. 3(2)(ｺ)2①", "mic-1:3.2.3.ko.2.1"),
    ("3.2.3②(コ)2", "mic-1:3.2.3.ko.2"),
    ("3.2.3(2)", "mic-1:3.2.3"),
    ("3.2.3(1)(コ)2", ""),
    ("3.2.2(2)(ア)2", "mic-1:3.2.2.a.2"),
    ("3.2.2(ア)2", "mic-1:3.2.2.a.2"),
    ("3.2.3(フ)1", "mic-1:3.2.3.fu.1"),
    ("6.5章C-12", "mhlw-5:6.5.C.12"),
    ("６．５ Ｃ １２（３）", "mhlw-5:6.5.C.12.3"),
    ("6.5のC-12の(3)", "mhlw-5:6.5.C.12.3"),
    ("第5版 8.1.2 C ③ (ウ)", "mhlw-5:8.1.2.C.3.u"),
    ("8.1.2c3う", "mhlw-5:8.1.2.C.3.u"),
    ("第6.0版 企画管理編 15 ⑬", "mhlw-6:management.15-13"),
    ("第6版 企画管理編 15 ⑬", "mhlw-6:management.15-13"),
    ("企画15⑬", "mhlw-6:management.15-13"),
    ("management 15-13", "mhlw-6:management.15-13"),
    ("15⑬", "mhlw-6:management.15-13"),
    ("経営3", "mhlw-6:governance.3"),
    ("シス12.2", "mhlw-6:control.12.2"),
    ("ｼｽ12.2", "mhlw-6:control.12.2"),
    ("システム運用編12.2", "mhlw-6:control.12.2"),
    ("システム運用編12②", "mhlw-6:control.12-2"),
    ("システム運用編12-2", "mhlw-6:control.12-2"),
    ("control.12-2", "mhlw-6:control.12-2"),
    ("経営12.2", ""),
    ("第5版 企画管理編 15 ⑬", ""),
  ])
  func whatPeopleWriteIsFound(text: String, ids: String) throws {
    #expect(found(RequirementLookup(try many()), text).joined(separator: " ") == ids)
  }

  @Test func aWrongPartOfTheProviderGuidelineGivesItsNeighbours() throws {
    let lookup = RequirementLookup(try many())
    #expect(near(lookup, "3.2.3(2)(コ)9").prefix(2) == ["mic-1:3.2.3.ko.2", "mic-1:3.2.3.ko.2.1"])
    #expect(near(lookup, "経営12").contains("mhlw-6:governance.3") == false)
    #expect(near(lookup, "企画15⑭").first == "mhlw-6:management.15-13")
  }

  private func many() throws -> Catalogue {
    let editions = [("mhlw-5", "第5版"), ("mhlw-6", "第6.0版"), ("mic-1", "第1版")]
    let ids = [
      "mhlw-5:6.5.C.12", "mhlw-5:6.5.C.12.3", "mhlw-5:8.1.2.C.3.u", "mhlw-6:governance.3", "mhlw-6:management.15-13",
      "mhlw-6:control.12-2", "mhlw-6:control.12.2", "mic-1:3.2.2.a.2", "mic-1:3.2.3", "mic-1:3.2.3.fu.1",
      "mic-1:3.2.3.ko.2", "mic-1:3.2.3.ko.2.1",
    ]
    return Catalogue(
      guidelines: editions.compactMap { guideline($0.0, $0.1) },
      requirements: try ids.map { requirement(try #require(RequirementID($0))) }, correspondences: [])
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
