import Attacks
import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// Hostile plugins as a whole; hostile scripts are tried in the tests of Lua.
@Suite(.timeLimit(.minutes(5 * Int(patience)))) struct PluginAttackTests {
  private func tight() -> LuaLimits {
    var limits = LuaLimits()
    limits.memory = 4 << 20
    limits.callSeconds = 0.1 * patience
    return limits
  }

  @Test func `mem-source: a plugin that is too large is not parsed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "x=1 ", count: 300_000), to: "plugin.lua")
    let files = try PluginFolder.read(try trialID(), at: folder.path, shownAs: "p").get()
    let problem = try #require(files.problem(largest: 1 << 20))
    #expect(
      problem.problems.map { $0.line(in: .en) } == [
        "p/plugin.lua: The plugin's Lua files are larger than 1024 KiB in all."
      ])
    #expect(files.problem(largest: 1_200_000) == nil)
  }

  @Test func `out-flood: a flood of findings is counted, and kept within the limit`() throws {
    let source = trial(
      """
      flood = check { all = devices, test = function()
        local one, t = fail(("x"):rep(1000)), {}
        for i = 1, 1500 do t[i] = one end
        return t
      end },
      endless = check { all = devices, test = function() local t = {} while true do t[#t + 1] = fail("x") end end },
      """)
    let results = try run(source, devices: named("A"), limits: tight(), kept: 10)
    #expect(results["flood"]?.findings.count == 10 && results["flood"]?.counts[.fail] == 1500)
    #expect(results["endless"]?.outcome == .error && results["endless"]?.findings.isEmpty == true)
  }

  @Test func `mem-string-in-host, out-wrong-type, out-extra-key: a message is a text of a bounded length`() throws {
    let source = trial(
      """
      long = check { each = devices, test = function() return fail(("x"):rep(1000000)) end },
      object = check { each = devices, test = function() return fail(setmetatable({}, { __tostring = function() return "x" end })) end },
      key = check { each = devices, test = function() return fail { ja = "x", en = "x", mesage = "typo" } end },
      """)
    let results = try run(source, devices: named("A"), limits: tight())
    #expect(results["long"]?.findings.first?.message.en.contains("message limit exceeded (4096 bytes)") == true)
    #expect(
      results["object"]?.findings.first?.message.en.contains("the message needs both ja and en, as strings") == true)
    #expect(results["key"]?.findings.first?.message.en.contains("unknown language 'mesage' in the message") == true)
  }

  @Test func `esc-host-rawset: what a plugin does to its own tables reaches nobody else`() throws {
    let source = trial(
      """
      a_spoils = check { each = devices, test = function(d, parameters, context)
        rawset(context, "today", "1999-01-01")
        rawset(parameters, "days", 0)
        rawset(tenken, "fail", tenken.pass)
        rawset(string, "format", nil)
        return pass()
      end },
      b_sees = check { each = devices, test = function(d, parameters, context) return pass("%s %d", context.today, parameters.days) end },
      """, parameters: "{ days = { type = 'integer', default = 3, doc = { ja = '日', en = 'd' } } }")
    #expect(try run(source, devices: named("A"))["b-sees"]?.lines == ["pass A devices:1 | 2026-11-21 3"])
    // A second plugin meets the originals.
    let next = trial("a = check { each = devices, test = function(d) return fail(('%s'):format('x')) end },")
    #expect(try run(next, devices: named("A"))["a"]?.lines == ["fail A devices:1 | x"])
  }

  @Test func `esc-stale-row, esc-host-self: a record is good for its call, and for nothing but reading`() throws {
    let source = trial(
      """
      keeps = check { each = devices, test = function(d) kept = kept or d return pass("%s", kept.name) end },
      puts = check { each = devices, test = function(d) first = first or d return pass():at(first) end },
      self = check { each = devices, test = function(d) return pass().at({}, d) end },
      """, before: "local kept, first")
    let results = try run(source, devices: named("A", "B"))
    #expect(results["keeps"]?.findings.map(\.outcome) == [.pass, .error])
    #expect(results["puts"]?.findings.map(\.outcome) == [.pass, .error])
    #expect(results["keeps"]?.findings.last?.message.en.contains("this record is no longer valid") == true)
    #expect(results["self"]?.outcome == .error)
  }

  @Test func `det-random, det-pairs: the same input gives the same result`() throws {
    let source = trial(
      """
      random = check { each = devices, test = function(d) return pass("%d", math.random(1, 1000000)) end },
      sorted = check { each = devices, test = function(d)
        local keys = {}
        for k in tenken.sorted_pairs { k1 = 1, k2 = 1, k3 = 1, k4 = 1, k5 = 1 } do keys[#keys + 1] = k end
        return pass(table.concat(keys))
      end },
      """)
    let first = try run(source, devices: named("A", "B")).mapValues(\.timeless)
    for _ in 0..<10 { #expect(try run(source, devices: named("A", "B")).mapValues(\.timeless) == first) }
  }

  @Test func `meta-trap, conv-len: reading the table runs no code of the plugin`() throws {
    let trapped = """
      local trap = { __index = function() while true do end end, __pairs = function() while true do end end, __len = function() return 1 << 62 end }
      local t = require("tenken").plugin { id = "trial", version = "1", title = setmetatable({}, trap), checks = setmetatable({}, trap) }
      return t
      """
    let told = try problems(of: trapped, limits: tight())
    #expect(told.contains("Plugins/trial/plugin.lua:2:67: title of the plugin needs both ja and en."))
  }

  @Test func `conv-nan: a default that is no number of JSON is refused`() throws {
    for value in ["0/0", "1/0", "-1/0"] {
      let source = trial(
        "a = check { each = devices, test = ok },",
        parameters: "{ n = { type = 'number', default = \(value), doc = { ja = '数', en = 'n' } } }")
      #expect(
        try problems(of: source).map { $0.hasSuffix("The default of parameter n is no number, or out of its bounds.") }
          == [true])
    }
  }

  @Test func `err-print: what a plugin prints is in its log and nowhere else`() throws {
    let plugin = try load(
      trial(
        "a = check { each = devices, test = function() print('}{', '\\27[2J') return pass() end },",
        before: "print('loading')"))
    let run = try runBothWays(try job(plugin, ["devices": .rows(named("A"))]))
    #expect(run.log == "loading\n}{\t\u{1B}[2J\n")
  }

  @Test func `a log that floods is cut`() throws {
    let plugin = try load(
      trial("a = check { each = devices, test = function() for i = 1, 20000 do print('flood') end return pass() end },")
    )
    let run = try runBothWays(try job(plugin, ["devices": .rows(named("A"))]))
    #expect(run.log.utf8.count <= LuaLimits().log && run.log.hasPrefix("flood\n"))
    #expect(run.checks.first?.outcome == .pass)
  }
}
