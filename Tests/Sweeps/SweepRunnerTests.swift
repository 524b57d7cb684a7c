import Checks
import Compliance
import Dispatch
import Foundation
import Lua
import SiteData
import Synchronization
import Testing
import Workers

@testable import Sweeps

struct SweepRunnerTests {
  private static let names = ["a", "b", "c", "d", "e", "f", "g"]

  private func plan(_ names: [String] = names, only: [String] = [], _ settings: SiteSettings? = nil) throws -> SweepPlan
  {
    let catalogue = try catalogue(["1"])
    let plugins = try names.map { LoadedPlugin.plugin(try plugin($0, ["one": ["1"], "two": ["1"]], in: catalogue)) }
    return try SweepPlan.of(plugins + [.broken(try brokenPlugin("broken"))], settings, catalogue: catalogue, only: only)
  }

  private static let expected =
    ["a/one", "a/two", "b/one", "b/two", "broken"] + names.dropFirst(2).flatMap { ["\($0)/one", "\($0)/two"] }

  /// As many jobs at a time as there are threads, and of those always the latest ends first.
  @Test(arguments: [1, 2, 3, 16]) func resultsStandInTheOrderOfThePlan(threads: Int) throws {
    let gate = Gate(jobs: Self.names, threads: threads)
    let runs = SweepRunner(LateFirst(gate: gate), threads: threads).run(try plan())
    #expect(runs.checks.map(\.check.id.description) == Self.expected)
    #expect(runs.logs.map(\.plugin.description) == Self.names)
    #expect(runs.logs.map(\.text) == Self.names.map { "\($0) was here" })
    // The gate did reverse them: with as many threads as jobs, all; with one thread, none can be.
    let ended = gate.ended
    if threads == 1 { #expect(ended == Self.names) }
    if threads == 2 { #expect(ended == Array(Self.names.dropFirst()) + ["a"]) }
    if threads == 16 { #expect(ended == Self.names.reversed()) }
  }

  @Test(arguments: [0, -1, 1, 2, 100]) func anyNumberOfThreadsRunsEveryJobOnce(threads: Int) throws {
    let started = Mutex<[String]>([])
    let runs = SweepRunner(Immediate(), threads: threads).run(try plan()) { id in
      started.withLock { $0.append(id.description) }
    }
    #expect(runs.checks.map(\.check.id.description) == Self.expected)
    #expect(started.withLock { $0.sorted() } == Self.names)
  }

  /// A command is run when its plugin's turn comes, and neither for a plan that is only looked at nor without a grant.
  @Test func commandsRunWithTheirPluginWhereTheyAreGranted() throws {
    let catalogue = try catalogue(["1"])
    let mark = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: mark) }
    let reading = #"command = { "sh", "-c", "echo name; echo a; touch \#(mark)" }, format = "csv""#
    let plugin = LoadedPlugin.plugin(try plugin("a", ["one": ["1"]], in: catalogue, reading: reading))
    func plan(_ grants: String) throws -> SweepPlan {
      let yaml = "name: x\nguidelines: [mhlw-5]\n\(grants)"
      return try SweepPlan.of(
        [plugin], try SiteSettings.read(file: "tenken.yaml", bytes: Array(yaml.utf8)), catalogue: catalogue)
    }
    func outcomes(_ plan: SweepPlan) -> [CheckRun] { SweepRunner(InProcessRunner(), threads: 1).run(plan).checks }

    let withheld = outcomes(try plan(""))
    #expect(withheld.map(\.outcome) == [.notchecked])
    #expect(withheld.first?.problem?.text.en.contains("→ a: {plugin_sha256: , commands: [[sh, -c, 'echo name") == true)

    let granted = try plan(
      "grants: {a: {plugin_sha256: \(String(repeating: "0", count: 64)), "
        + "commands: [[sh, -c, 'echo name; echo a; touch \(mark)']]}}")
    #expect(!FileManager.default.fileExists(atPath: mark))
    let run = outcomes(granted)
    #expect(run.map(\.outcome) == [.pass])
    #expect(run.first?.counts[.pass] == 1)
    #expect(run.first?.sources.map(\.file) == ["$ sh -c 'echo name; echo a; touch \(mark)'"])
    #expect(FileManager.default.fileExists(atPath: mark))
  }

  @Test func anEmptyPlanGivesNothing() throws {
    let catalogue = try catalogue(["1"])
    let runs = SweepRunner(Immediate(), threads: 4).run(try SweepPlan.of([], catalogue: catalogue))
    #expect(runs.checks.isEmpty)
    #expect(runs.logs.isEmpty)
  }

  @Test func aDeselectedPluginIsNotRun() throws {
    let settings = try SiteSettings.read(
      file: "tenken.yaml",
      bytes: Array(
        "name: {ja: 院, en: H}\nguidelines: [mhlw-5]\ndeselect: [{id: b, reason: r}, {id: c/one, reason: r}]\n".utf8))
    let started = Mutex<[String]>([])
    let runs = SweepRunner(Immediate(), threads: 1).run(try plan(["a", "b", "c"], settings)) { id in
      started.withLock { $0.append(id.description) }
    }
    #expect(started.withLock { $0 } == ["a", "c"])
    #expect(
      runs.checks.map(\.check.id.description) == ["a/one", "a/two", "b/one", "b/two", "broken", "c/one", "c/two"])
    #expect(runs.checks.map(\.outcome) == [.pass, .pass, .notselected, .notselected, .error, .notselected, .pass])
  }

