import Compliance
import Synchronization
import Testing

@testable import Checks
@testable import Lua

/// Changes of a plugin's code against its tests.
@Suite struct MutationTestsTests {
  private static let today = #"today = "2026-11-21""#

  /// A plugin whose only check says whether a name is short.
  private static func plugin(_ judge: String) -> String {
    """
    local tenken = require "tenken"
    local pass, fail = tenken.pass, tenken.fail
    local devices = tenken.source {
      id = "devices", title = { ja = "機器", en = "Devices" }, file = "devices.csv", columns = { name = "string" },
    }
    return tenken.plugin {
      id = "trial", version = "1", title = { ja = "試", en = "Trial" },
      checks = {
        short = {
          title = { ja = "題", en = "Title" }, remedy = { ja = "直す。", en = "Mend." }, severity = "low", every = "1 day",
          requirements = { "mhlw-5:6.5.C.13" }, each = devices,
          test = function(d)
    \(judge)
          end,
        },
      },
    }
    """
  }
  /// The line of the plugin on which the judgement begins.
  private static let first =
    plugin("@").split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "@") ?? 0

  private func report(
    _ judge: String, _ cases: [(name: String, outcome: String)],
    runner: @escaping @Sendable () -> any JobRunner = { InProcessRunner() }
  ) throws -> (tests: PluginTests.Report, mutants: MutationTests.Report?) {
    let folder = try TemporaryFolder()
    let lines = cases.enumerated().map { index, test in
      #"{ "\#(index)", check = "short", \#(Self.today), rows = { devices = { { name = "\#(test.name)" } } }, outcome = "\#(test.outcome)" },"#
    }
    try folder.write("return {\n\(lines.joined(separator: "\n"))\n}", to: "tests/a.lua")
    return MutationTests.run(
      try load(Self.plugin(judge)), in: folder.path, catalogue: .byID(try smallCatalogue()), threads: 2, runner: runner)
  }

  private func lines(_ report: MutationTests.Report?) throws -> [String] {
    try #require(report).survivors.map { survivor in
      let line = (survivor.mutation.place.line ?? 0) - Self.first
      return "\(line) \(survivor.mutation.before) → \(survivor.mutation.after)\(survivor.isRun ? "" : ", not run")"
    }
  }

  static let judge = """
    if #d.name < 3 then return pass() end
    return fail("long")
    """

  @Test func `tests that show each side of each bound let nothing survive`() throws {
    let (tests, mutants) = try report(Self.judge, [("ab", "pass"), ("abc", "fail")])
    #expect(tests.passed == 2 && tests.problems == [])
    #expect(try lines(mutants) == [])
    // True, false, `<=`, fail for pass; pass and unknown for fail, no return.
    #expect(mutants?.mutants == 7)
  }

  @Test func `a bound that no case meets, and a failure that none shows, survive`() throws {
    #expect(
      try lines(try report(Self.judge, [("a", "pass"), ("abcd", "fail")]).mutants) == ["1 #d.name < 3 → #d.name <= 3"])
    #expect(
      try lines(try report(Self.judge, [("ab", "pass")]).mutants) == [
        "1 #d.name < 3 → true", "1 #d.name < 3 → #d.name <= 3", "2 return fail(\"long\") → , not run",
        "2 fail → pass, not run", "2 fail → unknown, not run",
      ])
  }

  @Test func `workers give the same`() throws {
    let cases = [("a", "pass"), ("abcd", "fail")]
    let runner = try workers()
    let apart = try report(Self.judge, cases) { WorkerSeries(runner) }
    let within = try report(Self.judge, cases)
    #expect(apart.mutants == within.mutants)
    #expect(apart.tests == within.tests)
  }

  @Test func `an excuse with a reason excuses its line, and nothing else`() throws {
    let judge = """
      -- no test: names of three letters are not judged
      if #d.name < 3 then return pass() end
      return fail("long") -- no test:
      """
    let (_, mutants) = try report(judge, [("a", "pass"), ("abcd", "fail")])
    #expect(try lines(mutants) == [])
    #expect(mutants?.excused == 1)
    #expect(
      mutants?.problems.map { $0.line(in: .en) } == [
        "Plugins/trial/plugin.lua:\(Self.first + 3): Write behind '-- no test:' why no test can notice a change here."
      ])
    let idle = try report("return pass() -- no test: no reason to have one", [("a", "pass")]).mutants
    #expect(
      idle?.problems.map(\.text.en) == ["The tests notice every change of this line. Delete the '-- no test:' comment."]
    )
  }

  @Test func `a change that runs on and on is noticed`() throws {
    let loop = """
      local i = 0
      repeat i = i + 1 until i > 0 and i == #d.name
      if i < 3 then return pass() end
      return fail("long")
      """
    // Of the first condition nothing can be seen but that it is there.
    #expect(
      try lines(try report(loop, [("ab", "pass"), ("abc", "fail")]).mutants) == [
        "2 i > 0 and i == #d.name → i == #d.name", "2 i > 0 → i >= 0",
      ])
  }

  @Test func `a change after which the plugin does not load is noticed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"return { { "a", check = "short", today = "2026-11-21", rows = { devices = { { name = "ab" } } }, outcome = "pass" } }"#,
      to: "tests/a.lua")
    let plugin = try load(trial("short = check { each = devices, test = ok },", before: "assert(1 < 2)"))
    let (_, mutants) = MutationTests.run(
      plugin, in: folder.path, catalogue: .byID(try smallCatalogue()), threads: 1, runner: { InProcessRunner() })
    #expect(mutants?.survivors.map(\.mutation.after) == ["1 <= 2"])
  }

  @Test func `nothing is tried while a test fails`() throws {
    let (tests, mutants) = try report(Self.judge, [("ab", "fail")])
    #expect(tests.failures.count == 1)
    #expect(mutants == nil)
  }

  @Test func `progress counts to the end`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"return { { "a", check = "short", today = "2026-11-21", rows = { devices = { { name = "ab" } } }, outcome = "pass" } }"#,
      to: "tests/a.lua")
    let told = Mutex<[Int]>([])
    let (_, mutants) = MutationTests.run(
      try load(Self.plugin(Self.judge)), in: folder.path, catalogue: .byID(.empty), threads: 2,
      runner: { InProcessRunner() }, progress: { done, _ in told.withLock { $0.append(done) } })
    #expect(told.withLock { $0.sorted() } == Array(1...(mutants?.mutants ?? 0)))
  }
}
