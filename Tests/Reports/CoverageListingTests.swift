import Compliance
import Testing

@testable import Reports

struct CoverageListingTests {
  private func text(_ language: Language, width: Int = 80, style: TextStyle = .plain) throws -> String {
    let sample = try SampleCatalogue.catalogue()
    let catalogue = Catalogue(
      guidelines: sample.guidelines, requirements: sample.requirements, correspondences: [],
      evidence: [
        try SampleCatalogue.requirementID("mhlw-5:6.4.C.3"): .ledger,
        try SampleCatalogue.requirementID("mhlw-5:6.5.C.6"): .machine,
        try SampleCatalogue.requirementID("mhlw-5:6.10.C.1"): .attestation,
      ])
    let checks = try ["mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.9", "mhlw-5:6.5.D.6"].enumerated().map { index, id in
      Check(
        id: try #require(CheckID("sample/c\(index)")), title: LocalizedText(verbatim: ""),
        requirements: [try SampleCatalogue.requirementID(id)], severity: .low, cadence: "1 day",
        remedy: LocalizedText(verbatim: ""))
    }
    return CoverageListing.text(
      catalogue, guidelines: catalogue.guidelines, coverage: Coverage(catalogue, checks), language: language,
      width: width,
      style: style)
  }

  @Test(arguments: Language.allCases)
  func readsAsRecorded(language: Language) throws {
    try expectGolden(text(language), "coverage.\(language).txt")
    try expectGolden(text(language, style: .coloured), "coverage-coloured.\(language).txt")
  }

  @Test(arguments: Language.allCases, [50, 80, 120])
  func keepsWithinTheWidth(language: Language, width: Int) throws {
    for line in try text(language, width: width).split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= width, "\(line)")
    }
  }

  @Test func everyRequirementInForceIsCountedOnce() throws {
    let lines = try text(.en).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    // Minimum and recommended of the first guideline, no class of the second: 6, 2 and 2.
    #expect(lines.filter { $0.first == "Total" }.map { $0.last } == ["6", "2"])
    #expect(lines.filter { $0.first == "3.2.3" }.map { $0.last } == ["2"])
  }
}
