import Foundation
import Testing

/// A sweep that is killed loses only what was running, and the next one says that it broke off.
struct BrokenOffSweepTests {
  /// A site of three plugins, of which the last never ends by itself.
  private func site() throws -> Site {
    let site = try Site.small(bodies: [
      "return tenken.pass()", "return tenken.fail { ja = \"だめ\", en = \"bad\" }", "while true do end",
    ])
    try site.write(
      "name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\nlimits: {call_seconds: 600, check_seconds: 600}\n"
        + "calendar: {splay_minutes: 0}\n\(try Site.deselectingShipped())", to: "tenken.yaml")
    return site
  }

  private func show(_ site: Site, _ id: Int) throws -> SweepDocument {
    let shown = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json", String(id)])
    return try SweepDocument(shown.output)
  }

  private func journals(_ site: Site) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: site.folder.appending(path: ".tenken").path)
    return (names ?? []).filter { $0.hasPrefix("running-") }
  }

  /// Runs a sweep with one job until its journal holds a text, and kills it then.
  private func sweepAndKill(_ site: Site, holding text: String) throws {
    let process = Command.process(Command.program, site.sweeping(["--jobs", "1"]))
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    let watchdog = Watchdog(process)
    defer { watchdog.cancel() }
    while process.isRunning {
      let names = journals(site)
      if names.count == 1, let journal = try? site.read(".tenken/\(names[0])"),
        journal.range(of: Data(text.utf8)) != nil,
        journals(site) == names
      {
        break
      }
      sched_yield()
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
  }

  @Test func theFinishedChecksAreStoredByTheNextSweep() throws {
    let site = try site()
    try sweepAndKill(site, holding: "p1/check")
    #expect(journals(site).count == 1)
    let next = try site.sweep("--only", "p0")
    #expect(next.status == 0)
    let lines = next.err.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(next.err.hasPrefix("tenken: The last sweep (pid "))
    #expect(next.err.hasSuffix(") broke off. Its 2 finished checks are in the history as sweep 1.\n"))
    let broken = try show(site, 1)
    #expect(broken.sweep.scope == "broken-off")
    #expect(broken.sweep.at == "2026-11-20T09:00:00+09:00" && broken.sweep.exit == 1)
    #expect(broken.outcomes == ["p0/check": "pass", "p1/check": "fail"])
    #expect(broken[check: "p1/check"]?.findings.count == 2)
    #expect(try show(site, 2).outcomes == ["p0/check": "pass"])
    #expect(journals(site).isEmpty)
    // It is told once.
    #expect(try site.sweep("--only", "p0").err.isEmpty)
  }

  @Test func whatHadFinishedIsNotDueAgain() throws {
    let site = try site()
    try sweepAndKill(site, holding: "p1/check")
    let next = try site.sweep("--due", "--only", "p0", "p1")
    #expect(next.status == 1)
    #expect(next.out == "Nothing is due; next at 2026-11-21 00:00. Last results: failed.\n")
    #expect(next.err.hasSuffix("in the history as sweep 1.\n"))
  }

  @Test func aSweepMayBreakOffBeforeAnythingHasFinished() throws {
    let site = try site()
    try site.remove("plugins/p0")
    try site.remove("plugins/p1")
    try sweepAndKill(site, holding: "CREATE TABLE sweep")
    try site.addPlugin("p0", "return tenken.pass()")
    let next = try site.sweep("--only", "p0", "--format", "json")
    #expect(next.status == 0)
    #expect(next.err.hasSuffix(") broke off. None of its checks had finished.\n"))
    #expect(try SweepDocument(next.output).sweep.id == 1)
    #expect(journals(site).isEmpty)
  }

  @Test func aSweepThatCouldNotBeStoredIsNotLost() throws {
    let site = try site()
    try site.remove("plugins/p2")
    #expect(try site.sweep().status == 1)
    // More than is left in the pages of the history.
    try site.replace("bad", by: String(repeating: "bad ", count: 800), in: "plugins/p1/plugin.lua")
    let before = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json", "1"])
    // The journal fits, the history does not: a limit on the size of files stands for a disk that is full.
    let size = try site.read(".tenken/history.sqlite").count
    let words = ([Command.program.path] + site.sweeping()).map { "'\($0)'" }.joined(separator: " ")
    let run = try Command.run(
      URL(filePath: "/bin/bash"), ["-c", "trap '' XFSZ; ulimit -f \(size / 1024); exec \(words)"])
    #expect(run.status == 74, "\(run.out)")
    #expect(run.err.contains("history.sqlite"))
    let after = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json", "1"])
    #expect(after.output == before.output)
    let next = try site.sweep("--only", "p0")
    #expect(next.status == 0 && next.err.hasSuffix("in the history as sweep 2.\n"))
  }
}
