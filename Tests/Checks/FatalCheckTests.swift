import Attacks
import Compliance
import SiteData
import Testing
import Workers

@testable import Checks
@testable import Lua

/// A check that meets a fatal limit ends alone.
@Suite(.timeLimit(.minutes(5 * Int(patience)))) struct FatalCheckTests {
  private func tight(_ change: (inout LuaLimits) -> Void = { _ in }) -> LuaLimits {
    var limits = LuaLimits()
    limits.memory = 4 << 20
    limits.callSeconds = 0.1 * patience
    change(&limits)
    return limits
  }

  /// Checks of every kind that do no harm.
  static let siblings = """
    before = check { each = devices, test = function(d) return pass("%s", d.name) end },
    counts = check { all = devices, with = { places = places }, test = function(list, _, c) return pass("%d %d", #list, #c.places) end },
    fails = check { each = devices, test = function(d) if d.name == "B" then return fail("B") end return pass() end },
    raises = check { each = places, test = function(p) error(p.name) end },
    zz = check { each = places, with = { devices = tenken.index(devices, "name") }, test = function(p, _, c) return pass("%d", #c.devices.A) end },
    """
  static let devices = named("A", "B", "C")
  static let places = named("P", "Q")

  @Test(arguments: [
    (
      "guilty = check { each = devices, test = function(d)\n if d.name == 'B' then while true do end end return pass() end },",
      "plugin.lua:21", "devices:2", "time"
    ),
    (
      "guilty = check { each = devices, test = function(d) while true do pcall(error) end end },", "plugin.lua:20",
      "devices:1", "time"
    ),
    ("guilty = check { all = devices, test = function(l) while true do end end },", "plugin.lua:20", "", "time"),
    (
      "guilty = check { each = devices, test = function(d) local s = 'x' while true do s = s .. s end end },",
      "plugin.lua:20", "devices:1", "memory"
    ),
    (
      "guilty = check { all = devices, test = function(l) local t = {} while true do t[#t + 1] = {} end end },",
      "plugin.lua:20", "", "memory"
    ),
    (
      "guilty = check { each = places, test = function(l) local function f() return pcall(f), f() end f() end },",
      "plugin.lua:20", "places:1", "time"
    ),
  ])
  func `the others give what they give without it`(guilty: String, place: String, record: String, limit: String) throws
  {
    let alone = try run(trial("\n" + Self.siblings), devices: Self.devices, places: Self.places, limits: tight())
    let together = try run(
      trial(guilty + "\n" + Self.siblings), devices: Self.devices, places: Self.places, limits: tight())
    for (name, result) in alone {
      let other = try #require(together[name])
      #expect(other.findings.map(\.outcome) == result.findings.map(\.outcome))
      #expect(other.counts == result.counts && other.outcome == result.outcome && other.problem == nil)
      if name != "raises" { #expect(other.findings == result.findings) }
    }
    let result = try #require(together["guilty"])
    #expect(result.outcome == .error)
    #expect(result.problem?.place.description.hasPrefix("Plugins/trial/\(place)") == true)
    #expect(result.problem?.text.en.hasPrefix("The check was stopped") == true)
    #expect(result.problem?.text.en.contains("The \(limit) limit of ") == true)
    if !record.isEmpty { #expect(result.problem?.text.en.contains("at the record \(record).") == true) }
  }

  @Test func `the results of the others are the same to the byte`() throws {
    // The same files, so that hashes and lines are the same; only the guilty check is not run.
    let source = trial("guilty = check { each = devices, test = function(d) while true do end end },\n" + Self.siblings)
    let names = ["before", "counts", "fails", "raises", "zz"]
    let without = try run(source, only: names, devices: Self.devices, places: Self.places, limits: tight())
    let with = try run(source, devices: Self.devices, places: Self.places, limits: tight())
    #expect(with.count == names.count + 1)
    for name in names { #expect(with[name]?.timeless == without[name]?.timeless) }
  }

  @Test func `all workers of a plugin share its time`() throws {
    // Each test hides in a library function, where only the end of the process stops it.
    let hiding = "(('a'):rep(33)):match(('a?'):rep(33) .. ('a'):rep(33))"
    let checks = (1...4).map { "c\($0) = check { each = devices, test = function() \(hiding) return pass() end }," }
    let results = try run(
      trial(checks.joined()), devices: named("A"),
      limits: tight { ($0.callSeconds, $0.totalSeconds) = (0.5 * patience, 1 * patience) }, comparing: false)
    let texts = ["c1", "c2", "c3", "c4"].map { results[$0]?.problem?.text.en ?? "" }
    #expect(texts[0].contains("A library function did not return"), "\(texts)")
    #expect(texts[3].contains("The plugin exceeded its time limit in all"), "\(texts)")
    #expect(results.values.allSatisfy { $0.outcome == .error })
  }

  @Test(arguments: [(0.1, 1.1), (4, 5), (16, 20), (60, 75)])
  func `a process has time beyond that of its calls`(call: Double, process: Double) {
    // A call is stopped in Lua at nine eighths of its time at the latest; that has the better error, and must come first.
    #expect(WorkerLimits(tight { $0.callSeconds = call }).callSeconds == process)
    #expect(process >= call * 9 / 8 + 0.5)
  }

  @Test func `every check may be guilty`() throws {
    let source = trial(
      (1...5).map {
        "c\($0) = check { \($0 % 2 == 0 ? "each" : "all") = devices, test = function() while true do end end },"
      }.joined(separator: "\n"))
    let results = try run(source, devices: Self.devices, limits: tight { $0.callSeconds = 0.03 })
    #expect(results.count == 5)
    #expect(
      results.values.allSatisfy {
        $0.outcome == .error
          && $0.problem?.text.en.hasSuffix("The time limit of one call, 0.03 s of processor time, was exceeded.")
            == true
      })
    #expect(Set(results.values.compactMap(\.problem?.place.line)) == [20, 21, 22, 23, 24])
  }

  @Test func `a check that hoards is not paid for by the next`() throws {
    // The hoard leaves less than the modest check needs; alone, both are within the limit.
    let source = trial(
      """
      hoards = check { all = devices, test = function() for i = 1, 28 do hoard[i] = ("x"):rep(100000) .. i end return pass() end },
      modest = check { all = devices, test = function() return pass("%d", #(("y"):rep(1000000) .. "z")) end },
      """, before: "local hoard = {}")
    let results = try run(source, devices: Self.devices, limits: tight())
    #expect(results["hoards"]?.outcome == .pass)
    #expect(results["modest"]?.lines == ["pass devices - | 1000001"])
  }

  @Test func `lists that do not fit together fit one by one`() throws {
    let wide = (1...2500).map { ["name": "N\($0)" + String(repeating: "x", count: 1000)] }
    let source = trial(
      """
      first = check { all = devices, test = function(l) return pass("%d", #l) end },
      second = check { all = places, test = function(l) return pass("%d", #l) end },
      both = check { all = places, with = { devices = devices }, test = function(l) return pass("%d", #l) end },
      """)
    let results = try run(source, devices: wide, places: wide, limits: tight { $0.callSeconds = 10 })
    #expect(results["first"]?.lines == ["pass devices - | 2500"])
    #expect(results["second"]?.lines == ["pass places - | 2500"])
    #expect(results["both"]?.outcome == .error)
    #expect(results["both"]?.problem?.text.en.hasSuffix("The memory limit of 4 MiB was exceeded.") == true)
  }

  @Test func `a plugin that does not come up a second time is an error of all its checks`() throws {
    // The first load is within the limits of loading, the second within none.
    let plugin = try load(trial(Self.siblings, before: "local t = {} for i = 1, 1e5 do t[i] = i end"))
    let inputs = ["devices": JobInput.rows(Self.devices), "places": .rows(Self.places)]
    for memory in [0, 30_000, 200_000] {
      let checks = try runBothWays(try job(plugin, inputs, limits: tight { $0.memory = memory })).checks
      #expect(checks.count == 5)
      #expect(checks.allSatisfy { $0.outcome == .error && $0.problem != nil && $0.findings.isEmpty })
    }
  }

  /// A test that takes some processor time with each record.
  private static let slow = "test = function(d) local n = 0 for i = 1, 3e6 do n = n + i end return pass(d.name) end"

  @Test func `a check that takes too long in all is stopped, and only that`() throws {
    let source = trial("slow = check { each = devices, \(Self.slow) }, quick = check { each = devices, test = ok },")
    let rows = (1...2000).map { ["name": "N\($0)"] }
    let results = try run(
      source, devices: rows,
      limits: tight {
        $0.callSeconds = 2
        $0.checkSeconds = 0.6
      }, comparing: false)
    #expect(results["quick"]?.outcome == .pass && results["quick"]?.counts.total == 2000)
    let slow = try #require(results["slow"])
    #expect(slow.outcome == .error && !slow.findings.isEmpty && slow.counts.total < 2000)
    #expect(
      slow.problem?.text.en
        == "The check was stopped at the record devices:\(slow.counts.total). The time limit of one check, 0.6 s of processor time, was exceeded."
    )
  }

  @Test func `a plugin that takes too long in all is stopped as a whole, once`() throws {
    let source = trial((1...6).map { "c\($0) = check { each = devices, \(Self.slow) }," }.joined(separator: "\n"))
    let rows = (1...2000).map { ["name": "N\($0)"] }
    let results = try run(
      source, devices: rows,
      limits: tight {
        $0.callSeconds = 2
        $0.totalSeconds = 0.6
      }, comparing: false)
    for result in results.values {
      #expect(result.outcome == .error)
      #expect(
        result.problem?.text.en.hasSuffix("The time limit of the plugin, 0.6 s of processor time, was exceeded.")
          == true)
    }
  }
}
