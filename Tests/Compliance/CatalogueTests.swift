import Compliance
import Testing

struct CatalogueTests {
  private let catalogue: Catalogue
  private let chapter: RequirementID
  private let statement: RequirementID
  private let part: RequirementID
  private let other: RequirementID

  init() throws {
    let guideline = try #require(GuidelineID("mhlw-5"))
    chapter = try #require(RequirementID("mhlw-5:6.5.C.12"))
    statement = try #require(RequirementID("mhlw-5:6.5.C.12.3"))
    part = try #require(RequirementID("mhlw-5:6.5.C.12.3.1"))
    other = try #require(RequirementID("mhlw-5:6.5.C.1"))
    func requirement(_ id: RequirementID, parent: RequirementID?, parts: [RequirementID]) -> Requirement {
      Requirement(
        id: id, citation: id.path, requirementClass: .minimum, status: .current,
        title: LocalizedText(verbatim: id.path), text: nil,
        parent: parent, parts: parts, chapter: "6.5", source: nil, notes: [])
    }
    catalogue = Catalogue(
      guidelines: [
        Guideline(
          id: guideline, title: LocalizedText(verbatim: ""), edition: LocalizedText(verbatim: ""),
          issuer: LocalizedText(verbatim: ""),
          published: "2017-05")
      ],
      requirements: [
        requirement(other, parent: nil, parts: []), requirement(chapter, parent: nil, parts: [statement]),
        requirement(statement, parent: chapter, parts: [part]), requirement(part, parent: statement, parts: []),
      ],
      correspondences: [])
  }

  @Test func requirementsAreFoundByID() throws {
    #expect(catalogue[statement]?.id == statement)
    #expect(catalogue.position(of: other) == 0)
    #expect(catalogue.position(of: part) == 3)
    let missing = try #require(RequirementID("mhlw-5:6.5.C.99"))
    #expect(catalogue[missing] == nil)
    #expect(catalogue.position(of: missing) == nil)
    #expect(Catalogue.empty[statement] == nil)
  }

  @Test func aPartIsWithinEveryRequirementAboveIt() {
    #expect(catalogue.isWithin(part, chapter))
    #expect(catalogue.isWithin(part, statement))
    #expect(catalogue.isWithin(chapter, chapter))
    #expect(!catalogue.isWithin(chapter, part))
    // `6.5.C.12` begins with the letters of `6.5.C.1`, and is no part of it.
    #expect(!catalogue.isWithin(chapter, other))
  }

  @Test func guidelinesAreFoundByID() throws {
    #expect(catalogue.guideline(try #require(GuidelineID("mhlw-5")))?.published == "2017-05")
    #expect(catalogue.guideline(try #require(GuidelineID("mhlw-6"))) == nil)
  }
}
