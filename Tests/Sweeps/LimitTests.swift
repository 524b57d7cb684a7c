import Checks
import Compliance
import Lua
import SiteData
import Testing

@testable import Sweeps

/// The limits that a site sets, from its settings to what runs.
struct LimitTests {
  private static let settings = """
    name: 病院
    guidelines: [mhlw-5]
    limits: {call_seconds: 3, plugin_seconds: 30, memory_mib: 16, source_kib: 1, findings: 7}
    plugins:
      a:
        limits: {memory_mib: 8, checks: {first: {call_seconds: 1, check_seconds: 5}}}
    """

  @Test func `a plugin larger than the site allows is not run`() throws {
    let settings = try SiteSettings.read(file: "tenken.yaml", bytes: Array(Self.settings.utf8))
    let small = try files("a", "return 1")
    let large = try files("a", String(repeating: " ", count: 1025))
    let loaded = LoadedPlugin.load(
      [.success(small), .success(large)], catalogue: .byID(.empty), limits: settings.limits, runner: InProcessRunner(),
      threads: 1)
    let texts = loaded.map { plugin -> String in
      if case .broken(let problem) = plugin { problem.problems.map { $0.text.en }.joined() } else { "" }
    }
    #expect(texts[0].contains("plugin.lua must return tenken.plugin"))
    #expect(texts[1] == "The plugin's Lua files are larger than 1 KiB in all.")
  }

  @Test func `each check has its own seconds, each plugin its own memory`() throws {
    let settings = try SiteSettings.read(file: "tenken.yaml", bytes: Array(Self.settings.utf8))
    let checks = try plugin("a", ["first": ["1"], "second": ["1"]], in: try catalogue(["1"])).checks
    let seconds = settings.seconds(of: checks)
    #expect(seconds == [try #require(CheckID("a/first")): CheckSeconds(call: 1, all: 5)])
    let limits = settings.limits(for: try #require(PluginID("a"))).luaLimits
    #expect(limits.memory == 8 << 20 && limits.callSeconds == 3 && limits.totalSeconds == 30)
    #expect(settings.limits(for: try #require(PluginID("b"))).luaLimits.memory == 16 << 20)
  }
}
