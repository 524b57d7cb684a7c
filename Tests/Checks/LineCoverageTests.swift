import Compliance
import Testing

@testable import Checks
@testable import Lua

/// Which lines the tests of a plugin run.
@Suite struct LineCoverageTests {
  private func coverage(_ runner: some JobRunner) throws -> LineCoverage? {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      return {
        { "a", check = "short", today = "2026-11-21", rows = { devices = { { name = "ab" } } }, outcome = "pass" },
        { "nothing", check = "short", today = "2026-11-21", rows = {}, outcome = "notchecked" },
      }
      """, to: "tests/a.lua")
    let module = """
      local judge = {}
      -- Says whether a name is short.
      function judge.short(name)
        if #name < 3 then
          return "short"
        end
        local reason = "long"

        return reason
      end
      function judge.never() return 1 end
      return judge
      """
    let plugin = try load(
      trial(
        "short = check { each = devices, test = function(d) assert(judge.short(d.name)) return pass() end },",
        before: "local judge = require 'judge'"),
      modules: ["judge.lua": module, "unused.lua": "return {\n  1,\n}"])
    let report = PluginTests.run(
      plugin, in: folder.path, runner: runner, catalogue: .byID(.empty), tracesLines: true)
    #expect(report.failures == [])
    return report.coverage
  }

  @Test func `lines that can run are told from others, and those that ran from those that did not`() throws {
    let files = try #require(try coverage(InProcessRunner())).files
    #expect(files.map(\.name) == ["judge.lua", "plugin.lua", "unused.lua"])
    let judge = files[0]
    // 1, 3 and 10 (the function is made), 4, 5, 7, 9, 11, 12; the body of `never` is on the line on which it is made.
    #expect(judge.all == 9)
    #expect(judge.ran == 7)
    #expect(judge.missed == [7...9])
    #expect(files[1].missed == [])
    #expect(files[2].ran == 0)
    #expect(files[2].missed == [1...3])
  }

  @Test func `workers tell the same`() throws {
    let here = try coverage(InProcessRunner())
    #expect(try coverage(try workers()) == here)
    #expect(try coverage(WorkerSeries(try workers())) == here)
  }

  @Test func `nothing is told unasked`() throws {
    let plugin = try load(trial("fine = check { each = devices, test = ok },"))
    let run = InProcessRunner().run(try job(plugin, ["devices": .rows(named("A"))]))
    #expect(run.trace == LineTrace())
  }
}