  @Test(arguments: [1, 2, 3, 16]) func aMapOnThreadsKeepsTheOrder(threads: Int) {
    #expect(mapOnThreads(Array(0..<1_000), threads: threads) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    #expect(mapOnThreads([Int](), threads: threads) { $0 }.isEmpty)
  }
}

extension PluginJob {
  fileprivate func passed(log: String = "") -> PluginRun {
    PluginRun(
      checks: checks.map { CheckRun(check: $0.check, outcome: .pass, pluginVersion: "1", pluginSHA256: "") }, log: log)
  }
}

private struct Immediate: PluginRunner {
  func run(_ job: PluginJob) -> PluginRun { job.passed() }
  func evaluate(_ script: PluginScript) -> Result<LuaValue, ScriptFailure> { .success(.nil) }
}

private struct LateFirst: PluginRunner {
  let gate: Gate

  func run(_ job: PluginJob) -> PluginRun {
    gate.pass(job.plugin.id.description)
    return job.passed(log: "\(job.plugin.id) was here")
  }

  func evaluate(_ script: PluginScript) -> Result<LuaValue, ScriptFailure> { .success(.nil) }
}

/// Lets a job end only when as many are running as can, and then the latest of them.
private final class Gate: Sendable {
  private struct State {
    var running: Set<Int> = []
    var ended: [Int] = []
    var isEnding = false
  }

  private let jobs: [String]
  private let threads: Int
  private let doors: [DispatchSemaphore]
  private let state = Mutex(State())

  init(jobs: [String], threads: Int) {
    self.jobs = jobs
    self.threads = threads
    doors = jobs.map { _ in DispatchSemaphore(value: 0) }
  }

  var ended: [String] { state.withLock { $0.ended.map { jobs[$0] } } }

  func pass(_ job: String) {
    guard let number = jobs.firstIndex(of: job) else { return }
    change { $0.running.insert(number) }
    doors[number].wait()
    change { state in
      state.running.remove(number)
      state.ended.append(number)
      state.isEnding = false
    }
  }

  private func change(_ body: (inout State) -> Void) {
    let next: Int? = state.withLock { state in
      body(&state)
      guard !state.isEnding, state.running.count == min(threads, jobs.count - state.ended.count),
        let last = state.running.max()
      else {
        return nil
      }
      state.isEnding = true
      return last
    }
    if let next { doors[next].signal() }
  }
}
