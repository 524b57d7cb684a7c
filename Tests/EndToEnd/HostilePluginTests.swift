import Foundation
import Testing

/// Rules 1 and 3: a check does no input or output, and the worst plugin yields one error that names it while every other check
/// gives what it would have given.
struct HostilePluginTests {
  private static let body = "plugins/%/plugin.lua:14"
  /// Plugins by name: what is on their first line, what their test does, and where the error is laid.
  private static let plugins: [(name: String, preamble: String, body: String, place: String)] = [
    ("breaks-syntax", "local x = = 1", "", "plugins/%/plugin.lua:1"),
    ("breaks-later", "", "return tenken.pass(", "plugins/%/plugin.lua:15"),
    ("loops", "", "while true do end", body),
    ("loops-in-pcall", "", "while true do pcall(function() while true do end end) end", body),
    ("loops-when-loaded", "while true do end", "", "plugins/%/plugin.lua:1"),
    // Without memory there is no telling where in the test it ran out.
    (
      "eats-memory", "", "local t = {} while true do t[#t + 1] = string.rep('x', 100000) .. #t end",
      "plugins/%/plugin.lua:13"
    ),
    ("recurses", "", "local function f() return 1 + f() end return f()", "plugins/%/plugin.lua:13"),
    ("returns-nothing-loadable", "do return 42 end", "", "plugins/%/plugin.lua"),
    ("has-a-global", "answer = 42", "", "plugins/%/plugin.lua:1"),
    ("requires-a-file", "require '../../../etc/passwd'", "", "plugins/%/plugin.lua:1"),
    ("reads-outside", "", "", "plugins/%/plugin.lua:3"),
    // One call of Lua's matcher, which nothing but the end of its process stops.
    ("hides", "", "return tenken.pass(('a'):rep(5000):gsub('.-.-.-b', ''))", "plugins/%/plugin.lua:13"),
    ("hides-when-loaded", "do local _ = ('a'):rep(5000):gsub('.-.-.-b', '') end", "", "plugins/%/plugin.lua"),
  ]

  private func neighbours(of json: Data) throws -> [String: Data] {
    try SweepDocument.checks(in: json).filter { id, _ in
      !Self.plugins.contains { id.hasPrefix($0.name) } && !id.hasPrefix("prints")
    }
  }

