import Foundation
import Testing

/// A sweep that is killed at any point leaves the earlier sweeps as they were, and the next one works.
struct KilledSweepTests {
  /// The points are counted in system calls that write, so that they fall before, within and after each transaction, on a slow machine
  /// as on a fast one. A sweep of the sample makes most of them into its journal and then into the history.
  @Test func whatWasStoredBeforeAKillIsIntact() throws {
    let site = try Site.sample()
    #expect(try site.sweep().status == 1)
    let first = try show(1, of: site)
    let whole = try SweepDocument.checks(in: first)
    var killed = 0
    for writes in [0, 1, 2, 3, 6, 9, 14, 20, 30, 40, 50, 60, 70, 80] {
      killed += try sweepAndKill(site.sweeping(), after: writes) ? 1 : 0
      // The newest sweep is in the history as a whole: this one, the one before, or what the next one found of one that broke off.
      let newest = try show(nil, of: site)
      if try SweepDocument(newest).sweep.scope == "broken-off" {
        for (id, check) in try SweepDocument.checks(in: newest) { #expect(check == whole[id], "\(id) after \(writes)") }
      } else {
        #expect(SweepDocument.lasting(newest) == SweepDocument.lasting(first), "after \(writes) writes")
      }
    }
    #expect(killed > 8)
    #expect(try show(1, of: site) == first)
    let next = try site.sweep("--format", "json")
    #expect(next.status == 1)
    #expect(SweepDocument.lasting(next.output) == SweepDocument.lasting(first))
    #expect(try show(nil, of: site) == next.output)
    #expect(try site.sweep().err.isEmpty)
  }

  @Test func theFirstSweepOfASiteMayBeKilled() throws {
    for writes in [0, 1, 2, 3, 5, 8] {
      let site = try Site.small()
      _ = try sweepAndKill(site.sweeping(["--only", "small"]), after: writes)
      let next = try site.sweep("--only", "small")
      #expect(next.status == 0, "after \(writes) writes: \(next.err)")
    }
  }

  /// Runs the command until it has made so many system calls that write, and kills it then.
  /// - Returns: whether it was killed; it may have ended before.
  private func sweepAndKill(_ arguments: [String], after writes: Int) throws -> Bool {
    let process = Command.process(Command.program, arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, Self.writes(of: process.processIdentifier) ?? .max < writes { sched_yield() }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// The system calls of a process that wrote (proc(5), `syscw`); nil if it has ended.
  private static func writes(of process: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8) else { return nil }
    return text.split(separator: "\n").first { $0.hasPrefix("syscw: ") }.flatMap { Int($0.dropFirst(7)) }
  }

  /// A stored sweep as it was printed; without a number the newest.
  private func show(_ id: Int?, of site: Site) throws -> Data {
    let number = id.map { [String($0)] } ?? []
    let shown = try Command.run(["history", "show", "--site", site.folder.path, "--format", "json"] + number)
    #expect(shown.status == 0, "\(shown.err)")
    return shown.output
  }
}
