import Foundation
import Testing

/// `tenken doctor`.
struct DoctorTests {
  private func doctor(_ site: Site) throws -> Command.Result {
    try Command.run(["doctor", "--site", site.folder.path, "--language", "en"])
  }

  @Test func theMachineIsTriedOut() throws {
    let run = try Command.run(["doctor", "--language", "en"], in: FileManager.default.temporaryDirectory)
    #expect([0, 2].contains(run.status), "\(run.out)\(run.err)")
    for word in ["Lua 5.4", "SQLite 3.", "libxml2 2.", "Linux ", "Confinement", "requirements"] {
      #expect(run.out.contains(word), "\(word) in \(run.out)")
    }
    #expect(!run.out.contains("✗"))
    #expect(!run.out.contains("Site "))
    let japanese = try Command.run(["doctor", "--language", "ja"], in: FileManager.default.temporaryDirectory)
    #expect(japanese.out.contains("閉じ込め") && japanese.status == run.status)
  }

  @Test func whatWouldBeLeftOutIsNamedWithTheReason() throws {
    let site = try Site.small()
    let before = try doctor(site)
    #expect([0, 2].contains(before.status), "\(before.out)")
    #expect(before.out.contains("Small"))
    try site.remove("data/ledger.csv")
    let after = try doctor(site)
    #expect(after.status == 2)
    #expect(after.out.contains("small/check: data/ledger.csv"), "\(after.out)")
    try site.replace(
      "guidelines:", by: "deselect: [{id: small/check, reason: {ja: 不要, en: Not needed}}]\nguidelines:",
      in: "tenken.yaml")
    #expect(try doctor(site).out.contains("Not needed"))
  }

  @Test func whatAnyoneCanChangeIsWrong() throws {
    let site = try Site.small()
    let plugin = site.folder.appending(path: "plugins/small/plugin.lua").path
    try FileManager.default.setAttributes([.posixPermissions: 0o646], ofItemAtPath: plugin)
    let run = try doctor(site)
    #expect(run.status == 1)
    #expect(run.out.contains("chmod o-w") && run.out.contains("plugin.lua"), "\(run.out)")
    _ = try site.sweep()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: plugin)
    let key = site.folder.appending(path: ".tenken/pseudonym.key").path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(try doctor(site).out.contains("pseudonym.key"))
  }

  @Test func aSiteThatCannotBeReadIsWrong() throws {
    let site = try Site.small()
    try site.write("nmae: {ja: 病院, en: Hospital}\n", to: "tenken.yaml")
    let run = try doctor(site)
    #expect(run.status == 1)
    #expect(run.out.contains("tenken.yaml:1"), "\(run.out)")
    #expect(try Command.run(["doctor", "--site", "/no/such"]).status == 1)
  }

  @Test func theLastSweepIsNamed() throws {
    let site = try Site.small()
    #expect(try doctor(site).out.contains("no history yet"))
    _ = try site.sweep()
    #expect(try doctor(site).out.contains("the last sweep is 1"))
  }
}
