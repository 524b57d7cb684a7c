import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

@Suite struct ManifestReaderTests {
  @Test func `of very many unknown requirements, only the first are told what may be meant`() throws {
    let many = (10..<70).map { "\"mhlw-5:6.5.C.12.\($0)\"" }.joined(separator: ", ")
    let lines = try problems(
      of: soundPlugin.replacing("{ \"mhlw-5:6.5.C.12.3\" }", with: "{ \(many) }"))
    #expect(lines.filter { $0.contains("is not in the catalogue") }.count == 60)
    #expect(lines.filter { $0.contains("Did you mean 'mhlw-5:6.5.C.12.3'?") }.count == 20)
  }

  @Test func `the sound plugin is sound`() throws {
    #expect(try problems(of: soundPlugin) == [])
  }

  @Test(arguments: faults)
  func `each fault is told at its place`(fault: Fault) throws {
    try #require(soundPlugin.contains(fault.old))
    let spoilt = soundPlugin.replacing(fault.old, with: fault.new, maxReplacements: 1)
    #expect(try problems(of: spoilt) == fault.problems.map { "Plugins/trial/plugin.lua:\($0)" })
    // The Japanese names the same places, and is Japanese.
    let japanese = try problems(of: spoilt, in: .ja)
    #expect(japanese.count == fault.problems.count)
    for line in japanese {
      #expect(line.hasPrefix("Plugins/trial/plugin.lua:"))
      #expect(line.unicodeScalars.contains { 0x3040...0x30FF ~= $0.value }, "\(line)")
    }
  }

  @Test func `all faults are told at once, in the order of the file, and the same in every run`() throws {
    var spoilt = soundPlugin
    for (old, new) in [
      ("file = \"iot/devices.csv\"", "file = \"../d.csv\""), ("seen = \"date?\"", "seen = \"dat?\", also = \"dat?\""),
      ("version =", "vershion ="),
      ("default = 30", "default = 0"), ("severity = \"high\"", "severity = \"hihg\""),
      ("every = \"1 day\"", "every = \"daily\""),
      ("12.3\" }", "12.3\", \"a\", \"b\" }"), ("checks = {", "checks = { 1, 2, 3,"),
    ] { spoilt = spoilt.replacing(old, with: new, maxReplacements: 1) }
    let all = try problems(of: spoilt)
    #expect(
      all.map { $0.prefix { $0 != " " } } == [
        "Plugins/trial/plugin.lua:6:3:", "Plugins/trial/plugin.lua:10:5:", "Plugins/trial/plugin.lua:10:20:",
        "Plugins/trial/plugin.lua:14:",
        "Plugins/trial/plugin.lua:16:3:", "Plugins/trial/plugin.lua:19:32:", "Plugins/trial/plugin.lua:21:3:",
        "Plugins/trial/plugin.lua:24:45:",
        "Plugins/trial/plugin.lua:24:50:", "Plugins/trial/plugin.lua:25:7:", "Plugins/trial/plugin.lua:26:7:",
      ])
    for _ in 0..<5 { #expect(try problems(of: spoilt) == all) }
  }

