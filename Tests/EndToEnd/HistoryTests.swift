import Foundation
import Testing

/// `history diff`, `verify`, `head`, `key`, and `sweep --quiet`, as a hospital uses them.
struct HistoryTests {
  private func history(_ site: Site, _ verb: String, _ arguments: String...) throws -> Command.Result {
    try Command.run(["history", verb, "--site", site.folder.path] + arguments)
  }

  private func object(_ run: Command.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  @Test func aQuietSweepTellsOnlyWhatChanged() throws {
    let site = try Site.small("return row.name == 'three' and tenken.fail('bad') or tenken.pass()")
    let first = try site.sweep("--quiet")
    // The plugins that come along have no data here.
    #expect(first.status == 2)
    // There is nothing to compare with: everything is told.
    #expect(first.out.contains("small/check") || first.out.contains("Sweep 1"))
    let second = try site.sweep("--quiet")
    #expect(second.status == 2 && second.out == "" && second.err == "")
    try site.write("name,person\none,山田 花子\nthree,佐藤 次郎\n", to: "data/ledger.csv")
    let third = try site.sweep("--quiet")
    #expect(third.status == 1)
    #expect(third.out.contains("regressed  small/check") && third.out.contains("three: bad"))
    #expect(!third.out.contains("one:") && !third.out.contains("two"))
    let fourth = try site.sweep("--quiet")
    #expect(fourth.status == 1 && fourth.out == "")
    try site.remove("data/ledger.csv")
    let fifth = try site.sweep("--quiet", "--output", site.around.appending(path: "report.txt").path)
    #expect(fifth.status == 2)
    #expect(fifth.out.contains("changed  small/check") && fifth.out.contains("not checked"))
    let report = try String(contentsOf: site.around.appending(path: "report.txt"), encoding: .utf8)
    #expect(report.contains("small/check"))
  }

  @Test func twoSweepsAreHeldAgainstEachOther() throws {
    let site = try Site.small()
    let lonely = try history(site, "diff")
    #expect(lonely.status == 74)
    _ = try site.sweep()
    #expect(try history(site, "diff").status == 74)
    try site.write("name,person\none,山田 花子\n", to: "data/ledger.csv")
    try site.addPlugin("small", "return tenken.fail('no')")
    _ = try site.sweep()
    _ = try site.sweep("--only", "small/check")
    let drift = try object(history(site, "diff", "1", "2", "--format", "json"))
    #expect(drift["schema"] as? String == "tenken.drift/1")
    #expect(drift["changed"] as? Bool == true)
    let checks = try #require(drift["checks"] as? [[String: Any]])
    #expect(checks.map { $0["kind"] as? String } == ["regressed"])
    let findings = try #require(drift["findings"] as? [[String: Any]])
    #expect(findings.map { $0["subject"] as? String } == ["one"])
    let differences = try #require(drift["differences"] as? [[String: Any]])
    #expect(differences.map { $0["kind"] as? String } == ["plugin"])
    // The newest is of a part; there is none of the same part before.
    #expect(try history(site, "diff").status == 74)
    let partial = try history(site, "diff", "2")
    #expect(partial.status == 0 && partial.out.contains("scope: everything → small/check"))
    let unknown = try history(site, "diff", "7", "9")
    #expect(unknown.status == 64 && unknown.err.contains("7") && unknown.err.contains("9"))
  }

  @Test func parametersAndColumnsThatChangedAreSaid() throws {
    let site = try Site.sample()
    _ = try site.sweep()
    try site.replace("guidelines:", by: "history: {keep: {all: 1 year}}\nguidelines:", in: "tenken.yaml")
    let before = try object(history(site, "diff", "1", "1", "--format", "json"))
    #expect(before["changed"] as? Bool == false)
    let document = try #require(
      try JSONSerialization.jsonObject(with: site.sweep("--format", "json").output) as? [String: Any])
    let checks = try #require(document["checks"] as? [[String: Any]])
    let encryption = try #require(checks.first { $0["id"] as? String == "wireless-lan/encryption" })
    #expect(encryption["parameters"] is [String: Any])
    let sources = try #require(encryption["sources"] as? [[String: Any]])
    #expect((sources.first?["columns"] as? [String])?.contains("encryption") == true)
  }

