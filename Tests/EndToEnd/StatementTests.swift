import Foundation
import Testing

/// Attestations and waivers as people use them: written by the command or by hand, swept, checked and explained.
struct StatementTests {
  private func attest(_ site: Site, _ arguments: String...) throws -> Command.Result {
    try Command.run(["attest", "--site", site.folder.path] + arguments)
  }

  private func waive(_ site: Site, _ arguments: String...) throws -> Command.Result {
    try Command.run(["waive", "--site", site.folder.path] + arguments)
  }

  // MARK: - The sample hospital

  @Test func theSampleHospitalHasOneOfEveryKind() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    let attestations = Dictionary(uniqueKeysWithValues: result.attestations.map { ($0.id, $0.state) })
    #expect(
      attestations == [
        "attestation:policy-2026": "valid", "attestation:audit-2025": "expired",
        "attestation:continuity-2026": "evidence-changed",
      ])
    let waivers = Dictionary(uniqueKeysWithValues: result.waivers.map { ($0.id, $0.state) })
    #expect(
      waivers == [
        "waiver:infusion-pump": "valid", "waiver:external-storage-response": "expiring", "waiver:tape-copy": "expired",
        "waiver:visible-guest-ssid": "orphaned",
      ])
    let standings = Dictionary(uniqueKeysWithValues: result.requirements.map { ($0.id, $0) })
    #expect(standings["mhlw-5:6.3.C.1"]?.standing == "pass")
    #expect(standings["mhlw-5:6.3.C.1"]?.by == ["attestation:policy-2026"])
    #expect(standings["mhlw-5:6.3.C.5.h"]?.standing == "fail")
    #expect(standings["mhlw-5:6.10.C.1"]?.standing == "fail")
    let places = try #require(result[check: "media-lifecycle/storage-places"])
    #expect(places.outcome == "fail" && places.standing == "waived" && places.waived == 1)
    let pumps = try #require(result[check: "iot-inventory/supported"])
    #expect(pumps.waivers == ["waiver:infusion-pump"] && pumps.waived == 1)
    #expect(result[check: "media-lifecycle/copied-in-time"]?.standing == "fail")
  }

  @Test func theProviderSideStandsDerived() throws {
    let result = try SweepDocument(Site.sampleSweep.get().output)
    let standings = Dictionary(uniqueKeysWithValues: result.derived.map { ($0.id, $0) })
    #expect(standings["mic-1:3.2.1.a"]?.standing == "pass")
    #expect(standings["mic-1:3.2.1.a"]?.by == ["attestation:policy-2026"])
    #expect(result.derived.contains { $0.id.hasPrefix("mhlw-5.2:") })
    #expect(result.derived.contains { $0.id.hasPrefix("mhlw-6:") })
    #expect(!result.requirements.contains { $0.id.hasPrefix("mic-1:") })
  }

  @Test func siteCheckTellsWhatIsOrphanedExpiredChangedOrAboutToExpire() throws {
    let site = try Site.sample()
    let run = try Command.run(["site", "check", site.folder.path, "--at", "2026-11-20"])
    #expect(run.status == 0)
    #expect(run.out.contains("waivers.yaml:42:"))
    #expect(run.out.contains("Did you mean 'wireless-lan/ssid-hidden'?"), "\(run.out)")
    for text in ["audit-2025", "documents/continuity-plan.txt", "external-storage-response", "tape-copy"] {
      #expect(run.out.contains(text), "\(text): \(run.out)")
    }
    #expect(!run.out.contains("policy-2026"))
  }

  @Test func theReportShowsThemWithReasonAndEnd() throws {
    let site = try Site.sample()
    let text = try site.sweep().out
    for words in [
      "expired (valid until 2026-08-31)", "evidence has changed since", "expires in 20 days",
      "The contract with the external store is being renewed", "waiver:external-storage-response",
    ] {
      #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words), "\(words)\n\(text)")
    }
  }

  @Test func whatWasStoredIsGivenBack() throws {
    let site = try Site.sample()
    let swept = try site.sweep("--format", "json")
    let shown = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json"])
    #expect(shown.output == swept.output)
  }

  // MARK: - attest

  @Test func anAttestationIsAppendedAndCounts() throws {
    let site = try Site.small()
    let hand =
      "# 手で書いた注記\n- id: by-hand\n  requirement: 'mhlw-5:6.3.C.1'   # 末尾の注記\n"
      + "  statement: 任命した\n  by: 山田\n  role: 院長\n  date: 2026-04-01\n  until: 2027-03-31\n# おわり"
    try site.write(hand, to: "attestations.yaml")
    try site.write("規程", to: "documents/rules.txt")
    let run = try attest(
      site, "mhlw-5:6.3.C.3", "6.3 C 4", "--statement", "規程を定めた: \"アクセス管理\"", "--by", "佐藤 花子", "--role", "責任者",
      "--date", "2026-11-01", "--until", "2027-10-31", "--evidence", "documents/rules.txt")
    #expect(run.status == 0, "\(run.err)")
    // printf 規程 | sha256sum
    #expect(run.out.contains("fbf35cc53a0e95159b1763e33842a5174d2240cbda95cc6b6ce12f382577547e"))
    let text = String(decoding: try site.read("attestations.yaml"), as: UTF8.self)
    #expect(text.hasPrefix(hand + "\n- id:"))
    let result = try site.result()
    #expect(result.attestations.map(\.state) == ["valid", "valid", "valid"])
    #expect(
      result.attestations.map(\.id) == [
        "attestation:by-hand", "attestation:attested-2026-11-01", "attestation:attested-2026-11-01-2",
      ])
    #expect(result.requirements.first { $0.id == "mhlw-5:6.3.C.4" }?.standing == "pass")
    // The plugins that come along find no ledgers here.
    #expect(result.sweep.exit == 2)

    try site.write("規程を改めた", to: "documents/rules.txt")
    let changed = try site.result()
    #expect(changed.attestations.map(\.state) == ["valid", "evidence-changed", "evidence-changed"])
    #expect(changed.requirements.first { $0.id == "mhlw-5:6.3.C.4" }?.standing == "fail")
    #expect(changed.sweep.exit == 1)

    try site.remove("documents/rules.txt")
    #expect(try site.result().attestations.map(\.state) == ["valid", "evidence-missing", "evidence-missing"])
  }

  @Test(arguments: [
    (["mhlw-5:6.3.C.99"], "not in the catalogue"), (["mic-1:3.2.1.a"], "not in force"),
    (["mhlw-5:6.3.C.1", "mhlw-5:6.3.C.1"], "named twice"),
    (["mhlw-5:6.3.C.1", "--evidence", "documents/absent.txt"], "documents/absent.txt"),
    (["mhlw-5:6.3.C.1", "--evidence", "../outside.txt"], "within the site"),
    (["mhlw-5:6.3.C.1", "--evidence", "data"], "data"), (["mhlw-5:6.3.C.1", "--date", "2026-02-30"], "2026-02-30"),
    (["mhlw-5:6.3.C.1", "--date", "2999-01-01"], "yet to come"), (["mhlw-5:6.3.C.1", "--id", "Rules 1"], "no name"),
  ])
  func nonsenseIsRefusedAndNothingWritten(words: [String], told: String) throws {
    let site = try Site.small()
    try site.write("秘密", to: "../outside.txt")
    let run = try Command.run(
      ["attest", "--site", site.folder.path] + words
        + ["--statement", "s", "--by", "b", "--role", "r", "--until", "2999-12-31"])
    #expect(run.status == 64)
    #expect(run.err.contains(told), "\(run.err)")
    #expect(!site.exists("attestations.yaml"))
  }

  @Test func everythingThatIsWrongIsToldAtOnce() throws {
    let run = try attest(
      try Site.small(), "mhlw-5:6.3.C.99", "--statement", " ", "--by", "b", "--role", "\u{1B}[31m", "--until", "soon")
    #expect(run.status == 64)
    for word in ["6.3.C.99", "--statement", "--role", "soon"] { #expect(run.err.contains(word), "\(run.err)") }
    #expect(!run.err.contains("\u{1B}"))
  }

  @Test func aListThatCannotBeContinuedIsLeftAsItIs() throws {
    let site = try Site.small()
    let flow =
      "[{id: a, requirement: 'mhlw-5:6.3.C.1', statement: s, by: b, role: r, date: 2026-04-01, until: 2027-03-31}]\n"
    try site.write(flow, to: "attestations.yaml")
    let run = try attest(
      site, "mhlw-5:6.3.C.3", "--statement", "s", "--by", "b", "--role", "r", "--until", "2999-12-31")
    #expect(run.status == 65)
    #expect(run.err.contains("by hand") && run.err.contains("mhlw-5:6.3.C.3"))
    #expect(String(decoding: try site.read("attestations.yaml"), as: UTF8.self) == flow)
  }

  @Test func aRenewalStatesTheSameAnewOnTodaysEvidence() throws {
    let site = try Site.small()
    try site.write("規程", to: "documents/rules.txt")
    let first = try attest(
      site, "6.3 C 4", "--id", "rules-2025", "--statement", "規程を定めた", "--by", "佐藤 花子", "--role", "責任者",
      "--date", "2025-11-01", "--until", "2026-10-31", "--evidence", "documents/rules.txt")
    #expect(first.status == 0, "\(first.err)")
    #expect(try site.result().attestations.map(\.state) == ["expired"])
    let again = try attest(
      site, "6.3 C 4", "--id", "rules-2025", "--statement", "s", "--by", "b", "--role", "r", "--until", "2999-12-31")
    #expect(again.status == 64 && again.err.contains("--renew rules-2025"))

    try site.write("規程を改めた", to: "documents/rules.txt")
    let renewed = try attest(
      site, "--renew", "attestation:rules-2025", "--date", "2026-11-01", "--until", "2027-10-31", "--by", "鈴木 一郎")
    #expect(renewed.status == 0, "\(renewed.err)")
    #expect(renewed.out.contains("documents/rules.txt has changed since"))
    let result = try site.result()
    #expect(result.attestations.map(\.id) == ["attestation:rules-2025", "attestation:rules-2026"])
    #expect(result.attestations.map(\.state) == ["superseded", "valid"])
    let text = String(decoding: try site.read("attestations.yaml"), as: UTF8.self)
    #expect(text.ranges(of: "規程を定めた").count == 2 && text.contains("鈴木 一郎"))
    // A second time within the year.
    #expect(try attest(site, "--renew", "rules-2026", "--date", "2026-11-02", "--until", "2027-10-31").status == 0)
    #expect(try site.result().attestations.map(\.id).last == "attestation:rules-2026-2")
  }

  @Test(arguments: [
    (["--renew", "rules"], "There is no attestation"), ([], "Name the requirement"),
    (["mhlw-5:6.3.C.1", "--renew", "hand"], "leave out --renew"), (["--renew", "hend"], "Did you mean ‘hand’?"),
    (["mhlw-5:6.3.C.1"], "--statement is needed."),
  ])
  func aRenewalOfNothingIsRefused(words: [String], told: String) throws {
    let site = try Site.small()
    let hand =
      "- {id: hand, requirement: 'mhlw-5:6.3.C.1', statement: s, by: b, role: r, date: 2026-04-01, until: 2027-03-31}\n"
    try site.write(hand, to: "attestations.yaml")
    let run = try Command.run(["attest", "--site", site.folder.path, "--until", "2999-12-31"] + words)
    #expect(run.status == 64)
    #expect(run.err.contains(told), "\(run.err)")
    #expect(String(decoding: try site.read("attestations.yaml"), as: UTF8.self) == hand)
  }

  @Test func attestationsAtTheSameTimeAreAllRecorded() throws {
    let site = try Site.small()
    let processes = try (0..<6).map { number in
      let process = Command.process(
        Command.program,
        [
          "attest", "mhlw-5:6.3.C.1", "--site", site.folder.path, "--id", "n\(number)", "--statement", "s", "--by", "b",
          "--role", "r", "--date", "2026-04-01", "--until", "2999-12-31",
        ])
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0, 0, 0])
    #expect(Set(try site.result().attestations.map(\.id)) == Set((0..<6).map { "attestation:n\($0)" }))
  }

  // MARK: - waive

  @Test func aWaivedFailureIsShownAndDoesNotFailTheSweep() throws {
    let site = try Site.small("return tenken.fail('bad')")
    #expect(try site.result().sweep.exit == 1)
    // CRLF, as editors on Windows write it.
    try site.write("# 例外承認\r\n", to: "waivers.yaml")
    let run = try waive(
      site, "--check", "small/check", "--subject", "o*", "--reason", "更新を待つ", "--approver", "委員会",
      "--from", "2026-11-01", "--until", "2027-10-31", "--id", "first")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("first"))
    let part = try site.result()
    #expect(part[check: "small/check"]?.standing == "fail" && part[check: "small/check"]?.waived == 1)
    #expect(part.sweep.exit == 1)
    #expect(
      try waive(
        site, "--requirement", "6.5 C 12 (3)", "--reason", "計画中", "--approver", "委員会", "--from", "2026-11-01",
        "--until", "2027-10-31"
      ).status == 0)
    let whole = try site.result("--only", "small")
    let check = try #require(whole[check: "small/check"])
    #expect(check.standing == "waived" && check.outcome == "fail" && check.waived == 2)
    #expect(check.counts == ["fail": 2])
    #expect(whole.sweep.exit == 0)
    let text = try site.sweep().out
    #expect(text.contains("計画中") && text.contains("waived"))
    #expect(String(decoding: try site.read("waivers.yaml"), as: UTF8.self).hasPrefix("# 例外承認\r\n- id:"))
  }

  @Test(arguments: [
    (["--check", "small/chekc"], "Did you mean 'small/check'?"), (["--check", "smal"], "Did you mean 'small'?"),
    ([], "Not everything can be waived"), (["--requirement", "mhlw-5:9.9"], "not in the catalogue"),
    (["--requirement", "mhlw-5:6.3.C.1", "--check", "small/check"], "does not look at"),
    (["--check", "small/check", "--until", "2999-12-31"], "at most 366"),
    (["--check", "small/check", "--from", "2026-01-01", "--until", "2026-02-01"], "is past"),
    (["--check", "small/check", "--subject", " "], "--subject"),
  ])
  func aWaiverThatMakesNoSenseIsRefused(words: [String], told: String) throws {
    let site = try Site.small()
    let until = words.contains("--until") ? [] : ["--until", "2026-12-31", "--from", "2026-06-01"]
    let run = try Command.run(
      ["waive", "--site", site.folder.path, "--reason", "r", "--approver", "a"] + words + until)
    #expect(run.status == 64)
    #expect(run.err.contains(told), "\(run.err)")
    #expect(!site.exists("waivers.yaml"))
  }

  @Test func aWaiverWithoutAnEndIsNotTaken() throws {
    let run = try waive(try Site.small(), "--check", "small/check", "--reason", "r", "--approver", "a")
    #expect(run.status == 64)
  }

  // MARK: - Files that are wrong

  @Test func everythingWrongWithTheFilesIsToldAtOnceAndNothingIsSwept() throws {
    let site = try Site.small()
    try site.write(
      """
      - id: a
        requirement: mhlw-5:6.3.C.1
        statment: typo
        by: b
        role: r
        date: 2026-04-01
        until: 2026-03-31
      - {id: a, requirement: x, statement: s, by: b, role: r, date: 2026-4-1, until: 2027-03-31}
      """, to: "attestations.yaml")
    try site.write(
      """
      - id: w
        reason: r
        approver: a
        from: 2026-01-01
        until: 2027-12-31
      """, to: "waivers.yaml")
    let run = try site.sweep()
    #expect(run.status == 65)
    for told in [
      "attestations.yaml:3:", "statement", "attestations.yaml:7:", "attestations.yaml:8:", "2026-4-1",
      "waivers.yaml:1:", "time_zone", "730",
    ] {
      #expect(run.err.contains(told), "\(told): \(run.err)")
    }
    #expect(!site.exists(".tenken/history.sqlite"))
  }
}
