import Compliance
import Testing

/// The sample hospital with what ends soon, with results of earlier sweeps, and with what changed since the sweep before.
enum DatesSweep {
  private static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  /// A sweep of what was due, on 2026-11-21.
  static func hospital() throws -> SweepResult {
    let persons = try PersonsSweep.hospital()
    let checks = persons.checks.map { known in
      guard known.check.id.description == "accounts/number" else { return known }
      return CheckRun(
        check: known.check, outcome: known.outcome, counts: known.counts, findings: known.findings,
        pluginVersion: known.pluginVersion, pluginSHA256: known.pluginSHA256, parameters: known.parameters,
        freshness: .carried(from: SweepID(9), at: "2026-11-02T09:00:00+09:00"))
    }
    return SweepResult(
      site: persons.site, at: persons.at, checks: checks + [try media()], standings: persons.standings,
      attestations: persons.attestations, waivers: persons.waivers, exit: persons.exit, scope: .due)
  }

  /// What changed since the week before: one check goes back and forth.
  static func drift(to result: SweepResult) throws -> SweepDrift {
    var drift = SampleSweep.drift(from: try SampleSweep.earlierHospital(), to: result)
    for index in drift.checks.indices where drift.checks[index].id.description == "wireless-lan/encryption" {
      drift.checks[index].isFlapping = true
    }
    return drift
  }

  /// A sweep of a part, with the last results of other checks of its requirements.
  static func part() throws -> SweepResult {
    let whole = try SampleSweep.hospital()
    let encryption = whole.checks.filter { $0.check.id.description == "wireless-lan/encryption" }
    let hidden = try SampleSweep.run(
      "wireless-lan/hidden", "SSIDを隠している", "The SSID is hidden", ["mhlw-5:6.5.C.12.1"], .low, outcome: .notchecked,
      problem: Problem(
        at: Place(file: "plugins/wireless-lan/plugin.lua", line: 7),
        LocalizedText(ja: "まだ一度も点検していません。", en: "It has not been run yet.")))
    let found = try SampleSweep.run(
      "wireless-lan/rogue", "許可していないAPがない", "There is no rogue AP", ["mhlw-5:6.5.C.12.1"], .high, outcome: .fail)
    let rogue = CheckRun(
      check: found.check, outcome: .fail, counts: found.counts, pluginVersion: "1.0.0",
      pluginSHA256: found.pluginSHA256, freshness: .carried(from: SweepID(9), at: "2026-11-02T09:00:00+09:00"))
    let standings = try [
      ("mhlw-5:6.5.C.12", ["wireless-lan/encryption", "wireless-lan/hidden", "wireless-lan/rogue"]),
      ("mhlw-5:6.5.C.12.3", ["wireless-lan/encryption"]),
    ].map { id, by in
      RequirementStanding(
        requirement: try SampleCatalogue.requirementID(id), standing: .fail,
        by: try by.map { try #require(EvidenceID($0)) })
    }
    return SweepResult(
      site: whole.site, at: whole.at, checks: encryption, beside: [hidden, rogue], standings: standings, exit: .failed,
      only: ["wireless-lan/encryption"])
  }

  private static func media() throws -> CheckRun {
    try SampleSweep.run(
      "media/term", "媒体を期限まで使っている", "Media are used within their term", ["mhlw-5:6.5.C.9"], outcome: .pass,
      counts: [.pass: 3],
      findings: try [("TAPE-01", "2027-03-31", 2), ("TAPE-02", "2026-11-30", 3), ("TAPE-03", "2026-11-21", 4)].map {
        (subject, until, line) in
        Finding(
          subject: subject, outcome: .pass, message: LocalizedText(ja: "\(until) まで", en: "until \(until)"),
          place: Place(file: "data/media.csv", line: line), due: try day(until))
      })
  }
}
