import Foundation
import Testing

/// Two sweeps of one site never run at a time, and a sweep that was killed does not stand in the way of the next.
struct OneSweepAtATimeTests {
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
