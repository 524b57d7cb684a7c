import CatalogueFiles
import Compliance
import FoundationEssentials
import Testing

@testable import Reports

struct DocumentTests {
  private func written(_ document: ReportDocument, _ format: ReportFormat) throws -> String {
    let bytes = try document.bytes(format)
    return format == .xlsx ? try WorkbookContent(bytes).text : String(decoding: bytes, as: UTF8.self)
  }

  private func agreement(_ language: Language) throws -> ReportDocument {
    ReportDocument.serviceAgreement(
      try AgreementCatalogue.catalogue(), standings: try AgreementCatalogue.standings(),
      sweptAt: "2026-11-21T09:00:00+09:00", language: language)
  }

  @Test(arguments: Language.allCases, ReportDocument.formats)
  func readsAsRecorded(language: Language, format: ReportFormat) throws {
    let book = ReportDocument.evidenceBook(of: try SampleReport.report(try PersonsSweep.hospital(), language))
    for (name, document) in [("evidence-book", book), ("service-agreement", try agreement(language))] {
      let text = try written(document, format).replacing(#/(?s)<style>.*<\/style>/#, with: "<style>…</style>")
        .replacing(
          #/sha256-[A-Za-z0-9+\/=]+/#, with: "sha256-…"
        )
        .replacing("><", with: ">\n<")
      try expectGolden(text, "\(name).\(language)\(format.fileEnding)\(format == .xlsx ? ".txt" : "")")
    }
  }

  @Test(arguments: ReportDocument.formats)
  func holdsNoMarkupAndNoFormulaOfOthers(format: ReportFormat) throws {
    for evil in HostileSweep.formulas + [HostileSweep.markup] {
      let result = try PersonsSweep.hospital(evil)
      let text = try written(.evidenceBook(of: try SampleReport.report(result, .en)), format)
      // Text is text in a table; Markdown has a backslash before what would begin an element.
      if format == .html { #expect(!text.contains("<script") && !text.contains("<img")) }
      if format == .markdown { #expect(!text.replacing("\\<", with: "").contains("<")) }
      for cell in format == .csv ? text.dropFirst().split(separator: "\"") : [] {
        #expect(cell.first.map { !"=+-@＝\t\r".contains($0) } ?? true, "\(cell)")
      }
    }
  }

  @Test func theShippedCatalogueHasWhatIsAgreed() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Catalogue")
    let catalogue = try CatalogueReader.read(folder: folder.path, siteFolder: nil, snapshots: nil)
    let agreed = ReportDocument.agreed(in: catalogue)
    #expect(agreed.count > 70)
    let mic = try #require(GuidelineID("mic-1"))
    #expect(agreed.allSatisfy { $0.id.guideline == mic && ($0.text ?? "").contains("医療機関等と合意する") })
    #expect(Set(agreed.map(\.id)).count == agreed.count)
    // A whole whose part says so does not say it twice.
    let ids = Set(agreed.map(\.id))
    #expect(!agreed.contains { $0.parent.map(ids.contains) ?? false })
    #expect(ids.contains(try #require(RequirementID("mic-1:3.2.8.i.1.3"))))
    let table = String(
      decoding: try ReportDocument.serviceAgreement(catalogue, language: .ja).bytes(.csv), as: UTF8.self)
    #expect(table.contains("第5版 6.10 C 1"))
  }
}

/// A provider's requirements that say that they are to be agreed on, and some that do not.
enum AgreementCatalogue {
  static func catalogue() throws -> Catalogue {
    let sample = try SampleCatalogue.catalogue()
    func requirement(_ id: String, _ text: String, parent: String? = nil, parts: [String] = []) throws -> Requirement {
      let id = try SampleCatalogue.requirementID(id)
      return Requirement(
        id: id, citation: id.path, requirementClass: nil, status: .current,
        title: LocalizedText(ja: "合意", en: "Agreement"), text: text,
        parent: try parent.map(SampleCatalogue.requirementID),
        parts: try parts.map(SampleCatalogue.requirementID), chapter: "3.2.3", source: nil, notes: [])
    }
    let words = "サービス仕様適合開示書に基づき、医療機関等と合意する。"
    return Catalogue(
      guidelines: sample.guidelines,
      requirements: sample.requirements + [
        try requirement("mic-1:3.2.3.a", "① 定める。② ①について、\(words)", parts: ["mic-1:3.2.3.a.1", "mic-1:3.2.3.a.2"]),
        try requirement("mic-1:3.2.3.a.1", "① 定める。", parent: "mic-1:3.2.3.a"),
        try requirement("mic-1:3.2.3.a.2", "② ①について、\(words)", parent: "mic-1:3.2.3.a"),
        try requirement("mic-1:3.2.3.i", "改行を\n挟む。サービス仕様適合開示書に\n基づき、医療機関等と\n合意する。"),
        try requirement("mic-1:3.2.3.u", "サービス仕様適合開示書を作成する。"),
      ],
      correspondences: [
        Correspondence(
          from: try SampleCatalogue.requirementID("mhlw-5:6.5.C.12"),
          to: try SampleCatalogue.requirementID("mic-1:3.2.3.a"),
          relation: .corresponds, status: .stated, source: nil),
        Correspondence(
          from: try SampleCatalogue.requirementID("mhlw-5:6.5.C.6"),
          to: try SampleCatalogue.requirementID("mic-1:3.2.3.a"),
          relation: .corresponds, status: .inferred, source: nil),
      ], chapters: sample.chapters)
  }

  static func standings() throws -> [RequirementStanding] {
    [
      RequirementStanding(
        requirement: try SampleCatalogue.requirementID("mhlw-5:6.5.C.12"), standing: .fail, by: [])
    ]
  }
}
