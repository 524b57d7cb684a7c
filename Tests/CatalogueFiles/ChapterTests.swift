import CatalogueFiles
import Compliance
import Testing

/// Chapters and their order.
@Suite struct ChapterTests {
  @Test func chaptersHaveTheirTitles() throws {
    let catalogue = try CatalogueReader.read(folder: fixtures("valid"))
    #expect(catalogue.chapters.map(\.number) == ["6.5", "6.9", "6.10", "3.2.3"])
    let requirement = try #require(RequirementID("mhlw-5:6.5.C.12.1").flatMap { catalogue[$0] })
    #expect(catalogue.chapter(of: requirement)?.title == LocalizedText(ja: "技術的安全対策", en: "Technical safeguards"))
    let other = try #require(GuidelineID("mic-1"))
    #expect(catalogue.chapter("6.5", of: other) == nil)
  }

  @Test func theListOfTheGuidelineOrdersThem() throws {
    let catalogue = try CatalogueReader.read(folder: fixtures("chapters"))
    #expect(catalogue.chapters.map(\.number) == ["overview", "governance", "control"])
    #expect(catalogue.requirements.map(\.id.path) == ["overview.1", "governance.1", "control.1"])
  }

  @Test func aSitesChaptersComeBehind() throws {
    let base = try CatalogueReader.read(folder: fixtures("valid"))
    let catalogue = try CatalogueReader.read(folder: fixtures("site"), extending: base)
    #expect(catalogue.chapters.dropLast() == base.chapters[...])
    #expect(catalogue.chapters.last?.guideline.description == "local")
    #expect(catalogue.errata == base.errata)
  }
}