  @Test func aTamperedHistoryIsFoundAndTold() throws {
    let site = try Site.sample()
    #expect(try history(site, "verify").status == 74)
    _ = try site.sweep()
    _ = try site.sweep()
    let head = try history(site, "head")
    #expect(head.status == 0 && head.out.hasPrefix("tenken.head/1\nsweep 2\nsha256 "))
    let kept = site.around.appending(path: "head.txt")
    try head.output.write(to: kept)
    #expect(try history(site, "verify", "--head", kept.path).status == 0)

    let database = site.folder.appending(path: ".tenken/history.sqlite").path
    let edit = try Command.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        db.execute("UPDATE finding SET outcome = 'pass' WHERE outcome = 'fail' AND check_run = (SELECT min(id) FROM check_run WHERE check_id = 'wireless-lan/encryption')")
        db.commit()
        """, database,
      ])
    #expect(edit.status == 0, "\(edit.err)")
    let verified = try history(site, "verify")
    #expect(verified.status == 1)
    #expect(verified.out.contains("Sweep 1–2: the findings of check wireless-lan/encryption changed"))
    let document = try object(history(site, "verify", "--format", "json"))
    #expect(document["whole"] as? Bool == false)
    #expect((document["faults"] as? [[String: Any]])?.first?["part"] as? String == "check wireless-lan/encryption")

    try site.write("tenken.head/1\nsweep 2\nsha 1\n", to: "bad.txt")
    let bad = try history(site, "verify", "--head", site.folder.appending(path: "bad.txt").path)
    #expect(bad.status == 65 && bad.err.contains("bad.txt:3"))
  }

  @Test func theKeySignsAndIsTheOwnersAlone() throws {
    let site = try Site.small()
    let made = try history(site, "key")
    #expect(made.status == 0 && made.out.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
    let key = site.folder.appending(path: ".tenken/history.key")
    let mode = try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try history(site, "key").output == made.output)
    _ = try site.sweep()
    let verified = try history(site, "verify")
    #expect(verified.status == 0 && verified.out.contains("1 checked with the public key"))

    // OpenSSL agrees on key, text and signature.
    let head = try history(site, "head").out.split(separator: "\n").map(String.init)
    let files = site.around
    try Data((head.prefix(3).joined(separator: "\n") + "\n").utf8).write(to: files.appending(path: "text"))
    let signature = try #require(head.first { $0.hasPrefix("signature ") }?.dropFirst("signature ".count))
    try #require(Data(base64Encoded: String(signature))).write(to: files.appending(path: "signature"))
    let openssl = try Command.run(
      URL(filePath: "/usr/bin/env"),
      [
        "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "\(key.path).pub", "-rawin", "-in", "text", "-sigfile",
        "signature",
      ], in: files)
    #expect(openssl.status == 0, "\(openssl.err)")

    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.path)
    let open = try site.sweep()
    #expect(open.status == 65 && open.err.contains("chmod 600"))
    try FileManager.default.removeItem(at: key)
    #expect(try site.sweep().status == 2)
    let unsigned = try history(site, "verify")
    #expect(unsigned.status == 1 && unsigned.out.contains("Sweep 2: the signature is missing"))
    try site.replace("guidelines:", by: "history: {key: /nowhere/history.key}\nguidelines:", in: "tenken.yaml")
    let absent = try site.sweep()
    #expect(absent.status == 65 && absent.err.contains("tenken.yaml:2"))
  }

  @Test func explainTellsSinceWhen() throws {
    let site = try Site.small()
    _ = try site.sweep()
    try site.addPlugin("small", "return tenken.fail('no')")
    _ = try site.sweep()
    _ = try site.sweep()
    let check = try Command.run(["explain", "--site", site.folder.path, "small/check"])
    #expect(check.out.contains("(sweep 2)"))
    let requirement = try Command.run(["explain", "--site", site.folder.path, "mhlw-5:6.5.C.12.3", "--format", "json"])
    #expect(requirement.out.contains("\"since\""))
  }

  @Test func badSettingsOfTheHistoryAreRefused() throws {
    let site = try Site.small()
    try site.replace(
      "guidelines:", by: "history: {keep: {al: 90 days, daily: 5}, key: x}\nguidelines:", in: "tenken.yaml")
    let run = try site.sweep()
    #expect(run.status == 65)
    #expect(run.err.contains("'all'") || run.err.contains("all"))
    #expect(run.err.contains("3 problems"))
  }

  /// The document of the chain says enough for somebody else's program to check it.
  @Test func anIndependentProgramComesToTheSameHashes() throws {
    let site = try Site.sample()
    _ = try history(site, "key")
    _ = try site.sweep()
    _ = try site.sweep("--only", "wireless-lan")
    _ = try site.sweep()
    let script = Command.checkout.appending(path: "Tests/EndToEnd/verify_chain.py")
    let run = try Command.run(
      URL(filePath: "/usr/bin/env"),
      ["python3", "-B", script.path, site.folder.appending(path: ".tenken/history.sqlite").path])
    #expect(run.status == 0, "\(run.err)")
    let head = try history(site, "head").out
    #expect(head.contains(run.out.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
