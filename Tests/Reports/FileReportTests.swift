import Compliance
import FoundationEssentials
import Testing

@testable import Reports

/// What holds for the reports in every format.
struct FileReportTests {
  private static let textual: [ReportFormat] = [.markdown, .csv, .junit, .prometheus, .sarif, .oscal]

  @Test(arguments: textual, Language.allCases)
  func readsAsRecorded(format: ReportFormat, language: Language) throws {
    for (name, result) in [
      ("hospital", try SampleSweep.hospital()), ("persons", try PersonsSweep.hospital()),
      ("empty", SampleSweep.empty()),
      ("errors", try SampleSweep.onlyErrors()),
    ] {
      try expectGolden(
        try SampleReport.text(result, format, language), "\(name)-report.\(language)\(format.fileEnding)")
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func isTheSameBytesEachTime(format: ReportFormat) throws {
    let report = try SampleReport.report(try SampleSweep.hospital(), .ja)
    #expect(try report.bytes(format) == report.bytes(format))
  }

  @Test(arguments: textual)
  func holdsNothingThatCannotBeSeen(format: ReportFormat) throws {
    for evil in [HostileSweep.terminal, HostileSweep.markup] {
      let text = try SampleReport.text(try HostileSweep.sweep(evil), format)
      for scalar in text.unicodeScalars where !["\n", "\r", "\u{FEFF}"].contains(scalar) {
        #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory), "\(scalar.value)")
      }
    }
  }

  @Test func theNameOfAFileTellsItsFormat() {
    for format in ReportFormat.allCases {
      #expect(ReportFormat(fileName: "reports/sweep\(format.fileEnding)") == format)
      #expect(ReportFormat(fileName: "X\(format.fileEnding.uppercased())") == format)
    }
    #expect(ReportFormat(fileName: "report") == nil)
    #expect(ReportFormat(fileName: "report.pdf") == nil)
  }

  @Test func noCellOfCSVIsAFormula() throws {
    for formula in HostileSweep.formulas + [HostileSweep.markup] {
      let table = try SampleReport.text(try HostileSweep.sweep(formula), .csv)
      let cells = table.dropFirst().split(separator: "\r\n").flatMap { $0.split(separator: "\",\"") }
      for cell in cells {
        let first = cell.drop { $0 == "\"" }.first
        #expect(first.map { !"=+-@＝＋－＠\t\r".contains($0) } ?? true, "\(cell)")
      }
    }
  }

  @Test func csvHasARowForWhateverWasOnlyCounted() throws {
    let table = try SampleReport.text(try SampleSweep.hospital(), .csv)
    #expect(table.contains("41 more findings were only counted."))
    #expect(table.hasPrefix("\u{FEFF}\"Outcome\""))
  }

  @Test func whatIsNotDeterminedIsNoSuccessForJUnit() throws {
    let text = try SampleReport.text(try SampleSweep.hospital(), .junit)
    #expect(text.contains(#"tests="10" failures="3" errors="3" skipped="2""#))
    #expect(!text.contains("<skipped message=\"unknown"))
  }

  @Test func xmlHasNoMarkupOfOthers() throws {
    let text = try SampleReport.text(try HostileSweep.sweep(HostileSweep.markup), .junit)
    let names = text.matches(of: #/<[/?]?([A-Za-z]+)/#).map { String($0.1) }
    #expect(Set(names) == ["xml", "testsuites", "testsuite", "testcase", "failure"])
    #expect(!text.unicodeScalars.contains("\u{FFFE}"))
  }

  @Test func markdownHasNoMarkupOfOthers() throws {
    let text = try SampleReport.text(try HostileSweep.sweep(HostileSweep.markup), .markdown)
    #expect(!text.replacing("\\<", with: "").contains("<"))
    #expect(!text.contains("\n# heading"))
    #expect(!text.contains(" **bold**"))
    #expect(!text.contains(" [x](javascript"))
  }

  @Test func everyLineOfPrometheusIsACommentOrASample() throws {
    for result in [try SampleSweep.hospital(), SampleSweep.empty(), try HostileSweep.sweep(HostileSweep.markup)] {
      for line in try SampleReport.text(result, .prometheus).split(separator: "\n") {
        let isSample = line.wholeMatch(of: #/[a-z_]+\{([a-z]+="([^"\\]|\\["\\n])*",?)+\} -?[0-9]+/#) != nil
        #expect(line.hasPrefix("# HELP ") || line.hasPrefix("# TYPE ") || isSample, "\(line)")
      }
    }
    let text = try SampleReport.text(try SampleSweep.hospital(), .prometheus)
    #expect(text.contains("tenken_sweep_timestamp_seconds{site=\"Midorigaoka General Hospital\"} 1795219200"))
    #expect(text.contains("tenken_checks{site=\"Midorigaoka General Hospital\",standing=\"fail\"} 3"))
  }
}
