import Compliance
import Testing

@testable import Reports

/// What one sees first: what newly fails, what ends soon, how old results are.
struct DateReportTests {
  private static let formats: [ReportFormat] = [.text, .json, .markdown, .csv, .prometheus, .sarif, .oscal]

  private func report(_ language: Language) throws -> SweepReport {
    let result = try DatesSweep.hospital()
    return try SampleReport.report(result, drift: try DatesSweep.drift(to: result), language)
  }

  private func text(_ report: SweepReport, _ format: ReportFormat) throws -> String {
    String(decoding: try report.bytes(format), as: UTF8.self)
  }

  @Test(arguments: formats, Language.allCases) func readsAsRecorded(format: ReportFormat, language: Language) throws {
    try expectGolden(try text(report(language), format), "dates-report.\(language)\(format.fileEnding)")
  }

  @Test(arguments: Language.allCases) func aPartReadsAsRecorded(language: Language) throws {
    for format in [ReportFormat.text, .json] {
      try expectGolden(
        try SampleReport.text(try DatesSweep.part(), format, language), "part-report.\(language)\(format.fileEnding)")
    }
  }

  @Test func whatMattersComesFirst() throws {
    for format in [ReportFormat.text, .markdown] {
      let text = try text(report(.en), format)
      let places = try ["Newly failing 1", "Ends within 30 days 3", "Standing of the requirements", "Remedy"].map {
        try #require(text.firstRange(of: $0), "\($0)").lowerBound
      }
      #expect(places == places.sorted())
    }
  }

  @Test func whatEndsSoonIsToldOnThePageAndInTheWorkbook() throws {
    let page = try text(report(.en), .html)
    let card = try #require(page.firstMatch(of: #/(?s)id="expiring".*?<\/ul>/#)).0
    #expect(card.contains("TAPE-02: ") && card.contains("until 2026-11-30 (9 days left)"))
    #expect(card.contains("TAPE-03: ") && card.contains("last day today"))
    #expect(card.contains("#check-media/term") && !card.contains("TAPE-01"))
    #expect(page.contains("until 2027-03-31 (130 days left)"))
    #expect(page.contains(">flapping<"))
    let workbook = try WorkbookContent(try report(.en).bytes(.xlsx)).text
    #expect(workbook.contains("A=2026-11-30 | B=9"))
    #expect(workbook.contains("Newly failing 1: ") && workbook.contains("Ends within 30 days 3"))
  }

  @Test func aResultOfAnEarlierSweepHasItsOwnMoment() throws {
    let csv = try text(report(.en), .csv).split(separator: "\r\n")
    let carried = try #require(csv.first { $0.contains("accounts/number") })
    #expect(carried.hasSuffix(#""2026-11-02T09:00:00+09:00""#))
    #expect(csv.first { $0.contains("TAPE-02") }?.contains(#""2026-11-30""#) == true)
    #expect(try text(report(.en), .oscal).contains(#""collected" : "2026-11-02T09:00:00+09:00""#))
    #expect(try text(report(.en), .sarif).contains(#""asOf" : "2026-11-02T09:00:00+09:00""#))
    #expect(
      try text(report(.en), .prometheus).contains(
        #"tenken_check_timestamp_seconds{site="Midorigaoka General Hospital",check="accounts/number"} 1793577600"#))
  }

  @Test func rowsOfTheWorkbookAreAsHighAsTheirText() throws {
    let parts = try WorkbookContent(try report(.ja).bytes(.xlsx)).parts
    let findings = try #require(parts.first { $0.key.hasSuffix("sheet5.xml") }?.value)
    let heights = findings.matches(of: #/<row [^>]* ht="([0-9.]+)"/#).compactMap { Double($0.1) }
    // A message of 60 kanji takes three lines of 44 columns and more.
    #expect(heights.contains { $0 >= 45 } && heights.contains { $0 < 45 })
    #expect(heights.allSatisfy { $0 <= 409 })
  }
}
