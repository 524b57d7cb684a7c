import CatalogueFiles
import Compliance
import Testing
import Wording

@testable import Reports

struct ExplanationTextTests {
  private func explained(
    _ words: [String], of result: SweepResult, language: Language = .en, width: Int = 80,
    style: TextStyle = .plain, showsSettled: Bool = false
  ) throws -> String {
    let catalogue = try SampleExplanations.catalogue()
    let text = ExplanationText(
      result, SweepID(12), catalogue: catalogue, language: language, width: width, style: style,
      showsSettled: showsSettled)
    return try SampleExplanations.query(result, catalogue).explanations(of: words).map(text.text)
      .joined(separator: "\n")
  }

  /// What is asked for in each golden file.
  private static let questions: [(name: String, words: [String])] = [
    ("requirement", ["mhlw-5:6.5.C.12"]), ("part", ["6.5 C 12 (1)"]), ("unwatched", ["mhlw-5:6.10.C.1"]),
    ("check", ["wireless-lan/encryption"]), ("plugin", ["wireless-lan"]), ("broken-plugin", ["backup"]),
    ("finding", ["wireless-lan/encryption", "AP-𠮷野分院"]),
  ]

  @Test(arguments: Language.allCases)
  func readsAsRecorded(language: Language) throws {
    let hospital = try SampleSweep.hospital()
    for (name, words) in Self.questions {
      try expectGolden(try explained(words, of: hospital, language: language), "explain-\(name).\(language).txt")
    }
    try expectGolden(
      try explained(
        ["mhlw-5:6.5.C.12", "clocks/synchronized"], of: hospital, language: language, width: 120, style: .coloured,
        showsSettled: true), "explain-coloured-120.\(language).txt")
    try expectGolden(
      try explained(["accounts/leavers"], of: try SampleExplanations.limited(), language: language),
      "explain-limit.\(language).txt")
  }

  @Test(arguments: Language.allCases, [40, 57, 80, 120])
  func keepsWithinTheWidth(language: Language, width: Int) throws {
    for result in [try SampleSweep.hospital(), try SampleExplanations.hostile()] {
      for words in try SampleExplanations.everything(in: result) {
        let text = try explained([words], of: result, language: language, width: width, showsSettled: true)
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
        #expect(!text.contains(" \n") && !text.contains("\n\n\n"), "\(words)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func showsWhatWouldSteerATerminal(language: Language) throws {
    let hostile = try SampleExplanations.hostile()
    var shown = 0
    for words in [["evil/check"], ["evil"], ["evil/check", SampleExplanations.evil], ["mhlw-5:6.5.C.12.3"]] {
      let text = try explained(words, of: hostile, language: language, showsSettled: true)
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory), "\(scalar.value)")
      }
      shown += text.contains("␛[2J") ? 1 : 0
    }
    #expect(shown == 4)
  }

  @Test(arguments: Language.allCases)
  func saysTheSameWithoutColour(language: Language) throws {
    let hospital = try SampleSweep.hospital()
    for words in try SampleExplanations.everything(in: hospital) {
      let coloured = try explained([words], of: hospital, language: language, style: .coloured)
      #expect(
        coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == (try explained([words], of: hospital, language: language))
      )
    }
  }

  @Test func leadsFromEveryKindToTheHashes() throws {
    let hospital = try SampleSweep.hospital()
    for words in [["wireless-lan/encryption"], ["wireless-lan/encryption", "AP-B1-検査"]] {
      let text = try explained(words, of: hospital)
      #expect(text.contains("data/wireless/access-points.csv:31"))
      #expect(text.contains(String(repeating: "a1b2", count: 16)))
      #expect(text.contains(String(repeating: "5e", count: 32)))
    }
  }

  @Test func leavesOutWhatIsInOrderUnlessAsked() throws {
    let hospital = try SampleSweep.hospital()
    #expect(try !explained(["clocks/synchronized"], of: hospital).contains("srv-01"))
    #expect(try explained(["clocks/synchronized"], of: hospital).contains("2 findings in order not shown"))
    #expect(try explained(["clocks/synchronized"], of: hospital, showsSettled: true).contains("srv-01"))
  }

  @Test func saysWhyASweepSaysNothing() throws {
    let result = try SampleSweep.hospital()
    func explained(_ words: [String], of result: SweepResult) throws -> String {
      try self.explained(words, of: result, width: 120)
    }
    #expect(try explained(["mhlw-5:6.9.deleted"], of: result).contains("has deleted it"))
    #expect(try explained(["mhlw-5:6.4.unstated"], of: result).contains("for the provider only"))
    let empty = SampleSweep.empty()
    #expect(try explained(["mhlw-5:6.10.C.1"], of: empty).contains("add it to guidelines: in tenken.yaml"))
    let limited = SweepResult(
      site: result.site, at: result.at, checks: result.checks, standings: [], exit: result.exit, only: ["accounts"])
    #expect(try explained(["mhlw-5:6.10.C.1"], of: limited).contains("of a part only"))
  }

  @Test func saysWhenTheCatalogueHasChangedSince() throws {
    let result = try SampleSweep.hospital()
    let id = try SampleCatalogue.requirementID("mhlw-5:6.5.C.9")
    let changed = SweepResult(
      site: result.site, at: result.at, checks: result.checks,
      standings: [RequirementStanding(requirement: id, standing: .fail, by: [])], exit: result.exit)
    #expect(try explained(["mhlw-5:6.5.C.9"], of: changed).contains("changed since this sweep"))
    #expect(try !explained(["mhlw-5:6.5.C.9"], of: result).contains("changed since this sweep"))
  }

  @Test(arguments: [
    Wording.memoryLimit(bytes: 1 << 26), Wording.callLimit(seconds: 2), Wording.checkLimit(seconds: 60),
    Wording.pluginLimit(seconds: 600), Wording.workerCallTooLong(seconds: 2), Wording.workerTotalTooLong(seconds: 600),
  ])
  func knowsEveryLimit(reason: LocalizedText) {
    #expect(Wording.Explanation.namesLimit(reason))
    #expect(Wording.Explanation.namesLimit(Wording.checkStopped(reason, Place(file: "data/a.csv", line: 2))))
  }

  @Test(arguments: [
    Wording.sourceIsEmpty, Wording.noOutcome, Wording.workerForbidden, Wording.workerCrashed(signal: 11),
    Wording.workerStoodStill(seconds: 30),
  ])
  func takesNothingElseForALimit(text: LocalizedText) {
    #expect(!Wording.Explanation.namesLimit(text))
  }

  @Test(arguments: Language.allCases)
  func isDocumentedJSON(language: Language) throws {
    let (result, catalogue) = (try SampleSweep.hospital(), try SampleExplanations.catalogue())
    let explanations = try SampleExplanations.query(result, catalogue)
      .explanations(of: ["mhlw-5:6.5.C.12", "wireless-lan/hidden", "accounts", "accounts/leavers", "u-77c0"])
    try expectGolden(
      try ExplanationJSON.text(explanations, of: result, SweepID(12), catalogue, language),
      "explain.\(language).json")
  }
}
