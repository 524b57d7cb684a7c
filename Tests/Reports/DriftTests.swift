import Compliance
import Testing

@testable import Reports

/// The changes between two sweeps, for people and for programs.
struct DriftTests {
  private func stored(_ id: Int64, at: String, _ checks: [CheckRun], _ standings: [(String, Standing)], program: String)
    throws -> StoredSweep
  {
    StoredSweep(
      id: SweepID(id),
      result: SweepResult(
        site: LocalizedText(ja: "緑が丘病院", en: "Midorigaoka Hospital"), at: at, checks: checks,
        standings: try standings.map {
          RequirementStanding(requirement: try SampleCatalogue.requirementID($0), standing: $1, by: [])
        }, exit: .failed), program: program, catalogueSHA256: "c")
  }

  private func drift() throws -> SweepDrift {
    let file = "data/wireless/access-points.csv"
    let finding = SampleSweep.finding
    let encryption = { (outcome: Outcome, findings: [Finding], counts: [Outcome: Int]) in
      try SampleSweep.run(
        "wireless-lan/encryption", "無線LANの通信を暗号化している", "Wireless LAN traffic is encrypted", outcome: outcome,
        counts: counts, findings: findings)
    }
    let before = try stored(
      364, at: "2026-11-19T06:00:00+09:00",
      [
        encryption(
          .fail,
          [
            finding("AP-1", .fail, "暗号化方式が wep である", "encryption is wep", file, 2),
            finding("AP-2", .fail, "暗号化方式が none である", "encryption is none", file, 3),
            finding("AP-3", .pass, "", "", file, 4),
          ], [.fail: 2, .pass: 1]),
        SampleSweep.run("accounts/leavers", "退職者", "Leavers", outcome: .pass),
        SampleSweep.run("backup/restore", "復元", "Restore", outcome: .fail),
        SampleSweep.run("old/check", "古い", "Old", outcome: .pass),
      ], [("mhlw-5:6.5.C.12.3", .fail), ("mhlw-5:6.5.C.6", .pass)], program: "tenken 0.1.0, Lua 5.4.4")
    let after = try stored(
      365, at: "2026-11-20T06:00:00+09:00",
      [
        encryption(
          .fail,
          [
            finding("AP-1", .pass, "", "", file, 2),
            finding("AP-3\u{1B}[31m", .fail, "暗号化方式が tkip である", "encryption is tkip", file, 4),
            finding("AP-3", .fail, "暗号化方式が tkip である", "encryption is tkip", file, 4),
          ], [.fail: 2, .pass: 1]),
        SampleSweep.run(
          "accounts/leavers", "退職者", "Leavers", outcome: .error,
          problem: Problem(at: Place(file: "data/a.csv"), LocalizedText(ja: "読めない", en: "cannot be read"))),
        SampleSweep.run("backup/restore", "復元", "Restore", outcome: .fail),
      ], [("mhlw-5:6.5.C.12.3", .waived), ("mhlw-5:6.5.C.6", .error)], program: "tenken 0.2.0, Lua 5.4.4")
    var drift = SweepDrift(from: before, to: after)
    drift.checks[0].isFlapping = true
    return drift
  }

  @Test(arguments: Language.allCases)
  func aDriftIsToldInFull(language: Language) throws {
    let text = DriftText(try drift(), catalogue: try SampleCatalogue.catalogue(), language: language).text()
    try expectGolden(text, "drift.\(language).txt")
    try expectGolden(DriftJSON.text(drift(), language: language), "drift.\(language).json")
  }

  @Test func noChangeIsALine() throws {
    let same = try stored(2, at: "2026-11-20T06:00:00+09:00", [], [], program: "tenken")
    let text = DriftText(
      SweepDrift(from: same, to: same), catalogue: try SampleCatalogue.catalogue(), language: .en
    ).text()
    #expect(text.hasSuffix("Nothing changed.\n"))
  }

  @Test func namesOfParametersThatDiffer() throws {
    let id = try #require(PluginID("p"))
    let difference = SweepDifference.parameters(
      id, before: #"{"a":1,"b":["x"],"c":0.5}"#, after: #"{"a":1,"b":["x","y"],"d":true}"#)
    #expect(changedParameters(difference) == ["b", "c", "d"])
  }
}