  @Test func theWorstPluginsYieldOneErrorEachAndTheirNeighboursAreUnchanged() throws {
    let site = try Site.sample()
    try site.replace("deselect:", by: "limits: {call_seconds: 0.7}\n\ndeselect:", in: "tenken.yaml")
    let quiet = try site.sweep("--format", "json")
    let before = try neighbours(of: quiet.output)
    #expect(before.count > 30)

    for plugin in Self.plugins {
      let file = plugin.name == "reads-outside" ? "../tenken.yaml" : "staff/training.csv"
      try site.addPlugin(plugin.name, plugin.body, preamble: plugin.preamble, file: file)
    }
    try site.addPlugin("prints", "print('}{') print('\\27[31m') return tenken.pass()", file: "staff/training.csv")
    let loud = try site.sweep("--format", "json", "--verbose")
    #expect(loud.status == 1)
    #expect(!loud.wasKilled)
    // What plugins print is no part of the result, and standard output is still one document.
    #expect(!loud.out.contains("}{"))
    #expect(loud.err.contains("[prints] }{\n[prints] \u{241B}[31m\n") && !loud.errors.contains(0x1B))
    #expect(try neighbours(of: loud.output) == before)

    let result = try SweepDocument(loud.output)
    #expect(result[check: "prints/check"]?.outcome == "pass")
    for plugin in Self.plugins {
      let own = result.checks.filter { $0.id.hasPrefix("\(plugin.name)/") || $0.id == plugin.name }
      #expect(own.map(\.outcome) == ["error"], "\(plugin.name)")
      let place = plugin.place.replacingOccurrences(of: "%", with: plugin.name)
      #expect(
        own.first?.problem?.place == place, "\(plugin.name): \(own.first?.problem.map { "\($0)" } ?? "no problem")")
    }
  }

  @Test func oneBadPluginAloneLeavesTheRestByteForByte() throws {
    let site = try Site.sample()
    let before = try SweepDocument.checks(in: site.sweep("--format", "json").output)
    try site.addPlugin("broken", "", preamble: "local x = = 1")
    let run = try site.sweep("--format", "json")
    var after = try SweepDocument.checks(in: run.output)
    #expect(after.removeValue(forKey: "broken") != nil)
    #expect(after == before)
    #expect(run.status == 1)
    #expect(try SweepDocument(run.output)[check: "broken"]?.findings.map(\.place) == ["plugins/broken/plugin.lua:1"])
  }

  @Test func aCheckReachesNothingOutsideItsRecords() throws {
    let bodies = [
      "io.open('FILE', 'w')", "os.execute('touch FILE')", "os.remove('data/ledger.csv')", "load('return 1')()",
      "dofile('FILE')",
      "loadfile('FILE')", "package.loadlib('libc.so.6', 'system')", "debug.getregistry()", "require('os')",
      "collectgarbage('stop')",
      "coroutine.wrap(function() end)()", "_G.x = 1", "_ENV.tenken.x = io.stdout:write('}{')", "string.dump(print)",
    ]
    let file = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)").path
    let site = try Site.small(bodies: bodies.map { $0.replacingOccurrences(of: "FILE", with: file) })
    let result = try site.result()
    for (number, body) in bodies.enumerated() {
      #expect(result[check: "p\(number)/check"]?.outcome == "error", "\(body)")
    }
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(site.exists("data/ledger.csv"))
  }

  @Test func anAbuseOfTheHostIsAnErrorOfTheCheck() throws {
    let bodies = [
      "return tenken.fail(('x'):rep(1e6))", "return tenken.fail('%d', 'x')",
      "tenken.add_days('2026-01-01', math.mininteger)",
      "return setmetatable({}, { __index = function() error('x') end })",
      "error(setmetatable({}, { __tostring = error }))",
      "('a'):rep(1 << 40)", "return ('x'):rep(1e5):find(('x?'):rep(1e3) .. ('x'):rep(1e3))",
      "string.format('%99999d', 1)",
      "table.concat(setmetatable({}, { __len = function() return math.maxinteger end }))", "return row",
      "row.name = 'x'",
    ]
    let result = try Site.small(bodies: bodies).result()
    for (number, body) in bodies.enumerated() {
      #expect(result[check: "p\(number)/check"]?.outcome == "error", "\(body)")
    }
  }

  @Test func aPluginCannotStandInThePlaceOfAnother() throws {
    let site = try Site.sample()
    let before = try SweepDocument.checks(in: site.sweep("--format", "json").output)
    try site.addPlugin("wireless-lan", "return tenken.pass()")
    try site.addPlugin("Bad_Name", "return tenken.pass()")
    let run = try site.sweep("--format", "json")
    let result = try SweepDocument(run.output)
    let added = result.checks.filter { before[$0.id] == nil }
    #expect(added.map(\.outcome) == ["error", "error"])
    #expect(added.contains { $0.id == "wireless-lan" && $0.problem?.place.hasPrefix("plugins/wireless-lan/") == true })
    #expect(added.contains { $0.problem?.place.hasPrefix("plugins/Bad_Name/") == true })
    #expect(try SweepDocument.checks(in: run.output).filter { before[$0.key] != nil } == before)
  }

  @Test func aCheckSeesTheClockOfTheSweepAndNoOther() throws {
    let site = try Site.small("return tenken.fail('%s %s', context.today, context.now)")
    let result = try SweepDocument(
      try Command.run([
        "sweep", "--site", site.folder.path, "--at", "1999-12-31T23:59", "--only", "small", "--format", "json",
      ]).output)
    #expect(result.checks.first?.findings.first?.message == "1999-12-31 1999-12-31T23:59:00")
    #expect(result.sweep.at == "1999-12-31T23:59:00+09:00")
  }
}
