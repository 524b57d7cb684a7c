import Foundation
import Testing

/// Rule 2: only an explicit pass is a pass, and the exit status shows it.
struct NothingPassesByAccidentTests {
  @Test func aMissingFileLeavesItsCheckUnchecked() throws {
    let site = try Site.small()
    #expect(try site.result("--only", "small").outcomes == ["small/check": "pass"])
    try site.remove("data/ledger.csv")
    let result = try site.result("--only", "small")
    #expect(result.outcomes == ["small/check": "notchecked"])
    #expect(result.sweep.exit == 2)
    #expect(result.checks.first?.problem?.place == "data/ledger.csv")
    #expect(result.requirements.first { $0.id == "mhlw-5:6.5.C.12.3" }?.standing == "notchecked")
  }

  @Test func removingAnyLedgerOfTheSampleTakesPassesAwayAndAddsNone() throws {
    let site = try Site.sample()
    let before = try site.result()
    try site.remove("data/media/media.csv")
    let after = try site.result()
    let readers = before.checks.filter { $0.sources.contains { $0.file == "data/media/media.csv" } }.map(\.id)
    #expect(readers.count > 3)
    for check in readers { #expect(after[check: check]?.outcome == "notchecked", "\(check)") }
    for check in after.checks where !readers.contains(check.id) {
      #expect(check.outcome == before[check: check.id]?.outcome)
    }
  }

  @Test func anEmptyLedgerTellsNothing() throws {
    let ledgers = [
      "", "\n\n", "name,person\n", "name,person", "\u{FEFF}name,person\r\n,\r\n", "name,person\n\n\n",
      "題名\n\nname,person\n",
    ]
    let site = try Site.small()
    try site.remove("plugins/small")
    for (number, ledger) in ledgers.enumerated() {
      try site.write(ledger, to: "data/ledger-\(number).csv")
      try site.addPlugin("p\(number)", "return tenken.pass()", file: "ledger-\(number).csv")
    }
    let result = try site.result()
    #expect(result.sweep.exit == 2)
    for (number, ledger) in ledgers.enumerated() {
      #expect(result[check: "p\(number)/check"]?.outcome == "unknown", "\(ledger)")
    }
  }

  @Test func aTestThatDoesNotSayPassIsAnError() throws {
    let bodies = [
      "", "return nil", "return true", "return 'pass'", "return {}", "return { outcome = 'pass' }", "error('x')",
      "return tenken.pass",
      "if row.name == 'one' then return tenken.pass() end", "pcall(tenken.pass)",
      "return row.nosuchcolumn and tenken.pass()",
    ]
    let result = try Site.small(bodies: bodies).result()
    for (number, body) in bodies.enumerated() {
      #expect(result[check: "p\(number)/check"]?.outcome == "error", "\(body)")
    }
    #expect(result.sweep.exit == 2)
  }

  @Test func aRowThatCannotBeReadIsAnErrorAmongPasses() throws {
    let site = try Site.small()
    try site.write(
      Data("name,person\none,\n,\"\"\ntw".utf8) + Data([0xFF, 0xFE]) + Data("\nthree,\n".utf8), to: "data/ledger.csv")
    let result = try site.result("--only", "small")
    #expect(result.outcomes == ["small/check": "error"])
    #expect(result.checks.first?.counts["pass"] == 2)
    #expect(result.sweep.exit == 2)
  }

  @Test func aDeselectedCheckIsShownAndIsNoEvidence() throws {
    let site = try Site.small()
    try site.write(
      "name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\ndeselect: [{id: small/check, reason: {ja: 別途, en: done elsewhere}}]\n",
      to: "tenken.yaml")
    let result = try site.result("--only", "small")
    #expect(result.outcomes == ["small/check": "notselected"])
    #expect(result.checks.first?.problem?.text.contains("done elsewhere") == true)
    #expect(result.requirements.allSatisfy { $0.standing != "pass" })
    // A sweep that ran nothing has determined nothing.
    #expect(result.sweep.exit == 2)
  }

  @Test func whatASiteNeedNotHaveIsNoEvidenceWhereItIsMissing() throws {
    let site = try Site.small()
    try site.replace("id = \"ledger\",", by: "id = \"ledger\", optional = true,", in: "plugins/small/plugin.lua")
    #expect(try site.result("--only", "small").outcomes == ["small/check": "pass"])
    try site.remove("data/ledger.csv")
    let result = try site.result("--only", "small")
    #expect(result.outcomes == ["small/check": "notselected"])
    #expect(result.checks.first?.problem?.place == "data/ledger.csv")
    #expect(result.requirements.allSatisfy { $0.standing != "pass" })
    #expect(result.sweep.exit == 2)
    // A file that is there and empty tells nothing, as ever.
    try site.write("", to: "data/ledger.csv")
    #expect(try site.result("--only", "small").outcomes == ["small/check": "unknown"])
  }

  @Test func whatTheSiteNamesInItsSettingsItMustHave() throws {
    let site = try Site.small()
    try site.replace("id = \"ledger\",", by: "id = \"ledger\", optional = true,", in: "plugins/small/plugin.lua")
    try site.remove("data/ledger.csv")
    try site.write(
      "name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\nplugins: {small: {sources: {ledger: {file: ledger.csv}}}}\n",
      to: "tenken.yaml")
    #expect(try site.result("--only", "small").outcomes == ["small/check": "notchecked"])
  }

  @Test func whatWasWrittenLongAgoIsNotTakenForToday() throws {
    let site = try Site.small()
    try site.replace("id = \"ledger\",", by: "id = \"ledger\", max_age_days = 31,", in: "plugins/small/plugin.lua")
    // 20 and 19 October 2026, noon in Japan; the sweep is of 20 November.
    try site.date("data/ledger.csv", secondsSince1970: 1_792_465_200)
    #expect(try site.result("--only", "small").outcomes == ["small/check": "pass"])
    try site.date("data/ledger.csv", secondsSince1970: 1_792_378_800)
    let result = try site.result("--only", "small")
    #expect(result.outcomes == ["small/check": "notchecked"])
    #expect(result.checks.first?.problem?.place == "data/ledger.csv")
    #expect(result.checks.first?.problem?.text.contains("2026-10-19") == true)
    #expect(result.sweep.exit == 2)
    try site.write(
      "name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\nplugins: {small: {sources: {ledger: {max_age_days: 32}}}}\n",
      to: "tenken.yaml")
    #expect(try site.result("--only", "small").outcomes == ["small/check": "pass"])
  }

  @Test func aRequirementOfAnUnreadLedgerDoesNotPass() throws {
    let site = try Site.nothing()
    #expect(try Command.run(["site", "init", site.folder.path]).status == 0)
    let result = try site.result()
    #expect(result.sweep.exit == 2)
    // What only some sites have, as a controller of some maker, is no evidence where it is missing.
    #expect(Set(result.checks.map(\.outcome)) == ["notchecked", "notselected"])
    #expect(result.requirements.count > 100)
    #expect(result.requirements.allSatisfy { $0.standing == "notchecked" })
  }
}
