import Compliance
import FoundationEssentials
import Testing

@testable import Reports

struct JSONReportTests {
  private func text(_ result: SweepResult, sweepID: SweepID?, language: Language) throws -> String {
    try JSONReport.text(result, sweepID: sweepID, catalogue: try SampleCatalogue.catalogue(), language: language)
  }

  @Test(arguments: Language.allCases)
  func readsAsRecorded(language: Language) throws {
    let hospital = try text(try SampleSweep.hospital(), sweepID: SweepID(12), language: language)
    try expectGolden(hospital, "hospital.\(language).json")
    try expectGolden(
      try text(SampleSweep.empty(), sweepID: nil, language: language), "empty.\(language).json")
    let errors = try text(try SampleSweep.onlyErrors(), sweepID: SweepID(1), language: language)
    try expectGolden(errors, "errors.\(language).json")
  }

  /// The part that other programs lean on, read as they would.
  private struct Document: Decodable {
    struct Sweep: Decodable {
      let id: Int?
      let site: String
      let at: String
      let exit: Int
    }
    struct Check: Decodable {
      struct Problem: Decodable {
        let place: String
        let text: String
      }
      struct Finding: Decodable {
        let subject: String
        let outcome: String
        let message: String
        let place: String?
      }
      let id: String
      let outcome: String
      let requirements: [String]
      let counts: [String: Int]
      let duration_ms: Int
      let problem: Problem?
      let findings: [Finding]
    }
    struct Requirement: Decodable {
      let id: String
      let standing: String
      let by: [String]
    }
    let schema: String
    let language: String
    let sweep: Sweep
    let checks: [Check]
    let requirements: [Requirement]
  }

  private func decoded(_ text: String) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(text.utf8))
  }

  @Test func holdsWhatProgramsLeanOn() throws {
    let document = try decoded(
      try text(try SampleSweep.hospital(), sweepID: SweepID(12), language: .ja))
    #expect(document.schema == "tenken.sweep/1")
    #expect(document.language == "ja")
    #expect(document.sweep.id == 12)
    #expect(document.sweep.site == "緑が丘総合病院")
    #expect(document.sweep.exit == 1)
    #expect(document.checks.count == 10)
    let wireless = try #require(document.checks.first { $0.id == "wireless-lan/encryption" })
    #expect(wireless.outcome == "fail")
    #expect(wireless.counts == ["fail": 5, "error": 1, "pass": 41])
    #expect(wireless.requirements == ["mhlw-5:6.5.C.12.3", "mic-1:3.2.3.ko.1"])
    #expect(wireless.duration_ms == 12)
    #expect(wireless.problem == nil)
    #expect(wireless.findings.map(\.place).first == "data/wireless/access-points.csv:12")
    let broken = try #require(document.checks.first { $0.id == "backup" })
    #expect(broken.problem?.place == "plugins/backup/plugin.lua:12")
    let standing = try #require(document.requirements.first { $0.id == "mhlw-5:6.5.C.12" })
    #expect(standing.by == ["wireless-lan/encryption", "wireless-lan/hidden"])
    #expect(try decoded(try text(SampleSweep.empty(), sweepID: nil, language: .en)).sweep.id == nil)
  }

  @Test func saysNullWhereThereIsNoPlaceOrNumber() throws {
    let text = try self.text(
      SweepResult(
        site: LocalizedText(verbatim: ""), at: "",
        checks: [
          try SampleSweep.run(
            "a/b", "", "", outcome: .pass,
            findings: [Finding(subject: "", outcome: .pass, message: LocalizedText(verbatim: ""), place: nil)])
        ], standings: [], exit: .met), sweepID: nil, language: .ja)
    #expect(text.contains("\"place\" : null"))
    #expect(text.contains("\"id\" : null"))
  }

  @Test func keepsEveryCharacter() throws {
    let evil = "\u{1B}[2J\0\u{7F}\"\\/\n\u{2028}\u{202E}\u{9B}\u{E0041}か\u{3099}𠮷👩‍⚕️</script>"
    let run = try SampleSweep.run(
      "a/b", evil, evil, outcome: .fail,
      findings: [
        Finding(
          subject: evil, outcome: .fail, message: LocalizedText(verbatim: evil),
          place: Place(file: "data/a.csv", line: 2, column: 7))
      ])
    let text = try self.text(
      SweepResult(site: LocalizedText(verbatim: evil), at: "", checks: [run], standings: [], exit: .failed),
      sweepID: nil, language: .ja)
    let finding = try #require(try decoded(text).checks.first?.findings.first)
    #expect(finding.message.utf8.elementsEqual(evil.utf8))
    #expect(finding.subject.utf8.elementsEqual(evil.utf8))
    #expect(finding.place == "data/a.csv:2")
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory), "\(scalar.value)")
    }
  }
}
