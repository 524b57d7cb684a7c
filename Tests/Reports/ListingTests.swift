import Compliance
import Testing

@testable import Reports

struct ListingTests {
  private func summaries() -> [SweepSummary] {
    func summary(_ id: Int64, _ at: String, _ exit: SweepExit, _ numbers: [Standing: Int]) -> SweepSummary {
      SweepSummary(id: SweepID(id), at: at, exit: exit, checks: numbers)
    }
    return [
      summary(
        102, "2026-11-21T09:00:00+09:00", .failed, [.fail: 3, .error: 1, .waived: 2, .pass: 36, .notchecked: 10]),
      summary(101, "2026-11-20T09:00:00+09:00", .undetermined, [.pass: 40, .notchecked: 12]),
      summary(9, "2026-08-01T09:00:00+09:00", .met, [.pass: 52]),
    ]
  }

  @Test(arguments: Language.allCases)
  func readAsRecorded(language: Language) throws {
    let catalogue = try SampleCatalogue.catalogue()
    try expectGolden(HistoryListing.text(summaries(), language: language), "history.\(language).txt")
    try expectGolden(HistoryListing.text([], language: language), "history-empty.\(language).txt")
    try expectGolden(CatalogueListing.list(catalogue.requirements, language: language), "catalogue.\(language).txt")
    let wireless = try #require(catalogue[SampleCatalogue.requirementID("mhlw-5:6.5.C.12")])
    let checks = [
      (id: try #require(CheckID("wireless-lan/encryption")), title: LocalizedText(ja: "通信を暗号化している", en: "Encrypted")),
      (id: try #require(CheckID("wireless-lan/hidden")), title: LocalizedText(ja: "SSIDを隠している", en: "Hidden")),
    ]
    try expectGolden(
      CatalogueListing.card(wireless, in: catalogue, checks: checks, language: language), "requirement.\(language).txt")
    let part = try #require(catalogue[SampleCatalogue.requirementID("mhlw-5:6.5.C.12.1")])
    try expectGolden(
      CatalogueListing.card(part, in: catalogue, checks: [], language: language, style: .coloured),
      "requirement-part.\(language).txt")
  }

  @Test(arguments: Language.allCases, [40, 80, 120])
  func keepWithinTheWidth(language: Language, width: Int) throws {
    let catalogue = try SampleCatalogue.catalogue()
    var texts = [
      HistoryListing.text(summaries(), language: language, width: width),
      CatalogueListing.list(catalogue.requirements, language: language, width: width),
    ]
    texts += catalogue.requirements.map {
      CatalogueListing.card($0, in: catalogue, checks: [], language: language, width: width)
    }
    for line in texts.joined().split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
  }

  @Test func headColumnsWithSignsWhereWordsDoNotFit() {
    let counts = Dictionary(uniqueKeysWithValues: Standing.allCases.map { ($0, 1) })
    let sweep = SweepSummary(id: SweepID(1), at: "2026-11-21T09:00:00+09:00", exit: .failed, checks: counts)
    let lines = HistoryListing.text([sweep], language: .en).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "No.  Time              Result  ✗  !  ?  –  w  ✓  i  ·  ~")
    #expect(lines[1] == "  1  2026-11-21 09:00  failed  1  1  1  1  1  1  1  1  1")
    #expect(lines[3].hasPrefix("✗ failed   ! error   ? unknown   – not checked"))
  }

  @Test func showsEveryLinkFromBothEnds() throws {
    let catalogue = try SampleCatalogue.catalogue()
    func card(_ id: String) throws -> String {
      CatalogueListing.card(
        try #require(catalogue[SampleCatalogue.requirementID(id)]), in: catalogue, checks: [], language: .en, width: 120
      )
    }
    let mhlw = try card("mhlw-5:6.5.C.12")
    #expect(mhlw.contains("→ mic-1:3.2.3.ko.1  [corresponds, stated]"))
    #expect(mhlw.contains("→ [merged, unresolved]"))
    #expect(mhlw.contains("Candidates: mic-1:3.2.3.ko.1, mic-1:3.2.3.ko.2"))
    #expect(mhlw.contains("→ [no counterpart, stated]"))
    #expect(mhlw.contains("← mic-1:3.2.3.ko.2  [covered, inferred]"))
    #expect(try card("mic-1:3.2.3.ko.1").contains("← mhlw-5:6.5.C.12  [corresponds, stated]"))
    let candidate = try card("mic-1:3.2.3.ko.2")
    #expect(candidate.contains("← mhlw-5:6.5.C.12  [merged, unresolved]"))
    #expect(candidate.contains("→ mhlw-5:6.5.C.12  [covered, inferred]"))
    #expect(try !card("mhlw-5:6.10.C.1").contains("Correspondences"))
  }
}
