import Compliance
import Testing

@testable import Reports

struct WorkbookTests {
  private func content(_ result: SweepResult, _ language: Language) throws -> WorkbookContent {
    try WorkbookContent(try SampleReport.report(result, language).bytes(.xlsx))
  }

  @Test(arguments: Language.allCases)
  func readsAsRecorded(language: Language) throws {
    for (name, result) in [
      ("hospital", try SampleSweep.hospital()), ("persons", try PersonsSweep.hospital()),
      ("empty", SampleSweep.empty()), ("errors", try SampleSweep.onlyErrors()),
    ] {
      try expectGolden(try content(result, language).text, "\(name)-report.\(language).xlsx.txt")
    }
  }

  @Test func hasNoFormulaAndNoLink() throws {
    for evil in HostileSweep.formulas + [HostileSweep.markup, HostileSweep.terminal] {
      let workbook = try content(try HostileSweep.sweep(evil), .en)
      for (name, part) in workbook.parts where name.hasPrefix("xl/worksheets") {
        #expect(!part.contains("<f>") && !part.contains("<f ") && !part.contains("<hyperlink"), "\(name)")
      }
      #expect(workbook.sheets.count == 7)
      #expect(workbook.parts.keys.allSatisfy { !$0.contains("external") && !$0.contains("vba") })
    }
    #expect(try content(try HostileSweep.sweep("=1+1"), .en).text.contains("C=&#61;1+1") == false)
    #expect(try content(try HostileSweep.sweep("=1+1"), .en).text.contains("C==1+1 | D==1+1"))
  }

  @Test func cutsWhatACellCannotHold() throws {
    let long = String(repeating: "𠮷", count: 40_000)
    let text = try content(try HostileSweep.sweep(long), .ja).text
    let longest = text.split(whereSeparator: { "|\n".contains($0) }).map(\.utf16.count).max() ?? 0
    #expect(32_000...32_780 ~= longest)
    #expect(text.contains("𠮷…"))
  }
}
