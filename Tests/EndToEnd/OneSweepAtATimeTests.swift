import Foundation
import Testing

/// Two sweeps of one site never run at a time, and a sweep that was killed does not stand in the way of the next.
struct OneSweepAtATimeTests {
  @Test func aSweepHoldsItsLockToItsEnd() throws {
    let site = try Site.small("while true do end")
    let process = Command.process(Command.program, site.sweeping(["--only", "small"]))
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    let watchdog = Watchdog(process)
    defer { watchdog.cancel() }
    var holders: Set<String> = []
    // The kernel's list of locks is looked at, because a lock of the test's own could be in the sweep's way.
    while process.isRunning {
      guard
        let file = try? FileManager.default.attributesOfItem(atPath: site.folder.appending(path: ".tenken/lock").path),
        let inode = file[.systemFileNumber] as? Int,
        let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
      else { continue }
      for line in locks.split(separator: "\n") where line.contains("FLOCK") && line.contains(":\(inode) ") {
        holders.insert(String(line.split(separator: " ")[4]))
      }
    }
    #expect(holders == [String(process.processIdentifier)])
    #expect(process.terminationStatus == 2)
  }

  @Test func aSecondSweepIsToldWhoIsRunning() throws {
    let site = try Site.small()
    try site.write("pid 4711, 2026-11-20T09:00:00+09:00", to: ".tenken/lock")
    let descriptor = open(site.folder.appending(path: ".tenken/lock").path, O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let run = try site.sweep("--only", "small")
    #expect(run.status == 75)
    #expect(run.err.contains("pid 4711, 2026-11-20T09:00:00+09:00"))
    #expect(run.out.isEmpty)
    #expect(!site.exists(".tenken/history.sqlite"))
    // Looking at the history is no sweep, and the lock of one site is not that of another.
    #expect(try Site.small().sweep("--only", "small").status == 0)
    close(descriptor)
    #expect(try site.sweep("--only", "small").status == 0)
  }
}
