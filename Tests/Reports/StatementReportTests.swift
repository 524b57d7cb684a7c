import Compliance
import Testing

@testable import Reports

/// Attestations and waivers in every format of this target.
struct StatementReportTests {
  private func text(
    _ result: SweepResult, _ language: Language, width: Int = 80, detail: TextReport.Detail = .summary
  ) throws -> String {
    TextReport(
      result: result, catalogue: try SampleCatalogue.catalogue(), sweepID: SweepID(12), language: language,
      width: width, detail: detail
    ).text()
  }

  private func explained(_ words: [String], _ result: SweepResult, _ language: Language, width: Int = 80) throws
    -> String
  {
    let catalogue = try SampleExplanations.catalogue()
    let text = ExplanationText(result, SweepID(12), catalogue: catalogue, language: language, width: width)
    return try SampleExplanations.query(result, catalogue).explanations(of: words).map(text.text)
      .joined(separator: "\n")
  }

  private static let asked = [
    "mhlw-5:6.4.D.1", "mhlw-5:6.10.C.1", "mic-1:3.2.3.ko.2", "wireless-lan/encryption", "attestation:changed",
    "waiver:cameras",
  ]

  @Test(arguments: Language.allCases) func readsAsRecorded(language: Language) throws {
    let result = try SampleStatements.sweep()
    try expectGolden(try text(result, language), "statements.\(language).txt")
    try expectGolden(try text(result, language, detail: .full), "statements-full.\(language).txt")
    try expectGolden(try explained(Self.asked, result, language), "explain-statements.\(language).txt")
    try expectGolden(
      try JSONReport.text(
        result, sweepID: SweepID(12), catalogue: SampleCatalogue.catalogue(), language: language),
      "statements.\(language).json")
    let explanations = try SampleExplanations.query(result, SampleExplanations.catalogue()).explanations(of: Self.asked)
    try expectGolden(
      try ExplanationJSON.text(explanations, of: result, SweepID(12), SampleExplanations.catalogue(), language),
      "explain-statements.\(language).json")
  }

  @Test(arguments: Language.allCases, [40, 80, 120]) func keepsWithinTheWidth(language: Language, width: Int) throws {
    for result in [try SampleStatements.sweep(), try SampleStatements.sweep(evil: SampleExplanations.evil)] {
      let shown = [
        try text(result, language, width: width), try text(result, language, width: width, detail: .full),
        try explained(Self.asked, result, language, width: width),
      ]
      for line in shown.flatMap({ $0.split(separator: "\n") }) { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }
  }

  @Test(arguments: Language.allCases) func nothingThatPersonsWroteSteersATerminal(language: Language) throws {
    let result = try SampleStatements.sweep(evil: SampleExplanations.evil)
    let json = try JSONReport.text(
      result, sweepID: nil, catalogue: SampleCatalogue.catalogue(), language: language)
    for shown in [try text(result, language, detail: .full), try explained(Self.asked, result, language), json] {
      #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }

  @Test func aWaiverIsNeverTheWholeStory() throws {
    let text = try text(try SampleStatements.sweep(), .en)
    #expect(text.contains("Failed, and waived 1") && text.contains("w waived 1"))
    #expect(text.contains("The devices are replaced in January 2027."))
  }
}