  @Test(arguments: [
    (#"file = "/etc/ssh/*.csv""#, SourceOrigin.path("/etc/ssh/*.csv")),
    (#"file = "/etc/ssh/sshd_config", format = "key-value""#, .path("/etc/ssh/sshd_config")),
    (#"command = { "iw", "dev", "wlan0; rm" }, format = "csv""#, .command(["iw", "dev", "wlan0; rm"])),
    (#"command = { "/usr/sbin/iw" }, format = "csv""#, .command(["/usr/sbin/iw"])),
    (#"file = "iot/devices.csv""#, .data("iot/devices.csv")),
  ])
  func `a source may be asked for from elsewhere`(written: String, origin: SourceOrigin) throws {
    let plugin = try load(soundPlugin.replacing(#"file = "iot/devices.csv""#, with: written))
    #expect(plugin.sources.map(\.origin) == [origin])
  }

  @Test func `a key in brackets has its place too`() throws {
    let spoilt = soundPlugin.replacing("known = {", with: "[\"known-ones\"] = {").replacing("severity", with: "severty")
    #expect(
      try problems(of: spoilt) == [
        "Plugins/trial/plugin.lua:22: check known-ones has no severity: expected one of low, medium, high, critical.",
        "Plugins/trial/plugin.lua:25:7: check known-ones has an unknown key 'severty'. Did you mean 'severity'?",
      ])
    #expect(
      try problems(of: soundPlugin.replacing("known = {", with: "['no wep'] = {"))
        == [
          "Plugins/trial/plugin.lua:22:5: 'no wep' cannot be a name. Use lower-case words joined by hyphens, such as access-points."
        ])
  }

  @Test func `two keys that make one name are refused`() throws {
    let double = trial(
      "no_wep = check { each = devices, test = pass }, [\"no-wep\"] = check { each = devices, test = pass }")
    #expect(
      try problems(of: double) == [
        "Plugins/trial/plugin.lua:20:5: Check trial/no-wep is declared twice (_ and - count as the same)."
      ])
  }

  @Test func `what a module declares is placed in the module`() throws {
    let ledger = """
      local tenken = require "tenken"
      return {
        devices = tenken.source {
          id = "devices", title = { ja = "機", en = "D" }, file = "devices.csv",
          columns = { nam = "strin" },
        },
      }
      """
    let direct = """
      local tenken = require "tenken"

      return tenken.source { id = "x", titel = 1, file = "x.csv", columns = { a = "string" } }
      """
    let main = trial(
      "a = check { each = require('ledger').devices, test = pass }, b = check { each = require 'direct', test = pass }")
    #expect(
      try problems(of: main, modules: ["ledger.lua": ledger, "direct.lua": direct]).map { $0.prefix(60) } == [
        "Plugins/trial/direct.lua:3: source x has no title: expected ",
        "Plugins/trial/direct.lua:3:34: source x has an unknown key '",
        "Plugins/trial/ledger.lua:5:17: 'strin' cannot be used for na",
      ])
  }

  @Test(arguments: [
    ("error 'broken'", "Plugins/trial/plugin.lua:1: Lua error: broken"),
    ("\nreturn +", "Plugins/trial/plugin.lua:2: Lua syntax error: unexpected symbol near '+'"),
    ("\nx = 1", "Plugins/trial/plugin.lua:2: Lua error: global 'x' may not be assigned; use a local"),
    ("\u{1B}Lua", "Plugins/trial/plugin.lua: Lua syntax error: binary chunks are not allowed"),
    ("require 'm'", "Plugins/trial/m.lua:2: Lua error: in module"),
    (
      "require 'tenken'.source(1)", "Plugins/trial/plugin.lua:1: Lua error: tenken.source expects a table, got a number"
    ),
    (
      "local t = require 'tenken'\nreturn t.plugin(t.source {})",
      "Plugins/trial/plugin.lua:2: Lua error: a table with a metatable, or one that is marked already, cannot be a plugin"
    ),
    (
      "return require 'tenken'.plugin(_G)",
      "Plugins/trial/plugin.lua:1: Lua error: a table with a metatable, or one that is marked already, cannot be a plugin"
    ),
    (
      "\nwhile true do end",
      "Plugins/trial/plugin.lua:2: The time limit of one call, 0.2 s of processor time, was exceeded."
    ),
    (
      "local t = {} while true do t[#t + 1] = {} end",
      "Plugins/trial/plugin.lua: The memory limit of 4 MiB was exceeded."
    ),
    (
      "local t = {} t.t = t return t",
      "Plugins/trial/plugin.lua: Lua error: the plugin's table is nested too deeply, or holds itself"
    ),
    ("return", "Plugins/trial/plugin.lua: plugin.lua must return tenken.plugin { … }, but it returned a nil."),
  ])
  func `a file that does not run is one problem`(main: String, problem: String) throws {
    var limits = LuaLimits()
    limits.callSeconds = 0.2
    limits.memory = 4 << 20
    #expect(try problems(of: main, modules: ["m.lua": "\nerror 'in module'"], limits: limits) == [problem])
  }

  @Test func `a plugin of every shape is read whole`() throws {
    let source = trial(
      """
      one_by_one = check { each = devices, test = function() return pass() end },
          ["all-at-once"] = check { all = places, test = pass, with = { devices = devices, by_name = tenken.index(places, "name"), by_room = tenken.index(places, "room", { duplicates = "first" }) } },
      """)
    let plugin = try load(source)
    #expect(
      plugin.id.description == "trial" && plugin.version == "1" && plugin.title == LocalizedText(ja: "試", en: "Trial"))
    #expect(plugin.sources.map(\.id) == ["devices", "places"])
    #expect(plugin.checks.map(\.check.id.description) == ["trial/all-at-once", "trial/one-by-one"])
    let (all, each) = (plugin.checks[0], plugin.checks[1])
    #expect(each.call == .each && each.source == "devices" && each.companions.isEmpty)
    #expect(each.place == Place(file: "Plugins/trial/plugin.lua", line: 20))
    #expect(all.call == .all && all.sources == ["places", "devices"])
    #expect(
      all.companions == [
        PluginCheck.Companion(name: "by_name", source: "places", index: .init(column: "name", duplicates: .all)),
        PluginCheck.Companion(name: "by_room", source: "places", index: .init(column: "room", duplicates: .first)),
        PluginCheck.Companion(name: "devices", source: "devices", index: nil),
      ])
    // A test that is no function of the plugin's own has the place of its key.
    #expect(all.place == Place(file: "Plugins/trial/plugin.lua", line: 21, column: 45))
    let columns = plugin.sources[0].columns
    #expect(columns.map(\.name) == ["kind", "name", "owner", "seen", "tags"])
    #expect(columns.map(\.isPersonal) == [false, false, true, false, false])
    #expect(columns.map(\.isOptional) == [true, false, true, true, true])
    #expect(columns[1].headers == ["機器名"])
    #expect(plugin.checks[0].check.severity == .low && plugin.checks[0].check.cadence == "1 day")
  }

  @Test func `formats, encodings and patterns are read`() throws {
    let source = soundPlugin.replacing(
      "file = \"iot/devices.csv\",",
      with: "file = \"hostapd/*.conf\", format = \"key-value\", encoding = \"cp932\", begins = { \"bss\" },")
    let declaration = try #require(try load(source).sources.first)
    #expect(declaration.format == .keyValue && declaration.encoding == .cp932 && declaration.begins == ["bss"])
    #expect(try load(soundPlugin.replacing("devices.csv", with: "devices.TSV")).sources.first?.format == .tsv)
  }
}
