import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// What running a plugin's checks within this process gives.
@Suite struct RunnerTests {
  static let passing = "a = check { each = devices, test = function(d) return pass() end },"

  @Test func `a check sees each record, and its findings name subject and place`() throws {
    let source = trial(
      """
      kinds = check { each = devices, test = function(d, _, context)
        if d.kind == "ct" then return pass() end
        if not d.kind then return tenken.unknown({ ja = "%s の種別が空欄", en = "%s has no kind" }, d.name) end
        if d.kind == "mri" then return { tenken.informational("on %s at %s", context.today, context.now), fail("%d of %s", 1, d.kind):about("M") } end
        return tenken.notapplicable()
      end },
      """)
    let rows = [
      ["name": "A", "kind": "ＣＴ"], ["name": "B"], ["name": "C", "kind": "MRI"], ["name": "D", "kind": "us"],
    ]
    let result = try #require(try run(source, devices: rows)["kinds"])
    #expect(
      result.lines == [
        "pass A devices:1", "unknown B devices:2 | B has no kind",
        "informational C devices:3 | on 2026-11-21 at 2026-11-21T09:30:00",
        "fail M devices:3 | 1 of mri", "notapplicable D devices:4",
      ])
    #expect(result.findings[1].message == LocalizedText(ja: "B の種別が空欄", en: "B has no kind"))
    #expect(result.outcome == .fail && result.problem == nil && result.counts.total == 5)
    #expect(result.pluginVersion == "1" && result.pluginSHA256.count == 64)
  }

  @Test func `a check of all sees the whole source, and puts findings at records`() throws {
    let source = trial(
      """
      unique = check { all = devices, test = function(list)
        local seen, found = {}, {}
        for _, d in ipairs(list) do
          if seen[d.name] then found[#found + 1] = fail("%s twice", d.name):at(d) end
          seen[d.name] = true
        end
        found[#found + 1] = tenken.informational("%d in all", #list)
        found[#found + 1] = pass():about("all")
        return found
      end },
      """)
    let result = try #require(try run(source, devices: named("A", "B", "A"))["unique"])
    #expect(result.lines == ["fail A devices:3 | A twice", "informational devices - | 3 in all", "pass all -"])
  }

  @Test func `companions come as a list or by key`() throws {
    let source = trial(
      """
      placed = check { each = devices, with = { places = places, by_name = tenken.index(places, "name"), by_room = tenken.index(places, "room") },
        test = function(d, _, context)
          local found = context.by_name[d.name]
          if not found then return fail("%d places, none of it", #context.places) end
          return pass("room %d, %d there", found[1].room, #context.by_room[found[1].room]):at(found[1])
        end },
      counted = check { all = devices, with = { places = places }, test = function(list, _, context) return pass("%d and %d", #list, #context.places) end },
      """)
    let places = [["name": "A", "room": "101"], ["name": "X", "room": "101"], ["name": "Y"]]
    let results = try run(source, devices: named("A", "B"), places: places)
    #expect(
      results["placed"]?.lines == [
        "pass places:1 places:1 | room 101, 2 there", "fail B devices:2 | 3 places, none of it",
      ])
    #expect(results["counted"]?.lines == ["pass devices - | 2 and 3"])
  }

  @Test func `a source that is absent, unreadable or not opened settles its checks alone`() throws {
    let source = trial(
      """
      \(Self.passing)
      b = check { each = devices, with = { places = places }, test = function() error "never" end },
      c = check { all = places, test = function() error "never" end },
      """)
    let plugin = try load(source)
    let told = Problem(at: Place(file: "data/places.csv"), LocalizedText(ja: "ない", en: "no such file"))
    for (input, outcome) in [(JobInput.absent(told), Outcome.notchecked), (.unreadable(told), .error)] {
      let checks = try runBothWays(try job(plugin, ["devices": .rows(named("A")), "places": input])).checks
      #expect(checks.map(\.outcome) == [.pass, outcome, outcome])
      #expect(checks.map(\.problem) == [nil, told, told])
      #expect(checks[1].findings.isEmpty && checks[1].counts.total == 0)
    }
    let unopened = try runBothWays(try job(plugin, ["devices": .rows(named("A"))])).checks[2]
    #expect(unopened.outcome == .notchecked)
    #expect(unopened.problem?.line(in: .en) == "Plugins/trial/plugin.lua: Source places was not opened.")
  }

  @Test func `an empty source makes whoever reads it unknown`() throws {
    let source = trial(
      """
      each = check { each = devices, test = ok }, all = check { all = devices, test = ok },
      with = check { each = places, with = { devices = devices }, test = ok },
      index = check { all = places, with = { devices = tenken.index(devices, "name") }, test = ok },
      neither = check { each = places, test = ok },
      """)
    let results = try run(source, devices: [], places: [["name": "P"]])
    for name in ["each", "all", "with", "index"] {
      #expect(results[name]?.outcome == .unknown, "\(name)")
      #expect(
        results[name]?.problem?.line(in: .en)
          == "devices: There is not one record. Nothing can be told from an empty ledger.")
      #expect(results[name]?.findings == [])
    }
    #expect(results["neither"]?.outcome == .pass)
  }

  @Test(arguments: [
    ("", "nothing; it must return an outcome, such as tenken.pass()"),
    ("return 1", "a number; it must return an outcome, such as tenken.pass()"),
    ("return true", "a boolean; it must return an outcome, such as tenken.pass()"),
    ("return 'pass'", "a string; it must return an outcome, such as tenken.pass()"),
    ("return {}", "a table without outcomes"),
    ("return { pass(), 'x' }", "a list that holds a string among its outcomes"),
    ("return { pass(), [3] = fail('lost') }", "a table that is no list of outcomes"),
    ("return { pass(), bad = fail('lost') }", "a table that is no list of outcomes"),
    ("return d", "a userdata; it must return an outcome, such as tenken.pass()"),
  ])
  func `what is no outcome is an error, never a pass`(body: String, told: String) throws {
    let checks =
      "a = check { each = devices, test = function(d) \(body) end }, b = check { all = devices, test = function(d) \(body) end },"
    let results = try run(trial(checks), devices: named("A"))
    let each = try #require(results["a"])
    #expect(each.outcome == .error)
    if body != "return d" {
      let all = try #require(results["b"])
      #expect(all.outcome == .error && all.findings.isEmpty)
      #expect(all.problem?.line(in: .en) == "Plugins/trial/plugin.lua:20: No outcome: the test returned \(told)")
    }
    #expect(each.lines == ["error A devices:1 | No outcome: the test returned \(told) (Plugins/trial/plugin.lua:20)"])
  }

  @Test func `a test that raises is an error at its record, and the others go on`() throws {
    let source = trial(
      """
      a = check { each = devices, test = function(d)
        if d.name == "B" then error("cannot " .. d.name) end
        return pass()
      end },
      b = check { all = devices, test = function(list)
        return list[1].nmae
      end },
      c = check { each = devices, test = function(d) return pass() end },
      """)
    let results = try run(source, devices: named("A", "B", "C"))
    #expect(
      results["a"]?.lines == [
        "pass A devices:1", "error B devices:2 | Lua error: cannot B (Plugins/trial/plugin.lua:21)", "pass C devices:3",
      ])
    #expect(results["a"]?.outcome == .error)
    #expect(
      results["b"]?.problem?.line(in: .en)
        == "Plugins/trial/plugin.lua:25: Lua error: no column 'nmae' is declared; declared are: kind, name, owner, seen, tags"
    )
    #expect(results["b"]?.problem?.line(in: .ja).hasPrefix("Plugins/trial/plugin.lua:25: Luaの実行中の誤りです: ") == true)
    #expect(results["c"]?.outcome == .pass && results["c"]?.counts[.pass] == 3)
  }

  @Test func `an error in a module is placed in the module`() throws {
    let module = "local m = {}\nfunction m.judge(d)\n  return d.name + {}\nend\nfunction m.nothing() end\nreturn m"
    let source = trial(
      "a = check { each = devices, test = function(d) local x = require('judges.names').judge(d) return x end }, b = check { all = devices, test = require('judges.names').nothing },"
    )
    let results = try run(source, modules: ["judges/names.lua": module], devices: named("A"))
    #expect(results["a"]?.findings.first?.message.en.hasSuffix("(Plugins/trial/judges/names.lua:3)") == true)
    #expect(results["b"]?.problem?.place == Place(file: "Plugins/trial/judges/names.lua", line: 5))
  }

  @Test func `rows that cannot be read are errors of every check that reads them`() throws {
    let source = trial(
      """
      each = check { each = devices, test = ok }, all = check { all = devices, test = function(list) return pass("%d", #list) end },
      with = check { each = places, with = { devices = devices }, test = ok },
      both = check { each = devices, with = { all = devices }, test = ok },
      other = check { each = places, test = ok },
      """)
    let rows = [["name": "A"], ["name": "B", "seen": "never"], ["kind": "ct"]]
    let results = try run(source, devices: rows, places: named("P"))
    for name in ["each", "all", "with", "both"] {
      let result = try #require(results[name])
      #expect(result.outcome == .error, "\(name)")
      #expect(result.counts[.error] == 2, "\(name)")
      #expect(result.findings.filter { $0.outcome == .error }.map(\.place?.line) == [2, 3])
      #expect(result.findings.filter { $0.outcome == .error }.allSatisfy { $0.subject == "devices" })
    }
    #expect(results["all"]?.lines.last == "pass devices - | 1")
    #expect(results["other"]?.outcome == .pass)
    // With nothing but bad rows there is still no pass.
    #expect(
      try run(source, devices: [["kind": "x"]], places: named("P")).filter { $0.value.outcome == .pass }.keys.sorted()
        == ["other"])
  }

  @Test func `the limit on findings drops none from the counts, and no failure for passes`() throws {
    let source = trial(
      "a = check { each = devices, test = function(d) if d.kind == 'bad' then return fail('x') end return { pass(), tenken.informational('i') } end },"
    )
    let rows = (1...20).map { ["name": "D\($0)", "kind": $0 > 15 ? "bad" : "good"] }
    for kept in [0, 1, 3, 100] {
      let result = try #require(try run(source, devices: rows, kept: kept)["a"])
      #expect(result.counts[.pass] == 15 && result.counts[.informational] == 15 && result.counts[.fail] == 5)
      #expect(result.findings.filter { $0.outcome == .fail }.count == min(kept, 5))
      #expect(result.findings.filter { $0.outcome != .fail }.count == min(kept, 30))
      #expect(result.outcome == .fail)
    }
  }

  @Test func `the log holds what checks print, and no findings`() throws {
    let plugin = try load(trial("a = check { each = devices, test = function(d) print(d.name, d) return pass() end },"))
    let run = try runBothWays(try job(plugin, ["devices": .rows(named("A", "B"))]))
    #expect(run.log == "A\trecord\nB\trecord\n")
    #expect(run.checks.first?.lines == ["pass A devices:1", "pass B devices:2"])
  }

  @Test func `only the checks of the job run, in its order`() throws {
    let source = trial(
      "b = check { each = devices, test = ok }, a = check { each = devices, test = function() error 'not asked' end }, c = check { all = devices, test = ok },"
    )
    let plugin = try load(source)
    let base = try job(plugin, only: ["b", "c"], ["devices": .rows(named("A"))])
    let turned = PluginJob(
      plugin: plugin, checks: base.checks.reversed(), parameters: [:], declarations: base.declarations,
      inputs: base.inputs, now: base.now,
      timeZone: base.timeZone, pseudonyms: nil, limits: base.limits, keptFindings: 1,
      catalogue: .byID(.empty))
    let run = try runBothWays(turned)
    #expect(run.checks.map(\.check.id.name) == ["c", "b"])
    #expect(run.checks.map(\.outcome) == [.pass, .pass])
  }

  @Test func `a plugin that is another one when it is loaded again is told`() throws {
    let plugin = try load(trial("a = check { each = devices, test = ok }, b = check { all = devices, test = ok },"))
    let other = try files(trial("c = check { each = devices, test = ok },"))
    let swapped = Plugin(
      id: plugin.id, version: plugin.version, title: plugin.title, about: nil, parameters: [], sources: plugin.sources,
      checks: plugin.checks, files: other)
    let run = try runBothWays(try job(swapped, ["devices": .rows(named("A"))]))
    #expect(run.checks.map(\.outcome) == [.error, .error])
    #expect(run.checks.allSatisfy { $0.problem?.text.en.hasPrefix("Loaded again, the plugin had no test") == true })
  }
}
