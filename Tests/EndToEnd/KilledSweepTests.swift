import Foundation
import Testing

/// A sweep that is killed at any point leaves the earlier sweeps as they were, and the next one works.
struct KilledSweepTests {
  /// The points are counted in system calls that write (of about 130 in a sweep of the sample, nearly all of them into the history):
  /// so they fall before, within and after the transaction, on a slow machine as on a fast one.
  @Test func whatWasStoredBeforeAKillIsIntact() throws {
    let site = try Site.sample()
    #expect(try site.sweep().status == 1)
    let first = try show(1, of: site)
    var killed = 0
    for writes in [0, 1, 2, 3, 4, 6, 9, 14, 20, 40, 60, 80, 100, 110, 120, 125, 128, 130, 131, 132] {
      let process = Command.process(Command.program, site.sweeping())
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      while process.isRunning, Self.writes(of: process.processIdentifier) ?? Int.max < writes {}
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      killed += process.terminationReason == .uncaughtSignal ? 1 : 0

      // A sweep is in the history as a whole or not at all.
      #expect(try show(1, of: site) == first, "after \(writes) writes")
      for id in try sweeps(of: site) { #expect(try SweepDocument(show(id, of: site)).checks.count > 30, "sweep \(id)") }
    }
    #expect(killed > 10)
    let next = try site.sweep("--format", "json")
    #expect(next.status == 1)
    #expect(SweepDocument.lasting(next.output) == SweepDocument.lasting(first))
    #expect(try sweeps(of: site).max() == SweepDocument(next.output).sweep.id)
  }

  @Test func theFirstSweepOfASiteMayBeKilled() throws {
    for writes in [0, 1, 2, 3, 5, 8, 12] {
      let site = try Site.small()
      let process = Command.process(Command.program, site.sweeping(["--only", "small"]))
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      while process.isRunning, Self.writes(of: process.processIdentifier) ?? Int.max < writes {}
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let next = try site.sweep("--only", "small")
      #expect(next.status == 0, "after \(writes) writes: \(next.err)")
    }
  }

  /// The system calls of a process that wrote (proc(5), `syscw`); nil if it has ended.
  private static func writes(of process: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8) else { return nil }
    return text.split(separator: "\n").first { $0.hasPrefix("syscw: ") }.flatMap { Int($0.dropFirst(7)) }
  }

  private func show(_ id: Int, of site: Site) throws -> Data {
    let shown = try Command.run(["history", "show", String(id), "--site", site.folder.path, "--format", "json"])
    #expect(shown.status == 0, "\(shown.err)")
    return shown.output
  }

  /// The numbers of the stored sweeps: from the newest down to 1, for none is ever lost.
  private func sweeps(of site: Site) throws -> [Int] {
    let newest = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json"])
    return try Array(1...SweepDocument(newest.output).sweep.id)
  }
}
