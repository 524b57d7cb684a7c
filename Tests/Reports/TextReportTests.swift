import Compliance
import Testing

@testable import Reports

struct TextReportTests {
  private func text(
    _ result: SweepResult, id: SweepID? = SweepID(12), language: Language, width: Int = 80,
    style: TextStyle = .plain, detail: TextReport.Detail = .summary
  ) throws -> String {
    TextReport(
      result: result, catalogue: try SampleCatalogue.catalogue(), sweepID: id, language: language, width: width,
      style: style, detail: detail
    ).text()
  }

  @Test(arguments: Language.allCases)
  func readsAsRecorded(language: Language) throws {
    let hospital = try SampleSweep.hospital()
    try expectGolden(try text(hospital, language: language), "hospital.\(language).txt")
    try expectGolden(try text(hospital, language: language, width: 120), "hospital-120.\(language).txt")
    try expectGolden(try text(hospital, language: language, detail: .full), "hospital-full.\(language).txt")
    try expectGolden(try text(hospital, language: language, style: .coloured), "hospital-coloured.\(language).txt")
    try expectGolden(try text(SampleSweep.empty(), id: nil, language: language), "empty.\(language).txt")
    try expectGolden(try text(try SampleSweep.onlyErrors(), language: language), "errors.\(language).txt")
  }

  @Test(arguments: Language.allCases, [40, 57, 80, 119, 120])
  func keepsWithinTheWidth(language: Language, width: Int) throws {
    for result in [
      try SampleSweep.hospital(), SampleSweep.empty(), try SampleSweep.onlyErrors(), try HostileSweep.sweep(),
    ] {
      for detail in [TextReport.Detail.summary, .full] {
        let report = try text(result, language: language, width: width, detail: detail)
        for line in report.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
        #expect(!report.contains(" \n") && !report.contains("\n\n\n"))
      }
    }
  }

  @Test(arguments: Language.allCases)
  func saysTheSameWithoutColour(language: Language) throws {
    for result in [try SampleSweep.hospital(), try HostileSweep.sweep()] {
      let coloured = try text(result, language: language, style: .coloured, detail: .full)
      let plain = try text(result, language: language, style: .plain, detail: .full)
      #expect(coloured != plain)
      #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
    }
  }

  @Test func showsWhatWouldSteerATerminal() throws {
    for language in Language.allCases {
      for detail in [TextReport.Detail.summary, .full] {
        let report = try text(try HostileSweep.sweep(), language: language, detail: detail)
        for scalar in report.unicodeScalars where scalar != "\n" {
          #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory), "\(scalar.value)")
        }
        #expect(report.contains("␛[2J"))
        #expect(report.contains("\\u{202E}"))
        // What came from the plugin stays within its own line, and cannot pose as a result.
        #expect(!report.split(separator: "\n").contains { $0.hasPrefix("✓") || $0.hasPrefix("  ✓ passed") })
      }
    }
  }

  @Test func namesTheEditionWhereverItNamesAGuideline() throws {
    for language in Language.allCases {
      let catalogue = try SampleCatalogue.catalogue()
      for width in [80, 120] {
        let words = try text(try SampleSweep.hospital(), language: language, width: width)
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for guideline in catalogue.guidelines {
          let title = guideline.title[language]
          let named = words.ranges(of: title).count
          #expect(named == 2)
          #expect(words.ranges(of: "\(title) \(guideline.edition[language])").count == named)
        }
      }
    }
  }

  @Test func countsWhatItDoesNotShow() throws {
    let summary = try text(try SampleSweep.hospital(), language: .en)
    #expect(summary.contains("more: failed 2, error 1"))
    #expect(!summary.contains("AP-売店"))
    let full = try text(try SampleSweep.hospital(), language: .en, detail: .full)
    #expect(full.contains("AP-売店👩‍⚕️"))
    #expect(full.contains("42 more findings were only counted."))
  }

  @Test func copesWithACatalogueThatLacksEverything() throws {
    let report = TextReport(
      result: try SampleSweep.hospital(), catalogue: .empty, sweepID: nil, language: .en
    ).text()
    #expect(report.contains("mhlw-5:6.5.C.12.3, mic-1:3.2.3.ko.1"))
    #expect(!report.contains("catalogue show"))
    #expect(!report.contains("history show"))
    // Parts cannot be told from requirements then, so that each is counted: nothing vanishes.
    #expect(report.contains("  ?           1        4        1          3"))
  }

  @Test func showsAMomentToTheMinute() {
    #expect(readableTime("2026-11-21T09:00:00+09:00") == "2026-11-21 09:00 +09:00")
    #expect(readableTime("2026-11-21T09:00:00Z") == "2026-11-21 09:00 Z")
    #expect(readableTime("2026-11-21T09:00:00") == "2026-11-21 09:00")
    #expect(readableTime("2026-11-21") == "2026-11-21")
    #expect(readableTime("きのうT") == "きのうT")
    #expect(readableTime("") == "")
  }
}
