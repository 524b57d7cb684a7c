import Foundation
import Testing

/// `tenken doctor`.
struct DoctorTests {
  private func doctor(_ site: Site) throws -> Command.Result {
    try Command.run(["doctor", "--site", site.folder.path, "--language", "en"])
  }

  /// Whether a text is shown, wherever its lines are broken.
  private func shows(_ text: String, _ run: Command.Result) -> Bool {
    run.out.filter { !$0.isWhitespace }.contains(text.filter { !$0.isWhitespace })
  }

  @Test func theMachineIsTriedOut() throws {
    let run = try Command.run(["doctor", "--language", "en"], in: FileManager.default.temporaryDirectory)
    #expect([0, 2].contains(run.status), "\(run.out)\(run.err)")
    for word in ["Lua 5.4", "SQLite 3.", "Expat 2.", "libxlsxwriter 1.", "Linux ", "Confinement", "requirements"] {
      #expect(run.out.contains(word), "\(word) in \(run.out)")
    }
    #expect(!run.out.contains("✗"))
    #expect(!run.out.contains("Site "))
    let japanese = try Command.run(["doctor", "--language", "ja"], in: FileManager.default.temporaryDirectory)
    #expect(japanese.out.contains("閉じ込め") && japanese.status == run.status)
  }

  /// The library that writes workbooks is loaded only by who needs it; here an empty file stands in its place.
  @Test func withoutTheLibraryOfWorkbooksThereAreOnlyNoWorkbooks() throws {
    let site = try Site.small()
    let libraries = site.around.appending(path: "libraries")
    try FileManager.default.createDirectory(at: libraries, withIntermediateDirectories: true)
    try Data().write(to: libraries.appending(path: "libxlsxwriter.so.4"))
    func run(_ words: String...) throws -> Command.Result {
      try Command.run(
        words + ["--language", "en"], in: site.folder, environment: ["LD_LIBRARY_PATH": libraries.path])
    }
    #expect(try run("sweep").status < 3)
    let refused = try run("sweep", "--output", "report.xlsx")
    #expect(refused.status == 74 && refused.err.contains("apt-get install libxlsxwriter4"), "\(refused.err)")
    // Refused before anything was run: the history has its head and the first sweep.
    #expect(try run("history", "list").out.split(separator: "\n").count == 2)
    let examined = try run("doctor")
    #expect(examined.status == 2 && shows("apt-get install libxlsxwriter4", examined), "\(examined.out)")
  }

  @Test func whatWouldBeLeftOutIsNamedWithTheReason() throws {
    let site = try Site.small()
    let before = try doctor(site)
    #expect([0, 2].contains(before.status), "\(before.out)")
    #expect(before.out.contains("Small"))
    try site.remove("data/ledger.csv")
    let after = try doctor(site)
    #expect(after.status == 2)
    #expect(shows("small/check: data/ledger.csv", after), "\(after.out)")
    try site.replace(
      "guidelines:", by: "deselect: [{id: small/check, reason: {ja: 不要, en: Not needed}}]\nguidelines:",
      in: "tenken.yaml")
    #expect(try shows("Not needed", doctor(site)))
  }

  @Test func whatAnyoneCanChangeIsWrong() throws {
    let site = try Site.small()
    let plugin = site.folder.appending(path: "plugins/small/plugin.lua").path
    try FileManager.default.setAttributes([.posixPermissions: 0o646], ofItemAtPath: plugin)
    let run = try doctor(site)
    #expect(run.status == 1)
    #expect(shows("chmod o-w", run) && shows("plugin.lua", run), "\(run.out)")
    _ = try site.sweep()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: plugin)
    let key = site.folder.appending(path: ".tenken/pseudonym.key").path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(try shows("pseudonym.key", doctor(site)))
  }

  @Test func aSiteThatCannotBeReadIsWrong() throws {
    let site = try Site.small()
    try site.write("nmae: {ja: 病院, en: Hospital}\n", to: "tenken.yaml")
    let run = try doctor(site)
    #expect(run.status == 1)
    #expect(shows("tenken.yaml:1", run), "\(run.out)")
    #expect(try Command.run(["doctor", "--site", "/no/such"]).status == 1)
  }

  @Test func theLastSweepIsNamed() throws {
    let site = try Site.small()
    #expect(try shows("no history yet", doctor(site)))
    _ = try site.sweep()
    #expect(try shows("the last sweep is 1", doctor(site)))
  }
}
